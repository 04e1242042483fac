// The package's functions. Every door exports these; what each takes and gives is said in index.d.ts.
import { call, generation } from "./engine.js";
import { TargetError } from "./errors.js";
import * as facts from "./facts.js";
import { count, isSame } from "./guests.js";
import { isStale } from "./host.js";
import { pairsOf } from "./overlaps.js";
import { Frame, ReplyFrame } from "./read.js";
import { schemas } from "./schemas.js";

export { InternalError, NotInitializedError, TargetError } from "./errors.js";

export const gateways = /* @__PURE__ */ freeze(facts.gateways);
export const versions = /* @__PURE__ */ freeze(facts.versions);

export function parseEvent(input, options) {
  expectArguments(arguments, "an event");
  return ask("parseEvent", input, options, (event) => freeze(event).start);
}

export function parseTime(input, options) {
  expectArguments(arguments, "a time");
  return ask("parseTime", input, options, (time) => time);
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
  const event = Frame.join(optionsFrame, inputFrame);
  const { slots, text } = Frame.join(optionsFrame, Frame.of(target), inputFrame);
  const result = JSON.parse(call((module) => module.buildRequest(slots, text, now)));
  if (result.ok) {
    const { request } = result.value;
    const zoned = Object.hasOwn(result.value, "zoned") ? result.value.zoned : undefined;
    const parse = (module) => JSON.parse(module.parseEvent(event.slots, event.text, now)).value;
    const identify = (module) => module.fingerprint(slots, text, now);
    result.value = built(request, () => call(parse), () => call(identify));
    return withHostChecked(result, zoned, optionsFrame);
  }
  return result;
}

export function createBuilder(target, options) {
  expectArguments(arguments, "a target");
  const optionsFrame = Frame.of(options);
  const frame = Frame.join(optionsFrame, Frame.of(target));
  const open = (module) => new module.Builder(frame.slots, frame.text, Date.now());
  let builder;
  try {
    builder = call(open);
  } catch (failed) {
    throw typeof failed === "string" ? new TargetError(JSON.parse(failed).issues) : failed;
  }
  const warnings = JSON.parse(builder.warnings);
  const endpoint = JSON.parse(builder.endpoint);
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
    const body = use((current) => current.build(slots, text, now));
    const answer = body === undefined ? JSON.parse(use((current) => current.answer())) : undefined;
    if (answer?.ok === false) return answer;
    const request = {
      ...endpoint,
      headers: { ...endpoint.headers },
      body: body ?? answer.value,
      missingSecrets: [...endpoint.missingSecrets],
    };
    const parse = (current) => JSON.parse(current.event(slots, text, now));
    const identify = (current) => current.fingerprint(slots, text, now);
    const value = built(request, () => use(parse), () => use(identify));
    const result = { ok: true, value, warnings: answer?.warnings ?? [] };
    const { zonedSeconds, zonedOffset } = builder;
    // Not a number where the start names no zone, which is the common case.
    return zonedSeconds === zonedSeconds
      ? withHostAt(result, builder.zonedName, zonedSeconds, zonedOffset, optionsFrame)
      : result;
  };
  return { build, warnings };
}

export function authorize(request, secrets) {
  expectArguments(arguments, "a request", "secrets");
  const { slots, text } = Frame.of(secrets, request);
  const result = JSON.parse(call((module) => module.authorize(slots, text)));
  if (!result.ok) throw new TargetError(result.issues);
  return result.value;
}

export function parseReply(gateway, reply, options) {
  expectArguments(arguments, "a gateway", "a reply");
  const { slots, text } = Frame.join(Frame.of(options, gateway), ReplyFrame.of(reply));
  const now = Date.now();
  const result = JSON.parse(call((module) => module.parseReply(slots, text, now)));
  if (!result.ok) throw new TargetError(result.issues);
  return result.value;
}

export function bodySchema(target) {
  expectArguments(arguments, "a target");
  const { slots, text } = Frame.of(target);
  const result = JSON.parse(call((module) => module.bodySchema(slots, text)));
  if (!result.ok) throw new TargetError(result.issues);
  return structuredClone(schemas[result.value]);
}

export function parseRsvp(gateway, webhook, options) {
  expectArguments(arguments, "a gateway", "a webhook");
  const form = Frame.ofWebhook(parsed(webhook));
  const { slots, text } = Frame.join(Frame.of(options, gateway), form);
  return JSON.parse(call((module) => module.parseRsvp(slots, text, Date.now())));
}

export function tally(rsvps) {
  expectArguments(arguments, "answers");
  return count(rsvps);
}

export function sameRecipient(one, other) {
  expectArguments(arguments, "a recipient", "another recipient");
  return isSame(one, other);
}

export function sameMessage(one, other) {
  expectArguments(arguments, "a message id", "another message id");
  const areTexts = typeof one === "string" && typeof other === "string";
  return areTexts && call((module) => module.sameMessage(one, other));
}

export function findOverlaps(events) {
  expectArguments(arguments, "a list of events");
  return pairsOf(events);
}

/** What a webhook's JSON text says; anything else, and a text that is no JSON, stays what it is. */
function parsed(webhook) {
  try {
    return typeof webhook === "string" ? JSON.parse(webhook) : webhook;
  } catch {
    return webhook;
  }
}

/** Runs a function of the module over a value and options; `startOf` says which time the host shows. */
function ask(name, value, options, startOf) {
  const optionsFrame = Frame.of(options);
  const { slots, text } = Frame.join(optionsFrame, Frame.of(value));
  const now = Date.now();
  const result = JSON.parse(call((module) => module[name](slots, text, now)));
  return result.ok && startOf ? withHostChecked(result, startOf(result.value), optionsFrame) : result;
}

/** The result, with a warning where the host would show the start wrongly. */
function withHostChecked(result, start, optionsFrame) {
  if (start === undefined || !Object.hasOwn(start, "timeZone")) return result;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(start.rfc3339) ?? [0, "+", 0, 0];
  const offset = (sign === "-" ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
  return withHostAt(result, start.timeZone, start.epochSeconds, offset, optionsFrame);
}

function withHostAt(result, timeZone, epochSeconds, offsetSeconds, { slots, text }) {
  if (!isStale(timeZone, epochSeconds, offsetSeconds)) return result;
  const stale = JSON.parse(call((module) => module.staleZone(slots, text, timeZone)));
  if (!stale.ok) return stale;
  // Warnings stand in the order of the fields.
  const before = result.warnings.filter(({ path }) => ["to", "name", "start"].includes(path[0]));
  result.warnings = [...before, ...stale.warnings, ...result.warnings.slice(before.length)];
  return result;
}

/** A caller's fault, which is thrown: data faults are results. */
function expectArguments(given, ...needed) {
  if (given.length < needed.length) {
    throw new TypeError(`waevent: ${needed[given.length]} is missing from the arguments`);
  }
}

/** A request, its event and its fingerprint; the latter two are worked out when they are first read. */
function built(request, parse, identify) {
  let event;
  let fingerprint;
  return {
    request,
    get event() {
      return (event ??= freeze(parse()));
    },
    get fingerprint() {
      return (fingerprint ??= identify());
    },
  };
}

function freeze(value) {
  if (typeof value === "object" && value !== null) {
    Object.values(Object.freeze(value)).forEach(freeze);
  }
  return value;
}
