// A project with the package installed, like a user's.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { consumer } from "../../package/support/files.mjs";

const sample = fileURLToPath(new URL("../../package/support/sample.mjs", import.meta.url));

/**
 * Writes `files` ({ path: text }) and what the tests call the entry points with, and calls `use` with the folder.
 * `home` has the package installed.
 */
export async function project(files, use, home = ".") {
  const folder = mkdtempSync(join(consumer(), "bundle-project-"));
  try {
    for (const [path, text] of Object.entries({ "package.json": "{}", ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    copyFileSync(sample, join(folder, "sample.mjs"));
    cpSync(join(consumer(), "node_modules/waevent"), join(folder, home, "node_modules/waevent"), { recursive: true });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
