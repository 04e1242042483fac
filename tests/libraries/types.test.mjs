// The libraries' own types take the schema, and know what it gives.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { start } from "../package/support/child.mjs";
import { consumer } from "../package/support/files.mjs";

// The compiler is one of the root's tools.
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

test("every library takes the schema by its types", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waevent-types-"));
  try {
    const compilerOptions = {
      strict: true, noEmit: true, skipLibCheck: true, target: "es2022", lib: ["es2022", "dom"], types: [],
      module: "esnext", moduleResolution: "bundler", paths: { waevent: [join(consumer(), "node_modules/waevent/index.d.ts")] },
    };
    const files = [fileURLToPath(new URL("./support/usage.ts", import.meta.url))];
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    const { stdout, stderr, code } = await start([tsc, "--pretty", "false", "-p", folder]);
    assert.deepEqual([stdout, stderr, code], ["", "", 0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
