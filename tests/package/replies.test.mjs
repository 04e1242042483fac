// What gateways answer, in the forms that JSON cannot say: headers of a browser, broken text, and answers that lie.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, read } from "./support/files.mjs";
import { assertReply } from "./support/shape.mjs";

const door = await load();
const ids = door.gateways.map(({ id }) => id);
const GOOD = '{"success":true,"status":"sent","messageId":"3EB0AA","id":"3EB0AA","data":{"messageId":"3EB0AA"}}';
const now = "2026-01-01T00:00:00Z";

test("headers are read by their names in any case, from an object or a Headers", () => {
  const made = [
    { "Retry-After": "5" }, { "RETRY-AFTER": "5" }, Object.assign(Object.create(null), { "retry-after": "5" }),
    new Headers({ "Retry-After": "5" }), new Response("", { headers: { "Retry-After": "5" } }).headers,
  ];
  for (const headers of made) {
    assert.equal(door.parseReply("wawp", { status: 429, headers, body: "" }).retryAfterSeconds, 5);
  }
  for (const headers of [undefined, null, [], "retry-after: 5", new Map([["retry-after", "5"]]), Object.create({ "retry-after": "5" })]) {
    assert.ok(!("retryAfterSeconds" in door.parseReply("wawp", { status: 429, headers, body: "" })));
  }
});

test("the clock is the host's, unless an option names now", () => {
  const inTen = new Date(Date.now() + 10_500).toUTCString();
  const wait = door.parseReply("wawp", { status: 429, headers: { "retry-after": inTen }, body: "" }).retryAfterSeconds;
  assert.ok(wait >= 9 && wait <= 11, String(wait));
  const reset = { status: 429, headers: { "x-ratelimit-reset": "1767225601" }, body: "" };
  assert.equal(door.parseReply("ryzeapi", reset, { now }).retryAfterSeconds, 1);
});

test("a gateway or an option that is none is the caller's fault", () => {
  const reply = { status: 200, body: GOOD };
  for (const [gateway, code] of [["none", "unknown_gateway"], ["", "unknown_gateway"], [undefined, "required"], [5, "wrong_type"], [{}, "wrong_type"]]) {
    assert.throws(() => door.parseReply(gateway, reply), (error) => {
      assert.ok(error instanceof door.TargetError);
      assert.deepEqual(error.issues.map(({ code: found, path }) => [found, ...path]), [[code, "gateway"]]);
      return true;
    });
  }
  assert.throws(() => door.parseReply("wawp", reply, { now: "soon" }), door.TargetError);
  assert.throws(() => door.parseReply("wawp", reply, { nwo: 1, strict: true }), door.TargetError);
  assert.throws(() => door.parseReply(), TypeError);
  assert.throws(() => door.parseReply("wawp"), TypeError);
  assert.equal(door.parseReply("wawp", reply, { nwo: 1 }).outcome, "sent");
});

test("half characters are replaced, and shift nothing", () => {
  const reply = door.parseReply("wawp", { status: 400, headers: { "x\ud83d": "\udc00" }, body: '{"message":"a\ud83db \\ud83dc"}' });
  assert.equal(reply.message, "a\ufffdb \ufffdc");
  assert.equal(door.parseReply("wawp", { status: 200, body: `\ud83d${GOOD}` }).outcome, "unknown");
  assert.equal(door.parseReply("wappfy", { status: 200, body: `\ufeff${GOOD}` }).messageId, "3EB0AA");
});

/** A good answer that somebody spoiled. */
const spoiled = [
  ...Array.from(GOOD, (_, at) => GOOD.slice(0, at)),
  ...["\0", "\ufffd", "}", ",", "<", "\ud83d"].flatMap((sign) => [sign + GOOD, GOOD + sign]),
  GOOD.replace("true", "false"), GOOD.replace("{", '{"error":"x",'), GOOD.replace("{", '{"statusCode":500,'),
  GOOD.replaceAll("3EB0AA", ""), GOOD.replaceAll('"3EB0AA"', "null"), GOOD.replaceAll("3EB0AA", "\\u0000"), GOOD.replaceAll("3EB0AA", "\\ud83d"),
  `<html>${GOOD}</html>`, `[${GOOD}]`, JSON.stringify(GOOD), `)]}'\n${GOOD}`, `callback(${GOOD})`, GOOD.replaceAll('"', "'"),
  `${'{"a":'.repeat(64)}${GOOD}${"}".repeat(64)}`, GOOD.replace("{", `{"deep":${"[".repeat(64)}${"]".repeat(64)},`),
];

test("a good answer is sent, and a spoiled one never", () => {
  for (const id of ids) {
    assert.match(door.parseReply(id, { status: 200, body: GOOD }).outcome, /^(sent|accepted)$/);
    for (const body of spoiled) {
      const reply = door.parseReply(id, { status: 200, body });
      assertReply(reply, `${id}: ${body.slice(0, 100)}`, false);
      assert.equal(reply.retry, "check_first", body.slice(0, 100));
    }
    for (const status of [100, 301, 400, 401, 404, 422, 429, 500, 502, 503, 504, 599, 600, NaN, Infinity, -1, 200.5, "200", 200n, null, true]) {
      assertReply(door.parseReply(id, { status, body: GOOD }), `${id}: ${String(status)}`, false);
    }
  }
});

test("answers of three million signs take no longer than reading them", () => {
  const size = 3_000_000;
  const full = (part) => part.repeat(Math.ceil(size / part.length));
  const bodies = [
    full("["), full('{"a":'), full('{"error":{"message":"'), `{"data":{"messageId":"${full("A")}"}}`, `{"message":"${full("\\u0041")}"}`,
    `{${full('"error":"x",')}"id":"3EB0AA"}`, `{${full('"message":{"a":1},')}"id":null}`, `{"a":[${full('{"b":[1,2]},')}0],"error":"x"}`,
    full("<"), full("<a "), full("<message>"), full("</"), full("<!--"), full("&"), full("&#x41;"), full("]]>"), full("+1-"), full("token="), full("\ud83d"), full("\u202e"), full("\0"),
  ];
  for (const body of bodies) {
    for (const status of [200, 500]) {
      const start = performance.now();
      for (const id of ["wawp", "ryzeapi"]) assertReply(door.parseReply(id, { status, body }), body.slice(0, 40), false);
      const took = performance.now() - start;
      // A square of it would be hours.
      assert.ok(took < 4000, `${took} ms: ${body.slice(0, 40)}`);
    }
  }
});

test("ids are the same in any gateway's form", () => {
  assert.equal(door.sameMessage("true_5511999999999@c.us_3EB0AA", "3EB0AA"), true);
  assert.equal(door.sameMessage("true_5511999999999@c.us_3EB0AA", "false_123@lid_3EB0AA_5511@c.us"), true);
  for (const [a, b] of [["3EB0AA", "3EB0AB"], ["", ""], [undefined, undefined], [null, null], [5, 5], [["3EB0AA"], "3EB0AA"]]) {
    assert.equal(door.sameMessage(a, b), false);
  }
  assert.throws(() => door.sameMessage("3EB0AA"), TypeError);
});

test("every gateway's pages have their cases", () => {
  for (const id of ids) {
    const { gateway, rows } = read(`replies/${id}`);
    assert.equal(gateway, id);
    assert.ok(rows.some(({ reply }) => ["sent", "accepted"].includes(reply.outcome)), id);
  }
});
