// Turns a description into a gateway. A module checks the description, in a new instance for each.
import { expectArguments, InternalError, TargetError } from "./errors.js";
import { withMessage } from "./messages.js";
import { freeze } from "./plain.js";
import { Frame, ownGateways } from "./read.js";
import * as glue from "./waevent_define.js";
import { DESCRIPTION_DEPTH, DESCRIPTION_ITEMS, UNREAD } from "./wire.js";

let compile;
let isStarted = false;

/** Sets the function that returns the compiled module. */
export function start(way) {
  compile = way;
}

/** A gateway in targets, with the same facts as a built-in one. Its lines are kept in `ownGateways`, out of reach. */
class OwnGateway {
  constructor(facts) {
    freeze(Object.assign(this, facts));
  }
}

/** If a list has too many items, their number crosses too, so it can be reported. */
class DescriptionFrame extends Frame {
  addList(list, depth) {
    const more = list.length - DESCRIPTION_ITEMS;
    if (depth === 0 || !(more > 0)) return super.addList(list, depth);
    const { length } = this.slots;
    super.addList(Array.prototype.slice.call(list, 0, DESCRIPTION_ITEMS), depth);
    this.slots[length + 1] += 1;
    this.put(UNREAD, more);
  }
}

export function defineGateway(description, options) {
  expectArguments(arguments, "a description");
  const frame = new DescriptionFrame();
  frame.add(description, DESCRIPTION_DEPTH);
  const { issues, facts, lines } = JSON.parse(judge(frame));
  if (issues) throw new TargetError(issues.map((issue) => withMessage(issue, options)));
  const gateway = new OwnGateway(facts);
  ownGateways.set(gateway, lines);
  return gateway;
}

/** Checks a description in a new instance, so neither its memory nor the effects of a trap remain. */
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
