// Reads the case files, and loads the package under test.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const tests = fileURLToPath(new URL("../../", import.meta.url));
/** The root folder of the repository. */
export const repository = join(tests, "..");
const cases = join(tests, "cases");

const names = (folder) => readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => name.slice(0, -".json".length));

/** The JSON of a case file, by its path in `tests/cases` without extension. */
export const read = (name) => JSON.parse(readFileSync(join(cases, `${name}.json`), "utf8"));

/** The names of the files in a folder of `tests/cases`. */
export const list = (...folder) => names(join(cases, ...folder));

/** The folders in a folder of `tests/cases`. */
export const folders = (...folder) =>
  readdirSync(join(cases, ...folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

/** Every case file: its kind, as run.mjs calls it, and its name. */
export const everyCase = () => [
  ...["events", "changes", "rules", "times", "recipients", "replies", "rsvps"].flatMap((kind) => list(kind).map((name) => [kind, `${kind}/${name}`])),
  ...["requests", "calls"].flatMap((kind) => folders(kind).flatMap((each) => list(kind, each).map((name) => [kind, `${kind}/${each}/${name}`]))),
  ...["targets", "libraries", "options", "fingerprints", "overlaps", "deliveries", "tallies", "same-messages", "same-recipients", "authorize"].map((name) => [name, name]),
];

/** The folder whose node_modules contains the installed tarball. */
export function consumer() {
  const folder = process.env.WAEVENT_CONSUMER;
  if (!folder) throw new Error("WAEVENT_CONSUMER must name a folder in which the packed tarball is installed");
  return folder;
}

/** The package, as installed in that folder. */
export function load(entry = "waevent") {
  const found = createRequire(join(consumer(), "x.js")).resolve(entry);
  return import(pathToFileURL(found).href);
}

/** Every issue code that the package's types list. */
export function issueCodes() {
  const types = readFileSync(join(consumer(), "node_modules", "waevent", "index.d.ts"), "utf8");
  const union = types.split("export type IssueCode =")[1].split(";")[0];
  return new Set([...union.matchAll(/"([a-z0-9_]+)"/g)].map((match) => match[1]));
}
