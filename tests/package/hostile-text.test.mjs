// Odd or very long texts, as values and as keys: reported at their own path, in time linear in their length.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";
import { assertLinear } from "./support/growth.mjs";
import { EVENT, TARGETS } from "./support/sample.mjs";
import { assertResult } from "./support/shape.mjs";

const entryPoint = await load();
const options = { now: "2030-01-01T00:00:00Z" };
const [target] = TARGETS;
const MINIMAL = { to: EVENT.to, name: EVENT.name, start: EVENT.start };
const told = (result) => (result.issues ?? []).map(({ code, path }) => `${code} ${path.join(".")}`);
const texts = ["to", "name", "start", "end", "description", "location", "joinLink", "replyTo", "source", "timeZone", "location.name", "location.address"];
const put = (field, value) => (field.startsWith("location.") ? { ...MINIMAL, location: { [field.slice("location.".length)]: value } } : { ...MINIMAL, [field]: value });

test("a lone surrogate is reported at its field, in any position", () => {
  for (const field of texts) {
    for (const value of ["\ud83d", "\udc00", "ab\ud83d", "\udc00ab", "\udc00\ud83d", "😀\ud83d", "\ud83d\ud83d\udc00"]) {
      const result = entryPoint.buildRequest(put(field, value), target, options);
      assertResult(result, field);
      const [issue, ...others] = told(result);
      // Numbers, times, links and ids have their own code for characters that are not allowed in them.
      const expected = ["to", "start", "end", "joinLink", "replyTo", "timeZone"].includes(field) ? issue?.split(" ")[0] : "lone_surrogate";
      assert.deepEqual([issue, others], [`${expected} ${field}`, []], JSON.stringify(value));
    }
  }
});

test("a NUL is reported at its field, and does not cut off the text", () => {
  for (const field of ["name", "description", "location", "source", "location.name", "location.address"]) {
    assert.deepEqual(told(entryPoint.parseEvent(put(field, "a\0b"), options)), [`control_character ${field}`]);
  }
  for (const field of ["to", "start", "joinLink", "replyTo"]) {
    const result = entryPoint.parseEvent(put(field, `${EVENT[field]}\0`), options);
    assert.deepEqual(result.issues?.map(({ path }) => path.join(".")), [field]);
  }
});

// Keys come from outside unchanged: JSON.parse creates any of these.
const keys = ["\ud83d", "\udc00", "a\ud83d", "\udc00b", "\0", "", "\ufeff", "😀", "__proto__", "constructor", "toString", "hasOwnProperty", "1", "-1", "é", "to\0", "x".repeat(300)];

/** Without the link, this event causes no warning. */
const { joinLink, ...QUIET } = EVENT;

test("odd keys are unknown fields, and do not disturb other fields", () => {
  const event = JSON.stringify(entryPoint.parseEvent(QUIET, options).value);
  const request = JSON.stringify(entryPoint.buildRequest(QUIET, target, options).value);
  for (const first of keys) {
    for (const second of keys.filter((key) => key !== first)) {
      const extra = JSON.parse(`{${JSON.stringify(first)}:null,${JSON.stringify(second)}:1}`);
      const why = Object.keys(extra).map((key) => JSON.stringify(key)).join(" ");
      for (const input of [{ ...extra, ...QUIET }, { ...QUIET, ...extra }]) {
        assert.equal(JSON.stringify(entryPoint.parseEvent(input, options).value), event, why);
        const built = entryPoint.buildRequest(input, target, options);
        assertResult(built, why);
        assert.equal(JSON.stringify(built.value), request, why);
        assert.equal(JSON.stringify(entryPoint.createBuilder(target, options).build(input).value), request, why);
        assert.ok(built.warnings.every(({ code }) => code === "unknown_field"), why);
      }
      assert.equal(JSON.stringify(entryPoint.buildRequest(QUIET, { ...extra, ...target }, { ...extra, ...options }).value), request, why);
      const more = Object.fromEntries(Object.keys(extra).map((key) => [key, "x"]));
      const draft = { ...JSON.parse(request).request, headers: { ...more, token: "{token}" } };
      assert.equal(entryPoint.authorize(draft, { ...more, token: "secret" }).headers.token, "secret", why);
    }
  }
});

/** A name as an issue contains it: well-formed, and cut after 64 characters. */
function excerpt(key) {
  const characters = [...key.replace(/\p{Surrogate}/gu, "\ufffd")];
  return characters.length > 64 ? `${characters.slice(0, 64).join("")}…` : characters.join("");
}

test("every odd key is named in its issue", () => {
  for (const key of keys) {
    const { warnings } = entryPoint.parseEvent(JSON.parse(`{${JSON.stringify(key)}:1}`));
    assert.deepEqual(warnings.map(({ code, path }) => [code, path]), [["unknown_field", [excerpt(key)]]], JSON.stringify(key));
  }
});

/** Texts of about this many characters. */
const LONG = {
  letters: (length) => "x".repeat(length), characters: (length) => "😀".repeat(length / 2), blanks: (length) => " ".repeat(length), digits: (length) => `+${"1".repeat(length)}`,
  marks: (length) => "a\u0301".repeat(length / 2), dashes: (length) => "-".repeat(length), lines: (length) => "\n".repeat(length),
  slashes: (length) => `https://a.example/${"/..".repeat(length / 3)}`, percent: (length) => `https://a.example/${"%41".repeat(length / 3)}`,
};

const MILLION = 1_000_000;

/** Asserts that a million characters are checked in linear time and not returned. `call` takes one text. */
function assertJudged(why, kind, call) {
  assertLinear(why, MILLION, (length) => {
    const text = LONG[kind](length);
    return () => {
      const answer = assertResult(call(text), why);
      assert.ok(answer.length < 4000, `${why}: an answer of ${answer.length}`);
    };
  });
}

test("a million characters as a value are checked in linear time", () => {
  for (const kind of Object.keys(LONG)) {
    for (const field of texts) assertJudged(`${kind} as ${field}`, kind, (text) => entryPoint.parseEvent(put(field, text), options));
  }
  for (const kind of ["letters", "characters", "slashes"]) {
    for (const field of ["gateway", "instance", "token", "baseUrl"]) assertJudged(`${kind} as ${field}`, kind, (text) => entryPoint.buildRequest(MINIMAL, { ...target, [field]: text }, options));
    for (const field of ["now", "timeZone", "country", "epochUnit", "language"]) assertJudged(`${kind} as ${field}`, kind, (text) => entryPoint.parseEvent(MINIMAL, { ...options, [field]: text }));
  }
});

test("a million characters as a key are checked in linear time", () => {
  assertJudged("a long key of an event", "letters", (text) => entryPoint.parseEvent({ ...MINIMAL, [text]: 1 }, options));
  assertJudged("a long key of a place", "characters", (text) => entryPoint.parseEvent({ ...MINIMAL, location: { name: "a", [text]: 1 } }, options));
  assertJudged("a long key of a target", "letters", (text) => entryPoint.buildRequest(MINIMAL, { ...target, [text]: 1 }, options));
  assertJudged("a long key of the options", "letters", (text) => entryPoint.parseEvent(MINIMAL, { ...options, [text]: 1 }));
});

test("a hundred thousand keys are checked in linear time", () => {
  assertLinear("keys", 100_000, (count) => {
    const input = { ...MINIMAL, ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, at])) };
    return () => assert.equal(entryPoint.parseEvent(input, options).ok, true);
  });
});
