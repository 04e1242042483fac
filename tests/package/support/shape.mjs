// Checks that a result is what the types say: plain data, one of two shapes, and the same after a detour through JSON.
import assert from "node:assert/strict";
import { INHERITED } from "./odd.mjs";

const isBuilt = (value) => value !== null && typeof value === "object" && Object.keys(value).join() === "request,event,fingerprint";

/** Throws if a value is anything that JSON cannot express exactly. */
function assertPlain(value, at) {
  if (value === null || ["string", "boolean"].includes(typeof value)) return;
  if (typeof value === "number") return assert.ok(Number.isFinite(value) && !Object.is(value, -0), `${at}: ${value}`);
  assert.equal(typeof value, "object", `${at}: a ${typeof value}`);
  const prototype = Object.getPrototypeOf(value);
  assert.ok(prototype === (Array.isArray(value) ? Array.prototype : Object.prototype), `${at}: not plain`);
  const isLength = (key) => Array.isArray(value) && key === "length";
  // What an event and a fingerprint are computed from is under one symbol, which neither loops nor copies see.
  const isEnumerable = (key) => Object.prototype.propertyIsEnumerable.call(value, key);
  const isHidden = (key) => isBuilt(value) && typeof key === "symbol" && key.description === "given" && !isEnumerable(key);
  const own = Reflect.ownKeys(value).filter((key) => !isLength(key) && !isHidden(key));
  assert.deepEqual(own, Object.keys(value), `${at}: a key that JSON does not show`);
  for (const key of own) assertPlain(value[key], `${at}.${key}`);
}

function assertIssues(issues, at) {
  assert.ok(Array.isArray(issues), at);
  for (const issue of issues) {
    assert.ok(["code", "message"].every((key) => typeof issue[key] === "string" && issue[key] !== ""), `${at}: ${JSON.stringify(issue)}`);
    // An issue about the whole list has no path.
    assert.ok(Array.isArray(issue.path) && (issue.path.length > 0) === (issue.code !== "more_issues"), `${at}: no path`);
    assert.ok(issue.path.every((part) => typeof part === "string" || Number.isInteger(part)), `${at}: ${JSON.stringify(issue.path)}`);
    assert.deepEqual(Object.keys(issue).filter((key) => !["code", "path", "params", "message"].includes(key)), [], at);
  }
}

/** Checks a Result. `why` names the input in failures. */
export function assertResult(result, why) {
  assertPlain(result, why);
  assert.deepEqual(Object.keys(result).sort(), result.ok === true ? ["ok", "value", "warnings"] : ["issues", "ok", "warnings"], why);
  assertIssues(result.warnings, why);
  if (!result.ok) {
    assertIssues(result.issues, why);
    assert.ok(result.issues.length > 0, `${why}: failed without a reason`);
  }
  const text = JSON.stringify(result);
  // A built request and its event lose their class in JSON, so they are compared as text.
  assert.equal(JSON.stringify(JSON.parse(text)), text, why);
  assert.ok(!text.includes(INHERITED), `${why}: something inherited was read`);
  return text;
}

/** Checks a call that may throw a TargetError and nothing else. */
export function orTargetError(entryPoint, why, call) {
  try {
    return call();
  } catch (error) {
    assert.ok(error instanceof entryPoint.TargetError, `${why}: ${error?.stack ?? String(error)}`);
    assertIssues(error.issues, why);
    assertPlain(error.issues, why);
    assert.ok(error.issues.length > 0, why);
    assert.ok(!JSON.stringify([error.issues, error.message]).includes(INHERITED), `${why}: something inherited was read`);
    return undefined;
  }
}

/** Checks what `parseReply` returns for any argument. `isSent` says whether it may mean sent. */
export function assertReply(reply, why, isSent = true) {
  assertPlain(reply, why);
  const text = JSON.stringify(reply);
  assert.ok(!text.includes(INHERITED), `${why}: something inherited was read`);
  if (isSent && ["sent", "accepted"].includes(reply.outcome)) {
    assert.deepEqual(Object.keys(reply), ["outcome", "messageId"], why);
    return text;
  }
  assert.ok(["not_sent", "unknown"].includes(reply.outcome), `${why}: ${text}`);
  assert.deepEqual(Object.keys(reply).filter((key) => key !== "retryAfterSeconds"), ["outcome", "code", "message", "retry"], why);
  assert.equal(reply.retry === "check_first", reply.outcome === "unknown", `${why}: ${text}`);
  assert.ok(reply.message.length > 0 && reply.message.length <= 500 && reply.message.isWellFormed?.() !== false, `${why}: ${text}`);
  return text;
}

/** Calls every function that takes `argument`, each time with new arguments from `make`. */
export function everyCall(entryPoint, argument, why, make) {
  const checked = (result) => assertResult(result, why);
  const calls = [
    ["parseEvent", ["input", "options"], (value) => checked(entryPoint.parseEvent(value.input, value.options))],
    ["parseTime", ["time", "options"], (value) => checked(entryPoint.parseTime(value.time, value.options))],
    ["parseRecipient", ["recipient", "options"], (value) => checked(entryPoint.parseRecipient(value.recipient, value.options))],
    ["buildRequest", ["input", "target", "options"], (value) => checked(entryPoint.buildRequest(value.input, value.target, value.options))],
    ["createBuilder", ["input", "target", "options"], (value) => orTargetError(entryPoint, why, () => {
      const builder = entryPoint.createBuilder(value.target, value.options);
      assertPlain(builder.warnings, why);
      checked(builder.build(value.input));
    })],
    ["eventSchema", ["input", "target", "options"], (value) => orTargetError(entryPoint, why, () => {
      for (const each of [value.options, { target: value.target }]) {
        const { value: event, issues } = entryPoint.eventSchema(each)["~standard"].validate(value.input);
        checked(issues === undefined ? { ok: true, value: event, warnings: [] } : { ok: false, issues, warnings: [] });
      }
    })],
    ["bodySchema", ["target"], (value) => orTargetError(entryPoint, why, () => assertPlain(entryPoint.bodySchema(value.target), why))],
    ["parseReply", ["reply", "options"], (value) => orTargetError(entryPoint, why, () => assertReply(entryPoint.parseReply("ryzeapi", value.reply, value.options), why))],
    ["authorize", ["request", "secrets"], (value) => orTargetError(entryPoint, why, () => assertPlain(entryPoint.authorize(value.request, value.secrets), why))],
  ];
  for (const [name, takes, call] of calls) {
    if (!takes.includes(argument)) continue;
    try {
      call(make());
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      assert.fail(`${name} with ${why} threw ${error?.stack ?? String(error)}`);
    }
  }
}
