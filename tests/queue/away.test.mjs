// Workers that are away for longer than their jobs' locks, or whose Redis is, and that come back.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../support/process.mjs";
import { startGateway } from "./support/gateway.mjs";
import { booking, faultOf } from "./support/plan.mjs";
import { withPrograms } from "./support/programs.mjs";

/** Bookings that the gateway sends at the first attempt. */
const GOOD = Array.from({ length: 200 }, (_, at) => booking(at)).filter(({ name }) => faultOf(name) === "none");
const LOCK_SECONDS = 2;
const CONCURRENCY = 20;

/** Uses the program, because the modules only know the gateway of the first test. */
async function submit(bookings, { folder, run }) {
  const file = join(folder, "bookings.ndjson");
  writeFileSync(file, bookings.map((each) => `${JSON.stringify(each)}\n`).join(""));
  assert.equal(await run("enqueue", [file]).done, 0);
}

const isDone = async ({ queue, ledger, modules }) => {
  const { queued, active, delayed } = await modules.counts(queue, ledger);
  return queued + active + delayed === 0;
};

const SETTINGS = { REQUESTS_PER_MINUTE: "3600", LOCK_SECONDS: String(LOCK_SECONDS), CONCURRENCY: String(CONCURRENCY), SEND_TIMEOUT_SECONDS: "600" };

test("a worker that was taken for dead sends nothing twice, and what it reports later counts", async () => {
  const gateway = await startGateway();
  try {
    await withPrograms({ ...SETTINGS, GATEWAY_URL: gateway.url }, async (programs) => {
      const { worker, ledger } = programs;
      const bookings = GOOD.slice(0, 60);
      await submit(bookings, programs);
      const frozen = worker();
      await until("the worker has requests under way", () => gateway.open() >= 5, 5);
      process.kill(frozen.pid, "SIGSTOP");
      worker();
      await until("another worker holds its bookings", async () => (await ledger.counts()).leaving === 0 && (await ledger.counts()).held >= 5);
      const held = await ledger.list("held");
      assert.ok(held.every(([, { code }]) => code === "interrupted"));
      process.kill(frozen.pid, "SIGCONT");

      // The gateway's replies are still waiting to be read, so what was held turns out to be sent.
      await until("the first worker records what became of them", async () => (await isDone(programs)) && (await ledger.counts()).held === 0);
      assert.deepEqual(await ledger.counts(), { leaving: 0, sent: bookings.length, held: 0, dead: 0 });
      for (const { name } of bookings) assert.equal(gateway.requests.get(name), 1, name);
    });
  } finally {
    await gateway.close();
  }
});

test("each booking is sent once although Redis is away for longer than the locks", async () => {
  const gateway = await startGateway();
  try {
    await withPrograms({ ...SETTINGS, GATEWAY_URL: gateway.url }, async (programs) => {
      const { worker, ledger, redis } = programs;
      const bookings = GOOD.slice(0, 80);
      await submit(bookings, programs);
      for (let count = 0; count < 3; count += 1) worker();
      await until("the workers have requests under way", () => gateway.open() >= 10, 5);
      await redis.restart((LOCK_SECONDS + 3) * 1000);

      // The workers continue by themselves. All have received the gateway's replies by now and none is dead, so nothing
      // stays held.
      await until("all are sent", async () => (await isDone(programs)) && (await ledger.counts()).sent === bookings.length);
      assert.deepEqual(await ledger.counts(), { leaving: 0, sent: bookings.length, held: 0, dead: 0 });
      for (const { name } of bookings) assert.equal(gateway.requests.get(name), 1, name);
    });
  } finally {
    await gateway.close();
  }
});
