// An event as a schema that forms and servers take: Standard Schema and Standard JSON Schema.
import { input, output } from "./schemas.js";

/** Nothing in the two shapes means something else from one draft to the next. */
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
    // There are libraries that take any result with the key `value` for a good one.
    return result.ok ? { value: result.value } : { issues: result.issues };
  };
  const jsonSchema = { input: inDraft(input), output: inDraft(output) };
  return { "~standard": { version: 1, vendor: "waevent", validate, jsonSchema } };
}
