// Check, build and read RSVP, and how times and JSON are passed in n8n.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DateTime } from "luxon";
import { load, read } from "../package/support/files.mjs";
import { n8n } from "./support/node.mjs";
import { EVENT, START_SECONDS, standIns, withStandIn } from "./support/gateways.mjs";
import { run } from "./support/run.mjs";

const { buildRequest, parseRsvp } = await load();
const check = (more, items) => run({ parameters: { operation: "check", gateway: "ryzeapi", ...EVENT, ...more }, items });
const startOf = ({ items: [{ json }] }) => json.event?.start.epochSeconds ?? json.issues;

test("check returns all issues as data, needs no credential, and does not fail", async () => {
  const { items: [{ json, error }] } = await check({ to: "123", name: "", additionalFields: { coordinates: "91, 0" } });
  assert.equal(json.ok, false);
  assert.deepEqual(json.issues.map(({ path }) => path.join(".")).sort(), ["location.latitude", "name", "to"]);
  assert.equal(error, undefined);
});

test("check returns the parsed event, and warnings for what the gateway cannot carry", async () => {
  const { items: [{ json }] } = await run({
    parameters: { operation: "check", gateway: "zapi", eventFrom: "json" },
    items: [{ to: "120363312345678901@g.us", name: "Stand-up", start: "2027-09-10T14:00", reminderMinutes: 15 }],
  });
  assert.equal(json.ok, true);
  assert.equal(json.event.start.epochSeconds, START_SECONDS);
  assert.deepEqual(json.warnings.map(({ code, path }) => [code, ...path]), [["field_unsupported", "reminderMinutes"]]);
  assert.ok(!Object.isFrozen(json.event), "n8n writes to the data of items");
});

test("times are read in every form that n8n passes", async () => {
  const local = DateTime.fromISO("2027-09-10T14:00", { zone: "America/Sao_Paulo" });
  for (const start of [local, local.toJSDate(), local.toISO(), "2027-09-10T14:00:00", "2027-09-10 14:00", START_SECONDS * 1000]) {
    assert.equal(startOf(await check({ start: "={{ $json.when }}" }, [{ when: start }])), START_SECONDS, String(start));
  }
  assert.equal(startOf(await check({ start: String(START_SECONDS), options: { epochUnit: "seconds" } })), START_SECONDS);
  const [invalid] = startOf(await check({ start: "={{ $json.when }}" }, [{ when: DateTime.invalid("test") }]));
  assert.equal(invalid.code, "time_format");
});

test("a local time is in the workflow's zone, the zone of the field, or the event's own", async () => {
  const hour = 3600;
  assert.equal(startOf(await check({})), START_SECONDS);
  // Tokyo is twelve hours ahead of São Paulo.
  assert.equal(startOf(await check({ timeZone: "Asia/Tokyo" })), START_SECONDS - 12 * hour);
  assert.equal(startOf(await check({ start: "2027-09-10T14:00[Asia/Tokyo]" })), START_SECONDS - 12 * hour);
  // An empty field means the workflow's zone, never the machine's.
  const parameters = { operation: "check", gateway: "ryzeapi", ...EVENT, timeZone: "" };
  assert.equal(startOf(await run({ parameters, timeZone: "Asia/Tokyo" })), START_SECONDS - 12 * hour);
});

test("each item has its own event", async () => {
  const { items } = await check({ name: "={{ $json.title }}" }, [{ title: "One" }, { title: "" }, { title: "Three" }]);
  assert.deepEqual(items.map(({ json, pairedItem }) => [json.ok, pairedItem.item]), [[true, 0], [false, 1], [true, 2]]);
});

test("an event that is not valid JSON is reported as such", async () => {
  const { items: [{ json }] } = await check({ eventFrom: "json", event: "{ to: " });
  assert.equal(json.ok, false);
  assert.deepEqual(json.issues, [{ code: "wrong_type", path: ["event"], message: "Correct the JSON: it is invalid from character 3 on." }]);
  const { items: [cut] } = await check({ eventFrom: "json", event: '{"to": "+5511' });
  assert.deepEqual(cut.json.issues.map(({ code, path }) => [code, ...path]), [["wrong_type", "event"]]);
  assert.ok(!JSON.stringify(cut.json).includes("5511"));
  const { items: [good] } = await check({ eventFrom: "json", event: JSON.stringify({ ...EVENT, locationName: undefined }) });
  assert.equal(good.json.ok, true);
});

test("coordinates that are not a pair are reported, and empty ones are ignored", async () => {
  for (const coordinates of ["-23.5", "-23.5, -46.6, 7", "here, there", ", -46.6", 5]) {
    const { items: [{ json }] } = await check({ additionalFields: { coordinates } });
    assert.ok(json.issues.concat(json.warnings).some(({ path }) => path[0] === "location"), String(coordinates));
  }
  const { items: [{ json }] } = await check({ additionalFields: { coordinates: "" } });
  assert.deepEqual([json.warnings, json.event.location], [[], { name: "Room A" }]);
});

test("a gateway or operation that this version does not know is reported for each item", async () => {
  for (const [field, more] of [["gateway", { gateway: "next" }], ["operation", { operation: "erase" }]]) {
    const setup = { parameters: { operation: "send", gateway: "waha", ...EVENT, ...more }, items: [{}, {}] };
    await assert.rejects(run(setup), new RegExp(`^NodeOperationError: ${field}: Update the node`));
    const { items } = await run({ ...setup, settings: { onError: "continueRegularOutput" } });
    assert.deepEqual(items.map(({ json }) => json.issues[0].path), [[field], [field]]);
  }
});

test("every field of the node reaches the event", async () => {
  const additionalFields = {
    canceled: true, delaySeconds: 2, description: "Agenda", end: "2027-09-10T15:00", extraGuestsAllowed: true, scheduledCall: true,
    joinLink: "https://call.whatsapp.com/video/abc", locationAddress: "Av. Paulista, 1000", coordinates: "-23.5,-46.5",
    reminderMinutes: 15, replyPrivately: true, replyTo: "3EB0C767D82A", source: "crm",
  };
  const { items: [{ json: { event } }] } = await check({ to: "120363312345678901@g.us", additionalFields });
  const { start, end, to, ...rest } = event;
  assert.equal(end.epochSeconds - start.epochSeconds, 3600);
  assert.deepEqual(rest, {
    name: "Team meeting", canceled: true, delaySeconds: 2, description: "Agenda", extraGuestsAllowed: true, scheduledCall: true,
    joinLink: "https://call.whatsapp.com/video/abc", reminderSeconds: 900, replyPrivately: true, replyTo: "3EB0C767D82A", source: "crm",
    location: { name: "Room A", address: "Av. Paulista, 1000", latitude: -23.5, longitude: -46.5 },
  });
  const { items: [minutes] } = await check({ additionalFields: { durationMinutes: 30 } });
  assert.equal(minutes.json.event.end.epochSeconds, START_SECONDS + 1800);
});

test("values of another type from expressions are converted if that loses nothing", async () => {
  const additionalFields = {
    delaySeconds: " 2 ", reminderMinutes: "15", coordinates: " -23.55 , -46.6 ", canceled: "TRUE", scheduledCall: "false",
    durationMinutes: "30", replyTo: 42,
  };
  const data = { phone: 5511999999999, room: 101 };
  const fields = { to: "={{ $json.phone }}", name: "={{ $json.room }}", locationName: "={{ $json.room }}", additionalFields, options: { allowPast: "true" } };
  const { items: [{ json }] } = await check({ ...fields, start: "2020-01-01T12:00" }, [data]);
  assert.deepEqual(json.issues, []);
  const { to, name, location, ...rest } = json.event;
  assert.equal(to.e164, "+5511999999999");
  assert.equal(name, "101");
  assert.deepEqual(location, { name: "101", latitude: -23.55, longitude: -46.6 });
  assert.equal(rest.end.epochSeconds - rest.start.epochSeconds, 1800);
  assert.deepEqual([rest.delaySeconds, rest.reminderSeconds, rest.canceled, rest.scheduledCall, rest.replyTo], [2, 900, true, false, "42"]);
});

test("a value that cannot be converted without loss is reported as the wrong type", async () => {
  const paths = async (more, data) => (await check(more, [data])).items[0].json.issues.map(({ code, path }) => [code, path.join(".")]);
  const given = { to: "={{ $json.value }}" };
  // Above 2^53 the last digits are lost, and so would be decimals. A spreadsheet computes 55-11-99999-9999 as a
  // difference.
  for (const value of [2 ** 53, 5511999999999.5, -5511999999999, true]) assert.deepEqual(await paths(given, { value }), [["wrong_type", "to"]], String(value));
  for (const value of ["1e3", "two", "0x10"]) assert.deepEqual(await paths({ additionalFields: { delaySeconds: value } }), [["wrong_type", "delaySeconds"]], value);
  assert.deepEqual(await paths({ additionalFields: { delaySeconds: "1,5" } }), [["decimal_comma", "delaySeconds"]]);
  assert.deepEqual(await paths({ additionalFields: { canceled: "yes" } }), [["wrong_type", "canceled"]]);
});

for (const operation of ["check", "build", "send", "readRsvp"]) {
  test(`${operation}: a failing expression ends the run, or is an issue of its item if the node continues on errors`, () =>
    withStandIn(standIns.waha, async ({ server, parameters, credentials }) => {
      const failing = operation === "readRsvp" ? { webhook: "={{ $json.guest.phone }}", resource: "rsvp" } : { to: "={{ $json.guest.phone }}" };
      const setup = { parameters: { ...parameters, operation, ...failing }, credentials, items: [{}, { guest: { phone: operation === "readRsvp" ? { event: "session.status", payload: {} } : EVENT.to } }] };
      await assert.rejects(run(setup), (error) => error instanceof n8n.NodeOperationError && error.context.itemIndex === 0 && error.message.startsWith("Cannot read"));
      assert.deepEqual(server.seen, []);
      const { items } = await run({ ...setup, settings: { onError: "continueRegularOutput" } });
      assert.deepEqual(items.map(({ pairedItem }) => pairedItem.item), [0, 1]);
      const { ok, issues } = items[0].json;
      assert.equal(ok, false);
      assert.deepEqual(issues, [{ code: "parameter_failed", path: [Object.keys(failing)[0]], message: "Cannot read properties of undefined (reading 'phone')" }]);
      assert.notEqual(items[1].json.ok, false);
      const { items: [failed] } = await run({ ...setup, settings: { onError: "continueErrorOutput" } });
      assert.deepEqual(failed.json.details.issues, issues);
      assert.equal(server.seen.length, operation === "send" ? 2 : 0);
    }));
}

for (const [name, module] of Object.entries(standIns)) {
  test(`${name}: build makes the same draft as the package, without a secret, and sends nothing`, () =>
    withStandIn(module, async ({ server, parameters, credentials, gateway }) => {
      const { items: [{ json, pairedItem }] } = await run({ parameters: { ...parameters, operation: "build" }, credentials });
      const input = { ...EVENT, location: EVENT.locationName, locationName: null, ...module.event };
      const target = { ...module.target, gateway, baseUrl: server.url };
      const { value } = buildRequest(input, target, { timeZone: "America/Sao_Paulo" });
      assert.deepEqual(json.request, value.request);
      assert.equal(json.fingerprint, value.fingerprint);
      assert.deepEqual(json.request.missingSecrets.slice().sort(), Object.keys(module.secrets).sort());
      assert.deepEqual(pairedItem, { item: 0 });
      assert.deepEqual(server.seen, []);
    }));
}

test("build follows the choices that a gateway offers", () =>
  withStandIn(standIns.wawp, async ({ parameters, credentials }) => {
    const options = { credentials: "query", values: "strings" };
    const { items: [{ json }] } = await run({ parameters: { ...parameters, operation: "build", options }, credentials });
    assert.match(json.request.url, /access_token=\{accessToken\}/);
    assert.equal(JSON.parse(json.request.body)["event.extraGuestsAllowed"], "false");
  }));

test("building a faulty event is an error that names the field and the item", () =>
  withStandIn(standIns.waha, async ({ parameters, credentials }) => {
    const faulty = run({ parameters: { ...parameters, operation: "build", name: "" }, credentials });
    await assert.rejects(faulty, (error) => error instanceof n8n.NodeOperationError && error.message.startsWith("name: ") && error.context.itemIndex === 0);
  }));

test("an RSVP is read from the webhook that n8n received", async () => {
  const [{ webhook }] = read("rsvps/waha").rows.filter((row) => row.rsvp);
  const { value } = parseRsvp("waha", webhook);
  const parameters = { resource: "rsvp", operation: "readRsvp", gateway: "waha" };
  // A webhook node passes the body next to the headers; other nodes may pass the body alone, or as text.
  for (const [given, more] of [[{ body: webhook, headers: {} }, {}], [webhook, {}], [{ text: JSON.stringify(webhook) }, { webhook: "={{ $json.text }}" }],
    [{ body: webhook, headers: {}, params: {}, query: {} }, { webhook: "={{ $json }}" }], [{ list: [webhook] }, { webhook: "={{ $json.list }}" }]]) {
    const { items: [{ json, pairedItem }] } = await run({ parameters: { ...parameters, ...more }, items: [given] });
    assert.deepEqual(json.rsvp, JSON.parse(JSON.stringify(value)));
    assert.deepEqual(pairedItem, { item: 0 });
  }
});

test("a webhook about something else is neither an RSVP nor an error", async () => {
  const { items } = await run({ parameters: { resource: "rsvp", operation: "readRsvp", gateway: "waha" }, items: [{ event: "message" }, { body: { event: "session.status" }, headers: {} }] });
  assert.deepEqual(items.map(({ json }) => json.rsvp), [null, null]);
});

test("a value that is not a webhook is an error, unlike a webhook about something else", async () => {
  const setup = (webhook) => ({ parameters: { resource: "rsvp", operation: "readRsvp", gateway: "waha", webhook: "={{ $json.boddy }}" }, items: [{ boddy: webhook }] });
  for (const webhook of [undefined, null, "", "hello", "5", 5, true, {}, { boddy: {} }]) {
    await assert.rejects(run(setup(webhook)), /^NodeOperationError: webhook: Give the webhook as the gateway sent it/, String(webhook));
    const { items: [{ json }] } = await run({ ...setup(webhook), settings: { onError: "continueRegularOutput" } });
    assert.deepEqual([json.ok, json.issues[0].code, json.issues[0].path], [false, "wrong_type", ["webhook"]]);
  }
});

test("RyzeAPI reports no RSVPs, and the editor says so", async () => {
  const { items: [{ json }], hints } = await run({ parameters: { resource: "rsvp", operation: "readRsvp", gateway: "ryzeapi" }, items: [{ body: {} }] });
  assert.equal(json.rsvp, null);
  assert.match(hints[0].message, /^RyzeAPI does not publish/);
});
