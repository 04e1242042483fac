// How values are read: each own field once and nothing else, whatever a field does while it is read.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { load } from "./support/files.mjs";
import { EVENT, everyAnswer, TARGETS } from "./support/sample.mjs";
import { assertResult } from "./support/shape.mjs";

const entryPoint = await load();
const options = { now: "2030-01-01T00:00:00Z" };
const [target] = TARGETS;
const MINIMAL = { to: EVENT.to, name: EVENT.name, start: EVENT.start };
const told = (result) => (result.issues ?? []).map(({ code, path, params }) => [code, path.join("."), params?.found].join(" ").trim());
const text = (result) => assertResult(result, "a result");

/** The same fields behind getters; `seen` counts how often each is read. */
function watched(fields, seen, at = "") {
  const getters = {};
  for (const [name, value] of Object.entries(fields)) {
    const inner = value !== null && typeof value === "object" && !Array.isArray(value) ? watched(value, seen, `${at}${name}.`) : value;
    Object.defineProperty(getters, name, { enumerable: true, get() { seen[at + name] = (seen[at + name] ?? 0) + 1; return inner; } });
  }
  return getters;
}

test("every field is read once per call", () => {
  const once = (fields) => Object.fromEntries(Object.keys(fields).flatMap((name) =>
    [name, ...(name === "location" ? Object.keys(fields.location).map((part) => `location.${part}`) : [])].map((key) => [key, 1])));
  const calls = {
    parseEvent: (input, _, given) => entryPoint.parseEvent(input, given),
    buildRequest: (input, to, given) => entryPoint.buildRequest(input, to, given),
    build: (input, to, given) => entryPoint.createBuilder(to, given).build(input),
  };
  for (const [name, call] of Object.entries(calls)) {
    const seen = { input: {}, target: {}, options: {} };
    const result = call(watched(EVENT, seen.input), watched(target, seen.target), watched(options, seen.options));
    const event = name === "parseEvent" ? result.value : result.value.event;
    assert.equal(event.location.name, EVENT.location.name);
    assert.equal(text(result), text(call(EVENT, target, options)), name);
    assert.deepEqual(seen, { input: once(EVENT), target: name === "parseEvent" ? {} : once(target), options: once(options) }, name);
  }
  const seen = {};
  entryPoint.authorize(watched(entryPoint.buildRequest(EVENT, target).value.request, seen), watched({ token: "t" }, seen));
  assert.ok(Object.keys(seen).length > 5 && Object.values(seen).every((count) => count === 1), JSON.stringify(seen));
});

test("every field is read once even if the host's zone data is used and out of date", () => {
  const { formatToParts } = Intl.DateTimeFormat.prototype;
  Intl.DateTimeFormat.prototype.formatToParts = () => [{ type: "timeZoneName", value: "GMT+01:23" }];
  try {
    const input = { ...MINIMAL, start: "2037-09-10T14:00", timeZone: "Asia/Tokyo" };
    const calls = [(given) => entryPoint.parseEvent(input, given), (given) => entryPoint.parseTime(input.start, given), (given) => entryPoint.buildRequest(input, target, given),
      (given) => entryPoint.createBuilder(target, given).build(input)];
    for (const call of calls) {
      const seen = {};
      const result = call(watched({ ...options, timeZone: "Asia/Tokyo", strict: false }, seen));
      assert.deepEqual([result.ok, result.warnings.map(({ code }) => code)], [true, ["host_time_zone_stale"]]);
      assert.deepEqual(seen, { now: 1, timeZone: 1, strict: 1 });
    }
    // Changes after the builder was made do not change its results.
    const changing = { ...options };
    const builder = entryPoint.createBuilder(target, changing);
    changing.strict = true;
    assert.equal(builder.build(input).ok, true);
  } finally {
    Intl.DateTimeFormat.prototype.formatToParts = formatToParts;
  }
});

test("an unreadable field is an issue of that field", () => {
  const refuse = { enumerable: true, get() { throw new Error("no"); } };
  for (const name of ["name", "description", "location", "reminderMinutes"]) {
    const input = Object.defineProperty({ ...EVENT }, name, refuse);
    assert.deepEqual(told(entryPoint.parseEvent(input, options)), [`wrong_type ${name} unreadable value`]);
    assert.deepEqual(told(entryPoint.createBuilder(target, options).build(input)), [`wrong_type ${name} unreadable value`]);
  }
  const place = Object.defineProperty({ ...EVENT.location }, "address", refuse);
  assert.deepEqual(told(entryPoint.parseEvent({ ...EVENT, location: place }, options)), ["wrong_type location.address unreadable value"]);
  const { proxy, revoke } = Proxy.revocable({ ...EVENT }, {});
  revoke();
  assert.deepEqual(told(entryPoint.buildRequest(proxy, proxy, proxy)), ["input", "target", "options"].map((name) => `wrong_type ${name} unreadable value`));
});

test("a getter that calls the package does not disturb the outer call", () => {
  const builder = entryPoint.createBuilder(target, options);
  const expected = text(builder.build(EVENT));
  const inside = [];
  const again = {
    get description() {
      // The longer event needs more room in the same builder, and frees it again.
      inside.push(text(builder.build(EVENT)), text(builder.build({ ...EVENT, source: "é".repeat(100_000) })), text(entryPoint.parseEvent(EVENT, options)), text(entryPoint.buildRequest({ ...EVENT, to: "x" }, target, options)));
      assert.throws(() => entryPoint.createBuilder({ gateway: "x" }), entryPoint.TargetError);
      return EVENT.description;
    },
  };
  const input = Object.defineProperty({ ...EVENT }, "description", { ...Object.getOwnPropertyDescriptor(again, "description"), enumerable: true });
  for (const call of [() => builder.build(input), () => entryPoint.buildRequest(input, target, options)]) assert.equal(text(call()), expected);
  assert.equal(inside[0], expected);
  assert.equal(inside.length, 8);
});

test("only own, enumerable fields are read", () => {
  class Booking { constructor() { Object.defineProperty(this, "name", { value: "hidden" }); } get to() { return EVENT.to; } start() { return EVENT.start; } }
  const hidden = Object.defineProperties({}, Object.fromEntries(Object.entries(EVENT).map(([name, value]) => [name, { value }])));
  const nothing = ["required to", "required name", "required start"];
  // An object without any, which may have fields elsewhere, is not a plain object.
  for (const input of [Object.create(EVENT), new Booking(), Object.create(Object.create(EVENT))]) {
    assert.deepEqual(told(entryPoint.parseEvent(input, options)), ["wrong_type input class instance"]);
  }
  assert.deepEqual(told(entryPoint.parseEvent(hidden, options)), nothing);
  assert.deepEqual(told(entryPoint.parseEvent(JSON.parse(`{"__proto__":${JSON.stringify(EVENT)}}`), options)), nothing);
  assert.deepEqual(told(entryPoint.buildRequest(EVENT, Object.create(target), options)), ["wrong_type target class instance"]);
  // Inherited options are not read, and that is reported: otherwise they would be ignored silently.
  const inherited = entryPoint.parseEvent({ ...MINIMAL, start: "2001-01-01T00:00:00Z" }, Object.create({ allowPast: true }));
  assert.deepEqual(told(inherited), ["time_past start", "wrong_type options class instance"]);
  assert.deepEqual(told(entryPoint.parseEvent({ ...MINIMAL, location: Object.create({ latitude: 91, longitude: 0 }) }, options)), ["wrong_type location class instance"]);
  const bare = Object.assign(Object.create(null), EVENT, { location: Object.assign(Object.create(null), EVENT.location) });
  assert.equal(text(entryPoint.parseEvent(bare, options)), text(entryPoint.parseEvent(EVENT, options)));
});

test("prototype chains are not followed", () => {
  let steps = 0;
  const chain = new Proxy({}, { getPrototypeOf: () => { steps += 1; return chain; } });
  entryPoint.buildRequest({ ...EVENT, name: chain, start: chain, location: chain }, chain, { now: chain });
  assert.ok(steps < 50, `${steps} steps`);
});

test("values of another realm are read like others", () => {
  const input = vm.runInNewContext(`({ ...${JSON.stringify(EVENT)}, start: new Date(2e12), location: Object.assign(Object.create(null), { name: "A" }) })`);
  const here = { ...EVENT, start: new Date(2e12), location: { name: "A" } };
  assert.equal(text(entryPoint.buildRequest(input, vm.runInNewContext(`(${JSON.stringify(target)})`), options)), text(entryPoint.buildRequest(here, target, options)));
  assert.deepEqual(told(entryPoint.parseEvent({ ...EVENT, location: vm.runInNewContext("[1]") }, options)), ["wrong_type location array"]);
});

/** Calls the function while a prototype has this property, and always removes it again. */
function polluted(prototype, name, value, call) {
  const before = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, { value, configurable: true, enumerable: true, writable: true });
  try {
    return call();
  } finally {
    if (before) Object.defineProperty(prototype, name, before);
    else delete prototype[name];
  }
}

const names = ["to", "name", "start", "end", "durationMinutes", "timeZone", "description", "location", "address", "latitude", "longitude", "joinLink", "scheduledCall",
  "reminderMinutes", "extraGuestsAllowed", "canceled", "replyTo", "replyPrivately", "delaySeconds", "source", "gateway", "instance", "session", "instanceId", "token", "apiKey",
  "accessToken", "baseUrl", "contract", "credentials", "values", "now", "country", "disambiguation", "offset", "epochUnit", "dateOrder", "allowPast", "whatsappId", "bareNumbers", "strict", "language", "labels", "label",
  "method", "url", "headers", "body", "missingSecrets", "0", "ok", "event", "request", "suggestion", "writable", "value", Symbol.toStringTag];

test("properties added to Object.prototype are not read, and break nothing", () => {
  const expected = everyAnswer(entryPoint);
  const minimal = text(entryPoint.buildRequest(MINIMAL, { gateway: "wawp", instanceId: "a" }, {}));
  const faults = [];
  for (const name of names) {
    for (const value of ["reference", "Date", true, 5]) {
      const why = `${String(name)} = ${JSON.stringify(value)}`;
      try {
        const answers = polluted(Object.prototype, name, value, () => [everyAnswer(entryPoint), JSON.stringify(entryPoint.buildRequest(MINIMAL, { gateway: "wawp", instanceId: "a" }, {}))]);
        if (answers[0] !== expected || answers[1] !== minimal) faults.push(`${why} was read`);
      } catch (error) {
        faults.push(`${why} broke it: ${error?.message}`);
      }
    }
  }
  assert.deepEqual(faults, []);
});

test("properties added to Array.prototype are not read", () => {
  const draft = entryPoint.buildRequest(EVENT, target).value.request;
  const authorized = polluted(Array.prototype, "0", "token", () => {
    const holes = { ...draft, missingSecrets: new Array(1) };
    try { return entryPoint.authorize(holes, { token: "secret" }).headers.token; } catch (error) { return error.name; }
  });
  assert.notEqual(authorized, "secret");
  assert.equal(polluted(Array.prototype, "issues", [], () => everyAnswer(entryPoint)), everyAnswer(entryPoint));
});
