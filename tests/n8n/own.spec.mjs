// A gateway that is not built in: the user describes it, and n8n stores its account.
import { start } from "../standins/all.mjs";
import * as own from "../n8n-node/support/own.mjs";
import { read } from "../package/support/files.mjs";
import { expect, test as base } from "./support/fixtures.mjs";
import { lastError, publish, signIn } from "./support/n8n.mjs";
import { event, manual, START_SECONDS, webhook, workflow } from "./support/workflows.mjs";

const { apiKey, credentialAt, description, messageId, room } = own;
const TYPE = "ownEventsApi";

const test = base.extend({
  /** The stand-in, with an n8n credential for it, like those of the other gateways. */
  mine: [async ({ n8n }, use) => {
    const server = await start(own);
    const name = "my gateway";
    const { id } = await n8n.rest("POST", "/credentials", { name, type: TYPE, data: credentialAt(server.url) });
    await use({ server, module: { target: { gateway: "own" } }, credential: { id, name, type: TYPE } });
    await server.close();
  }, { scope: "worker" }],
});

const sending = (mine, more, settings) => event(mine, { gatewayDescription: JSON.stringify(description), ...more }, settings);
const hooked = (path, ...nodes) => workflow(path, webhook(path), ...nodes);

test("an event is sent, edited and cancelled as the description says", async ({ n8n, mine, mode }) => {
  const named = (name, more) => ({ ...sending(mine, more), id: name, name });
  const changed = { messageId: "={{ $('Send').item.json.messageId }}", name: "Planning" };
  const steps = [named("Send"), named("Edit", { ...changed, operation: "edit" }), named("Cancel", { ...changed, operation: "cancel" })];
  const { post } = await publish(n8n, hooked(`${mode}-own`, ...steps));
  const from = mine.server.received.length;
  const { body } = await post({});
  expect(body).toMatchObject([{ outcome: "sent", messageId, warnings: [] }]);
  expect(mine.server.received.slice(from).map(({ path, body: { title, startTime, message, isOff } }) => ({ path, title, startTime, message, isOff }))).toEqual([
    { path: `/rooms/${room}/events`, title: "Team meeting", startTime: START_SECONDS, message: undefined, isOff: false },
    { path: `/rooms/${room}/changes`, title: "Planning", startTime: START_SECONDS, message: messageId, isOff: false },
    { path: `/rooms/${room}/changes`, title: "Planning", startTime: START_SECONDS, message: messageId, isOff: true },
  ]);
  expect(JSON.stringify(body)).not.toContain(apiKey);
});

test("faults of the description, the account and the event are errors, and nothing is sent", async ({ n8n, mine, mode }) => {
  const { id: empty } = await n8n.rest("POST", "/credentials", { name: "empty", type: TYPE, data: credentialAt(mine.server.url, { fields: {}, secrets: {} }) });
  const without = { ...mine, credential: { type: TYPE, id: empty, name: "empty" } };
  const from = mine.server.seen.length;
  for (const [what, node, words] of [
    ["description", sending(mine, { gatewayDescription: JSON.stringify({ ...description, id: "waha" }) }), ["gatewayDescription.id: "]],
    ["json", sending(mine, { gatewayDescription: "{ id: " }), ["gatewayDescription: Correct the JSON"]],
    // The description must not come from a request: n8n treats what looks like an expression as text here.
    ["expression", sending(mine, { gatewayDescription: "={{ JSON.stringify($json.body) }}" }), ["gatewayDescription: "]],
    ["account", sending(without), ["credential.room: "]],
    ["event", sending(mine, { to: "+55 11" }), ["to: Check the phone number"]],
  ]) {
    const { id, post } = await publish(n8n, hooked(`${mode}-own-${what}`, node));
    expect((await post(description)).status, what).toBe(500);
    const told = await lastError(n8n, id);
    for (const each of words) expect(told).toContain(each);
    expect(told).not.toContain(apiKey);
  }
  expect(mine.server.seen.length).toBe(from);
});

test("a secret that the gateway repeats is not stored by n8n", async ({ n8n, mine, mode }) => {
  const wrong = "not-the-key-77";
  const { id: credential } = await n8n.rest("POST", "/credentials", { name: "wrong", type: TYPE, data: credentialAt(mine.server.url, { secrets: { apiKey: wrong } }) });
  const { id, post } = await publish(n8n, hooked(`${mode}-own-wrong`, sending({ ...mine, credential: { type: TYPE, id: credential, name: "wrong" } })));
  expect((await post({})).status).toBe(500);
  const told = await lastError(n8n, id);
  expect(told).toContain("My gateway did not send the event: unauthorized");
  expect(told).not.toContain(wrong);
});

test("n8n's HTTP Request node sends a draft to the gateway, and the secret nowhere else", async ({ n8n, mine, gateways, mode }) => {
  const request = (url) => ({
    id: "request", name: "HTTP Request", type: "n8n-nodes-base.httpRequest", typeVersion: 4.2, position: [600, 0],
    parameters: {
      method: "POST", url, authentication: "predefinedCredentialType", nodeCredentialType: TYPE,
      sendHeaders: true, specifyHeaders: "json", jsonHeaders: "={{ JSON.stringify($json.request.headers) }}",
      sendBody: true, contentType: "raw", rawContentType: "application/json", body: "={{ $json.request.body }}", options: {},
    },
    credentials: { [TYPE]: mine.credential },
  });
  const draft = sending(mine, { operation: "build" });
  const { post } = await publish(n8n, hooked(`${mode}-own-http`, draft, request("={{ $json.request.url }}")));
  const from = mine.server.received.length;
  expect((await post({})).status).toBe(200);
  expect(mine.server.received.slice(from).map(({ headers }) => headers["x-api-key"])).toEqual([apiKey]);

  const elsewhere = await publish(n8n, hooked(`${mode}-own-elsewhere`, draft, request(`${gateways.waha.server.url}/rooms`)));
  const seen = gateways.waha.server.seen.length;
  expect((await elsewhere.post({})).status).toBe(500);
  expect(await lastError(n8n, elsewhere.id)).toContain("This credential is for requests to its base URL only");
  expect(gateways.waha.server.seen.length).toBe(seen);
});

test("check and RSVPs need no credential", async ({ n8n, mine, mode }) => {
  const { credentials, ...checking } = sending(mine, { operation: "check" });
  const { post: check } = await publish(n8n, hooked(`${mode}-own-check`, checking));
  expect((await check({})).body).toMatchObject([{ ok: true, gateway: "My gateway", event: { start: { epochSeconds: START_SECONDS } } }]);
  const reading = { ...checking, parameters: { resource: "rsvp", operation: "readRsvp", gateway: "own", gatewayDescription: JSON.stringify(description) } };
  const { post } = await publish(n8n, hooked(`${mode}-own-rsvp`, reading));
  const [{ webhook: answer, rsvp }] = read("rsvps/waha").rows.filter((row) => row.rsvp);
  expect((await post(answer)).body).toMatchObject([{ rsvp: { eventMessageId: rsvp.eventMessageId, status: rsvp.status } }]);
});

test("n8n never returns the secret, and its test button checks that the server responds", async ({ n8n, mine }) => {
  const kept = await n8n.rest("GET", `/credentials/${mine.credential.id}?includeData=true`);
  expect(kept.data.plain).toEqual(credentialAt("").plain);
  expect(Object.keys(kept.data.masked)).toEqual(["pair1"]);
  expect(JSON.stringify(kept)).not.toContain(apiKey);

  const tried = (url) => n8n.rest("POST", "/credentials/test", { credentials: { id: "", name: "test", type: TYPE, data: credentialAt(url) } });
  const from = mine.server.seen.length;
  expect(await tried(mine.server.url)).toMatchObject({ status: "OK" });
  const [asked, ...more] = mine.server.seen.slice(from);
  expect([asked.method, asked.path, more]).toEqual(["GET", "/", []]);
  expect(JSON.stringify([asked, [...asked.query]])).not.toContain(apiKey);
  expect(await tried("http://127.0.0.1:9")).toMatchObject({ status: "Error" });
});

test("a secret keeps its name while another one is removed", async ({ n8n, mine, mode }) => {
  const data = credentialAt(mine.server.url, { secrets: { other: "another-key-2", apiKey } });
  const { id } = await n8n.rest("POST", "/credentials", { name: "two", type: TYPE, data });
  const { data: { masked: { pair1: _, ...masked }, ...rest } } = await n8n.rest("GET", `/credentials/${id}?includeData=true`);
  await n8n.rest("PATCH", `/credentials/${id}`, { name: "one", type: TYPE, data: { ...rest, masked } });
  const { post } = await publish(n8n, hooked(`${mode}-own-removed`, sending({ ...mine, credential: { type: TYPE, id, name: "one" } })));
  expect((await post({})).body).toMatchObject([{ outcome: "sent" }]);
});

test("the editor shows the description for this gateway, and masks the secrets of its credential", async ({ page, n8n, mine }, info) => {
  await signIn(page, n8n);
  const { id } = await n8n.rest("POST", "/workflows", workflow("own", manual, sending(mine)));
  await page.goto(`${n8n.url}/workflow/${id}`);
  await page.getByTestId("execute-workflow-button").click();
  await expect(page.getByText("Workflow executed successfully")).toBeVisible({ timeout: 600_000 });
  await page.getByTestId("canvas-node").filter({ hasText: "WhatsApp Event" }).dblclick();
  await expect(page.getByTestId("output-panel")).toContainText(messageId);
  await expect(page.getByTestId("parameter-input-gatewayDescription")).toContainText("My gateway");
  await page.screenshot({ path: info.outputPath("node.png") });
  await page.getByTestId("credential-edit-button").first().click();
  const form = page.getByTestId("credential-edit-dialog");
  await expect(form).toContainText("Base URL");
  await expect(form.locator("input[type=password]").first()).toBeVisible();
  await page.screenshot({ path: info.outputPath("credential.png") });
  expect(await page.content()).not.toContain(apiKey);
});
