// Lists the project's pages.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./files.mjs";

const OTHERS = ["node_modules", "target", "pkg", ".git"];

const inside = (folder) => readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
  const name = join(folder, entry.name);
  if (entry.isDirectory()) return OTHERS.includes(entry.name) ? [] : inside(name);
  return name.endsWith(".md") ? [name] : [];
});

/** The names of all Markdown pages. */
export const markdown = inside("");
