// Questions to the module.
import { call } from "./engine.js";
import { TargetError } from "./errors.js";
import { Frame } from "./read.js";
import { OPTIONS } from "./wire.js";

/** What the module returns for a question. */
export function ask(question, frame, now = Date.now(), isHostStale = false) {
  return call((buffers) => buffers.ask(question, frame, now, isHostStale));
}

/** Options as they cross, if nothing is wrong with them. */
export function judged(options) {
  const frame = Frame.ofOptions(options);
  const { ok, issues } = ask(OPTIONS, frame);
  if (!ok) throw new TargetError(issues);
  return frame;
}
