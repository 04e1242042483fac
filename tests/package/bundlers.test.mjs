// Bundles for Node: one file that runs without an installed package. Bundles for browsers are tested in a browser.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, test } from "node:test";
import { build } from "esbuild";
import { rollup } from "rollup";
import { start } from "./support/child.mjs";
import { needs } from "./support/documents.mjs";
import { consumer, load } from "./support/files.mjs";
import { everyAnswer } from "./support/sample.mjs";

const sample = new URL("./support/sample.mjs", import.meta.url).pathname;
const expected = everyAnswer(await load());
const folder = mkdtempSync(join(consumer(), "bundle-"));
const elsewhere = mkdtempSync(join(tmpdir(), "waevent-bundle-"));
after(() => [folder, elsewhere].forEach((each) => rmSync(each, { recursive: true })));

function entry(name, entryPoint) {
  const file = join(folder, name);
  writeFileSync(file, `import * as entryPoint from "${entryPoint}"; import { everyAnswer } from ${JSON.stringify(sample)}; console.log(everyAnswer(entryPoint));`);
  return file;
}

async function runs(file) {
  const { stdout, stderr, code } = await start([file], { cwd: elsewhere });
  assert.deepEqual([stderr, code], ["", 0]);
  assert.equal(stdout.trimEnd(), expected);
}

const withEsbuild = (entryPoint, outfile, format) =>
  build({ entryPoints: [entry(`${format}.mjs`, entryPoint)], outfile, format, bundle: true, minify: true, platform: "node", target: "node20", logLevel: "error" });

for (const [format, ending] of [["cjs", "cjs"], ["esm", "mjs"]]) {
  test(`the inline entry point works when bundled by esbuild as ${format}`, async () => {
    const file = join(elsewhere, `esbuild.${ending}`);
    const { warnings } = await withEsbuild("waevent/inline", file, format);
    assert.deepEqual(warnings, []);
    await runs(file);
  });

  test(`the inline entry point works when bundled by Rollup as ${format}`, async () => {
    const { resolve } = createRequire(join(folder, "x.js"));
    const packages = { name: "packages", resolveId: (id) => (id.startsWith("waevent") ? resolve(id) : null) };
    const warnings = [];
    const bundle = await rollup({ input: entry("rollup.mjs", "waevent/inline"), plugins: [packages], onwarn: ({ message }) => warnings.push(message) });
    const file = join(elsewhere, `rollup.${ending}`);
    await bundle.write({ file, format: format === "esm" ? "es" : "cjs" });
    await bundle.close();
    assert.deepEqual(warnings, []);
    await runs(file);
  });
}

/** A folder that contains only the bundle. */
const place = (format) => join(mkdtempSync(join(elsewhere, `${format}-`)), format === "esm" ? "main.mjs" : "main.cjs");
/** The guide's command that copies the module next to the bundle. */
const [, from] = /^cp (\S+) dist\/$/.exec(needs("esbuild for Node")[0]);

for (const format of ["cjs", "esm"]) {
  test(`the main entry point says what to do when bundled by esbuild as ${format} without its module`, async () => {
    const file = place(format);
    await withEsbuild("waevent", file, format);
    const { stderr, code } = await start([file], { cwd: elsewhere });
    assert.notEqual(code, 0);
    assert.ok(stderr.includes('waevent_fast.wasm cannot be read beside this script. Copy it there, or import "waevent/inline"'), stderr);
  });

  test(`the main entry point works when bundled by esbuild as ${format} with the module copied next to it`, async () => {
    const file = place(format);
    const { warnings } = await withEsbuild("waevent", file, format);
    assert.deepEqual(warnings, []);
    copyFileSync(join(consumer(), from), join(dirname(file), basename(from)));
    await runs(file);
  });
}
