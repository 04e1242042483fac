// A gateway that the user describes: its description and its credential, over real HTTP.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { start } from "../standins/all.mjs";
import { load, read } from "../package/support/files.mjs";
import { credentialTypes, n8n, node } from "./support/node.mjs";
import { EVENT, START_SECONDS } from "./support/gateways.mjs";
import * as own from "./support/own.mjs";
import { run } from "./support/run.mjs";

const { apiKey, credentialAt, description, messageId, room } = own;
const { buildRequest, parseRsvp } = await load();
const { defineGateway } = await load("waevent/define");
const type = credentialTypes.ownEventsApi;
const { edit: _edit, cancel: _cancel, ...sending } = description;
const { request } = sending;

/** The node's parameters for it. A description is passed as JSON, like in the editor. */
const asked = (given, more) => ({ operation: "send", gateway: "own", gatewayDescription: typeof given === "string" ? given : JSON.stringify(given), ...EVENT, ...more });

/** Calls `use` with a stand-in and with `go`, which runs the node against it. */
async function withOwn(use) {
  const server = await start(own);
  const go = ({ given = description, credentials = credentialAt(server.url), more, ...setup } = {}) => run({ parameters: asked(given, more), credentials, ...setup });
  try {
    await use({ server, go });
  } finally {
    await server.close();
  }
}

/** The error with which the node stops. */
async function refused(running) {
  const outcome = await running.catch((error) => error);
  assert.ok(outcome instanceof n8n.NodeOperationError, JSON.stringify(outcome));
  return outcome;
}

test("an event is sent as the description says, and the reply is read as it says", () => withOwn(async ({ server, go }) => {
  const { items, hints } = await go();
  const [{ json, pairedItem }] = items;
  assert.deepEqual([json.outcome, json.messageId, json.warnings, pairedItem, hints], ["sent", messageId, [], { item: 0 }, []]);
  assert.match(json.calendar.ics, new RegExp(`UID:${json.fingerprint}@waevent`));
  const [{ path, headers, body }] = server.received;
  assert.deepEqual([path, headers["x-api-key"]], [`/rooms/${room}/events`, apiKey]);
  assert.deepEqual(body, { chatId: "5511999999999@c.us", title: EVENT.name, startTime: START_SECONDS, place: { name: EVENT.locationName }, isOff: false });
  assert.ok(!JSON.stringify(items).includes(apiKey));
}));

for (const operation of ["edit", "cancel"]) {
  test(`${operation} is sent as the description says`, () => withOwn(async ({ server, go }) => {
    const { items: [{ json }] } = await go({ more: { operation, messageId, name: "Planning" } });
    assert.deepEqual([json.outcome, "calendar" in json], ["sent", false]);
    const [{ path, body }] = server.received;
    assert.deepEqual([path, body.message, body.title, body.isOff], [`/rooms/${room}/changes`, messageId, "Planning", operation === "cancel"]);
  }));

  test(`${operation} is refused, naming the gateway, if the description does not have it`, () => withOwn(async ({ server, go }) => {
    const { message } = await refused(go({ given: sending, more: { operation, messageId } }));
    assert.match(message, new RegExp(`My gateway cannot ${operation} an event that was sent`));
    assert.deepEqual(server.seen, []);
  }));
}

test("build makes the same draft as the package, with the credential's choices and without its secrets", () => withOwn(async ({ server, go }) => {
  const fields = { room, tone: "quiet" };
  const { items: [{ json }] } = await go({ credentials: credentialAt(server.url, { fields, secrets: { apiKey: "" } }), more: { operation: "build" } });
  const event = { ...EVENT, location: EVENT.locationName, locationName: null };
  const { value } = buildRequest(event, { gateway: defineGateway(description), server: server.url, ...fields }, { timeZone: "America/Sao_Paulo" });
  assert.deepEqual([json.request, json.fingerprint], [value.request, value.fingerprint]);
  assert.match(json.request.url, /\?silent=yes$/);
  assert.deepEqual([json.request.missingSecrets, server.seen], [["apiKey"], []]);
}));

test("the description in the node's README works", () => withOwn(async ({ server, go }) => {
  const readme = readFileSync(new URL("../../n8n/README.md", import.meta.url), "utf8");
  const [, given] = /```json\n(\{\n  "id"[^]*?)```/.exec(readme);
  const { items: [{ json }] } = await go({ given });
  assert.deepEqual([json.outcome, json.messageId, server.received.length], ["sent", messageId, 1]);
}));

test("check checks an event for it, without a credential", async () => {
  const parameters = asked(description, { operation: "check", additionalFields: { joinLink: "https://call.whatsapp.com/video/abc" } });
  const { items: [{ json }] } = await run({ parameters });
  assert.deepEqual([json.gateway, json.ok, json.event.start.epochSeconds], ["My gateway", true, START_SECONDS]);
  assert.deepEqual(json.warnings.map(({ code, path }) => [code, ...path]), [["field_unsupported", "joinLink"]]);
});

test("RSVPs are read as the description says, or not at all if it does not say how", async () => {
  const [{ webhook }] = read("rsvps/waha").rows.filter(({ rsvp }) => rsvp);
  const about = (given) => ({ parameters: { resource: "rsvp", operation: "readRsvp", gateway: "own", gatewayDescription: JSON.stringify(given) }, items: [{ body: webhook }] });
  const { items: [{ json }], hints } = await run(about(description));
  assert.deepEqual([json.rsvp, hints], [JSON.parse(JSON.stringify(parseRsvp("waha", webhook).value)), []]);
  const { rsvps, ...silent } = description;
  const none = await run(about(silent));
  assert.equal(none.items[0].json.rsvp, null);
  assert.match(none.hints[0].message, /^The description of My gateway does not say/);
});

test("the editor asks for a description where it is needed, and then shows all fields", () => {
  const shown = (parameters) => node.description.properties.filter((property) =>
    n8n.NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, node.description, parameters)).map(({ name }) => name);
  for (const more of [{ resource: "event", operation: "send" }, { resource: "event", operation: "cancel" }, { resource: "rsvp", operation: "readRsvp" }]) {
    assert.ok(shown({ ...more, gateway: "own" }).includes("gatewayDescription"));
    assert.ok(!shown({ ...more, gateway: "zapi" }).includes("gatewayDescription"));
  }
  assert.ok(shown({ resource: "event", operation: "send", eventFrom: "fields", gateway: "own" }).includes("locationName"));
  assert.ok(shown({ resource: "rsvp", operation: "readRsvp", gateway: "own" }).includes("webhook"));
});

/** Faulty descriptions, and the paths of their issues. */
const FAULTY = {
  "no JSON": ["{ id: ", ["gatewayDescription"]],
  "nothing": ["", ["gatewayDescription"]],
  "a list": ["[]", ["gatewayDescription"]],
  "a text": ["\"mine\"", ["gatewayDescription"]],
  "a field of the name that the whole has in waevent": [{ ...sending, description: "Mine" }, ["gatewayDescription.description"]],
  "several faults": [{ ...sending, name: 5, target: { ...description.target, room: { is: "path" } }, answers: { codes: { A: "b" } } }, ["gatewayDescription.name", "gatewayDescription.target.room.is", "gatewayDescription.request.url", "gatewayDescription.answers.codes.A"]],
  "the id of a built-in gateway": [{ ...sending, id: "waha" }, ["gatewayDescription.id"]],
  "another host": [{ ...sending, request: { ...request, url: "https://evil.example/{room}" } }, ["gatewayDescription.request.url"]],
  "a host after an @": [{ ...sending, request: { ...request, url: "{server}@evil.example/{room}" } }, ["gatewayDescription.request.url"]],
  "a path that leads up": [{ ...sending, request: { ...request, url: "{server}/../{room}" } }, ["gatewayDescription.request.url"]],
  "a header that HTTP clients set": [{ ...sending, request: { ...request, headers: { ...request.headers, Host: "evil.example" } } }, ["gatewayDescription.request.headers.Host"]],
  "a secret deep in the body": [{ ...sending, request: { ...request, headers: {}, body: { ...request.body, place: { name: "{apiKey}" } } } }, ["gatewayDescription.request.body.place.name"]],
};

for (const [what, [given, paths]] of Object.entries(FAULTY)) {
  test(`a description with ${what} is refused once, with the path and the message of each issue`, () => withOwn(async ({ server, go }) => {
    const { message, description: lines } = await refused(go({ given, items: [{}, {}, {}] }));
    const told = lines.split("\n").map((line) => /^Item 0: (\S+): .{10}/.exec(line)?.[1]);
    assert.deepEqual(told.sort(), [...paths].sort());
    assert.ok(lines.includes(message));
    const { items } = await go({ given, items: [{}, {}], settings: { onError: "continueRegularOutput" } });
    assert.deepEqual(items.map(({ json: { ok, issues } }) => [ok, issues.map(({ path }) => path.join(".")).sort()]), Array(2).fill([false, [...paths].sort()]));
    assert.deepEqual(server.seen, []);
  }));
}

test("a huge description is refused", () => withOwn(async ({ go }) => {
  let deep = "$name";
  for (let level = 0; level < 1000; level += 1) deep = { deep };
  for (const body of [deep, Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, "$name"])), { ...request.body, long: "x".repeat(3_000_000) }]) {
    const { message } = await refused(go({ given: { ...description, request: { ...request, body } } }));
    assert.match(message, /^gatewayDescription\./);
    assert.ok(message.length < 1000);
  }
}));

test("an item's data can never be the description", () => withOwn(async ({ server, go }) => {
  // n8n turns the result of an expression into text, except if a model fills it in.
  for (const given of ["={{ $json }}", "={{ $fromAI('gateway') }}"]) {
    const { message } = await refused(go({ given, items: [description] }));
    assert.match(message, given.includes("fromAI") ? /^gatewayDescription: .*expression/ : /^gatewayDescription: Correct the JSON/);
  }
  assert.deepEqual(server.seen, []);
  assert.equal(node.description.properties.find(({ name }) => name === "gatewayDescription").noDataExpression, true);
}));

for (const [what, fields, secrets, faults] of [
  ["nothing", {}, {}, { "credential.room": "Fill in" }],
  ["no secret", { room }, {}, { "credential.apiKey": "Enter \"apiKey\"" }],
  ["a name that is invalid", { room: "../x" }, { apiKey }, { "credential.room": "room" }],
  ["a value that is not among the choices", { room, tone: "soft" }, { apiKey }, { "credential.tone": "loud, quiet" }],
  ["a secret that is not allowed in a header", { room }, { apiKey: "a\nb" }, { "credential.apiKey": "ASCII" }],
  ["a secret in a visible field", { room, apiKey: "seen-by-all-1" }, {}, { "credential.apiKey": "under Secrets" }],
  ["a base URL among the fields", { room, server: "https://evil.example" }, { apiKey }, { "credential.server": "under Base URL" }],
  ["a gateway", { room, gateway: "waha" }, { apiKey }, undefined],
]) {
  test(`a credential with ${what} ${faults ? "is refused" : "among its fields still sends to the described one"}`, () => withOwn(async ({ server, go }) => {
    const sent = go({ credentials: credentialAt(server.url, { fields, secrets }), more: { name: faults ? "Team meeting" : "Good" } });
    if (!faults) return assert.equal((await sent).items[0].json.outcome, "sent");
    const { description: lines } = await refused(sent);
    assert.deepEqual(lines.split("\n").map((line) => line.split(": ")[1]), Object.keys(faults));
    for (const words of Object.values(faults)) assert.ok(lines.includes(words), lines);
    for (const value of ["seen-by-all-1", "evil.example", apiKey]) assert.ok(!lines.includes(value));
    assert.deepEqual(server.seen, []);
  }));
}

test("without a base URL in the credential nothing is sent, whatever the description contains", () => withOwn(async ({ go }) => {
  for (const address of ["", "ftp://127.0.0.1", "events.example.com"]) {
    const { message } = await refused(go({ credentials: credentialAt(address) }));
    assert.match(message, /^credential\.server: /);
  }
}));

test("without a credential the run stops", () => withOwn(async ({ server, go }) => {
  const credentials = () => { throw new n8n.NodeOperationError({}, "Node does not have any credentials set"); };
  assert.match((await refused(go({ credentials }))).message, /does not have any credentials/);
  assert.deepEqual(server.seen, []);
}));

test("a credential's secret is treated as one, whatever a description says that it is", () => withOwn(async ({ server, go }) => {
  const { apiKey: _, ...target } = description.target;
  for (const is of ["segment", "label", "choice"]) {
    const given = {
      ...description,
      target: { ...target, apiKey: is === "choice" ? { is, of: ["one", apiKey] } : { is } },
      variants: is === "segment" ? [] : [{ when: { apiKey: is === "label" ? "*" : apiKey }, request: { query: { seen: is === "label" ? "{apiKey}" : "yes" } } }],
      request: { ...request, headers: {}, url: is === "segment" ? "{server}/{room}/{apiKey}" : request.url },
    };
    const { items: [{ json }] } = await go({ given, more: { operation: "build" }, settings: { onError: "continueRegularOutput" } });
    assert.ok(is === "segment" ? json.issues[0].path.join(".") === "credential.apiKey" : !json.request.url.includes("seen"), JSON.stringify(json));
    assert.ok(!JSON.stringify(json).includes(apiKey));
  }
  assert.deepEqual(server.seen, []);
}));

test("names of inherited object properties are names like any other", () => withOwn(async ({ go }) => {
  const target = { room: description.target.room, server: description.target.server, constructor: { is: "secret" }, valueOf: { is: "segment" } };
  const given = { ...description, target, variants: [], request: { ...request, headers: { "X-Api-Key": "{constructor}" }, url: "{server}/{room}/{valueOf}" } };
  assert.match((await refused(go({ given }))).message, /^credential\.valueOf: Fill in/);
  const url = "{server}/rooms/{room}/events";
  const { valueOf: _, ...without } = target;
  assert.match((await refused(go({ given: { ...given, target: without, request: { ...given.request, url } } }))).message, /^credential\.constructor: Enter/);
}));

test("a guest's text that looks like a placeholder stays text", () => withOwn(async ({ server, go }) => {
  const credentials = credentialAt(server.url, { secrets: { apiKey, other: "another-key-2" } });
  const { items: [{ json }] } = await go({ credentials, more: { name: "{other} {apiKey}" } });
  assert.equal(json.outcome, "sent");
  assert.equal(server.received[0].body.title, "{other} {apiKey}");
}));

test("a secret that the gateway repeats is in no output and no error", () => withOwn(async ({ server, go }) => {
  const wrong = "not-the-key-77";
  const credentials = credentialAt(server.url, { secrets: { apiKey: wrong } });
  const error = await go({ credentials }).catch((failed) => failed);
  assert.ok(error instanceof n8n.NodeApiError);
  assert.match(error.message, /^My gateway did not send the event: unauthorized/);
  assert.match(error.description, /The key \[removed\] is wrong/);
  const { items } = await go({ credentials, settings: { onError: "continueRegularOutput" } });
  assert.equal(items[0].json.code, "unauthorized");
  for (const text of [JSON.stringify(items), JSON.stringify(error), error.stack]) assert.ok(!text.includes(wrong));
}));

test("a reply that the description does not cover is an unknown outcome, and nothing is sent again", () => withOwn(async ({ server, go }) => {
  const { answers, ...mute } = description;
  const { items: [{ json }], hints } = await go({ given: mute });
  assert.deepEqual([json.outcome, json.retry, hints.length, server.seen.length], ["unknown", "check_first", 1, 1]);
}));

test("each item has its own credential", () => withOwn(async ({ server, go }) => {
  const credentials = (item) => credentialAt(server.url, { fields: { room: ["blue", "red"][item] } });
  const { items } = await go({ credentials, items: [{}, {}], settings: { onError: "continueRegularOutput" } });
  assert.deepEqual(items.map(({ json: { outcome, code } }) => [outcome, code]), [["sent", undefined], ["not_sent", "session_not_found"]]);
}));

// ───────────────────────────── the credential type ─────────────────────────────

test("the values of secrets are masked, and nothing else is", () => {
  const masked = type.properties.flatMap(({ name, options = [] }) => options.flatMap(({ values }) => values.filter(({ typeOptions }) => typeOptions?.password).map((value) => [name, value.name])));
  assert.deepEqual(masked, Array(5).fill(["masked", "value"]));
});

/** n8n's server never shows a secret again, and restores each value that is returned unchanged in its own place. */
function kept(changed, saved) {
  const value = (key) => (typeof changed[key] === "object" ? kept(changed[key], saved[key]) : changed[key] === BLANK ? saved[key] : changed[key]);
  return Object.fromEntries(Object.keys(changed).map((key) => [key, value(key)]));
}
const BLANK = "shown as dots";

test("a secret keeps its name while others are removed", () => withOwn(async ({ server, go }) => {
  const { masked: saved, ...rest } = credentialAt(server.url, { secrets: { other: "another-key-2", apiKey } });
  const places = type.properties.find(({ name }) => name === "masked");
  assert.deepEqual([places.typeOptions?.multipleValues, Object.keys(saved).every((place) => places.options.some(({ name }) => name === place))], [undefined, true]);
  const { pair1: _, ...left } = Object.fromEntries(Object.entries(saved).map(([place, { name }]) => [place, { name, value: BLANK }]));
  const { items: [{ json }] } = await go({ credentials: { ...rest, masked: kept(left, saved) } });
  assert.equal(json.outcome, "sent");
}));

const HEADERS = { "X-Api-Key": "{apiKey}" };
for (const [what, request, isSent] of [
  ["below it", { url: "https://events.example.com/api/rooms" }, true],
  ["in the form of n8n's HTTP Request node", { uri: "https://events.example.com/api/rooms" }, true],
  ["in two parts", { baseURL: "https://events.example.com/api", url: "/rooms" }, true],
  ["spelled differently", { url: "https://EVENTS.example.com:443/api/./rooms?a=b" }, true],
  ["on another host", { url: "https://evil.example/api/rooms" }, false],
  ["on a host that begins with the same name", { url: "https://events.example.com.evil.example/api/rooms" }, false],
  ["on a host after an @", { url: "https://events.example.com@evil.example/api/rooms" }, false],
  ["without TLS", { url: "http://events.example.com/api/rooms" }, false],
  ["above it", { url: "https://events.example.com/api/../rooms" }, false],
  ["above it, escaped", { url: "https://events.example.com/api/%2e%2e/rooms" }, false],
  ["beside it", { url: "https://events.example.com/apiary" }, false],
  ["without a host", { url: "rooms" }, false],
  ["that begins with two slashes", { baseURL: "https://events.example.com/api", url: "//evil.example/api/rooms" }, false],
  ["given twice, as url and uri", { url: "https://events.example.com/api/rooms", uri: "https://evil.example/api/rooms" }, false],
]) {
  test(`the credential's secrets ${isSent ? "are" : "are not"} sent to an address ${what}`, async () => {
    const credentials = credentialAt(" https://events.example.com/api/ ", { secrets: { " apiKey": `${apiKey}\n` } });
    const authenticated = type.authenticate(credentials, { method: "POST", headers: HEADERS, ...request });
    if (isSent) return assert.deepEqual((await authenticated).headers, { "X-Api-Key": apiKey });
    await assert.rejects(authenticated, (error) => !`${error.stack} ${JSON.stringify(error)}`.includes(apiKey));
  });
}

test("the credential's test only checks that the server responds, and contains no secret", () => withOwn(async ({ server }) => {
  const { baseURL, url, ignoreHttpStatusErrors } = type.test.request;
  assert.deepEqual([baseURL, url, ignoreHttpStatusErrors, type.test.rules], ["={{$credentials.baseUrl.trim()}}", "/", true, undefined]);
  const complete = await type.authenticate(credentialAt(server.url), { baseURL: server.url, url });
  assert.ok(!JSON.stringify(complete).includes(apiKey));
}));
