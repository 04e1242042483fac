// From a description to a gateway: a module judges it, an instance for each.
import { expectArguments, InternalError, TargetError } from "./errors.js";
import { withMessage } from "./messages.js";
import { freeze } from "./plain.js";
import { DataFrame, ownGateways } from "./read.js";
import * as glue from "./waevent_define.js";

/** One level more than a description may have, which makes the excess a fault; src/wasm/frame.rs has the same. */
const DEPTH = 17;

let compile;
let isStarted = false;

/** Says how the module is come by. */
export function start(way) {
  compile = way;
}

/** Stands for a gateway in targets. It has the facts of one that ships. */
class OwnGateway {
  constructor(facts, lines) {
    ownGateways.set(this, lines);
    freeze(Object.assign(this, facts));
  }
}

export function defineGateway(description, options) {
  expectArguments(arguments, "a description");
  const frame = new DataFrame();
  frame.add(description, DEPTH);
  const { issues, facts, lines } = JSON.parse(judge(frame));
  if (issues) throw new TargetError(issues.map((issue) => withMessage(issue, options)));
  return new OwnGateway(facts, lines);
}

/** Nothing stays of an instance: not what it took of memory, nor what a trap left. */
function judge({ slots, text }) {
  try {
    if (isStarted) glue.__wbg_reset_state();
    else glue.initSync({ module: compile() });
    isStarted = true;
    return glue.define(slots, text);
  } catch (error) {
    throw new InternalError(error);
  }
}
