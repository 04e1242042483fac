// Questions to the module. The numbers stand in its src/wasm/mod.rs too.
import { call } from "./engine.js";
import { TargetError } from "./errors.js";
import { Frame } from "./read.js";

export const [
  PARSE_EVENT, PARSE_TIME, PARSE_RECIPIENT, BUILD_REQUEST, FINGERPRINT, STALE_ZONE, PARSE_REPLY, PARSE_RSVP, SAME_MESSAGE,
  AUTHORIZE, BODY_SCHEMA, FORMAT_ISSUE, , BUILD_CALL, OPTIONS,
] = Array(15).keys();

/** What the module returns for a question. */
export function ask(question, { slots, text }, now = Date.now()) {
  return JSON.parse(call((module) => module.ask(question, slots, text, now)));
}

/** Options as they cross, if nothing is wrong with them. */
export function judged(options) {
  const frame = Frame.ofOptions(options);
  const { ok, issues } = ask(OPTIONS, frame);
  if (!ok) throw new TargetError(issues);
  return frame;
}
