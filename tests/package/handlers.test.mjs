// Everything that servers' handlers, workflows and queues pass as a webhook: parseRsvp finds the webhook in it, or says
// what it got.
import assert from "node:assert/strict";
import { IncomingMessage } from "node:http";
import { test } from "node:test";
import vm from "node:vm";
import { load } from "./support/files.mjs";

const { parseRsvp } = await load();
const WEBHOOK = {
  event: "event.response",
  payload: {
    id: "false_5511999999999@c.us_58BB", from: "5511999999999@c.us", fromMe: false,
    eventCreationKey: { id: "false_5511888888888@c.us_3EB0C767D82A" },
    eventResponse: { response: "GOING", timestampMs: 1747707858429, extraGuestCount: 0 },
  },
};
const TEXT = JSON.stringify(WEBHOOK);
const BYTES = new TextEncoder().encode(TEXT);
const padded = new Uint8Array([1, 2, ...BYTES, 3]);
const expected = JSON.stringify(parseRsvp("waha", WEBHOOK));

/** The RSVP as a text if the webhook was read, its issues otherwise, and null for other webhooks. */
function told(value, gateway = "waha") {
  const result = parseRsvp(gateway, value);
  if (!result.ok) return result.issues.map(({ code, path, params }) => `${code} ${path.join(".")}: ${params?.expected}, ${params?.found}`).join();
  return result.value === null ? null : JSON.stringify(result);
}

/** As in Express: an IncomingMessage whose headers and query are getters of its prototype, with fields added to it. */
function express(body) {
  return Object.assign(new IncomingMessage(null), { params: {}, body, route: { path: "/" }, originalUrl: "/hook" });
}

/** As in Fastify: an instance whose headers are a getter of its prototype. */
class FastifyRequest {
  constructor(body) { Object.assign(this, { id: "req-1", params: {}, raw: {}, query: {}, log: {}, body }); }
  get headers() { return { "content-type": "application/json" }; }
}

/** As in Koa: context and request inherit from prototypes, and a body parser adds the body to the request. */
class KoaContext {
  constructor(body) {
    const own = { app: {}, req: new IncomingMessage(null), res: {}, originalUrl: "/hook" };
    const prototype = { get headers() { return {}; }, get query() { return {}; } };
    Object.assign(this, own, { request: Object.assign(Object.create(prototype), own, { body }), response: {}, state: {} });
  }
  get body() { return undefined; }
  get headers() { return this.request.headers; }
}

const SHAPES = {
  "text": (text) => text,
  "text with a byte order mark": (text) => `\ufeff${text}`,
  "a Buffer": (text) => Buffer.from(text),
  "a Uint8Array": (text) => new TextEncoder().encode(text),
  "an ArrayBuffer": (text) => new TextEncoder().encode(text).buffer,
  "a DataView": (text) => new DataView(new TextEncoder().encode(text).buffer),
  "bytes with a byte order mark": (text) => Buffer.from(`\ufeff${text}`),
  "bytes of another realm": (text) => vm.runInNewContext("new Uint8Array(bytes)", { bytes: [...new TextEncoder().encode(text)] }),
  "a Buffer that went through JSON": (text) => JSON.parse(JSON.stringify(Buffer.from(text))),
};
const HANDLERS = {
  "n8n": (body) => ({ headers: {}, params: {}, query: {}, body, webhookUrl: "https://n8n.example.com/webhook/1", executionMode: "production" }),
  "n8n's item": (body) => ({ json: { headers: {}, params: {}, query: {}, body }, pairedItem: { item: 0 } }),
  "n8n's items": (body) => [{ json: { headers: {}, params: {}, query: {}, body } }],
  "Express": express,
  "Fastify": (body) => new FastifyRequest(body),
  "Koa": (body) => new KoaContext(body),
  "Koa's request": (body) => new KoaContext(body).request,
  "a cloud function": (body) => ({ version: "2.0", rawPath: "/", headers: {}, body, isBase64Encoded: false }),
};

/** As AWS passes a body that is not declared as text. */
const base64 = (bytes) => ({ version: "2.0", headers: {}, body: Buffer.from(bytes).toString("base64"), isBase64Encoded: true });

test("texts and bytes of every kind are read", () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    assert.equal(told(shape(TEXT)), expected, name);
    assert.equal(told([shape(TEXT)]), expected, `a list of ${name}`);
  }
  assert.equal(told(padded.subarray(2, -1)), expected, "a part of a buffer");
  assert.equal(told(new DataView(padded.buffer, 2, BYTES.length)), expected, "a part of a buffer");
});

test("what handlers pass is read, with the body as an object, as text and as bytes", () => {
  for (const [name, handler] of Object.entries(HANDLERS)) {
    assert.equal(told(handler(WEBHOOK)), expected, name);
    assert.equal(told(handler([WEBHOOK])), expected, `${name}: a list`);
    for (const [kind, shape] of Object.entries(SHAPES)) assert.equal(told(handler(shape(TEXT))), expected, `${name}: ${kind}`);
    assert.equal(told(handler({ event: "message", payload: {} })), null, `${name}: a webhook about something else`);
  }
  assert.equal(told({ json: WEBHOOK }), expected, "an item that is the webhook");
});

test("a base64 body is read if the cloud function marks it as such", () => {
  for (const bytes of [TEXT, `\ufeff${TEXT}`, TEXT.replace("58BB", "\u00e3😀")]) assert.equal(told(base64(bytes)), told(bytes));
  assert.equal(told([base64(TEXT)]), expected);
  assert.equal(told(base64('{"event":"message","payload":{}}')), null);
  // The mark applies only to texts.
  assert.equal(told({ ...base64(TEXT), body: WEBHOOK }), expected);
});

test("the path of an issue is relative to the webhook", () => {
  const faulty = structuredClone(WEBHOOK);
  faulty.payload.from = null;
  for (const handler of Object.values(HANDLERS)) assert.match(told(handler(faulty)), /^required payload\.from/);
});

test("a value that is not a webhook is reported, and never read as null", () => {
  const no = (expected, found) => `wrong_type webhook: ${expected}, ${found}`;
  const cases = [
    [undefined, no("a webhook", "nothing")], [null, no("a webhook", "nothing")], [5, no("a webhook", "number")], [true, no("a webhook", "boolean")],
    [{}, no("a webhook", "object")], [{ payload: WEBHOOK.payload }, no("a webhook", "object")], [new Map(Object.entries(WEBHOOK)), no("a webhook", "map")],
    [[], no("one webhook", "array")], [[WEBHOOK, WEBHOOK], no("one webhook", "array")], [JSON.stringify([WEBHOOK, WEBHOOK]), no("one webhook", "array")],
    [Array(101).fill(WEBHOOK), no("one webhook", "array")], [HANDLERS.n8n([WEBHOOK, WEBHOOK]), no("one webhook", "array")],
    ["", no("an object or JSON", "string")], [TEXT.slice(0, -1), no("an object or JSON", "string")], [Buffer.from("event=response"), no("an object or JSON", "string")],
    [new Uint8Array(), no("an object or JSON", "string")], [HANDLERS.n8n("event=response"), no("an object or JSON", "string")],
    [HANDLERS["a cloud function"](Buffer.from(TEXT).toString("base64")), no("an object or JSON", "string")], [Buffer.from(TEXT).toString("base64"), no("an object or JSON", "string")],
    [base64("event=response"), no("an object or JSON", "string")], [base64(Buffer.from([0xe3])), no("JSON in UTF-8", "bytes")], [{ ...base64(TEXT), body: "%" }, no("a webhook", "object")],
    [JSON.stringify(TEXT), no("an object or JSON", "string")], [Buffer.from(JSON.stringify(TEXT)), no("an object or JSON", "string")],
    [Buffer.from(TEXT.replace("58BB", "Jo\xe3o"), "latin1"), no("JSON in UTF-8", "bytes")], [Buffer.from(TEXT, "utf16le"), no("an object or JSON", "string")],
    [HANDLERS.Fastify(undefined), no("a webhook", "object")], [HANDLERS.Fastify(null), no("a webhook", "nothing")], [HANDLERS.Express(undefined), no("a webhook", "object")],
    [{ body: WEBHOOK }, no("a webhook", "object")], [new Request("https://example.com", { method: "POST", body: TEXT }), no("a webhook", "class instance")], [Promise.resolve(WEBHOOK), no("a webhook", "class instance")],
    [HANDLERS.Koa(undefined), no("a webhook", "object")], [HANDLERS.Koa(null), no("a webhook", "nothing")],
    [new Blob([TEXT]), no("a webhook", "file")],
  ];
  for (const [value, right] of cases) assert.equal(told(value), right);
  for (const gateway of ["waha", "zapi"]) assert.equal(told(gateway === "waha" ? { type: "ReceivedCallback" } : WEBHOOK, gateway), no("a webhook", "object"));
  // RyzeAPI does not publish its webhooks, so any object may be one.
  assert.equal(told(WEBHOOK, "ryzeapi"), null);
  assert.equal(told(HANDLERS.n8n(WEBHOOK), "ryzeapi"), null);
  for (const none of [5, "x", undefined, [1, 2]]) assert.match(told(none, "ryzeapi"), /^wrong_type webhook/);
});

test("a webhook with fields like those of a request or a Buffer is still read as a webhook", () => {
  assert.equal(told({ ...WEBHOOK, body: "x", json: "y", data: [1], type: "z" }), expected);
  assert.equal(told({ type: "ReceivedCallback", body: { type: "x" } }, "zapi"), null);
});

test("circular, deep and throwing values are reported", () => {
  const circle = { headers: {} };
  circle.body = circle;
  const list = [];
  list.push(list);
  const throws = { headers: {}, get body() { throw new Error("mine"); } };
  let deep = WEBHOOK;
  for (let depth = 0; depth < 1000; depth += 1) deep = [deep];
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const value of [circle, list, throws, deep, proxy, [proxy], { headers: {}, body: proxy }]) assert.match(told(value), /^wrong_type webhook/);
});

test("messages say what to do", () => {
  const message = (value, language) => parseRsvp("waha", value, { language }).issues[0].message;
  assert.equal(message([WEBHOOK, WEBHOOK]), "Give one webhook at a time, not a list of them.");
  assert.equal(message({}), "Give the webhook as the gateway sent it: the body of its request, as an object or as JSON.");
  assert.equal(message("x", "pt-BR"), "Informe o webhook como o gateway o enviou: este texto não é JSON.");
});
