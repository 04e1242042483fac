// Validates the body of a request with the JSON Schema of what its target sends.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { tests } from "./files.mjs";

const ajv = new Ajv({ allErrors: true, strict: true });
const validators = new Map();

function schemaName(target) {
  if (target.gateway === "wappfy") return `wappfy-${target.contract ?? "guide"}`;
  if (target.gateway === "wawp" && target.values === "strings") return "wawp-strings";
  return target.gateway;
}

/** The faults of a body. A target without a schema is an error: a new gateway brings one. */
export function bodyFaults(target, body) {
  const name = schemaName(target);
  if (!validators.has(name)) validators.set(name, ajv.compile(JSON.parse(readFileSync(join(tests, "schemas", `${name}.schema.json`), "utf8"))));
  const validate = validators.get(name);
  return validate(body) ? [] : validate.errors.map((error) => `schema ${name}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
}

/** How many schemas were used so far. */
export const used = () => [...validators.keys()].sort();
