// `cargo xtask bench`: runs the suite in Node and in Chromium, prints the table and writes RESULTS.md.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { inChromium } from "./chromium.mjs";
import { programOf } from "../tests/runtimes/support/programs.mjs";
import { median } from "./measure.mjs";
import { page } from "./report.mjs";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const versionOf = (name) => JSON.parse(readFileSync(at(`../node_modules/${name}/package.json`))).version;
const rounds = Number(process.argv[2] ?? 101);

const run = (program, ...args) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const suite = (program) => JSON.parse(run(program, "--expose-gc", at("node.mjs"), String(rounds)));

const inNode = suite(process.execPath);
const newer = ["node-22", "node-24", "node-26"].map(programOf).filter(({ skip }) => skip === false).map(({ file }) => suite(file));
const initialisation = Object.fromEntries(["node.js", "inline.js"].map((entryPoint) => {
  const taken = Array.from({ length: 15 }, () => Number(run(process.execPath, at("initialisation.mjs"), at(`../pkg/${entryPoint}`))));
  return [entryPoint, median(taken)];
}));
const chromium = await inChromium(rounds);

const libraries = ["zod", "luxon", "libphonenumber-js", "valibot", "temporal-polyfill", "ajv", "date-fns-tz", "date-fns"];
const text = page({
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0].model}`,
  version: JSON.parse(readFileSync(at("../pkg/package.json"))).version,
  libraries: Object.fromEntries(libraries.map((name) => [name, versionOf(name)])),
  rounds, initialisation, memory: inNode.memory,
  engines: [inNode, ...newer, chromium],
});
writeFileSync(at("RESULTS.md"), text);
console.log(text);
