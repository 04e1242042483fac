// The package's functions. Every door exports these; what each takes and gives is said in index.d.ts.
import { call, generation } from "./engine.js";
import { TargetError } from "./errors.js";
import * as facts from "./facts.js";
import { Frame } from "./read.js";

export { InternalError, NotInitializedError, TargetError } from "./errors.js";

export const gateways = /* @__PURE__ */ freeze(facts.gateways);
export const versions = /* @__PURE__ */ freeze(facts.versions);

export function parseEvent(input, options) {
  expectArguments(arguments, "an event");
  const result = ask("parseEvent", input, options);
  if (result.ok) freeze(result.value);
  return result;
}

export function parseTime(input, options) {
  expectArguments(arguments, "a time");
  return ask("parseTime", input, options);
}

export function parseRecipient(text, options) {
  expectArguments(arguments, "a recipient");
  return ask("parseRecipient", text, options);
}

export function buildRequest(input, target, options) {
  expectArguments(arguments, "an event", "a target");
  const now = Date.now();
  // Read once and now, so that the event is the one of the request, whatever becomes of the input.
  const [inputFrame, optionsFrame] = [Frame.of(input), Frame.of(options)];
  const event = Frame.join(inputFrame, optionsFrame);
  const { slots, text } = Frame.join(inputFrame, Frame.of(target), optionsFrame);
  const result = call((module) => module.buildRequest(slots, text, now));
  if (result.ok) {
    const parse = (module) => module.parseEvent(event.slots, event.text, now).value;
    result.value = new Built(result.value, () => call(parse));
  }
  return result;
}

export function createBuilder(target, options) {
  expectArguments(arguments, "a target");
  const frame = Frame.of(target, options);
  const open = (module) => new module.Builder(frame.slots, frame.text, Date.now());
  let builder;
  try {
    builder = call(open);
  } catch (failed) {
    throw Array.isArray(failed?.issues) ? new TargetError(failed.issues) : failed;
  }
  const { warnings, endpoint } = builder;
  let owner = generation;

  /** Uses the builder; where its instance trapped and was replaced, a new one is made first. */
  const use = (action) => call((module) => {
    if (owner !== generation) {
      builder = open(module);
      owner = generation;
    }
    return action(builder);
  });

  const build = (input) => {
    const now = Date.now();
    const { slots, text } = Frame.of(input);
    const answer = use((current) => current.build(slots, text, now));
    const isPlain = typeof answer === "string";
    if (!isPlain && !answer.ok) return answer;
    const request = {
      ...endpoint,
      headers: { ...endpoint.headers },
      body: isPlain ? answer : answer.value,
      missingSecrets: [...endpoint.missingSecrets],
    };
    const value = new Built(request, () => use((current) => current.event(slots, text, now)));
    return { ok: true, value, warnings: isPlain ? [] : answer.warnings };
  };
  return { build, warnings };
}

export function authorize(request, secrets) {
  expectArguments(arguments, "a request", "secrets");
  const { slots, text } = Frame.of(request, secrets);
  const result = call((module) => module.authorize(slots, text));
  if (!result.ok) throw new TargetError(result.issues);
  return result.value;
}

/** Runs a function of the module over a value and options. */
function ask(name, value, options) {
  const { slots, text } = Frame.of(value, options);
  const now = Date.now();
  return call((module) => module[name](slots, text, now));
}

/** A caller's fault, which is thrown: data faults are results. */
function expectArguments(given, ...needed) {
  if (given.length < needed.length) {
    throw new TypeError(`waevent: ${needed[given.length]} is missing from the arguments`);
  }
}

/** A request and its event, which is worked out when it is first read. */
class Built {
  constructor(request, parse) {
    this.request = request;
    let event;
    Object.defineProperty(this, "event", {
      enumerable: true,
      get: () => (event ??= freeze(parse())),
    });
  }
}

function freeze(value) {
  if (typeof value === "object" && value !== null) {
    Object.values(Object.freeze(value)).forEach(freeze);
  }
  return value;
}
