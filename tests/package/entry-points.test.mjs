// The entry points of the installed package: each is ready once it is imported, and all give the same results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, run } from "./support/child.mjs";
import { load } from "./support/files.mjs";
import { everyAnswer } from "./support/sample.mjs";

const sample = JSON.stringify(new URL("./support/sample.mjs", import.meta.url).href);
const expected = everyAnswer(await load());

/** A script that loads an entry point and prints all its results. */
const asking = (take, entryPoint) => `${take}
import(${sample}).then(({ everyAnswer }) => console.log(everyAnswer(${entryPoint})));`;

test("the results by which entry points are compared include every kind", () => {
  for (const word of ["\"ok\":true", "\"ok\":false", "field_moved", "unknown_field", "TargetError", "{token}", "\"apikey\":\"a-key\""]) {
    assert.ok(expected.includes(word), word);
  }
});

for (const name of ["waevent", "waevent/inline"]) {
  test(`import "${name}" gives the expected results`, async () => {
    const answers = await answer(asking(`import * as entryPoint from "${name}";`, "entryPoint"));
    assert.equal(JSON.stringify(answers), expected);
  });

  test(`require("${name}") works without a flag and without a warning`, async () => {
    const answers = await answer(asking(`const entryPoint = require("${name}");`, "entryPoint"), { type: "commonjs" });
    assert.equal(JSON.stringify(answers), expected);
  });
}

for (const name of ["waevent", "waevent/inline", "waevent/slim"]) {
  test(`${name} says what to do without TextDecoder, as in jsdom`, async () => {
    const told = await answer(`
      globalThis.TextDecoder = undefined;
      globalThis.TextEncoder = undefined;
      console.log(JSON.stringify(await import("${name}").catch(({ message }) => message)));`);
    assert.equal(told, "waevent needs TextDecoder and TextEncoder: in jsdom, set both on globalThis from node:util first, as a file of Jest's setupFiles can");
  });
}

test("import and require share one package", async () => {
  const same = await answer(`
    const required = require("waevent");
    import("waevent").then((imported) => console.log(JSON.stringify(
      Object.keys(imported).filter((name) => imported[name] !== required[name] && name !== "default" && name !== "module.exports"))));
  `, { type: "commonjs" });
  assert.deepEqual(same, []);
});

test("several entry points in one process share one package", async () => {
  const told = await answer(`
    import * as main from "waevent";
    import * as inline from "waevent/inline";
    import * as slim from "waevent/slim";
    import { readFileSync } from "node:fs";
    import { everyAnswer } from ${sample};
    const before = main.createBuilder({ gateway: "ryzeapi", instance: "a" });
    slim.initSync(readFileSync("node_modules/waevent/waevent_bg.wasm"));
    let thrown;
    try { inline.createBuilder({}); } catch (error) { thrown = error; }
    console.log(JSON.stringify({
      answers: [main, inline, slim].map(everyAnswer),
      instance: [main.TargetError, slim.TargetError].map((type) => thrown instanceof type),
      still: before.build({ to: "+5511999999999", name: "A", start: "2037-01-01T00:00:00Z" }).ok,
    }));
  `);
  assert.deepEqual(told.answers, [expected, expected, expected]);
  assert.deepEqual(told.instance, [true, true]);
  assert.equal(told.still, true);
});

test("the module's file and package.json can be resolved, and private files cannot", async () => {
  const found = await answer(`
    import { createRequire } from "node:module";
    import { readFileSync } from "node:fs";
    const require = createRequire(process.cwd() + "/x.js");
    const code = (call) => { try { call(); return "found"; } catch (error) { return error.code; } };
    const wasm = import.meta.resolve("waevent/waevent_bg.wasm");
    console.log(JSON.stringify({
      wasm: WebAssembly.validate(readFileSync(new URL(wasm))) && readFileSync(require.resolve("waevent/waevent_bg.wasm")).length > 0,
      name: JSON.parse(readFileSync(new URL(import.meta.resolve("waevent/package.json")), "utf8")).name,
      required: require("waevent/package.json").name,
      private: ["api.js", "engine.js", "node.js", "waevent.js", "read.js"].map((name) => code(() => require.resolve("waevent/" + name))),
    }));
  `);
  assert.deepEqual(found, { wasm: true, name: "waevent", required: "waevent", private: Array(5).fill("ERR_PACKAGE_PATH_NOT_EXPORTED") });
});

test("the entry point for Node needs neither its working directory nor a network", async () => {
  const { stdout, stderr, code } = await run(`
    globalThis.fetch = () => { throw new Error("asked the network"); };
    process.chdir("/");
    import(${JSON.stringify(await resolved("waevent"))}).then((entryPoint) => console.log(entryPoint.parseTime("2031-01-01T00:00:00Z").ok));
  `);
  assert.deepEqual([stdout, stderr, code], ["true\n", "", 0]);
});

async function resolved(name) {
  return answer(`console.log(JSON.stringify(import.meta.resolve(${JSON.stringify(name)})));`);
}
