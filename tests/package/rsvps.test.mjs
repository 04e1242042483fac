// Webhooks that no gateway sends, RSVPs that no call returned, and huge numbers of them: nothing throws, and nothing
// takes long.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";
import { assertLinear } from "./support/growth.mjs";
import { ODD } from "./support/odd.mjs";
import { assertResult } from "./support/shape.mjs";

const entryPoint = await load();
const { parseRsvp, sameMessage, sameRecipient, tally } = entryPoint;
const webhook = (response, more = {}) => ({
  event: "event.response",
  payload: {
    id: "false_5511999999999@c.us_58BB", timestamp: 1747707858, from: "5511999999999@c.us", participant: null, fromMe: false,
    eventCreationKey: { id: "false_5511888888888@c.us_3EB0C767D82A" },
    eventResponse: { response, timestampMs: 1747707858429, extraGuestCount: 0 }, ...more,
  },
});
const GOOD = webhook("GOING");
const expected = JSON.stringify(parseRsvp("wappfy", GOOD));
const zero = { going: 0, notGoing: 0, maybe: 0, extraGuests: 0 };

test("odd values as the webhook, as its text and in every place are handled", () => {
  for (const [name, odd] of Object.entries(ODD)) {
    for (const gateway of entryPoint.gateways.map(({ id }) => id)) assertResult(parseRsvp(gateway, odd()), `${name} as a webhook of ${gateway}`);
    assertResult(parseRsvp(odd(), GOOD), `${name} as a gateway`);
    assertResult(parseRsvp("wawp", GOOD, odd()), `${name} as options`);
    for (const path of ["event", "payload", "payload.id", "payload.timestamp", "payload.from", "payload.participant", "payload.fromMe", "payload.eventCreationKey", "payload.eventCreationKey.id",
      "payload.eventResponse", "payload.eventResponse.response", "payload.eventResponse.timestampMs", "payload.eventResponse.extraGuestCount", "payload._data"]) {
      const changed = structuredClone(GOOD);
      const names = path.split(".");
      const last = names.pop();
      names.reduce((object, key) => object[key], changed)[last] = odd();
      const result = parseRsvp("wawp", changed);
      assertResult(result, `${name} as ${path}`);
      // Fields that are not read change nothing.
      if (last === "_data") assert.equal(JSON.stringify(result), expected, name);
      if (result.ok && result.value !== null) assert.ok(result.value.extraGuests >= 0 && Number.isInteger(result.value.extraGuests), `${name} as ${path}`);
    }
  }
});

test("values that JSON cannot express are handled", () => {
  const value = (more) => { const result = parseRsvp("wawp", webhook("GOING", more)); return result.ok ? result.value : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`); };
  assert.equal(value({ eventResponse: { response: "GOING", timestampMs: 1747707858429n } }).respondedAt.epochSeconds, 1747707858);
  assert.equal(value({ eventResponse: { response: "GOING", extraGuestCount: 10n ** 12n } }).extraGuests, 2_147_483_647);
  assert.deepEqual(value({ eventResponse: { response: "GOING", extraGuestCount: 10n ** 30n } }), ["wrong_type payload.eventResponse.extraGuestCount"]);
  assert.deepEqual(value({ eventResponse: { response: "GOING", timestampMs: NaN } }), ["wrong_type payload.eventResponse.timestampMs"]);
  assert.deepEqual(value({ from: "\ud83d" }), ["lone_surrogate payload.from"]);
  assert.deepEqual(parseRsvp("wawp", Object.create(GOOD)).issues.map(({ code, path }) => [code, path]), [["wrong_type", ["webhook"]]], "what is inherited is not read");
});

test("broken, deep and long texts are refused", () => {
  const codes = (text) => parseRsvp("wappfy", text).issues?.map(({ code, path }) => `${code} ${path.join(".")}`) ?? "ok";
  for (const text of ["", " ", "{", "GOING", '{"event":"event.response",}', `${JSON.stringify(GOOD)}x`, "\ud83d", "undefined", "<html>", "null", "5", "[]", "true", "{}", "[".repeat(1e5) + "]".repeat(1e5)]) assert.deepEqual(codes(text), ["wrong_type webhook"], text);
  assert.equal(codes('{"event":"message"}'), "ok");
  assert.equal(parseRsvp("wappfy", `\n${JSON.stringify(GOOD, null, 2)}\n`).value.status, "going");
  // A JSON text inside a JSON text is data that was encoded twice, not a webhook.
  assert.deepEqual(codes(JSON.stringify(JSON.stringify(GOOD))), ["wrong_type webhook"]);
});

/** Values with this many parts. */
const LONG = {
  text: (count) => "x".repeat(count * 30), list: (count) => Array(count).fill("x"),
  fields: (count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, at])),
  deep: (count) => JSON.parse(`${'{"a":'.repeat(count / 2)}1${"}".repeat(count / 2)}`),
};

for (const [name, make] of Object.entries(LONG)) {
  test(`a webhook with a hundred thousand parts is read in linear time: ${name}`, () => {
    const besides = [(value) => ({ ...GOOD, [name]: value }), (value) => webhook("GOING", { _data: value }), (value) => webhook("GOING", { [name]: value })];
    for (const form of besides) {
      for (const packed of name === "deep" ? [form] : [form, (value) => JSON.stringify(form(value))]) {
        assertLinear(name, 100_000, (count) => {
          const given = packed(make(count));
          return () => assert.equal(JSON.stringify(parseRsvp("wappfy", given)), expected, name);
        });
      }
    }
    const inPlace = [(value) => webhook(value), ...[(value) => ({ from: value }), (value) => ({ eventCreationKey: { id: value } }), (value) => ({ eventResponse: { timestampMs: value } })].map((more) => (value) => webhook("GOING", more(value)))];
    for (const form of inPlace) {
      assertLinear(name, 100_000, (count) => {
        const given = form(make(count));
        return () => assert.ok(assertResult(parseRsvp("wappfy", given), name).length < 4000, name);
      });
    }
  });
}

test("no issue reveals who responded", () => {
  const result = parseRsvp("wappfy", webhook("GOING", { participant: "5511999999999@nowhere", from: "5511999999999@newsletter" }));
  assert.equal(result.issues.length, 2);
  assert.ok(!JSON.stringify(result).includes("5511999999999"));
});

test("an unknown gateway is reported", () => {
  for (const [gateway, code] of [["x", "unknown_gateway"], ["", "unknown_gateway"], [null, "required"], [5, "wrong_type"]]) {
    assert.deepEqual(parseRsvp(gateway, GOOD).issues.map(({ code, path }) => [code, path]), [[code, ["gateway"]]]);
  }
});

test("a hundred thousand RSVPs are counted in linear time, in any kind of collection", () => {
  const answer = parseRsvp("wappfy", GOOD).value;
  const answers = Array.from({ length: 100_000 }, (_, at) => {
    const id = String(5_511_900_000_000 + (at >> 1));
    return { ...answer, responder: { ...answer.responder, e164: `+${id}`, whatsappIds: [id] }, status: at % 2 === 0 ? "maybe" : "going", extraGuests: 1 };
  });
  const counted = { ...zero, going: 50_000, extraGuests: 50_000 };
  assertLinear("answers", answers.length, (count) => {
    const some = answers.slice(0, count);
    return () => assert.deepEqual(tally(some), { ...zero, going: count / 2, extraGuests: count / 2 });
  });
  assert.deepEqual(tally(new Set(answers)), counted);
  assert.deepEqual(tally((function* () { yield* answers; })()), counted);
});

test("values that are not RSVPs are not counted, and nothing is thrown", () => {
  const answer = parseRsvp("wappfy", GOOD).value;
  for (const [name, odd] of Object.entries(ODD)) {
    assert.deepEqual(tally([answer, odd()]), { ...zero, going: 1 }, name);
    for (const field of ["responder", "respondedAt", "extraGuests", "status", "eventMessageId"]) {
      const { extraGuests } = tally([{ ...answer, [field]: odd() }]);
      assert.ok(Number.isInteger(extraGuests) && extraGuests >= 0, `${name} as ${field}`);
    }
    for (const field of ["kind", "e164", "whatsappIds", "id"]) tally([{ ...answer, responder: { ...answer.responder, [field]: odd() } }]);
    assert.equal(typeof sameRecipient(odd(), answer.responder), "boolean", name);
    assert.equal(typeof sameRecipient(odd(), odd()), "boolean", name);
    assert.equal(typeof sameMessage(odd(), "3EB0"), "boolean", name);
  }
  for (const extraGuests of [-1, 0.5, 2 ** 60, "1"]) assert.deepEqual(tally([{ ...answer, extraGuests }]), { ...zero, going: 1 });
  for (const none of [undefined, null, 5, {}, () => 1]) assert.deepEqual(tally(none), zero);
});

test("an unreadable list item is skipped, and a value that cannot be iterated has no RSVPs", () => {
  const answer = parseRsvp("wappfy", GOOD).value;
  const refuse = () => { throw new Error("mine"); };
  const getter = Object.defineProperty([answer, answer, { ...answer, eventMessageId: "3EB0X" }], 1, { get: refuse, enumerable: true });
  assert.deepEqual(tally(getter), { ...zero, going: 2, extraGuests: 2 * answer.extraGuests });
  // A list's own iterator is ignored.
  assert.equal(tally(Object.assign([answer], { [Symbol.iterator]: refuse })).going, 1);
  assert.equal(tally(new Proxy([answer], {})).going, 1);
  const sparse = [answer];
  sparse.length = 2 ** 32 - 1;
  assert.equal(tally(sparse).going, 1);
  const iterators = { "a getter that throws": { get [Symbol.iterator]() { return refuse(); } }, "a function that throws": { [Symbol.iterator]: refuse }, "a set behind a proxy": new Proxy(new Set([answer]), {}),
    "a number": { [Symbol.iterator]: () => 5 }, "nothing": { [Symbol.iterator]: () => undefined }, "a getter for next": { [Symbol.iterator]: () => ({ get next() { return refuse(); } }) } };
  for (const [name, iterable] of Object.entries(iterators)) assert.deepEqual(tally(iterable), zero, name);
  const steps = [{ get value() { return refuse(); } }, { value: answer }, { get done() { return refuse(); } }, { done: true }];
  assert.equal(tally({ [Symbol.iterator]: () => ({ next: () => steps.shift() }) }).going, 1);
  // A step that is not an object ends the iteration, and so does one whose `done` cannot be read.
  for (const none of [undefined, null, { get done() { return refuse(); } }]) {
    let asked = 0;
    assert.equal(tally({ [Symbol.iterator]: () => ({ next: () => ((asked += 1) > 1 ? none : { value: answer }) }) }).going, 1);
    assert.equal(asked, 2);
  }
});

test("guests and events are distinguished whatever their ids contain", () => {
  const answer = (id, eventMessageId) => ({ responder: { kind: "group", id }, eventMessageId, status: "going" });
  assert.equal(tally([answer("a b", "c"), answer("a", "b c")]).going, 2);
  assert.equal(tally([answer("1 a", "c"), answer("1", "a c"), answer("", "c")]).going, 2);
});

test("of an endless iterator a million RSVPs are counted, and then it is closed", () => {
  const answer = parseRsvp("wappfy", GOOD).value;
  let given = 0;
  let isClosed = false;
  const endless = function* () { try { for (;;) { given += 1; yield { ...answer, extraGuests: given }; } } finally { isClosed = true; } };
  assert.deepEqual(tally(endless()), { ...zero, going: 1, extraGuests: 1_000_000 });
  assert.deepEqual([given, isClosed], [1_000_000, true]);
  for (const step of [null, 5, {}]) assert.deepEqual(tally({ [Symbol.iterator]: () => ({ next: () => step }) }), zero);
});

test("lists inside a recipient are read as lists, even if their methods were replaced", () => {
  const answer = parseRsvp("wappfy", GOOD).value;
  const { responder } = answer;
  const refuse = () => { throw new Error("mine"); };
  class Species extends Array { static get [Symbol.species]() { return refuse(); } }
  const [id] = responder.whatsappIds;
  const lists = [Object.assign([id], { slice: refuse }), Object.assign([id], { slice: () => 5 }), Object.assign([id], { [Symbol.iterator]: refuse }), Species.from([id]), new Proxy([id], {}),
    Object.defineProperty([5, id], 0, { get: refuse, enumerable: true }), new Proxy([id], { get: (list, name) => (name === "length" ? Infinity : Reflect.get(list, name)) })];
  for (const [at, whatsappIds] of lists.entries()) {
    assert.equal(sameRecipient({ kind: "person", whatsappIds }, responder), true, at);
    assert.equal(tally([{ ...answer, responder: { kind: "person", whatsappIds } }]).going, 1, at);
  }
});

test("an error thrown by the caller's own iterable is passed on unchanged", () => {
  const own = new RangeError("mine");
  assert.throws(() => tally((function* () { yield parseRsvp("wappfy", GOOD).value; throw own; })()), own);
});
