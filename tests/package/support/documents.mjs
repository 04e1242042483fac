// The README and the guide, which exists only in the repository.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { consumer, repository } from "./files.mjs";

/** The pages of the guide, by their paths in the repository. */
export const guide = readdirSync(join(repository, "docs/guide")).sort().map((name) => `docs/guide/${name}`);

/** The README as the package contains it, and the guide, by name. */
export const documents = Object.fromEntries([
  ["README.md", readFileSync(join(consumer(), "node_modules", "waevent", "README.md"), "utf8")],
  ...guide.map((name) => [name, readFileSync(join(repository, name), "utf8")]),
]);

const rows = documents["docs/guide/install.md"].split("\n").filter((line) => line.startsWith("| ")).map((line) => line.split(" | "));

/**
 * The code in the guide's table of tools, in the row that begins with this name: for the main entry point and for the
 * inline one.
 */
export function needs(tool) {
  const [, ...cells] = rows.find(([first]) => first.slice(2).split(", ")[0] === tool) ?? [];
  if (cells.length === 0) throw new Error(`the guide has no row for ${tool}`);
  return cells.map((cell) => /`([^`]+)`/.exec(cell)?.[1]);
}
