// Writes a recipe of docs/recipes/ to disk like its reader: its files, and the packages that it installs, in the
// versions that it names.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { consumer } from "../../package/support/files.mjs";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Where the packages of the recipes are installed already. */
const HOMES = ["tests/recipes", "tests/libraries", "tests/bundlers", ""].map((home) => join(root, home, "node_modules"));

const has = (folder, [name, version]) => {
  const manifest = join(folder, name, "package.json");
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
};

/** The node_modules folder that has all of them, because two copies of React would not work together. */
function homeOf(packages) {
  const found = HOMES.find((folder) => packages.every((one) => has(folder, one)));
  if (!found) throw new Error(`the recipe installs ${packages.join(" ")}, but other versions are tested`);
  return found;
}

/** { files: { path: text }, packages: [[name, version]] } */
export function recipe(name) {
  const text = readFileSync(join(root, `docs/recipes/${name}.md`), "utf8");
  const files = Object.fromEntries([...text.matchAll(/^\*\*`(.+)`\*\*\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, path, code]) => [path, code]));
  const [, line] = /^npm install waevent( .+)?$/m.exec(text);
  const packages = (line ?? "").trim().split(" ").filter(Boolean).map((one) => /^(.+)@(.+)$/.exec(one).slice(1));
  return { files, packages };
}

/** Writes the recipe and the files `more`, and calls `use` with the folder. */
export async function laidOut(name, use, more = {}) {
  const { files, packages } = recipe(name);
  const folder = mkdtempSync(join(consumer(), `bundle-${name}-`));
  try {
    for (const [path, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files, ...more })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const link = (one, target) => {
      const place = join(folder, "node_modules", one);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(target, place);
    };
    // A copy, so it finds React next to it.
    cpSync(join(consumer(), "node_modules/waevent"), join(folder, "node_modules/waevent"), { recursive: true });
    const home = homeOf(packages);
    for (const [one] of packages) link(one, join(home, one));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
