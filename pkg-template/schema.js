// The schema of an event for form libraries and servers: Standard Schema and Standard JSON Schema.
import { input, output } from "./schemas.js";

/** Everything in the two shapes means the same in both drafts. */
const DRAFTS = new Map([
  ["draft-2020-12", "https://json-schema.org/draft/2020-12/schema"],
  ["draft-07", "http://json-schema.org/draft-07/schema#"],
]);

const inDraft = (shape) => (options) => {
  const $schema = DRAFTS.get(options?.target);
  if ($schema === undefined) {
    throw new TypeError("waevent: there is a JSON Schema for draft-2020-12 and for draft-07 only");
  }
  return { $schema, ...structuredClone(shape) };
};

/** The schema of the events for which `judge` returns a result. */
export function schemaOf(judge) {
  const validate = (value) => {
    const result = judge(value);
    // Some libraries treat every result with the key `value` as valid.
    return result.ok ? { value: result.value } : { issues: result.issues };
  };
  const jsonSchema = { input: inDraft(input), output: inDraft(output) };
  return { "~standard": { version: 1, vendor: "waevent", validate, jsonSchema } };
}
