// Validates the body of a request with the JSON Schema of what its target sends.
import Ajv from "ajv/dist/2020.js";
import { load } from "./files.mjs";

const { bodySchema } = await load();

const ajv = new Ajv({ allErrors: true, strict: true });
const validators = new Map();

/** The faults of a body, by the schema that the package has for its target, and for what it asks for. */
export function bodyFaults(target, body, operation) {
  const schema = bodySchema(target, operation);
  const text = JSON.stringify(schema);
  if (!validators.has(text)) validators.set(text, ajv.compile(schema));
  const validate = validators.get(text);
  return validate(body) ? [] : validate.errors.map((error) => `schema of ${target.gateway}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
}

/** How many schemas were used so far. */
export const used = () => validators.size;
