// How long a booking takes from the webhook to the gateway's answer. Told and not judged: machines differ.
import { expect, test } from "./support/fixtures.mjs";
import { publish } from "./support/n8n.mjs";
import { event, webhook, workflow } from "./support/workflows.mjs";

const BOOKINGS = 100;

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

test("one booking after the other, and ten at a time", async ({ n8n, gateways, mode }) => {
  const { post } = await publish(n8n, workflow(`${mode}-pace`, webhook(`${mode}-pace`), event(gateways.waha, { name: "={{ $json.body.name }}" })));
  const timed = async (at) => {
    const started = performance.now();
    expect((await post({ name: `Booking ${at}` })).body).toMatchObject([{ outcome: "sent" }]);
    return performance.now() - started;
  };
  await timed(0);
  const times = [];
  for (let at = 1; at <= BOOKINGS; at += 1) times.push(await timed(at));

  const started = performance.now();
  let next = 1;
  await Promise.all(Array.from({ length: 10 }, async () => {
    while (next <= BOOKINGS) await timed((next += 1));
  }));
  const perMinute = Math.round((BOOKINGS * 60_000) / (performance.now() - started));
  console.log(`  n8n, ${mode}: ${Math.round(median(times))} ms from webhook to answer (median of ${BOOKINGS}), ${perMinute} bookings a minute, ten at a time`);
});
