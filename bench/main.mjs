// `cargo xtask bench`: measures all parts and writes RESULTS.md, or only prints the parts named on the command line.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { verdict } from "./pages/verdict.mjs";
import { weights } from "./pages/weights.mjs";
import { page, sections } from "./report.mjs";
import { speed } from "./speed/engines.mjs";
import { start } from "./start/start.mjs";

const PARTS = { weights, start, verdict, speed };

const { values: { rounds, against: other }, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string" }, against: { type: "string" } },
});

const results = {};
for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  console.error(`measuring: ${part}`);
  results[part] = await PARTS[part]({ rounds: Number(rounds), other });
}

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const versionOf = (folder) => JSON.parse(readFileSync(at(`${folder}/package.json`))).version;
const LIBRARIES = ["zod", "luxon", "libphonenumber-js", "valibot", "temporal-polyfill", "ajv", "date-fns-tz", "date-fns"];

if (positionals.length === 0 && other === undefined) {
  writeFileSync(at("RESULTS.md"), page(results, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0].model}`,
    version: versionOf("../pkg"),
    libraries: Object.fromEntries(LIBRARIES.map((name) => [name, versionOf(`../node_modules/${name}`)])),
    rounds,
  }));
}
console.log(sections(results));
