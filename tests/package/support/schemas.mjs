// Validates a request's body with the JSON Schema of its target.
import Ajv from "ajv/dist/2020.js";
import { load } from "./files.mjs";

const { bodySchema } = await load();

const ajv = new Ajv({ allErrors: true, strict: true });
const validators = new Map();

/** The faults of a body according to the package's schema for its target and operation. */
export function bodyFaults(target, body, operation) {
  const schema = bodySchema(target, operation);
  const text = JSON.stringify(schema);
  if (!validators.has(text)) validators.set(text, ajv.compile(schema));
  const validate = validators.get(text);
  return validate(body) ? [] : validate.errors.map((error) => `schema of ${target.gateway}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
}

/** How many schemas have been used so far. */
export const used = () => validators.size;
