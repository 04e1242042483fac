// Questions to the module.
import { call } from "./engine.js";
import { TargetError } from "./errors.js";
import { Frame } from "./read.js";
import { OPTIONS } from "./wire.js";

/** Asks the module a question, and returns its answer. */
export function ask(question, frame, now = Date.now(), isHostStale = false) {
  return call((buffers) => buffers.ask(question, frame, now, isHostStale));
}

/** Options as a frame. Throws a `TargetError` if anything is wrong with them. */
export function judged(options) {
  const frame = Frame.ofOptions(options);
  const { ok, issues } = ask(OPTIONS, frame);
  if (!ok) throw new TargetError(issues);
  return frame;
}
