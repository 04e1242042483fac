// The package's functions. Every entry point exports them; index.d.ts documents them.
import { ask, judged } from "./ask.js";
import { Builder } from "./builder.js";
import { hold } from "./engine.js";
import { expectArguments, TargetError } from "./errors.js";
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
  SAME_MESSAGE,
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

/** Builds the request of an operation: sending an event, unless another one is given. `changes` are applied to its event. */
function build(input, target, options, { operation, messageId, changes }) {
  const now = Date.now();
  // Read once, now, so the event is that of the request even if the caller changes the input later.
  const [inputFrame, optionsFrame] = [Frame.of(input), Frame.ofOptions(options)];
  const targetFrame = Frame.of(target, operation, messageId);
  const result = askShown(BUILD_REQUEST, Frame.join(optionsFrame, targetFrame, inputFrame), zonedOf, now);
  if (result.ok) result.value = built(result.value.request, { optionsFrame, targetFrame, inputFrame, now, changes, event: undefined, fingerprint: undefined });
  return result;
}

export function buildCall(input, library, options) {
  expectArguments(arguments, "an event", "a library");
  const frame = Frame.join(Frame.ofOptions(options), Frame.of(library, undefined, undefined, input));
  const result = askShown(BUILD_CALL, frame, zonedOf);
  if (result.ok) result.value = JSON.parse(result.value.request.body, dated);
  return result;
}

/** The start of what was built, if it names a zone. */
const zonedOf = (value) => (Object.hasOwn(value, "zoned") ? value.zoned : undefined);

/** A reviver that turns the module's `{ $date }` into a `Date`. A text of an event is never an object. */
function dated(name, value) {
  return typeof value === "object" && Object.hasOwn(value, "$date") ? new Date(value.$date) : value;
}

export function createBuilder(target, options) {
  expectArguments(arguments, "a target");
  const optionsFrame = Frame.ofOptions(options);
  const targetFrame = Frame.of(target);
  const builder = openBuilder(targetFrame, optionsFrame);
  const { value: { request: draft, keyHeader }, warnings } = builder.opening;
  const changeFrame = Frame.join(targetFrame, Frame.of(undefined, undefined));

  const build = (input) => {
    const now = Date.now();
    const inputFrame = Frame.of(input);
    let answer = builder.build(inputFrame, now, false);
    const { zone, seconds, offset } = answer;
    if (zone && isStale(zone, seconds, offset)) answer = builder.build(inputFrame, now, true);
    const { body, report, key } = answer;
    if (report?.ok === false) return report;
    const headers = { ...draft.headers };
    if (keyHeader) headers[keyHeader] = key;
    const request = { ...draft, headers, body, missingSecrets: [...draft.missingSecrets] };
    const given = { optionsFrame, targetFrame: changeFrame, inputFrame, now, changes: undefined, event: undefined, fingerprint: key || undefined };
    const value = built(request, given);
    return { ok: true, value, warnings: report?.warnings ?? [] };
  };
  return { build, warnings };
}

export function buildLines(lines, target, options) {
  expectArguments(arguments, "lines", "a target");
  const { taken: { signal, onProgress }, rest } = part(options, "signal", "onProgress");
  const optionsFrame = Frame.ofOptions(rest);
  const builder = openBuilder(Frame.of(target), optionsFrame, [
    ...misfits("signal", signal, "AbortSignal", () => typeof signal.throwIfAborted === "function"),
    ...misfits("onProgress", onProgress, "function", () => typeof onProgress === "function"),
  ]);
  const read = (piece, isLast) => builder.lines(piece, isLast);
  const { warnings } = builder.opening;
  return Object.assign(kept(answers(lines, read, { signal: signal ?? undefined, onProgress })), { warnings });
}

/** Releases the instance when an unfinished iterator of lines is garbage collected. */
const abandoned = /* @__PURE__ */ (() => globalThis.FinalizationRegistry && new FinalizationRegistry((lease) => lease.end?.()))();

/** The same iterator, which keeps the instance from being replaced until it ends. */
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
  // The caller's own gateway brings its schema along, or has none.
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

/** Opens a builder in the module. `faults` are those of the options that the module does not read. */
function openBuilder(targetFrame, optionsFrame, faults = []) {
  const message = (fault, language) => ask(FORMAT_ISSUE, Frame.join(language, Frame.of(undefined), Frame.ofData(fault))).value;
  const issues = faults.map((fault) => ({ ...fault, message: message(fault, optionsFrame) ?? message(fault, Frame.of(undefined)) }));
  const builder = new Builder(optionsFrame, targetFrame);
  const { opening } = builder;
  if (!opening.ok) issues.unshift(...opening.issues);
  if (issues.length > 0) throw new TargetError(issues);
  return builder;
}

/** Checks an event with options. */
function judge(input, optionsFrame) {
  const result = parse(PARSE_EVENT, input, optionsFrame, (event) => event.start);
  if (result.ok) freeze(result.value);
  return result;
}

/** Parses a value with options; `startOf` returns the time that the host might show. */
function parse(question, value, optionsFrame, startOf) {
  const frame = Frame.join(optionsFrame);
  frame.add(value);
  return askShown(question, frame, startOf);
}

/** Asks a question. If the host would show the start in the answer wrongly, asks again with that fact, so that the
 *  module warns. */
function askShown(question, frame, startOf, now = Date.now()) {
  const result = ask(question, frame, now);
  const start = result.ok && startOf ? startOf(result.value) : undefined;
  if (start === undefined || !Object.hasOwn(start, "timeZone")) return result;
  if (!isStale(start.timeZone, start.epochSeconds, offsetOf(start.rfc3339))) return result;
  return ask(question, frame, now, true);
}

/** The key of a function that returns the data for `event` and `fingerprint`. A function, because no proxy wraps its
 *  result. */
const GIVEN = /* @__PURE__ */ Symbol("given");

/** A descriptor without a prototype, so `Object.prototype` cannot change it. A literal with `__proto__: null` would be
 *  slow. */
const bare = (descriptor) => Object.setPrototypeOf(descriptor, null);

/**
 * Own getters, so `structuredClone`, a spread and JSON include their results. All values share the same functions,
 * because engines keep an object shape for each getter function, and with it everything that the function closes over.
 */
const lazy = (work) => bare({
  configurable: true,
  enumerable: true,
  get() {
    return work(this[GIVEN]());
  },
});
const event = /* @__PURE__ */ lazy((given) => (given.event ??= freeze(eventOf(given))));
const fingerprint = /* @__PURE__ */ lazy((given) => (given.fingerprint ??= fingerprintOf(given)));

const hidden = /* @__PURE__ */ bare({ value: undefined });

/** The value that is returned: a request, its event and its fingerprint. */
function built(request, given) {
  const value = { request };
  hidden.value = () => given;
  Object.defineProperty(value, GIVEN, hidden);
  hidden.value = undefined;
  Object.defineProperty(value, "event", event);
  return Object.defineProperty(value, "fingerprint", fingerprint);
}

function eventOf({ optionsFrame, inputFrame, now, changes }) {
  const { value } = ask(PARSE_EVENT, Frame.join(optionsFrame, inputFrame), now);
  return value && Object.assign(value, changes);
}

function fingerprintOf({ optionsFrame, targetFrame, inputFrame, now }) {
  return ask(FINGERPRINT, Frame.join(optionsFrame, targetFrame, inputFrame), now);
}
