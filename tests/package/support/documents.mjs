// The README and the guide, which is read in the repository alone.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { consumer, repository } from "./files.mjs";

/** The pages of the guide, by their paths in the repository. */
export const guide = readdirSync(join(repository, "docs/guide")).sort().map((name) => `docs/guide/${name}`);

/** The README as the package has it, and the guide, by their names. */
export const documents = Object.fromEntries([
  ["README.md", readFileSync(join(consumer(), "node_modules", "waevent", "README.md"), "utf8")],
  ...guide.map((name) => [name, readFileSync(join(repository, name), "utf8")]),
]);
