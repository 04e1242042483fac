// What is packed: the files that belong in the package, nothing that runs at install, nothing of the machine that built
// it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { transformSync } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { consumer, tests } from "./support/files.mjs";
import { entries, tarballBytes } from "./support/tarball.mjs";

const FILES = [
  "CHANGELOG.md", "LICENSE", "LICENSE-APACHE", "NOTICE", "README.md", "api.js", "ask.js", "browser.js", "buffers.js", "builder.js", "bytes.js", "calendar.d.ts", "calendar.js", "card.d.ts", "card.js", "cli/arguments.js", "cli/array.js", "cli/bar.js",
  "cli/gateway.js", "cli/input.js", "cli/names.js", "cli/output.js", "cli/results.js",
  "cli/waevent.js", "dates.js", "define-workerd.js", "define.d.ts", "define.inline.js", "define.js", "definition.js", "engine.js", "errors.js", "facts.js", "form.d.ts", "form.js", "guests.js", "host.js", "index.d.ts", "inline.d.ts",
  "inline-node.js", "inline.js", "lines.js", "lite-api.js", "lite-glue.js", "lite-inline-node.js", "lite-inline.js", "lite-node.js", "lite-wasm.js", "lite-workerd.js", "lite.d.ts", "lite.js", "lite/inline.d.ts", "locales/ar.d.ts", "locales/ar.js", "locales/es.d.ts", "locales/es.js",
  "locales/pt-BR.d.ts", "locales/pt-BR.js", "messages.js", "needs.js", "node.js", "overlaps.js", "package.json", "phone-formats.js", "phones.d.ts", "phones.js", "plain.js",
  "react.d.ts", "react.js", "read.js", "schema.js", "schemas.js", "slim.d.ts", "slim.js", "waevent.js", "waevent_bg.wasm", "waevent_define.js", "waevent_define.wasm", "waevent_fast.wasm", "waevent_lite.wasm", "wasm.inline.js", "webhook.js", "webhooks.d.ts", "webhooks.js", "when.d.ts", "when.js", "wire.js", "workerd.js",
];
const packed = entries();
const text = (name) => packed.find((entry) => entry.name === `package/${name}`).bytes.toString("utf8");
const manifest = JSON.parse(text("package.json"));
/** A script with uniform white space, however it was packed. */
const script = (name) => transformSync(text(name)).code;
const installed = join(consumer(), "node_modules", "waevent");

test("the package has exactly these files, none of them executable: npm sets that for the program", () => {
  assert.deepEqual(packed.map(({ name }) => name).sort(), FILES.map((name) => `package/${name}`).sort());
  assert.deepEqual(packed.filter(({ kind, link, mode }) => !["0", ""].includes(kind) || link !== "" || (mode & 0o111) !== 0).map(({ name }) => name), []);
});

test("the installed files are the packed ones", () => {
  const walk = (folder) => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? walk(join(folder, name)) : [join(folder, name)]));
  assert.deepEqual(walk(installed).map((file) => file.slice(installed.length + 1)).sort(), [...FILES].sort());
  for (const name of FILES) assert.deepEqual(readFileSync(join(installed, name), "utf8"), text(name), name);
  // Nothing else was installed with it.
  assert.deepEqual(readdirSync(join(consumer(), "node_modules")).filter((name) => !name.startsWith(".")), ["waevent"]);
});

test("package.json requires only React, as an optional peer, and runs no scripts", () => {
  const known = ["name", "version", "description", "keywords", "homepage", "bugs", "repository", "author", "license", "type", "engines", "sideEffects",
    "exports", "bin", "main", "types", "files", "peerDependencies", "peerDependenciesMeta"];
  assert.deepEqual(Object.keys(manifest).filter((key) => !known.includes(key)), [], "it must have no scripts and no other dependencies");
  assert.deepEqual([manifest.peerDependencies, manifest.peerDependenciesMeta], [{ react: ">=18" }, { react: { optional: true } }]);
  assert.equal(manifest.name, "waevent");
  assert.match(manifest.version, /^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/);
  assert.notEqual(manifest.version, "0.0.0", "the template's version was not replaced");
  assert.equal(manifest.license, "MIT");
  assert.equal(manifest.type, "module");
  assert.equal(manifest.engines.node, ">=20.19");
});

test("package.json names the repository and where to report faults, and the README's links work outside the repository", () => {
  const home = /^git\+(https:\/\/\S+)\.git$/.exec(manifest.repository.url)[1];
  assert.deepEqual([manifest.homepage, manifest.bugs], [`${home}#readme`, `${home}/issues`]);
  const links = [...text("README.md").matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);
  assert.ok(links.some((link) => link.startsWith(`${home}/blob/main/docs/recipes/`)), "the packed README has the links of the repository's README");
  assert.deepEqual(links.filter((link) => !/^(https:\/\/|#)/.test(link) && !FILES.includes(link)), []);
});

test("every file that package.json names exists", () => {
  const named = [manifest.main, manifest.types, ...manifest.sideEffects, ...Object.values(manifest.bin)];
  const collect = (value) => (typeof value === "string" ? named.push(value) : Object.values(value).forEach(collect));
  collect(manifest.exports);
  assert.ok(named.length > 10);
  assert.deepEqual(named.filter((name) => !FILES.includes(name.replace(/^\.\//, ""))), []);
  // A condition after "default" is never read, and "types" must come first.
  for (const conditions of Object.values(manifest.exports).filter((value) => typeof value === "object")) {
    assert.equal(Object.keys(conditions)[0], "types");
    assert.equal(Object.keys(conditions).at(-1), "default");
  }
});

test("every script is reached from an entry point, and every entry point with side effects is listed in sideEffects", () => {
  const imports = (name) => [...script(name).matchAll(/(?:from|import) "(\.\.?\/[^"]+)"/g)].map((match) => join(dirname(name), match[1]));
  const entryPoints = FILES.filter((name) => /^(node|browser|workerd|inline|inline-node|lite|lite-(node|workerd|inline|inline-node)|slim|form|react|calendar|card|phones|webhooks|when|define|define-workerd|cli\/waevent|locales\/.+)\.js$/.test(name));
  const reached = new Set(entryPoints);
  for (const name of reached) if (name.endsWith(".js")) imports(name).forEach((other) => reached.add(other));
  assert.deepEqual(FILES.filter((name) => name.endsWith(".js") && !reached.has(name)), []);
  const does = (name) => /^(start|addLanguage)\(|customElements\.define\(|^import "/m.test(script(name));
  const starting = entryPoints.filter((name) => !name.startsWith("cli/") && does(name)).map((name) => `./${name}`).sort();
  // needs.js checks the host and has no effect if nothing is missing.
  assert.deepEqual([...manifest.sideEffects].sort(), [...starting, "./needs.js"].sort());
});

for (const [inline, file] of [["wasm.inline.js", "waevent_bg.wasm"], ["lite-wasm.js", "waevent_lite.wasm"]]) {
  test(`${inline} contains exactly ${file}`, () => {
    const base64 = text(inline).match(/^export default "([A-Za-z0-9+/=]+)";\n$/)?.[1];
    const wasm = packed.find((entry) => entry.name === `package/${file}`).bytes;
    assert.ok(Buffer.from(base64 ?? "", "base64").equals(wasm));
    assert.ok(WebAssembly.validate(wasm));
  });
}

test("the package uses nothing of its surroundings that a start does not need", () => {
  for (const name of FILES.filter((file) => file.endsWith(".js") && !file.endsWith(".inline.js") && file !== "lite-wasm.js" && !file.startsWith("cli/"))) {
    assert.doesNotMatch(script(name), /\beval\s*\(|\bnew Function\b|\bprocess\.|\brequire\(|\bDeno\b|\bBun\b|sourceMappingURL/, name);
    if (name !== "node.js") assert.doesNotMatch(script(name), /"node:|from "fs"/, name);
  }
  // A module with access to a clock, a random source or a locale could give different results on different hosts.
  const modules = packed.filter((entry) => entry.name.endsWith(".wasm")).map(({ bytes }) => new WebAssembly.Module(bytes));
  assert.equal(modules.length, 4);
  const [wanted, ofDefine, ofFast, ofLite] = modules.map((module) => WebAssembly.Module.imports(module).map(({ name }) => name));
  assert.deepEqual([ofFast, ofLite], [wanted, wanted]);
  assert.deepEqual([...wanted, ...ofDefine].filter((name) => /date|now|random|crypto|locale|timezone|global|self|window|fetch/i.test(name)), []);
});

test("no file shows where the package was built", () => {
  const root = tests.replace(/[/\\]tests[/\\]?$/, "");
  const home = process.env.HOME;
  for (const { name, bytes } of packed) {
    const content = bytes.toString("latin1");
    for (const place of [root, ...(home && home !== "/" ? [`${home}/`] : []), ".cargo", "/home/", "/Users/", "registry/src", "__REPLACE"]) {
      assert.ok(!content.includes(place), `${name} names ${place}`);
    }
  }
});

test("the README, the licences and the change log are packed", () => {
  assert.match(text("LICENSE"), /^MIT License\n/);
  assert.match(text("NOTICE"), /libphonenumber.*Copyright \(C\) The Libphonenumber Authors/s);
  assert.match(text("LICENSE-APACHE"), /Apache License\s+Version 2.0/);
  assert.match(text("README.md"), /^# waevent\b/);
  assert.ok(text("README.md").length > 1000);
  assert.ok(text("CHANGELOG.md").includes(manifest.version), "the change log does not mention this version");
});

test("publint reports nothing", async () => {
  const bytes = tarballBytes();
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const { messages } = await publint({ pack: { tarball }, strict: true, level: "suggestion" });
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest) ?? message.code), []);
});

test("are-the-types-wrong reports only what is intended", async () => {
  // Binary files have no types: what an import of one returns depends on the bundler.
  const { problems } = await checkPackage(createPackageFromTarballData(tarballBytes()), { excludeEntrypoints: [/\.wasm$/] });
  // There is only an ES module build, which Node can load with require. TypeScript knows that as nodenext, but not as
  // node16.
  const onPurpose = [".", "./inline", "./lite", "./lite/inline", "./slim", "./form", "./react", "./card", "./calendar", "./phones", "./when", "./webhooks", "./define", "./locales/ar", "./locales/es", "./locales/pt-BR"].map((entrypoint) => ({ kind: "CJSResolvesToESM", entrypoint, resolutionKind: "node16-cjs" }));
  assert.deepEqual(problems, onPurpose);
});
