// Gateways' replies in forms that JSON cannot express: a browser's headers, broken text, and misleading replies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, read } from "./support/files.mjs";
import { assertLinear } from "./support/growth.mjs";
import { assertReply } from "./support/shape.mjs";

const entryPoint = await load();
const ids = entryPoint.gateways.map(({ id }) => id);
/** The success reply in each gateway's documentation, which is the first one in its cases. */
const good = (id) => {
  const { answer, reply } = read(`replies/${id}`).rows.find((row) => ["sent", "accepted"].includes(row.reply.outcome));
  return { status: answer.status, body: JSON.stringify(answer.body), reply };
};
const GOOD = '{"success":true,"status":"sent","data":{"messageId":"3EB0AA"}}';
const now = "2026-01-01T00:00:00Z";

test("headers are read case-insensitively, from an object or a Headers", () => {
  const made = [
    { "Retry-After": "5" }, { "RETRY-AFTER": "5" }, Object.assign(Object.create(null), { "retry-after": "5" }),
    new Headers({ "Retry-After": "5" }), new Response("", { headers: { "Retry-After": "5" } }).headers,
  ];
  for (const headers of made) {
    assert.equal(entryPoint.parseReply("wawp", { status: 429, headers, body: "" }).retryAfterSeconds, 5);
  }
  for (const headers of [undefined, null, [], "retry-after: 5", Object.create({ "retry-after": "5" }), new Map([[5, "5"]]), [["retry-after"]], new Proxy({}, { ownKeys() { throw 1; } })]) {
    assert.ok(!("retryAfterSeconds" in entryPoint.parseReply("wawp", { status: 429, headers, body: "" })));
  }
});

/** Headers as in axios: an instance of its own class, with an iterator of pairs. */
class AxiosHeaders {
  constructor(headers) { Object.assign(this, headers); }
  get(name) { return this[name]; }
  [Symbol.iterator]() { return Object.entries({ ...this })[Symbol.iterator](); }
}

const LONG = "true_5511987654321@c.us_3EB0AA";
const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));

test("a reply is read in the forms of fetch, axios, got and n8n, parsed or not", () => {
  const body = { id: LONG };
  const replies = {
    fetch: { status: 201, headers: new Headers(), body: JSON.stringify(body) },
    "axios, parsed": { status: 201, statusText: "Created", headers: new AxiosHeaders({ server: "x" }), config: {}, request: {}, data: body },
    "axios, as text": { status: 201, data: JSON.stringify(body) },
    "axios, as bytes": { status: 201, data: bytes(body).buffer },
    got: Object.create({ get headers() { return {}; } }, { statusCode: { value: 201, enumerable: true }, body: { value: JSON.stringify(body), enumerable: true } }),
    "n8n, parsed": { statusCode: 201, statusMessage: "Created", headers: {}, body },
    "n8n, as a buffer": { statusCode: 201, headers: {}, body: Buffer.from(JSON.stringify(body)) },
    superagent: { status: 201, statusCode: 201, headers: {}, body },
    "without a prototype": Object.assign(Object.create(null), { status: 201, body: Object.assign(Object.create(null), body) }),
  };
  for (const [name, reply] of Object.entries(replies)) {
    assert.deepEqual(entryPoint.parseReply("waha", reply), { outcome: "sent", messageId: LONG }, name);
  }
  assert.equal(entryPoint.parseReply("wappfy", { status: 200, body: { success: true, messageId: "3EB0" } }).outcome, "sent");
  for (const headers of [new Map([["Retry-After", "5"]]), new AxiosHeaders({ "retry-after": "5" }), { "retry-after": ["5"] }, [["retry-after", "5"]]]) {
    assert.equal(entryPoint.parseReply("wawp", { statusCode: 429, headers, body: {} }).retryAfterSeconds, 5);
  }
  const refused = { statusCode: 400, data: { statusCode: 400, message: "Bad Request" } };
  assert.deepEqual([entryPoint.parseReply("waha", refused).outcome, entryPoint.parseReply("waha", refused).code], ["not_sent", "invalid_request"]);
});

test("an unread body or two different statuses make the outcome unknown", () => {
  const circle = {};
  circle.circle = circle;
  const bodies = [new Response("{}").body, Promise.resolve("{}"), new Blob(["{}"]), () => "{}", circle, { big: 1n }, Array(1e9), { get a() { throw 1; } }, new Map()];
  for (const body of bodies) {
    for (const reply of [{ status: 429, body }, { status: 400, data: body }, { statusCode: 404, body }]) {
      assert.equal(entryPoint.parseReply("waha", reply).outcome, "unknown");
    }
  }
  assert.equal(entryPoint.parseReply("waha", new Response("{}", { status: 429 })).outcome, "unknown");
  assert.equal(entryPoint.parseReply("waha", new Response(null, { status: 429 })).outcome, "not_sent");
  assert.equal(entryPoint.parseReply("waha", { status: 400, statusCode: 200, body: "" }).outcome, "unknown");
});

test("the host's clock is used unless the option now is given", () => {
  const inTen = { status: 429, headers: { "retry-after": "Mon, 01 Jan 2035 00:00:10 GMT" }, body: "" };
  const host = Date.now;
  Date.now = () => Date.parse("2035-01-01T00:00:00Z");
  try {
    assert.equal(entryPoint.parseReply("wawp", inTen).retryAfterSeconds, 10);
  } finally { Date.now = host; }
  const reset = { status: 429, headers: { "x-ratelimit-reset": "1767225601" }, body: "" };
  assert.equal(entryPoint.parseReply("ryzeapi", reset, { now }).retryAfterSeconds, 1);
});

test("an unknown gateway or option throws", () => {
  const reply = good("wawp");
  for (const [gateway, code] of [["none", "unknown_gateway"], ["", "unknown_gateway"], [undefined, "required"], [5, "wrong_type"], [{}, "wrong_type"]]) {
    assert.throws(() => entryPoint.parseReply(gateway, reply), (error) => {
      assert.ok(error instanceof entryPoint.TargetError);
      assert.deepEqual(error.issues.map(({ code: found, path }) => [found, ...path]), [[code, "gateway"]]);
      return true;
    });
  }
  assert.throws(() => entryPoint.parseReply("wawp", reply, { now: "soon" }), entryPoint.TargetError);
  assert.throws(() => entryPoint.parseReply("wawp", reply, { nwo: 1, strict: true }), entryPoint.TargetError);
  assert.throws(() => entryPoint.parseReply(), TypeError);
  assert.throws(() => entryPoint.parseReply("wawp"), TypeError);
  assert.equal(entryPoint.parseReply("wawp", reply, { nwo: 1 }).outcome, "sent");
});

test("secrets are removed, and an invalid one is reported without its text", () => {
  const reply = { status: 400, body: "so flores it is" };
  const message = (secrets) => entryPoint.parseReply("waha", reply, { secrets }).message;
  for (const secrets of [["flores"], { token: "flores" }, { token: undefined, other: null, apiKey: "flores", none: "" }, [undefined, " ", "flores"]]) {
    assert.equal(message(secrets), "so [removed] it is");
  }
  for (const secrets of [undefined, null, [], {}, [undefined], { token: "" }]) assert.equal(message(secrets), "so flores it is");
  const told = (secrets) => {
    try {
      message(secrets);
      return undefined;
    } catch (error) {
      assert.ok(error instanceof entryPoint.TargetError);
      assert.ok(!/flores/.test(`${error.stack}${JSON.stringify(error.issues)}`));
      return error.issues.map(({ code, path }) => [code, ...path]);
    }
  };
  assert.deepEqual(told("flores"), [["wrong_type", "secrets"]]);
  assert.deepEqual(told(5), [["wrong_type", "secrets"]]);
  assert.deepEqual(told(new Map([["token", "flores"]])), [["wrong_type", "secrets"]]);
  assert.deepEqual(told([5, "flores\n"]), [["wrong_type", "secrets"], ["header_value", "secrets"]]);
  assert.deepEqual(told({ token: "flores\ud83d", apiKey: "floresé", other: "flores".repeat(700) }), ["token", "apiKey", "other"].map((name) => ["header_value", "secrets", name]));
  // Other functions do not have this option.
  assert.deepEqual(entryPoint.parseRecipient("+5511999999999", { secrets: ["flores"] }).warnings.map(({ code, path }) => [code, ...path]), [["unknown_field", "secrets"]]);
});

test("lone surrogates are replaced without shifting the text", () => {
  const reply = entryPoint.parseReply("wawp", { status: 400, headers: { "x\ud83d": "\udc00" }, body: '{"message":"a\ud83db \\ud83dc"}' });
  assert.equal(reply.message, "a\ufffdb \ufffdc");
  assert.equal(entryPoint.parseReply("wawp", { status: 200, body: `\ud83d${GOOD}` }).outcome, "unknown");
  assert.equal(entryPoint.parseReply("ryzeapi", { status: 200, body: `\ufeff${GOOD}` }).messageId, "3EB0AA");
});

/** A success reply, spoiled in some way. */
const spoil = (text) => [
  ...Array.from(text, (_, at) => text.slice(0, at)),
  ...["\0", "\ufffd", "}", ",", "<", "\ud83d"].flatMap((character) => [character + text, text + character]),
  text.replace("{", '{"error":"x",'), text.replace("{", '{"statusCode":500,'), text.replace("{", '{"success":false,'), text.replace("{", '{"title":"Failed",'),
  `<html>${text}</html>`, `[${text}]`, JSON.stringify(text), `)]}'\n${text}`, `callback(${text})`, text.replaceAll('"', "'"),
  `${'{"a":'.repeat(64)}${text}${"}".repeat(64)}`, text.replace("{", `{"deep":${"[".repeat(64)}${"]".repeat(64)},`),
];

test("a good reply means sent, and a spoiled one never does", () => {
  for (const id of ids) {
    const { status, body: text, reply: expected } = good(id);
    assert.deepEqual(entryPoint.parseReply(id, { status, body: text }), expected);
    for (const body of spoil(text)) {
      const reply = entryPoint.parseReply(id, { status, body });
      assertReply(reply, `${id}: ${body.slice(0, 100)}`, false);
      assert.equal(reply.retry, "check_first", body.slice(0, 100));
    }
    for (const odd of [100, 301, 400, 401, 404, 422, 429, 500, 502, 503, 504, 599, 600, NaN, Infinity, -1, 200.5, "200", 200n, null, true]) {
      const reply = entryPoint.parseReply(id, { status: odd, body: text });
      assertReply(reply, `${id}: ${String(odd)}`, false);
      assert.equal(reply.retry, "check_first", `${id}: ${String(odd)}`);
    }
  }
});

test("long replies are read in linear time", () => {
  const bodies = (size, full = (part) => part.repeat(Math.ceil(size / part.length))) => [
    full("["), full('{"a":'), full('{"error":{"message":"'), `{"data":{"messageId":"${full("A")}"}}`, `{"message":"${full("\\u0041")}"}`,
    `{${full('"error":"x",')}"id":"3EB0AA"}`, `{${full('"message":{"a":1},')}"id":null}`, `{"a":[${full('{"b":[1,2]},')}0],"error":"x"}`,
    full("<"), full("<a "), full("<message>"), full("</"), full("<!--"), full("&"), full("&#x41;"), full("]]>"), full("+1-"), full("token="), full("\ud83d"), full("\u202e"), full("\0"),
  ];
  const read = (body, status, id) => assertReply(entryPoint.parseReply(id, { status, body }), body.slice(0, 40), false);
  for (const [at, body] of bodies(3_000_000).entries()) {
    // Beyond a mebibyte, only the start of a reply is read.
    read(body, 500, "wawp");
    for (const status of [200, 500]) {
      for (const id of ["wawp", "ryzeapi"]) {
        assertLinear(`${status} ${id} ${body.slice(0, 40)}`, 320_000, (size) => {
          const long = bodies(size)[at];
          return () => read(long, status, id);
        });
      }
    }
  }
});

test("sameMessage recognises an id in every gateway's form", () => {
  assert.equal(entryPoint.sameMessage("true_5511999999999@c.us_3EB0AA", "3EB0AA"), true);
  assert.equal(entryPoint.sameMessage("true_5511999999999@c.us_3EB0AA", "false_123@lid_3EB0AA_5511@c.us"), true);
  for (const [a, b] of [["3EB0AA", "3EB0AB"], ["", ""], [undefined, undefined], [null, null], [5, 5], [["3EB0AA"], "3EB0AA"]]) {
    assert.equal(entryPoint.sameMessage(a, b), false);
  }
  assert.throws(() => entryPoint.sameMessage("3EB0AA"), TypeError);
});

test("every gateway has cases for its documented replies", () => {
  for (const id of ids) {
    const { gateway, rows } = read(`replies/${id}`);
    assert.equal(gateway, id);
    assert.ok(rows.some(({ reply }) => ["sent", "accepted"].includes(reply.outcome)), id);
  }
});
