// One's own gateways: descriptions are checked as a whole, work wherever built-in gateways do, and nothing else is
// accepted as a gateway.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load, read } from "./support/files.mjs";
import { expand } from "./support/expand.mjs";

const waevent = await load();
const { authorize, bodySchema, buildCancel, buildEdit, buildLines, buildRequest, createBuilder, eventSchema, gateways, parseReply, parseRsvp, InternalError, TargetError } = waevent;
const { defineGateway } = await load("waevent/define");
const { verifyWebhook } = await load("waevent/webhooks");

const { description, rows } = expand(read("descriptions"));
const now = { now: "2026-01-01T00:00:00Z" };
const input = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00-03:00", location: "Room A" };

/** JSON Merge Patch, as RFC 7396 defines it. */
function patched(value, change) {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
  const fields = { ...value };
  for (const [name, inner] of Object.entries(change)) {
    if (inner === null) delete fields[name];
    else Object.defineProperty(fields, name, { value: patched(fields[name], inner), enumerable: true, configurable: true, writable: true });
  }
  return fields;
}

/** What is reported for a description. */
function issuesOf(given, options) {
  try {
    defineGateway(given, options);
    return [];
  } catch (error) {
    assert.ok(error instanceof TargetError, error.stack);
    return error.issues;
  }
}

for (const { why, patch, issues = [] } of rows) {
  test(`a description: ${why}`, () => {
    const found = issuesOf(patched(description, patch));
    assert.deepEqual(found.map(({ code, path }) => ({ code, path })), issues.map(({ code, path }) => ({ code, path })));
    for (const [at, { params = {} }] of issues.entries()) {
      for (const [name, value] of Object.entries(params)) assert.deepEqual(found[at].params[name], value, name);
      assert.ok(found[at].message.length > 10);
    }
  });
}

test("issues are in the language that was asked for", () => {
  const [english] = issuesOf({ ...description, id: "waha" });
  const [spanish] = issuesOf({ ...description, id: "waha" }, { language: "es" });
  assert.notEqual(english.message, spanish.message);
  assert.equal(issuesOf({ ...description, id: "waha" }, { language: "xx" })[0].message, english.message);
});

test("a defined gateway has the same facts as a built-in one, and is frozen", () => {
  const mine = defineGateway(description);
  assert.deepEqual(Object.keys(mine).sort(), Object.keys(gateways[0]).filter((name) => name !== "requestsPerMinute").sort());
  assert.deepEqual([mine.id, mine.name, mine.timeUnit, mine.secrets, mine.recipients], ["mine", "My gateway", "seconds", ["apiKey"], ["person", "group"]]);
  assert.ok(Object.isFrozen(mine) && Object.isFrozen(mine.target) && Object.isFrozen(mine.target[0]));
  assert.throws(() => { mine.id = "waha"; }, TypeError);
});

/** The request that the description asks for, written out by the test. */
const expected = {
  method: "POST",
  url: "https://events.example.com/main/send/event?v=1",
  headers: { "Content-Type": "application/json", Authorization: "Bearer {apiKey}" },
  body: JSON.stringify({ phone: "5511999999999", title: "Team meeting", startsAt: 1820595600, place: { name: "Room A" }, canceled: false }),
  missingSecrets: ["apiKey"],
};

test("a defined gateway works like a built-in one: builders, lines, schemas, authorize, replies and RSVPs", async () => {
  const mine = defineGateway(patched(description, { rsvps: "waha", request: { bodySchema: { type: "object", required: ["phone"] } } }));
  const target = { gateway: mine, instance: "main" };
  assert.deepEqual(buildRequest(input, target, now).value.request, expected);
  const builder = createBuilder(target, now);
  assert.deepEqual(builder.build(input).value.request, expected);
  assert.equal(builder.build(input).value.fingerprint, buildRequest(input, target, now).value.fingerprint);
  assert.equal(eventSchema({ target, ...now })["~standard"].validate(input).value.name, "Team meeting");

  const lines = [];
  for await (const bytes of buildLines(JSON.stringify(input), target, now)) lines.push(new TextDecoder().decode(bytes));
  assert.deepEqual(JSON.parse(lines.join("")).request, expected);

  const sent = authorize(buildRequest(input, target, now).value.request, { apiKey: "5ecret" });
  assert.equal(sent.headers.Authorization, "Bearer 5ecret");
  assert.deepEqual(bodySchema(target), { type: "object", required: ["phone"] });

  const reply = parseReply(mine, { status: 201, headers: {}, body: '{"status":"ok","result":{"id":"3EB0C767D82A"}}' });
  assert.deepEqual([reply.outcome, reply.messageId], ["sent", "3EB0C767D82A"]);
  const refused = parseReply(mine, { status: 400, headers: {}, body: '{"code":"BAD_NUMBER"}' });
  assert.deepEqual([refused.outcome, refused.code], ["not_sent", "invalid_number"]);

  const { rows: answers } = read("rsvps/waha");
  const { webhook } = answers.find(({ rsvp }) => rsvp);
  assert.deepEqual(parseRsvp(mine, webhook), parseRsvp("waha", webhook));
  const { issues } = await verifyWebhook({ gateway: mine, secret: "a", headers: {}, body: "{}" });
  assert.deepEqual(issues.map(({ code, params }) => [code, params.gatewayName]), [["signature_unpublished", "My gateway"]]);
});

test("a description without a schema has none, whatever its id is", () => {
  const edit = { url: "{baseUrl}/{instance}/edit", body: { id: "{messageId}" } };
  // The last ones are names of built-in schemas, but not ids of gateways.
  for (const id of ["mine", "constructor", "valueof", "zapi-edit", "waapi-edit", "wappfy-guide", "wappfy-reference", "wawp-strings"]) {
    const target = { gateway: defineGateway({ ...description, id, edit }), instance: "main" };
    assert.equal(bodySchema(target), undefined, id);
    assert.equal(bodySchema(target, "edit"), undefined, id);
  }
});

test("too many fields or items are reported with their number", () => {
  const fields = (count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]));
  for (const [change, path, length] of [
    [{ request: { ...description.request, body: fields(20_000) } }, ["request", "body"], 20_000],
    [{ request: { ...description.request, body: fields(101) } }, ["request", "body"], 101],
    [{ notes: Array(20_000).fill("a") }, ["notes"], 20_000],
    [{ notes: Array(101).fill("a") }, ["notes"], 101],
  ]) {
    const found = issuesOf({ ...description, ...change }).map(({ code, path, params }) => [code, path, params.unit, params.max, params.length]);
    assert.deepEqual(found, [["too_long", path, "parts", 100, length]]);
  }
  const [{ code, path, params }] = issuesOf({ ...description, ...fields(20_000) });
  assert.deepEqual([code, path, params.length], ["too_long", ["description"], 20_000 + Object.keys(description).length]);
});

test("the constructor of a gateway cannot be called", () => {
  const mine = defineGateway(description);
  const other = defineGateway({ ...description, id: "other" });
  for (const lines of ["", "anything", undefined]) {
    let made;
    try { made = new mine.constructor({ ...other }, lines); } catch { continue; }
    const { ok, issues } = buildRequest(input, { gateway: made, instance: "main" }, now);
    assert.equal(ok, false);
    assert.deepEqual(issues.map(({ code, path }) => [code, path]), [["wrong_type", ["gateway"]]]);
  }
});

/** A gateway that can edit and cancel. */
const changing = {
  edit: { messageId: "bare", url: "{baseUrl}/{instance}/messages/{messageId}", body: { phone: null } },
  cancel: { url: "{baseUrl}/{instance}/messages/{messageId}/cancel", body: { title: null, text: null, startsAt: null, endsAt: null, place: null, canceled: null, why: "off" } },
};

test("sent events are edited and cancelled as the description says", () => {
  const mine = defineGateway({ ...description, ...changing });
  const target = { gateway: mine, instance: "main" };
  assert.deepEqual(mine.operations, ["send", "edit", "cancel"]);
  const edited = buildEdit(input, "true_5511999999999@c.us_3EB0C767D82A", target, now);
  assert.deepEqual(edited.value.request, {
    ...expected,
    url: "https://events.example.com/main/messages/3EB0C767D82A?v=1",
    body: JSON.stringify({ title: "Team meeting", startsAt: 1820595600, place: { name: "Room A" }, canceled: false }),
  });
  assert.equal(edited.value.event.name, "Team meeting");
  assert.notEqual(edited.value.fingerprint, buildRequest(input, target, now).value.fingerprint);
  const off = buildCancel("3EB0C767D82A", target, now);
  assert.deepEqual(off.value.request, { ...expected, url: "https://events.example.com/main/messages/3EB0C767D82A/cancel?v=1", body: '{"why":"off"}' });
  assert.equal(off.value.event, undefined);
  assert.equal(authorize(off.value.request, { apiKey: "5ecret" }).headers.Authorization, "Bearer 5ecret");

  // Variants apply to changes too, and all issues are reported at once.
  const nested = buildEdit({ ...input, extraGuestsAllowed: true }, "3EB0C767D82A", { ...target, mode: "nested" }, now);
  assert.deepEqual(JSON.parse(nested.value.request.body).options, { guests: true });
  const wrong = buildEdit({ ...input, name: "" }, "../a", { ...target, instance: "/" }, now);
  assert.deepEqual(wrong.issues.map(({ code, path }) => [code, path.join(".")]), [["required", "name"], ["target_segment", "instance"]]);
  const chat = buildEdit(input, "true_5511888888888@c.us_3EB0C767D82A", target, now);
  assert.deepEqual(chat.issues.map(({ code, path }) => [code, path.join(".")]), [["fields_contradict", "to"]]);
  const none = buildEdit(input, "3EB0C767D82A", { gateway: defineGateway(description), instance: "main" }, now);
  assert.deepEqual(none.issues.map(({ code, path }) => [code, path.join(".")]), [["operation_unsupported", "gateway"]]);
});

test("the body of another operation has its own schema, or none", () => {
  const own = { type: "object", required: ["title"] };
  const target = { gateway: defineGateway(patched(description, { ...changing, request: { bodySchema: { type: "object" } }, edit: { ...changing.edit, bodySchema: own } })), instance: "main" };
  assert.deepEqual([bodySchema(target), bodySchema(target, "edit")], [{ type: "object" }, own]);
});

test("faults of a target are reported as for any gateway", () => {
  const mine = defineGateway(description);
  const { issues } = buildRequest(input, { gateway: mine, instance: "../x", mode: "other", apiKey: "a\nb" }, now);
  assert.deepEqual(issues.map(({ code, path }) => [code, path.join(".")]), [["target_segment", "instance"], ["header_value", "apiKey"], ["invalid_option", "mode"]]);
});

test("plain data is not a gateway: neither the description, nor a copy of the gateway, nor its JSON", () => {
  const mine = defineGateway(description);
  const proxy = new Proxy(mine, {});
  for (const gateway of [description, JSON.parse(JSON.stringify(mine)), structuredClone({ ...mine }), { ...mine }, Object.create(mine), proxy]) {
    const { ok, issues } = buildRequest(input, { gateway, instance: "main" }, now);
    assert.equal(ok, false);
    assert.deepEqual(issues.map(({ code, path }) => [code, path]), [["wrong_type", ["gateway"]]]);
  }
});

test("values that JSON cannot express are reported at their path, and getters run only once", () => {
  const cycle = { ...description };
  cycle.request = { ...description.request, body: { ...description.request.body, again: cycle } };
  assert.equal(issuesOf(cycle)[0].code, "too_long");
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const thrower = Object.defineProperty({ ...description }, "name", { enumerable: true, get() { throw new Error("no"); } });
  for (const [given, code] of [[null, "wrong_type"], [5, "wrong_type"], ["{}", "wrong_type"], [[], "wrong_type"], [new Map(), "wrong_type"], [revoked.proxy, "wrong_type"], [thrower, "wrong_type"],
    [{ ...description, name: "\ud800" }, "lone_surrogate"], [{ ...description, name: "x".repeat(2_000_000) }, "too_long"], [{ ...description, name: () => {} }, "wrong_type"]]) {
    assert.ok(issuesOf(given).some((issue) => issue.code === code), `${code}: ${JSON.stringify(issuesOf(given))}`);
  }
  const wide = { ...description, request: { ...description.request, body: {} } };
  let inner = wide.request.body;
  for (let level = 0; level < 10; level += 1) inner = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`k${at}`, inner]));
  wide.request.body = inner;
  assert.ok(issuesOf(wide).length > 0);
  assert.throws(() => defineGateway(), TypeError);
});

test("many gateways work at once, also after the WebAssembly instance was replaced", () => {
  const all = Array.from({ length: 40 }, (_, at) => defineGateway({ ...description, id: `mine-${at}`, target: { ...description.target, baseUrl: { is: "baseUrl", default: `https://g${at}.example.com` } } }));
  for (const round of [0, 1]) {
    for (const [at, gateway] of all.entries()) {
      assert.equal(buildRequest(input, { gateway, instance: "main" }, now).value.request.url, `https://g${at}.example.com/main/send/event?v=1`, round);
    }
  }
  // Something that needs more memory than an instance may keep.
  const builder = createBuilder({ gateway: all[0], instance: "main" }, now);
  parseReply("waha", { status: 500, headers: {}, body: "x".repeat(40_000_000) });
  assert.equal(builder.build(input).value.request.url, "https://g0.example.com/main/send/event?v=1");
});

test("the examples of announced endpoints are valid descriptions, and say that they are not released", () => {
  const folder = new URL("../../examples/gateways/", import.meta.url);
  const bodies = {
    "gowa.json": { phone: "5511999999999@s.whatsapp.net", name: "Team meeting", start_time: 1820595600, location_name: "Room A", extra_guests_allowed: false },
    "evolution-go.json": { number: "5511999999999", name: "Team meeting", startTime: "2027-09-10T14:00:00-03:00", isScheduleCall: false, extraGuestsAllowed: false, isCanceled: false },
  };
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(bodies).sort());
  for (const [name, body] of Object.entries(bodies)) {
    const page = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    assert.match(page.notes[0], /^Not released: /);
    const { value } = buildRequest(input, { gateway: defineGateway(page), baseUrl: "http://localhost:3000" }, now);
    assert.deepEqual(JSON.parse(value.request.body), body, name);
    assert.equal(value.request.url, "http://localhost:3000/send/event");
  }
});
