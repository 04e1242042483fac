// Measures how long a booking takes from the webhook to the gateway's reply.
import { expect, test } from "./support/fixtures.mjs";
import { publish } from "./support/n8n.mjs";
import { pace } from "./support/pace.mjs";
import { event, webhook, workflow } from "./support/workflows.mjs";

test("through n8n", async ({ n8n, gateways, mode }) => {
  const { post } = await publish(n8n, workflow(`${mode}-pace`, webhook(`${mode}-pace`), event(gateways.waha, { name: "={{ $json.body.name }}" })));
  await pace(`n8n, ${mode}`, async (name) => expect((await post({ name })).body).toMatchObject([{ outcome: "sent" }]));
});
