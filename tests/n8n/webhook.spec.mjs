// Workflows that a webhook starts, published and run as in production.
import { readFileSync } from "node:fs";
import { standIns } from "../standins/all.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { lastError, publish } from "./support/n8n.mjs";
import { event, split, startOf, START_SECONDS, titleOf, webhook, workflow } from "./support/workflows.mjs";

const names = (server, from) => server.seen.slice(from).map(titleOf);
const hooked = (path, ...nodes) => workflow(path, webhook(path), ...nodes);
const byName = { name: "={{ $json.name }}" };

for (const name of Object.keys(standIns)) {
  test(`${name}: good events are sent in the workflow's zone, faulty ones are reported`, async ({ n8n, gateways, mode }) => {
    const { module, server } = gateways[name];
    const path = `${mode}-${name.replace(/\W+/g, "-")}`;
    const { id, post } = await publish(n8n, hooked(path, event(gateways[name], { name: "={{ $json.body.name }}" })));
    const from = server.seen.length;

    const good = await post({ name: "Team meeting" });
    expect(good.status).toBe(200);
    // At Turbo Notify a place needs coordinates, so a name alone moves into the description.
    const warnings = name === "turbonotify" ? [{ code: "field_moved", path: ["location", "name"] }] : [];
    expect(good.body).toMatchObject([{ outcome: module.outcome, messageId: module.messageId, warnings }]);
    expect(names(server, from)).toEqual(["Team meeting"]);
    expect(startOf(server.received.at(-1))).toBe(START_SECONDS);

    const faulty = await post({ name: "" });
    expect(faulty.status).toBe(500);
    expect(await lastError(n8n, id)).toContain("name: Give the event a name.");
    expect(names(server, from)).toEqual(["Team meeting"]);

    server.answerNext({ status: 401, body: { message: "Unauthorized" } });
    expect((await post({ name: "Refused" })).status).toBe(500);
    const told = await lastError(n8n, id);
    expect(told).toContain("did not send the event: unauthorized");
    for (const secret of Object.values(module.secrets)) expect(told).not.toContain(secret);
  });
}

test("Retry On Fail sends nothing twice: neither unknown outcomes nor items that were sent before a failure", async ({ n8n, gateways, mode }) => {
  const { ryzeapi } = gateways;
  const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
  const { post } = await publish(n8n, hooked(`${mode}-retry`, split, event(ryzeapi, byName, settings)));
  const { server } = ryzeapi;
  const refusal = { status: 503, body: { success: false, error: { message: "Instance is not connected to WhatsApp" } } };
  const taken = { status: 200, body: { success: true, status: "sent", data: { messageId: "3EB0AAAAAAAA" } } };

  let from = server.seen.length;
  server.answerNext({ status: 502, body: "<h1>Bad Gateway</h1>" });
  const unknown = await post({ items: [{ name: "Unknown" }] });
  expect(unknown.body).toMatchObject([{ outcome: "unknown", retry: "check_first" }]);
  expect(names(server, from)).toEqual(["Unknown"]);

  from = server.seen.length;
  server.answerNext(taken, refusal);
  const mixed = await post({ items: [{ name: "One" }, { name: "Two" }] });
  expect(mixed.body.map(({ outcome }) => outcome)).toEqual(["sent", "not_sent"]);
  expect(names(server, from)).toEqual(["One", "Two"]);

  // It repeats only what was certainly not sent.
  from = server.seen.length;
  server.answerNext(refusal);
  const again = await post({ items: [{ name: "Again" }] });
  expect(again.body).toMatchObject([{ outcome: "sent" }]);
  expect(names(server, from)).toEqual(["Again", "Again"]);
});

test("if the node continues on errors, each item keeps its place, sent or with its issues", async ({ n8n, gateways, mode }) => {
  const { post } = await publish(n8n, hooked(`${mode}-continue`, split, event(gateways.waha, byName, { onError: "continueRegularOutput" })));
  const { body } = await post({ items: [{ name: "One" }, { name: "" }, { name: "Three" }] });
  expect(body).toMatchObject([{ outcome: "sent" }, { ok: false, issues: [{ code: "required", path: ["name"] }] }, { outcome: "sent" }]);
});

test("if the node continues on errors, a failing expression is an issue of its item", async ({ n8n, gateways, mode }) => {
  const { server } = gateways.waha;
  const from = server.seen.length;
  const settings = { onError: "continueRegularOutput", retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
  const { post } = await publish(n8n, hooked(`${mode}-expression`, split, event(gateways.waha, { ...byName, to: "={{ $json.phone }}", start: "={{ $json.when.toDateTime() }}" }, settings)));
  // n8n returns nothing for a missing field, and fails if a text is not a date. A phone number from a spreadsheet is a
  // number.
  const phone = 5511999999999;
  const when = "2027-09-10T14:00:00";
  const { body } = await post({ items: [{ name: "One", phone, when: "soon" }, { name: "Two", phone, when }, { name: "Three", when }] });
  expect(body).toMatchObject([
    { ok: false, issues: [{ code: "parameter_failed", path: ["start"], message: expect.stringMatching(/\w+ \w+/) }] },
    { outcome: "sent" },
    { ok: false, issues: [{ code: "required", path: ["to"] }] },
  ]);
  expect(names(server, from)).toEqual(["Two"]);
});

/** The webhook responds with the last node's output: only the error output is connected. */
function withErrorOutput(path, gateway, settings, parameters = byName) {
  const after = { id: "after", name: "After", type: "n8n-nodes-base.noOp", typeVersion: 1, position: [600, 0], parameters: {} };
  const flow = hooked(path, split, event(gateway, parameters, { onError: "continueErrorOutput", ...settings }), after);
  flow.connections["WhatsApp Event"].main.unshift([]);
  return flow;
}

test("with an error output, faulty items go there, with their issues", async ({ n8n, gateways, mode }) => {
  const { post } = await publish(n8n, withErrorOutput(`${mode}-error-output`, gateways.waha));
  const { body } = await post({ items: [{ name: "One" }, { name: "" }] });
  expect(body).toMatchObject([{ error: "name: Give the event a name.", details: { issues: [{ code: "required", path: ["name"] }] } }]);
});

test("with an error output and Retry On Fail, a faulty first item does not send the others again", async ({ n8n, gateways, mode }) => {
  const { server } = gateways.waha;
  const from = server.seen.length;
  const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
  const { post } = await publish(n8n, withErrorOutput(`${mode}-error-output-retry`, gateways.waha, settings, { ...byName, to: "={{ $json.to }}" }));
  const to = "+55 11 99999-9999";
  const { body } = await post({ items: [{ name: "", to: "123" }, { name: "Two", to }, { name: "Three", to }] });
  // n8n keeps only the message, so the message lists all issues.
  expect(body).toMatchObject([{ error: expect.stringMatching(/^to: .+\nname: Give the event a name\.$/) }]);
  expect(names(server, from)).toEqual(["Two", "Three"]);
});

test("an unreachable gateway is a failure, and with one that hangs the outcome is unknown", async ({ n8n, gateways, mode }) => {
  const { waha } = gateways;
  const { id } = await n8n.rest("POST", "/credentials", { name: "closed", type: waha.credential.type, data: { ...waha.credential.data, baseUrl: "http://127.0.0.1:9" } });
  const closed = { ...waha, credential: { ...waha.credential, id, name: "closed" } };
  const reached = await publish(n8n, hooked(`${mode}-closed`, event(closed)));
  expect((await reached.post({})).status).toBe(500);
  expect(await lastError(n8n, reached.id)).toContain("did not send the event: disconnected");

  const hanging = await publish(n8n, hooked(`${mode}-hanging`, event(waha, { options: { timeoutSeconds: 1 } })));
  waha.server.hangNext();
  expect((await hanging.post({})).body).toMatchObject([{ outcome: "unknown", retry: "check_first" }]);
});

for (const [what, baseUrl] of [["a host", "https://refused.example"], ["an address", "http://10.0.0.1"]]) {
  test(`${what} that n8n refuses to call was certainly not called`, async ({ n8n, gateways, mode }) => {
    const { ryzeapi } = gateways;
    const { id } = await n8n.rest("POST", "/credentials", { name: what, type: ryzeapi.credential.type, data: { ...ryzeapi.credential.data, baseUrl } });
    const refused = { ...ryzeapi, credential: { ...ryzeapi.credential, id, name: what } };
    const { post } = await publish(n8n, hooked(`${mode}-refused-${what.replace(" ", "-")}`, event(refused, {}, { onError: "continueRegularOutput" })));
    const { body: [{ outcome, retry, message }] } = await post({});
    expect({ outcome, retry }).toEqual({ outcome: "not_sent", retry: "never" });
    expect(message).toContain("Its administrator can allow it");
  });
}

test("a redirect is not followed: secret and event stay with the gateway", async ({ n8n, gateways, mode }) => {
  const { ryzeapi, waha } = gateways;
  const { post } = await publish(n8n, hooked(`${mode}-redirect`, event(ryzeapi, {}, { onError: "continueRegularOutput" })));
  const from = waha.server.seen.length;
  ryzeapi.server.answerNext({ status: 307, headers: { location: `${waha.server.url}/elsewhere` }, body: "" });
  const { body: [{ outcome }] } = await post({});
  expect(outcome).not.toBe("sent");
  expect(waha.server.seen.length).toBe(from);
});

test("$now, in the workflow's zone, can be an event's start", async ({ n8n, gateways, mode }) => {
  const { post } = await publish(n8n, hooked(`${mode}-now`, event(gateways.ryzeapi, { start: "={{ $now.plus(2, 'days').set({ hour: 14, minute: 0, second: 0, millisecond: 0 }) }}" })));
  expect((await post({})).body).toMatchObject([{ outcome: "sent", warnings: [] }]);
  expect(gateways.ryzeapi.server.received.at(-1).body.startAt).toMatch(/T14:00:00-03:00$/);
});

test("the workflow in the node's README works when pasted", async ({ n8n, gateways, mode }) => {
  const readme = readFileSync(new URL("../../n8n/README.md", import.meta.url), "utf8");
  const { nodes: [, node, ...rest], connections: { Start, ...connections } } = JSON.parse(/```json\n(\{\n  "nodes"[^]*?)```/.exec(readme)[1]);
  const path = `${mode}-readme`;
  const { type, id, name } = gateways.ryzeapi.credential;
  // The nodes that do nothing show where the workflow ended.
  const ends = rest.map((each) => (each.type.endsWith(".noOp")
    ? { ...each, type: "n8n-nodes-base.set", typeVersion: 3.4, parameters: { mode: "raw", jsonOutput: JSON.stringify({ end: each.name }), options: {} } }
    : each));
  const nodes = [webhook(path), { ...node, credentials: { [type]: { id, name } } }, ...ends];
  const { post } = await publish(n8n, { name: path, nodes, connections: { Webhook: Start, ...connections }, settings: workflow("").settings });
  const { server } = gateways.ryzeapi;
  const from = server.seen.length;
  for (const [status, body, end] of [
    [200, { success: true, status: "sent", data: { messageId: "3EB0AAAAAAAA" } }, "Sent"],
    [502, "<h1>Bad Gateway</h1>", "Ask Somebody to Look"],
  ]) {
    server.answerNext({ status, body });
    expect((await post({})).body).toEqual([{ end }]);
  }
  expect(names(server, from)).toEqual(["Team meeting", "Team meeting"]);
});
