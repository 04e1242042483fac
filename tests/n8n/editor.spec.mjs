// The editor, in Chromium: a user signs in, opens a workflow, looks at the node and runs it.
import { standIns } from "../standins/all.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { signIn } from "./support/n8n.mjs";
import { event, manual, startOf, START_SECONDS, workflow, ZONE } from "./support/workflows.mjs";

test.beforeEach(({ page, n8n }) => signIn(page, n8n));

/** Opens a new workflow in the editor. */
async function open(page, n8n, name, node) {
  const { id } = await n8n.rest("POST", "/workflows", workflow(name, manual, node));
  await page.goto(`${n8n.url}/workflow/${id}`);
  return page.getByTestId("canvas-node").filter({ hasText: "WhatsApp Event" });
}

const run = (page) => page.getByTestId("execute-workflow-button").click();

for (const name of Object.keys(standIns)) {
  test(`${name}: a good event is sent, a faulty one is reported at the node`, async ({ page, n8n, gateways }, info) => {
    const { module, server } = gateways[name];
    const from = server.seen.length;
    const good = await open(page, n8n, `${name} good`, event(gateways[name]));
    await run(page);
    await expect(page.getByText("Workflow executed successfully")).toBeVisible({ timeout: 600_000 });
    expect(server.seen.length).toBe(from + 1);
    expect(startOf(server.received.at(-1))).toBe(START_SECONDS);
    await good.dblclick();
    await expect(page.getByTestId("output-panel")).toContainText(module.messageId);
    await page.screenshot({ path: info.outputPath("good.png") });

    const faulty = await open(page, n8n, `${name} faulty`, event(gateways[name], { to: "+55 11" }));
    await run(page);
    await expect(page.getByText("Problem in node").first()).toBeVisible({ timeout: 600_000 });
    await faulty.dblclick();
    await expect(page.getByTestId("output-panel")).toContainText("to: Check the phone number: digits are missing.");
    await expect(page.getByTestId("output-panel")).toContainText("Item 0: to: ");
    await page.screenshot({ path: info.outputPath("faulty.png") });
    expect(server.seen.length).toBe(from + 1);
  });
}

test("the node shows the fields that the chosen gateway has, and the workflow's zone", async ({ page, n8n, gateways }) => {
  const node = await open(page, n8n, "fields", event(gateways.wappfy, { timeZone: "={{ $now.zoneName }}" }));
  await node.dblclick();
  await expect(page.getByTestId("parameter-input-hint").filter({ hasText: ZONE })).toBeVisible();
  await page.getByTestId("collection-parameter-add").first().click();
  const offered = page.getByTestId("collection-parameter-option");
  await expect(offered.filter({ hasText: "Duration (Minutes)" })).toBeVisible();
  await expect(offered.filter({ hasText: "Join Link" })).toHaveCount(0);
});
