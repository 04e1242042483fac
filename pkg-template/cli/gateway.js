// A gateway of the user's own, which a command names by the file of its description.
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { defineGateway } from "../define.js";

/** The largest file that is read. A description takes at most a sixteenth of it. */
const MOST_BYTES = 1 << 18;

/** The gateway whose file the arguments name; undefined if they name a gateway by its id, which has neither a dot nor a
 *  slash. */
export function ownGateway(words, UsageError) {
  const { values: { gateway: file } } = parseArgs({ args: words, options: { gateway: { type: "string" } }, strict: false });
  if (typeof file !== "string" || !/[./\\]/.test(file)) return undefined;
  if (statSync(file).size > MOST_BYTES) throw new UsageError(`${file} is too large for a gateway description`);
  let description;
  try {
    description = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} is not JSON: ${error.message}`);
    throw error;
  }
  return defineGateway(description);
}

/** Throws if a field of the gateway's target has the name of an option of the command. */
export function expectOtherNames({ target }, options, UsageError) {
  const field = target.find(({ name }) => options.includes(name));
  if (field !== undefined) throw new UsageError(`rename the field "${field.name}" of the description: the command has an option of that name`);
}
