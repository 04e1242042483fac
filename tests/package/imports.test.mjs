// When a page is rendered on a server, the package is imported there first. An import must not change its surroundings,
// request anything or print anything. Tested as bundled for a server, too.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "vite";
import { answer, start } from "./support/child.mjs";
import { consumer, load } from "./support/files.mjs";
import { everyAnswer } from "./support/sample.mjs";

const sample = new URL("./support/sample.mjs", import.meta.url).pathname;

/** Everything that an import could change or use, as one text, and functions that record calls. */
const WATCH = `
  // Node creates these lazily, and adds listeners when it imports a file.
  void [TextEncoder, TextDecoder];
  await import(${JSON.stringify(new URL("./support/expand.mjs", import.meta.url).href)});
  const places = { globalThis, process, env: process.env, listeners: process._events, Object, Array, String, Number, Date, Promise, Error, JSON, Math, Intl, Reflect, Uint8Array, WebAssembly };
  for (const name of Object.keys(places)) if (places[name].prototype) places[name + ".prototype"] = places[name].prototype;
  const identities = new Map();
  const identity = (value) => {
    if (typeof value !== "object" && typeof value !== "function") return String(value);
    if (!identities.has(value)) identities.set(value, "#" + identities.size);
    return identities.get(value);
  };
  const seen = () => Object.entries(places).flatMap(([place, object]) => Reflect.ownKeys(object).map((key) => {
    const { value, get, set, writable } = Object.getOwnPropertyDescriptor(object, key);
    return [place, String(key), ...[value, get, set].map(identity), writable].join(" ");
  }));
  const used = [];
  const watched = { fetch, setTimeout, setInterval, setImmediate, queueMicrotask, structuredClone, atob, btoa, addEventListener: () => {}, document: undefined, window: undefined, self: undefined, navigator: undefined, location: undefined, localStorage: undefined, crypto: undefined };
  for (const name of Object.keys(watched)) {
    Object.defineProperty(globalThis, name, { configurable: true, get() { used.push(name); return watched[name]; } });
  }
  for (const [object, name] of [[Date, "now"], [Math, "random"], [Intl, "DateTimeFormat"], ...Object.keys(console).map((key) => [console, key])]) {
    const value = object[name];
    Object.defineProperty(object, name, { configurable: true, get() { used.push(name); return value; } });
  }
  const before = seen();
  const pending = () => process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate|TCP|Request/.test(name));`;

const entryPoints = { waevent: [], "waevent/inline": ["atob"], "waevent/slim": [] };

for (const [entryPoint, uses] of Object.entries(entryPoints)) {
  test(`importing ${entryPoint} changes nothing around it, and uses ${uses.join() || "nothing"} of it`, async () => {
    const told = await answer(`${WATCH}
      await import(${JSON.stringify(entryPoint)});
      const after = seen();
      const changed = [...after.filter((line) => !before.includes(line)), ...before.filter((line) => !after.includes(line))];
      process.stdout.write(JSON.stringify({ used, changed, pending: pending(), watched: before.length }));`);
    assert.ok(told.watched > 500);
    assert.deepEqual([told.used, told.changed, told.pending], [uses, [], []]);
  });
}

const folder = mkdtempSync(join(consumer(), "bundle-"));
const elsewhere = mkdtempSync(join(tmpdir(), "waevent-bundle-"));
after(() => [folder, elsewhere].forEach((each) => rmSync(each, { recursive: true })));

const taking = {
  inline: 'import * as entryPoint from "waevent/inline";',
  slim: `import * as slim from "waevent/slim"; import { readFileSync } from "node:fs";
    const { init, initSync, ...entryPoint } = slim; initSync(readFileSync(${JSON.stringify(join(consumer(), "node_modules/waevent/waevent_bg.wasm"))}));`,
};

for (const [name, take] of Object.entries(taking)) {
  test(`the ${name} entry point, bundled by Vite for a server, is one script that runs without the package`, async () => {
    writeFileSync(join(folder, `${name}.mjs`), `${take} import { everyAnswer } from ${JSON.stringify(sample)}; console.log(everyAnswer(entryPoint));`);
    const out = join(elsewhere, name);
    await build({ root: folder, configFile: false, logLevel: "error", ssr: { noExternal: true }, build: { ssr: `${name}.mjs`, outDir: out, emptyOutDir: false } });
    const [script, ...others] = readdirSync(out);
    assert.deepEqual(others, []);
    const { stdout, stderr, code } = await start([join(out, script)], { cwd: elsewhere });
    assert.deepEqual([stderr, code], ["", 0]);
    assert.equal(stdout.trimEnd(), everyAnswer(await load()));
  });
}
