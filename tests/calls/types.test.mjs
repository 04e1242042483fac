// The libraries' own types accept the calls.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { start } from "../package/support/child.mjs";
import { consumer } from "../package/support/files.mjs";
import { textOf } from "../package/support/pieces.mjs";
import { blocks } from "../package/support/snippets.mjs";
import { compilerOf } from "../package/support/tsc.mjs";

const [example, ...others] = blocks(textOf("docs/guide/libraries.md"), ["js"]).filter(({ skip }) => skip?.includes("tests/calls/"));

/** Declares what the guide's example assumes. */
const GIVEN = `
declare const sock: import("baileys").WASocket;
declare const client: import("whatsapp-web.js").Client;
declare const WPP: { chat: typeof import("@wppconnect/wa-js").chat };
declare const event: import("waevent").EventInput;
`;

const here = fileURLToPath(new URL(".", import.meta.url));

test("every library's types accept its call, and the guide's example compiles", async () => {
  assert.equal(others.length, 0);
  // Inside this folder, so the libraries are found. The compiler is installed in the root folder.
  const folder = mkdtempSync(join(here, "node_modules", ".types-"));
  try {
    const compilerOptions = {
      strict: true, noEmit: true, skipLibCheck: true, target: "es2022", lib: ["es2022", "dom"], types: ["node"], esModuleInterop: true,
      module: "esnext", moduleResolution: "bundler", paths: { waevent: [join(consumer(), "node_modules/waevent/index.d.ts")] },
    };
    const imports = 'import { ScheduledEvent } from "whatsapp-web.js";\nimport { buildCall } from "waevent";\n';
    writeFileSync(join(folder, "readme.ts"), `${imports}${GIVEN}${example.code}`);
    const files = [join(here, "support/usage.ts"), "readme.ts"];
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    const { stdout, stderr, code } = await start([compilerOf(import.meta.url, "typescript"), "--pretty", "false", "-p", folder]);
    assert.deepEqual([stdout, stderr, code], ["", "", 0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
