// The package's functions. Every entry point exports these; what each takes and gives is said in index.d.ts.
import { ask, judged } from "./ask.js";
import { call, generation, hold } from "./engine.js";
import { expectArguments, InternalError, TargetError } from "./errors.js";
import * as facts from "./facts.js";
import { count, isSame } from "./guests.js";
import { isStale, offsetOf } from "./host.js";
import { answers } from "./lines.js";
import { pairsOf } from "./overlaps.js";
import { freeze, misfits, part, UNREADABLE } from "./plain.js";
import { DataFrame, Frame, ReplyFrame } from "./read.js";
import { schemaOf } from "./schema.js";
import { schemas } from "./schemas.js";
import { webhookIn } from "./webhook.js";
import {
  AUTHORIZE, BODY_SCHEMA, BUILD_CALL, BUILD_REQUEST, FINGERPRINT, FORMAT_ISSUE, PARSE_EVENT, PARSE_RECIPIENT, PARSE_REPLY, PARSE_RSVP, PARSE_TIME,
  SAME_MESSAGE, STALE_ZONE,
} from "./wire.js";

export { InternalError, NotInitializedError, TargetError } from "./errors.js";

export const gateways = /* @__PURE__ */ freeze(facts.gateways);
export const libraries = /* @__PURE__ */ freeze(facts.libraries);
export const versions = /* @__PURE__ */ freeze(facts.versions);

export function parseEvent(input, options) {
  expectArguments(arguments, "an event");
  return judge(input, Frame.ofOptions(options));
}

export function parseTime(input, options) {
  expectArguments(arguments, "a time");
  return parse(PARSE_TIME, input, Frame.ofOptions(options), (time) => time);
}

export function parseRecipient(text, options) {
  expectArguments(arguments, "a recipient");
  return parse(PARSE_RECIPIENT, text, Frame.ofOptions(options));
}

export function buildRequest(input, target, options) {
  expectArguments(arguments, "an event", "a target");
  return build(input, target, options, {});
}

export function buildEdit(input, messageId, target, options) {
  expectArguments(arguments, "an event", "a message id", "a target");
  return build(input, target, options, { operation: "edit", messageId });
}

export function buildCancel(messageId, target, options) {
  expectArguments(arguments, "a message id", "a target");
  const { taken: { event }, rest } = part(options, "event");
  return build(event, target, rest, { operation: "cancel", messageId, changes: { canceled: true } });
}

/** The request of an operation, which may change an event: to send, where no other is named. */
function build(input, target, options, { operation, messageId, changes }) {
  const now = Date.now();
  // Read once and now, so that the event is the one of the request, whatever becomes of the input.
  const [inputFrame, optionsFrame] = [Frame.of(input), Frame.ofOptions(options)];
  const frame = Frame.join(optionsFrame, Frame.of(target, operation, messageId), inputFrame);
  const result = ask(BUILD_REQUEST, frame, now);
  if (!result.ok) return result;
  const { request, zoned } = made(result.value);
  const parse = () => {
    const event = ask(PARSE_EVENT, Frame.join(optionsFrame, inputFrame), now).value;
    return event && { ...event, ...changes };
  };
  result.value = built(request, parse, () => ask(FINGERPRINT, frame, now));
  return withHostChecked(result, zoned, optionsFrame);
}

export function buildCall(input, library, options) {
  expectArguments(arguments, "an event", "a library");
  const optionsFrame = Frame.ofOptions(options);
  const result = ask(BUILD_CALL, Frame.join(optionsFrame, Frame.of(library, undefined, undefined, input)));
  if (!result.ok) return result;
  const { request, zoned } = made(result.value);
  result.value = JSON.parse(request.body, dated);
  return withHostChecked(result, zoned, optionsFrame);
}

/** What was made, and its start where it names a zone. */
const made = (value) => ({ request: value.request, zoned: Object.hasOwn(value, "zoned") ? value.zoned : undefined });

/** Makes a date of what the module writes for one. No text of an event is an object. */
function dated(name, value) {
  return typeof value === "object" && Object.hasOwn(value, "$date") ? new Date(value.$date) : value;
}

export function createBuilder(target, options) {
  expectArguments(arguments, "a target");
  const optionsFrame = Frame.ofOptions(options);
  let { builder, owner, endpoint, warnings, open } = openBuilder(target, optionsFrame);
  // Of the headers only one has no value yet: that of each event's own fingerprint, where the gateway takes one.
  const keyHeader = Object.keys(endpoint.headers).find((name) => endpoint.headers[name] === "");
  let timeZone;

  /** Uses the builder; where its instance was replaced, a new one is made first. */
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
    let body;
    let json;
    let zonedSeconds;
    let zonedOffset;
    use((current) => {
      body = current.build(slots, text, now);
      if (body === undefined) json = current.answer();
      ({ zonedSeconds } = current);
      // Not a number where the start names no zone.
      if (zonedSeconds !== zonedSeconds) return;
      ({ zonedOffset } = current);
      // Undefined where it is that of the event before: texts take long to cross.
      timeZone = current.zonedName ?? timeZone;
    });
    const answer = json && JSON.parse(json);
    if (answer?.ok === false) return answer;
    const detail = (isEvent) => () => JSON.parse(use((current) => current.detail(slots, text, now, isEvent)));
    const fingerprint = keyHeader && detail(false)();
    const request = {
      ...endpoint,
      headers: { ...endpoint.headers, ...(keyHeader && { [keyHeader]: fingerprint }) },
      body: body ?? answer.value,
      missingSecrets: [...endpoint.missingSecrets],
    };
    const value = built(request, detail(true), fingerprint ? () => fingerprint : detail(false));
    const result = { ok: true, value, warnings: answer?.warnings ?? [] };
    return zonedSeconds === zonedSeconds ? withHostAt(result, timeZone, zonedSeconds, zonedOffset, optionsFrame) : result;
  };
  return { build, warnings };
}

export function buildLines(lines, target, options) {
  expectArguments(arguments, "lines", "a target");
  const { taken: { signal, onProgress }, rest } = part(options, "signal", "onProgress");
  const optionsFrame = Frame.ofOptions(rest);
  let { builder, owner, warnings, open } = openBuilder(target, optionsFrame, [
    ...misfits("signal", signal, "AbortSignal", () => typeof signal.throwIfAborted === "function"),
    ...misfits("onProgress", onProgress, "function", () => typeof onProgress === "function"),
  ]);
  let hasBegun = false;
  const read = (piece, isLast) => call((module) => {
    if (owner !== generation) {
      // Half a line may have gone with the builder.
      if (hasBegun) throw new InternalError(new Error("the module was replaced between two pieces"));
      builder = open(module);
      owner = generation;
    }
    hasBegun = true;
    const bytes = builder.lines(piece, isLast, Date.now());
    return { bytes, counts: builder.answer() };
  });
  return Object.assign(kept(answers(lines, read, { signal: signal ?? undefined, onProgress })), { warnings });
}

/** Ends the hold of readings that were begun, and that nobody can ask for more. */
const abandoned = /* @__PURE__ */ (() => globalThis.FinalizationRegistry && new FinalizationRegistry((lease) => lease.end?.()))();

/** The same, and the instance stays what it is until the end. */
function kept(reading) {
  const lease = {};
  const lines = leased(reading, lease);
  abandoned?.register(lines, lease);
  return lines;
}

async function* leased(reading, lease) {
  lease.end = hold();
  try {
    return yield* reading;
  } finally {
    lease.end();
  }
}

export function authorize(request, secrets) {
  expectArguments(arguments, "a request", "secrets");
  const result = ask(AUTHORIZE, DataFrame.of(undefined, secrets, request));
  if (!result.ok) throw new TargetError(result.issues);
  return result.value;
}

export function parseReply(gateway, reply, options) {
  expectArguments(arguments, "a gateway", "a reply");
  const result = ask(PARSE_REPLY, Frame.join(Frame.ofOptions(options), Frame.of(gateway), ReplyFrame.of(reply)));
  if (!result.ok) throw new TargetError(result.issues);
  return result.value;
}

export function bodySchema(target, operation) {
  expectArguments(arguments, "a target");
  const result = ask(BODY_SCHEMA, Frame.of(undefined, operation, target));
  if (!result.ok) throw new TargetError(result.issues);
  const { value } = result;
  // A gateway of the caller's own has its schema with it, or none.
  if (value.startsWith("{")) return JSON.parse(value);
  return Object.hasOwn(schemas, value) ? structuredClone(schemas[value]) : undefined;
}

export function formatIssue(issue, language, reader) {
  expectArguments(arguments, "an issue");
  const result = ask(FORMAT_ISSUE, Frame.join(Frame.of({ language }, reader), Frame.ofData(issue)));
  if (!result.ok) throw new TypeError(`waevent: ${result.issues[0].message}`);
  return result.value;
}

export function eventSchema(options) {
  const { taken: { target }, rest } = part(options, "target");
  if (target !== undefined) {
    const builder = createBuilder(target === UNREADABLE ? null : target, rest);
    return schemaOf((event) => {
      const result = builder.build(event);
      return result.ok ? { ok: true, value: result.value.event } : result;
    });
  }
  const optionsFrame = judged(rest);
  return schemaOf((event) => judge(event, optionsFrame));
}

export function parseRsvp(gateway, webhook, options) {
  expectArguments(arguments, "a gateway", "a webhook");
  const form = Frame.ofData(webhookIn(webhook));
  return ask(PARSE_RSVP, Frame.join(Frame.ofOptions(options), Frame.of(gateway), form));
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
  return areTexts && ask(SAME_MESSAGE, Frame.of(undefined, one, other));
}

export function findOverlaps(events) {
  expectArguments(arguments, "a list of events");
  return pairsOf(events);
}

/**
 * A builder of the module, with what stands before every body, and what was odd about target and options. `faults` are
 * those of the options that the module does not read.
 */
function openBuilder(target, optionsFrame, faults = []) {
  const frame = Frame.join(optionsFrame, Frame.of(target));
  const open = (module) => new module.Builder(frame.slots, frame.text, Date.now());
  const message = (fault, language) => ask(FORMAT_ISSUE, Frame.join(language, Frame.of(undefined), Frame.ofData(fault))).value;
  const issues = faults.map((fault) => ({ ...fault, message: message(fault, optionsFrame) ?? message(fault, Frame.of(undefined)) }));
  let opened;
  try {
    opened = call((module) => {
      const builder = open(module);
      return { builder, owner: generation, json: builder.answer() };
    });
  } catch (failed) {
    if (typeof failed !== "string") throw failed;
    issues.unshift(...JSON.parse(failed).issues);
  }
  if (issues.length > 0) throw new TargetError(issues);
  const { json, ...rest } = opened;
  const { value: endpoint, warnings } = JSON.parse(json);
  return { ...rest, endpoint, warnings, open };
}

/** Judges an event under options. */
function judge(input, optionsFrame) {
  return parse(PARSE_EVENT, input, optionsFrame, (event) => freeze(event).start);
}

/** Parses a value under options; `startOf` says which time the host shows. */
function parse(question, value, optionsFrame, startOf) {
  const frame = Frame.join(optionsFrame);
  frame.add(value);
  const result = ask(question, frame);
  return result.ok && startOf ? withHostChecked(result, startOf(result.value), optionsFrame) : result;
}

/** The result, with a warning where the host would show the start wrongly. */
function withHostChecked(result, start, optionsFrame) {
  if (start === undefined || !Object.hasOwn(start, "timeZone")) return result;
  return withHostAt(result, start.timeZone, start.epochSeconds, offsetOf(start.rfc3339), optionsFrame);
}

function withHostAt(result, timeZone, epochSeconds, offsetSeconds, optionsFrame) {
  if (!isStale(timeZone, epochSeconds, offsetSeconds)) return result;
  const stale = ask(STALE_ZONE, Frame.join(optionsFrame, Frame.of(timeZone)));
  if (!stale.ok) return stale;
  // Warnings stand in the order of the fields.
  const before = result.warnings.filter(({ path }) => ["to", "name", "start"].includes(path[0]));
  result.warnings = [...before, ...stale.warnings, ...result.warnings.slice(before.length)];
  return result;
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
