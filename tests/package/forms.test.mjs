// Forms in the types that browsers and servers pass: FormData, URLSearchParams, and plain objects of texts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";

const { buildRequest, createBuilder, eventSchema, parseEvent } = await load();
const OPTIONS = { now: "2026-01-01T00:00:00Z", timeZone: "America/Sao_Paulo", country: "BR" };
const TEXTS = {
  to: "(11) 99999-9999", name: "Corte", start: "2026-09-10T14:00", end: "", durationMinutes: "90", timeZone: "", description: "linha\r\nlinha",
  "location.name": "Studio Bela", "location.address": "Rua A, 10", "location.latitude": "-23.5505", "location.longitude": "-46.6333",
  joinLink: "", scheduledCall: "on", reminderMinutes: "15", extraGuestsAllowed: "true", canceled: "false", replyTo: "", replyPrivately: "0", delaySeconds: "3", source: "site",
};
const TYPED = {
  to: "+5511999999999", name: "Corte", start: "2026-09-10T14:00", durationMinutes: 90, description: "linha\nlinha",
  location: { name: "Studio Bela", address: "Rua A, 10", latitude: -23.5505, longitude: -46.6333 },
  scheduledCall: true, reminderMinutes: 15, extraGuestsAllowed: true, canceled: false, delaySeconds: 3, source: "site",
};
const expected = parseEvent(TYPED, OPTIONS);
const bracketed = (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.replace(/\.(.*)/, "[$1]"), text]));
const formOf = (texts) => {
  const form = new FormData();
  for (const [name, value] of Array.isArray(texts) ? texts : Object.entries(texts)) form.append(name, value);
  return form;
};
const told = ({ issues = [], warnings = [] }) => [...issues, ...warnings].map(({ code, path, params }) => `${code} ${path.join(".")}${params?.found ? ` ${params.found}` : ""}`);

test("every kind of form gives the event of its values", () => {
  assert.ok(expected.ok && expected.warnings.length === 0, JSON.stringify(expected));
  for (const [name, texts] of Object.entries({ dotted: TEXTS, bracketed: bracketed(TEXTS) })) {
    const forms = { FormData: formOf(texts), URLSearchParams: new URLSearchParams(texts), "a query": new URLSearchParams(new URLSearchParams(texts).toString()), "a plain object": texts, "an object without prototype": Object.assign(Object.create(null), texts) };
    for (const [kind, form] of Object.entries(forms)) assert.deepEqual(parseEvent(form, OPTIONS), expected, `${kind}, ${name}`);
  }
});

test("every function accepts forms", () => {
  const target = { gateway: "ryzeapi", instance: "a" };
  const form = formOf(TEXTS);
  const { body } = buildRequest(TYPED, target, OPTIONS).value.request;
  assert.equal(buildRequest(form, target, OPTIONS).value.request.body, body);
  assert.equal(createBuilder(target, OPTIONS).build(form).value.request.body, body);
  assert.deepEqual(eventSchema(OPTIONS)["~standard"].validate(form).value, expected.value);
  assert.deepEqual(buildRequest(form, target, OPTIONS).value.event, expected.value);
});

test("a form with hundreds of unknown fields keeps the known ones", () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`x${at}`, "1"]));
  for (const texts of [TEXTS, bracketed(TEXTS)]) {
    assert.deepEqual(parseEvent(formOf({ ...many, ...texts }), OPTIONS).value, expected.value);
    assert.equal(parseEvent({ ...many, ...texts }, OPTIONS).warnings.at(-1).params.count, 450);
  }
});

test("an object without own fields is reported as a class instance, in any place", async () => {
  class Empty {}
  for (const odd of [Promise.resolve(TYPED), new Headers({ to: TEXTS.to }), new Request("https://example.com"), new Response("{}"), new Error("x"), new WeakMap(), /x/, new Empty()]) {
    assert.deepEqual(told(parseEvent(odd, OPTIONS)), ["wrong_type input class instance"]);
    assert.deepEqual(told(parseEvent({ ...TYPED, location: odd }, OPTIONS)), ["wrong_type location class instance"]);
    assert.throws(() => createBuilder(odd), ({ issues }) => told({ issues })[0] === "wrong_type target class instance");
  }
  // An object that has fields is read, whatever its class.
  assert.deepEqual(parseEvent(Object.assign(new Empty(), TYPED), OPTIONS), expected);
  assert.deepEqual(told(parseEvent({}, OPTIONS)), ["required to", "required name", "required start"]);
});

test("an empty form lacks only the required fields", () => {
  for (const form of [new FormData(), new URLSearchParams(), formOf(Object.fromEntries(Object.keys(TEXTS).map((name) => [name, ""])))]) {
    assert.deepEqual(told(parseEvent(form, OPTIONS)), ["required to", "required name", "required start"]);
  }
});

test("a field that occurs twice in a form is refused at its name", () => {
  const twice = (name, ...values) => told(parseEvent(formOf([...Object.entries(TEXTS).filter(([known]) => known !== name), ...values.map((value) => [name, value])]), OPTIONS));
  assert.deepEqual(twice("to", "+5511999999999", "+5511988888888"), ["wrong_type to array"]);
  assert.deepEqual(twice("to", "+5511999999999", "+5511999999999", "+5511999999999"), ["wrong_type to array"]);
  assert.deepEqual(twice("canceled", "0", "1"), ["wrong_type canceled array"]);
  assert.deepEqual(twice("location.name", "A", "B"), ["wrong_type location.name array"]);
  assert.deepEqual(twice("name", "", "Corte", ""), [], "an empty value next to another one is ignored");
  assert.deepEqual(told(parseEvent(new URLSearchParams("to=1&to=2&name=a&start=2026-09-10T14:00"), OPTIONS)), ["wrong_type to array"]);
});

test("files are reported as such", () => {
  const form = formOf(TEXTS);
  form.set("name", new File(["x"], "name.txt"));
  form.set("photo", new File(["x"], "photo.png"));
  assert.deepEqual(told(parseEvent(form, OPTIONS)), ["wrong_type name file", "unknown_field photo"]);
  assert.deepEqual(told(parseEvent({ ...TYPED, location: new Blob(["x"]) }, OPTIONS)), ["wrong_type location file"]);
  assert.deepEqual(told(parseEvent({ ...TYPED, description: new Uint8Array(3) }, OPTIONS)), ["wrong_type description bytes"]);
  for (const bytes of [Buffer.from("{}"), new ArrayBuffer(8), new DataView(new ArrayBuffer(8))]) assert.deepEqual(told(parseEvent(bytes, OPTIONS)), ["wrong_type input bytes"]);
});

test("names of inherited object properties are names like any other", () => {
  const form = formOf({ ...TEXTS, constructor: "x", toString: "x" });
  form.append("__proto__", "x");
  assert.deepEqual(told(parseEvent(form, OPTIONS)), ["unknown_field constructor", "unknown_field toString", "unknown_field __proto__"]);
  assert.equal({}.x, undefined);
});

test("an object that only claims to be a form, never ends or throws is reported", () => {
  const claims = (entries) => Object.create({ [Symbol.toStringTag]: "FormData", [Symbol.iterator]: entries });
  const endless = function* () { for (;;) yield ["to", "x"]; };
  for (const odd of [claims(undefined), claims(endless), claims(() => { throw new Error("mine"); }), claims(function* () { yield 5; }), claims(function* () { yield null; })]) {
    assert.deepEqual(told(parseEvent(odd, OPTIONS)), ["wrong_type input unreadable value"]);
  }
});

test("texts that show nothing count as missing, in every optional field", () => {
  const blank = "\u3164\u2800\u200b\udb40\udc20";
  const blanks = { end: blank, durationMinutes: blank, timeZone: blank, description: `${blank}\n${blank}`, location: { name: blank, address: blank, latitude: blank, longitude: blank }, joinLink: blank, scheduledCall: blank, reminderMinutes: blank, replyTo: blank, delaySeconds: blank, source: blank };
  const { to, name, start } = TYPED;
  assert.deepEqual(parseEvent({ to, name, start, ...blanks }, OPTIONS), parseEvent({ to, name, start }, OPTIONS));
});
