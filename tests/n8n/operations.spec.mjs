// The operations that send nothing (check, build and read RSVP), in workflows that a webhook starts.
import { read } from "../package/support/files.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { publish } from "./support/n8n.mjs";
import { event, START_SECONDS, webhook, workflow } from "./support/workflows.mjs";

const hooked = (path, node) => workflow(path, webhook(path), node);

test("check reports all issues of an event given as JSON, without a credential", async ({ n8n, gateways, mode }) => {
  const { credentials, ...node } = event(gateways.waha, { operation: "check", eventFrom: "json", event: "={{ $json.body }}" });
  const { post } = await publish(n8n, hooked(`${mode}-check`, node));
  const good = await post({ to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00" });
  expect(good.body).toMatchObject([{ ok: true, issues: [], event: { start: { epochSeconds: START_SECONDS } } }]);
  const faulty = await post({ to: "+55 11", start: "2027-09-10T14:00", canceled: true });
  expect(faulty.body[0].ok).toBe(false);
  expect(faulty.body[0].issues.map(({ path }) => path.join(".")).sort()).toEqual(["canceled", "name", "to"]);
});

test("build makes a draft, and sends nothing", async ({ n8n, gateways, mode }) => {
  const { waha } = gateways;
  const from = waha.server.seen.length;
  const { post } = await publish(n8n, hooked(`${mode}-build`, event(waha, { operation: "build" })));
  const { body } = await post({});
  expect(body).toMatchObject([{ request: { method: "POST", headers: { "X-Api-Key": "{apiKey}" }, missingSecrets: ["apiKey"] } }]);
  expect(JSON.parse(body[0].request.body).event.startTime).toBe(START_SECONDS);
  expect(JSON.stringify(body)).not.toContain(waha.module.secrets.apiKey);
  expect(waha.server.seen.length).toBe(from);
});

test("n8n's HTTP Request node sends a draft, with the credential that fills in its secrets", async ({ n8n, gateways, mode }) => {
  for (const { module, server, credential, name } of Object.values(gateways)) {
    const path = `${mode}-http-${name.replace(/\W+/g, "-")}`;
    const draft = event({ module, credential }, { operation: "build" });
    const request = {
      id: "request", name: "HTTP Request", type: "n8n-nodes-base.httpRequest", typeVersion: 4.2, position: [600, 0],
      parameters: {
        method: "POST", url: "={{ $json.request.url }}", authentication: "predefinedCredentialType", nodeCredentialType: credential.type,
        sendHeaders: true, specifyHeaders: "json", jsonHeaders: "={{ JSON.stringify($json.request.headers) }}",
        sendBody: true, contentType: "raw", rawContentType: "application/json", body: "={{ $json.request.body }}", options: {},
      },
      credentials: draft.credentials,
    };
    const { post } = await publish(n8n, workflow(path, webhook(path), draft, request));
    const from = server.received.length;
    expect((await post({})).status, name).toBe(200);
    expect(server.received.length, name).toBe(from + 1);
  }
});

test("an RSVP is read from the gateway's webhook", async ({ n8n, gateways, mode }) => {
  const { credentials, ...node } = event(gateways.waha);
  const reading = { ...node, parameters: { resource: "rsvp", operation: "readRsvp", gateway: "waha" } };
  const { post } = await publish(n8n, hooked(`${mode}-rsvp`, reading));
  const [{ webhook: answer, rsvp }] = read("rsvps/waha").rows.filter((row) => row.rsvp);
  expect((await post(answer)).body).toMatchObject([{ rsvp: { eventMessageId: rsvp.eventMessageId, status: rsvp.status } }]);
  expect((await post({ event: "message", payload: {} })).body).toMatchObject([{ rsvp: null }]);
});
