// Results: the same for the same input, independent of the input once returned, and based on the clock at the call.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";
import { EVENT, everyAnswer, TARGETS } from "./support/sample.mjs";
import { assertResult } from "./support/shape.mjs";

const entryPoint = await load();
const options = { now: "2030-01-01T00:00:00Z" };
const [target] = TARGETS;
const text = (result) => assertResult(result, "a result");
const codes = (result) => (result.issues ?? []).map(({ code }) => code);

function freeze(value) {
  Object.values(Object.freeze(value)).filter((part) => typeof part === "object" && part !== null).forEach(freeze);
  return value;
}

test("the same input gives the same bytes, in any order of calls", () => {
  const first = everyAnswer(entryPoint);
  for (let at = 0; at < 20; at += 1) {
    entryPoint.parseEvent({ [`k${at}`]: "😀".repeat(at * 100) });
    entryPoint.createBuilder(TARGETS[at % TARGETS.length]).build({ ...EVENT, name: "x".repeat(at) });
  }
  assert.equal(everyAnswer(entryPoint), first);
  // The order of keys in the input does not matter.
  const turned = Object.fromEntries(Object.entries(EVENT).reverse());
  assert.equal(text(entryPoint.buildRequest(turned, target, options)), text(entryPoint.buildRequest(EVENT, target, options)));
});

test("frozen arguments are accepted, and arguments are never changed", () => {
  const all = freeze({ input: structuredClone(EVENT), target: { ...target }, options: { ...options }, secrets: { token: "t" } });
  const before = JSON.stringify(all);
  const built = entryPoint.buildRequest(all.input, all.target, all.options);
  assert.ok(built.ok && entryPoint.parseEvent(all.input, all.options).ok && entryPoint.createBuilder(all.target, all.options).build(all.input).ok);
  const draft = freeze(structuredClone(built.value.request));
  const drafted = JSON.stringify(draft);
  assert.equal(entryPoint.authorize(draft, all.secrets).headers.token, "t");
  assert.equal(JSON.stringify(all), before);
  assert.equal(JSON.stringify(draft), drafted);
});

test("the event of a request does not change when the input is changed later", () => {
  for (const make of [(input) => entryPoint.buildRequest(input, target, options), (input) => entryPoint.createBuilder(target, options).build(input)]) {
    const input = { ...structuredClone(EVENT), start: new Date(2e12), end: new Date(2e12 + 3_600_000), durationMinutes: undefined };
    const expected = JSON.stringify(entryPoint.parseEvent(input, options).value);
    const { value } = make(input);
    input.name = "another";
    input.start.setTime(0);
    input.location.name = "elsewhere";
    delete input.location.address;
    input.to = "nobody";
    assert.equal(JSON.stringify(value.event), expected);
    for (const key of Object.keys(input)) delete input[key];
    assert.equal(value.event, value.event);
  }
});

test("changing a target later does not change its builder", () => {
  const changing = { ...target };
  const builder = entryPoint.createBuilder(changing, options);
  const before = text(builder.build(EVENT));
  changing.instance = "another";
  changing.gateway = "none";
  assert.equal(text(builder.build(EVENT)), before);
});

test("an event is frozen, and a request is a new object that the caller may change", () => {
  const parsed = entryPoint.parseEvent(EVENT, options).value;
  const builder = entryPoint.createBuilder(target, options);
  for (const event of [parsed, entryPoint.buildRequest(EVENT, target, options).value.event, builder.build(EVENT).value.event]) {
    for (const part of [event, event.to, event.to.whatsappIds, event.start, event.end, event.location]) assert.ok(Object.isFrozen(part));
    assert.throws(() => { event.name = "x"; }, TypeError);
  }
  const one = builder.build(EVENT).value;
  const other = builder.build(EVENT).value;
  const untouched = JSON.stringify(other.request);
  assert.throws(() => { one.event = other.event; }, TypeError);
  one.request.headers.token = "mine";
  one.request.missingSecrets.pop();
  one.request.url = "changed";
  assert.equal(JSON.stringify(other.request), untouched);
  assert.equal(JSON.stringify(builder.build(EVENT).value.request), untouched);
  assert.equal(other.request.headers.token, "{token}");
  const odd = { ...EVENT, joinLink: undefined, nmae: 1 };
  const result = builder.build(odd);
  result.warnings[0].path[0] = "changed";
  assert.deepEqual(builder.build(odd).warnings[0].path, ["nmae"]);
  const { warnings } = entryPoint.createBuilder({ ...target, tokne: "x" }, options);
  assert.deepEqual(warnings.map(({ code, path }) => [code, path]), [["unknown_field", ["tokne"]]]);
});

test("a builder returns what buildRequest returns, and its method build can be detached", () => {
  for (const each of TARGETS) {
    const { build } = entryPoint.createBuilder(each, options);
    for (const input of [EVENT, {}, { ...EVENT, canceled: true }, { ...EVENT, location: undefined }, null, "x"]) {
      assert.equal(text(build(input)), text(entryPoint.buildRequest(input, each, options)));
    }
    assert.deepEqual([EVENT, EVENT].map(build).map((result) => result.ok), [true, true]);
  }
});

test("a result survives structuredClone and JSON", () => {
  const result = entryPoint.buildRequest(EVENT, TARGETS[1], options);
  assert.equal(JSON.stringify(structuredClone(result)), text(result));
  assert.equal(JSON.stringify(structuredClone(entryPoint.parseEvent({}))), text(entryPoint.parseEvent({})));
});

/** Wraps objects, and everything read from them, like Vue's `reactive`. */
function reactive(object) {
  const get = (target, key, receiver) => {
    const value = Reflect.get(target, key, receiver);
    return typeof value === "object" && value !== null && Object.isExtensible(value) ? reactive(value) : value;
  };
  // Reading must not set anything, or the template would be rendered again.
  return new Proxy(object, { get, set: (_, key) => assert.fail(`${String(key)} was set`) });
}

test("a proxy, a spread copy and a clone of a result have the same fields", () => {
  const builder = entryPoint.createBuilder(target, options);
  for (const make of [() => entryPoint.buildRequest(EVENT, target, options), () => builder.build(EVENT)]) {
    const { event, fingerprint, request } = make().value;
    assert.deepEqual(Object.keys(make().value), ["request", "event", "fingerprint"]);
    // Each uses a new result that has not been read before.
    for (const value of [reactive(make()).value, { ...make().value }, structuredClone(make()).value, make().value]) {
      assert.equal(value.fingerprint, fingerprint);
      assert.equal(JSON.stringify(value.event), JSON.stringify(event));
      assert.equal(JSON.stringify(value), JSON.stringify({ request, event, fingerprint }));
    }
  }
});

/** Calls the function while the host's clock shows this time. */
function at(instant, call) {
  const { now } = Date;
  Date.now = () => Date.parse(instant);
  try { return call(); } finally { Date.now = now; }
}

test("without the option now, the host's clock at the call is used", () => {
  const input = { ...EVENT, start: "2031-06-01T12:00:00Z" };
  const before = "2031-06-01T11:59:59Z";
  const after = "2031-06-01T12:00:01Z";
  const builder = at("2020-01-01T00:00:00Z", () => entryPoint.createBuilder(target));
  for (const call of [() => entryPoint.parseEvent(input), () => entryPoint.buildRequest(input, target), () => builder.build(input)]) {
    assert.deepEqual(codes(at(before, call)), []);
    assert.deepEqual(codes(at(after, call)), ["time_past"]);
    assert.deepEqual(codes(at(before, call)), []);
  }
  // An event that was built stays the same when time passes.
  for (const call of [() => entryPoint.buildRequest(input, target), () => builder.build(input)]) {
    const { value } = at(before, call);
    assert.equal(at("2037-01-01T00:00:00Z", () => value.event)?.name, EVENT.name);
  }
  // The option now fixes the clock, also for a builder.
  const fixed = at("2037-01-01T00:00:00Z", () => entryPoint.createBuilder(target, { now: before }));
  assert.deepEqual(codes(at("2037-01-01T00:00:00Z", () => fixed.build(input))), []);
});
