// The tests of a runtime that runs scripts and resolves packages from node_modules.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { start } from "../../package/support/child.mjs";
import { consumer } from "../../package/support/files.mjs";
import { expected } from "./cases.mjs";
import { programOf } from "./programs.mjs";

const href = (name) => JSON.stringify(new URL(name, import.meta.url).href);

const LANGUAGES = ["en", "pt-BR", "es", "ar"];

/** Prints what `entryPoint` returns in the runtime, the runtime's version, and the available languages. */
const PRINT = `Promise.all([${["report.mjs", "../../package/support/files.mjs"].map((name) => `import(${href(name)})`)}]).then(([{ report }, { everyCase, read }]) => {
  const { node, bun, deno } = process.versions;
  const cases = everyCase().map(([kind, name]) => [kind, name, read(name)]);
  const isThere = (language) => entryPoint.parseTime("2031-01-01T00:00:00Z", { language }).ok;
  const languages = ${JSON.stringify(LANGUAGES)}.filter(isThere);
  console.log(JSON.stringify({ version: bun ?? deno ?? node, languages, ...report(entryPoint, cases) }));
});`;

const SLIM = `const { init, initSync, ...entryPoint } = slim; initSync(readFileSync("node_modules/waevent/waevent_bg.wasm"));`;

const SCRIPTS = {
  'import "waevent"': ["main.mjs", 'import * as entryPoint from "waevent";'],
  'import "waevent/inline"': ["inline.mjs", 'import * as entryPoint from "waevent/inline";'],
  'import "waevent/slim"': ["slim.mjs", `import * as slim from "waevent/slim"; import { readFileSync } from "node:fs"; ${SLIM}`],
  'require("waevent")': ["main.cjs", 'const entryPoint = require("waevent");'],
  'require("waevent/inline")': ["inline.cjs", 'const entryPoint = require("waevent/inline");'],
  'require("waevent/slim")': ["slim.cjs", `const slim = require("waevent/slim"); const { readFileSync } = require("node:fs"); ${SLIM}`],
};

/**
 * Each entry point, imported and required: without flags or warnings, all cases pass, and the results are those of this
 * Node.
 */
export function testScripts(name, args = []) {
  const { file, version, skip } = programOf(name);
  const folder = mkdtempSync(join(consumer(), "runtime-"));
  after(() => rmSync(folder, { recursive: true }));
  for (const [title, [script, take]] of Object.entries(SCRIPTS)) {
    test(`${name}: ${title}`, { skip }, async () => {
      writeFileSync(join(folder, script), `${take}\n${PRINT}\n`);
      const { stdout, stderr, code } = await start([...args, join(folder, script)], { program: file });
      assert.deepEqual([stderr, code], ["", 0]);
      const languages = title.includes("slim") ? ["en"] : LANGUAGES;
      assert.deepEqual(JSON.parse(stdout), { version, languages, ...expected, faults: [] });
    });
  }
}
