// The code in the README, the guide and the types' comments compiles in a strict project, however the package is
// resolved. readme.test.mjs tests that it runs, and tests/browser/ runs the pages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { documents } from "./support/documents.mjs";
import { repository } from "./support/files.mjs";
import { markdown } from "./support/markdown.mjs";
import { pieces, shown, sourcesOf, textOf, types } from "./support/pieces.mjs";
import { blocks, CODE, OTHER } from "./support/snippets.mjs";
import { compile, MODES } from "./support/tsc.mjs";

for (const [mode, { options, endings }] of Object.entries(MODES)) {
  test(`every code example compiles under tsc --strict, resolved as ${mode}`, async () => {
    const sources = sourcesOf(endings[0]);
    // --strict alone does not check index access.
    const errors = await compile(sources, { ...options, noUncheckedIndexedAccess: false });
    assert.deepEqual(shown(errors, sources), []);
  });
}

test("only blocks that are not code for the package are left out", () => {
  const fences = markdown.flatMap((name) => blocks(readFileSync(join(repository, name), "utf8")).map(({ lang, line }) => ({ name, lang, line })));
  assert.deepEqual(fences.filter(({ lang }) => !CODE.includes(lang) && !Object.hasOwn(OTHER, lang)), []);
  // Recipes are complete programs, which tests/recipes/ compiles and runs.
  assert.deepEqual(fences.filter(({ name, lang }) => CODE.includes(lang) && !Object.hasOwn(documents, name) && !name.startsWith("docs/recipes/")), []);
  assert.deepEqual(types.flatMap((name) => blocks(textOf(name)).filter(({ lang }) => !CODE.includes(lang))), []);
  assert.ok(Object.keys(pieces).length > 40, `only ${Object.keys(pieces).length} pieces`);
});
