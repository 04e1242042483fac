// The libraries' own types accept the schema and infer its output, also with the oldest supported TypeScript.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { start } from "../package/support/child.mjs";
import { consumer } from "../package/support/files.mjs";
import { shown, sourcesOf } from "../package/support/pieces.mjs";
import { compile, compilerOf, MODES } from "../package/support/tsc.mjs";
import { honoExample } from "./support/readme.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const fixture = (name) => readFileSync(new URL(`../package/fixtures/types/${name}.ts`, import.meta.url), "utf8");

/** Declares what the guide's example for Hono assumes. */
const GIVEN = `
declare const app: import("hono").Hono;
declare const schema: ReturnType<typeof import("waevent").eventSchema>;
`;

test("every library's types accept the schema, and the guide's example for Hono compiles", async () => {
  // Inside this folder, so the libraries are found. The compiler is installed in the root folder.
  const folder = mkdtempSync(join(here, "node_modules", ".types-"));
  try {
    writeFileSync(join(folder, "hono.ts"), `${honoExample}\n${GIVEN}`);
    const compilerOptions = {
      strict: true, noEmit: true, skipLibCheck: true, target: "es2022", lib: ["es2022", "dom"], types: [],
      module: "esnext", moduleResolution: "bundler", paths: { waevent: [join(consumer(), "node_modules/waevent/index.d.ts")] },
    };
    const files = [join(here, "support/usage.ts"), "hono.ts"];
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    const { stdout, stderr, code } = await start([compilerOf(import.meta.url, "typescript"), "--pretty", "false", "-p", folder]);
    assert.deepEqual([stdout, stderr, code], ["", "", 0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// TypeScript 5.0 is the first version with the module resolution "bundler".
test("TypeScript 5.0 accepts correct usage and every code example", async () => {
  const sources = { ...sourcesOf("ts"), "good.ts": fixture("good"), "narrowing.ts": fixture("narrowing") };
  const options = { ...MODES.bundler.options, lib: ["es2022", "dom", "dom.iterable"], noUncheckedIndexedAccess: false };
  assert.deepEqual(shown(await compile(sources, options, compilerOf(import.meta.url, "typescript-5-0")), sources), []);
});
