// The node that the playground copies for pasting: one of n8n's own, which sends the request.
import { load } from "../package/support/files.mjs";
import { standIns } from "../standins/all.mjs";
import { snippets } from "../../www/snippets.js";
import { expect, test } from "./support/fixtures.mjs";
import { publish, signIn } from "./support/n8n.mjs";
import { manual, startOf, START_SECONDS, webhook, workflow } from "./support/workflows.mjs";

const { authorize, buildRequest } = await load();

/** The snippet for a stand-in, with the secret filled in as a user would do. */
function snippet({ module, server }) {
  const event = { to: "+55 11 99999-9999", name: "Team \"meeting\" = 1", start: "2027-09-10T14:00:00-03:00", location: "Room A", ...module.event };
  const { value } = buildRequest(event, { ...module.target, baseUrl: server.url });
  return snippets.n8n(authorize(value.request, module.secrets));
}

for (const name of Object.keys(standIns)) {
  test(`${name}: the pasted node sends the event`, async ({ n8n, gateways }) => {
    const { server } = gateways[name];
    const { nodes: [node] } = JSON.parse(snippet(gateways[name]));
    const path = `pasted-${name.replace(/\W+/g, "-")}`;
    const { post } = await publish(n8n, workflow(path, webhook(path), { id: "pasted", ...node }));
    const from = server.received.length;
    expect((await post({})).status).toBe(200);
    expect(server.received.length).toBe(from + 1);
    expect(startOf(server.received.at(-1))).toBe(START_SECONDS);
    expect(server.received.at(-1).text).toContain(JSON.stringify("Team \"meeting\" = 1"));
  });
}

test("the editor accepts the pasted text", async ({ page, n8n, gateways }) => {
  await signIn(page, n8n);
  const { id } = await n8n.rest("POST", "/workflows", workflow("paste", manual));
  await page.goto(`${n8n.url}/workflow/${id}`);
  await expect(page.getByTestId("canvas-trigger-node")).toBeVisible();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, snippet(gateways.waha));
  await expect(page.getByTestId("canvas-node").filter({ hasText: "WhatsApp event" })).toBeVisible();
});
