// A gateway of one's own, which a command names by the file of its description.
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { defineGateway } from "../define.js";

/** A description takes a sixteenth of it. */
const MOST_BYTES = 1 << 18;

/** The gateway that the words name by a file; nothing where they name one by its id, which has neither a dot nor a slash. */
export function ownGateway(words, UsageError) {
  const { values: { gateway: file } } = parseArgs({ args: words, options: { gateway: { type: "string" } }, strict: false });
  if (typeof file !== "string" || !/[./\\]/.test(file)) return undefined;
  if (statSync(file).size > MOST_BYTES) throw new UsageError(`${file} is too large for a description of a gateway`);
  let description;
  try {
    description = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} is no JSON: ${error.message}`);
    throw error;
  }
  return defineGateway(description);
}

/** That a field of its target is an option of the command already. */
export function expectOtherNames({ target }, options, UsageError) {
  const field = target.find(({ name }) => options.includes(name));
  if (field !== undefined) throw new UsageError(`call the field "${field.name}" of the description otherwise: it is an option of the command`);
}
