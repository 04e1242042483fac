// In queue mode, the workers send.
import { expect, test } from "./support/fixtures.mjs";
import { publish } from "./support/n8n.mjs";
import { event, webhook, workflow } from "./support/workflows.mjs";

test("simultaneous bookings are sent once each, by both workers", async ({ n8n, gateways }) => {
  const { waha } = gateways;
  const { post } = await publish(n8n, workflow("spread", webhook("spread"), event(waha, { name: "={{ $json.body.name }}" })));
  const from = waha.server.received.length;
  const names = Array.from({ length: 40 }, (_, at) => `Booking ${at}`);
  for (const { body } of await Promise.all(names.map((name) => post({ name })))) expect(body).toMatchObject([{ outcome: "sent" }]);
  expect(waha.server.received.slice(from).map(({ body }) => body.event.name).sort()).toEqual([...names].sort());
  for (const worker of n8n.workers) expect(worker.log()).toMatch(/[Ff]inished execution/);
});
