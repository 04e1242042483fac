// Jest: a user's tests of code with the package, as ES modules and as CommonJS, in Node and in a jsdom page.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { documents, needs } from "../package/support/documents.mjs";
import { load } from "../package/support/files.mjs";
import { everyAnswer } from "../package/support/sample.mjs";
import { programOf } from "../runtimes/support/programs.mjs";
import { ran } from "../support/program.mjs";
import { project } from "./support/project.mjs";

const { resolve } = createRequire(import.meta.url);
const jest = join(dirname(resolve("jest/package.json")), "bin/jest.js");
const expected = everyAnswer(await load());
const newNode = programOf("node-24");
const sample = readFileSync(new URL("../package/support/sample.mjs", import.meta.url), "utf8");
const FLAG = { NODE_OPTIONS: "--experimental-vm-modules" };
const ENTRY_POINTS = ["waevent", "waevent/inline"];

/** The settings that the guide gives for each entry point. */
const settings = (row) => Object.fromEntries(needs(row).map((line, at) => [ENTRY_POINTS[at], Function(`return { ${line ?? ""} };`)()]));
const NODE = settings("Jest 30");
const BABEL = settings("Jest 30 with Babel");
const JSDOM = settings("Jest 30 with jsdom");
const [, TEXT] = /takes it from Node: `([^`]+)`/.exec(documents["docs/guide/install.md"]);

/** Runs Jest on these files and returns its output, even if a test fails. */
const jested = (files, config, { program, env } = {}) =>
  project({ "expected.json": expected, "jest.config.json": JSON.stringify(config), "text.cjs": TEXT, ...files }, (folder) => {
    for (const name of ["jest-environment-jsdom", "@babel/preset-env"]) {
      mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
      symlinkSync(dirname(resolve(`${name}/package.json`)), join(folder, "node_modules", name));
    }
    return ran([jest, "--watchman=false", "--cacheDirectory", join(folder, "cache")], { cwd: folder, program, env: { NODE_ENV: "test", ...env } })
      .catch(({ message }) => message);
  });

const TEST = `test("the entry point answers", () => { expect(everyAnswer(entryPoint)).toBe(require("node:fs").readFileSync("expected.json", "utf8")); });`;
const asModule = (entryPoint) => ({ "entryPoint.test.mjs": `import { createRequire } from "node:module"; import * as entryPoint from "${entryPoint}"; import { everyAnswer } from "./sample.mjs";
  const require = createRequire(import.meta.url); ${TEST}` });
const asCommonJs = (entryPoint) => ({ "entryPoint.test.js": `const entryPoint = require("${entryPoint}"); const { everyAnswer } = require("./sample.mjs"); ${TEST}` });
/** Tests that the entry point works in a page, and so does the form beside it. */
const PAGE = (entryPoint) => `import * as entryPoint from "${entryPoint}"; import { bindForm } from "waevent/form";
  test("the entry point answers", () => { expect(entryPoint.parseTime("2031-04-28T14:00:00-03:00").value.epochSeconds).toBe(1935162000); });
  test("the form says what is wrong", () => {
    document.body.innerHTML = '<form><input name="to"><div data-waevent-for="to"></div><button>Send</button></form>';
    bindForm(document.forms[0], { country: "US" });
    document.querySelector("input").value = "call me";
    document.forms[0].requestSubmit();
    expect(document.querySelector("[data-waevent-for] .waevent-issue").textContent).toBe("Remove the letters: a phone number has digits only.");
  });`;
const inPage = (entryPoint) => ({ "page.test.mjs": PAGE(entryPoint) });
const byBabel = (script) => ({ "babel.test.js": script, "babel.config.json": '{ "presets": [["@babel/preset-env", { "targets": { "node": "current" } }]] }' });

const passed = (said, tests = 1) => assert.match(said, new RegExp(`Tests: +${tests} passed, ${tests} total`), said);

for (const entryPoint of ENTRY_POINTS) {
  test(`${entryPoint} works in an ES module`, async () => {
    passed(await jested(asModule(entryPoint), NODE[entryPoint], { env: FLAG }));
  });

  test(`${entryPoint} works in CommonJS on Node 24`, { skip: newNode.skip }, async () => {
    passed(await jested(asCommonJs(entryPoint), NODE[entryPoint], { program: newNode.file, env: FLAG }));
  });

  test(`${entryPoint} works in CommonJS compiled by Babel`, async () => {
    const script = `import * as entryPoint from "${entryPoint}"; import { everyAnswer } from "./answers.js"; ${TEST}`;
    passed(await jested({ ...byBabel(script), "answers.js": sample }, BABEL[entryPoint]));
  });

  test(`${entryPoint} works in CommonJS compiled by Babel, in a jsdom page`, async () => {
    passed(await jested(byBabel(PAGE(entryPoint)), { testEnvironment: "jsdom", ...BABEL[entryPoint], ...JSDOM[entryPoint] }), 2);
  });

  test(`${entryPoint} works in a jsdom page, with the TextDecoder that jsdom lacks`, async () => {
    passed(await jested(inPage(entryPoint), { testEnvironment: "jsdom", ...JSDOM[entryPoint] }, { env: FLAG }), 2);
  });

  test(`${entryPoint} says what to do in a jsdom page without a TextDecoder`, async () => {
    const said = await jested(inPage(entryPoint), { testEnvironment: "jsdom" }, { env: FLAG });
    assert.ok(said.includes("in jsdom, set both on globalThis from node:util first, as a file of Jest's setupFiles can"), said);
  });
}

test("the main entry point says what to do in a jsdom page, where it cannot fetch its module", async () => {
  const said = await jested(inPage("waevent"), { testEnvironment: "jsdom", ...JSDOM["waevent/inline"] }, { env: FLAG });
  assert.match(said, /waevent's module could not be fetched from file:\S+\. Of a file hand over the bytes, or import "waevent\/inline"/);
});

test("Jest itself says what to do for CommonJS without Babel and without Node 24", async () => {
  const said = await jested(asCommonJs("waevent"), {});
  for (const cure of ["Must use import to load ES Module", "transformIgnorePatterns", "Node v24.9+"]) assert.ok(said.includes(cure), said);
});
