// From a description to a gateway: a module judges it, an instance for each.
import { expectArguments, InternalError, TargetError } from "./errors.js";
import { withMessage } from "./messages.js";
import { freeze } from "./plain.js";
import { Frame, ownGateways } from "./read.js";
import * as glue from "./waevent_define.js";
import { DESCRIPTION_DEPTH, DESCRIPTION_ITEMS, UNREAD } from "./wire.js";

let compile;
let isStarted = false;

/** Says how the module is come by. */
export function start(way) {
  compile = way;
}

/** Stands for a gateway in targets. It has the facts of one that ships; what makes it one is not within its reach. */
class OwnGateway {
  constructor(facts) {
    freeze(Object.assign(this, facts));
  }
}

/** Of what has too many fields or items it crosses how many there are, which is then reported. */
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
