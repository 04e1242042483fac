// Five thousand bookings, three workers, a gateway that fails in every way, and workers and a Redis that are killed.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../support/process.mjs";
import { secrets, startGateway } from "./support/gateway.mjs";
import { booking, faultOf, isLater, isUnknown, respelled } from "./support/plan.mjs";
import { withPrograms } from "./support/programs.mjs";

const BOOKINGS = 5_000;
const WORKERS = 3;
const CONCURRENCY = 20;
const REQUESTS_PER_MINUTE = 3_600;
/** After this many are sent, a worker is killed, and once, Redis. */
const KILLS = [800, 2000, 3200];
const RESTART = 2600;

test("nothing is lost, nothing is sent twice, and every unknown outcome is held", async (context) => {
  // With a second for each reply, most of what the workers may have under way is, even if a busy machine sends slowly.
  const gateway = await startGateway({ latencyMilliseconds: 1000 });
  const settings = {
    GATEWAY_URL: gateway.url,
    REQUESTS_PER_MINUTE: String(REQUESTS_PER_MINUTE),
    CONCURRENCY: String(CONCURRENCY),
    // Longer than a busy machine pauses a worker, because the plan has no fault for replies that come too late.
    SEND_TIMEOUT_SECONDS: "25",
    LOCK_SECONDS: "10",
  };
  try {
    await withPrograms(settings, async ({ folder, redis, run, worker, queue, ledger, modules }) => {
      const bookings = Array.from({ length: BOOKINGS }, (_, at) => booking(at));
      // Every fiftieth is submitted twice, in a different spelling.
      const again = bookings.filter((_, at) => at % 50 === 7).map(respelled);
      const file = join(folder, "bookings.ndjson");
      writeFileSync(file, [...bookings, ...again].map((each) => `${JSON.stringify(each)}\n`).join(""));

      const enqueue = run("enqueue", [file]);
      const workers = Array.from({ length: WORKERS }, () => worker());
      const sent = async () => (await ledger.counts()).sent;
      for (const [at, count] of KILLS.entries()) {
        await until(`${count} are sent`, async () => (await sent()) >= count);
        // More than the other workers can have under way, so this one has some too.
        await until("this worker has requests under way", () => gateway.open() > (WORKERS - 1) * CONCURRENCY, 5);
        await workers[at].stop("SIGKILL");
        workers.push(worker());
        if (at === 1) {
          await until(`${RESTART} are sent`, async () => (await sent()) >= RESTART);
          await redis.restart(1_000);
        }
      }
      await enqueue.done;
      await until("nothing is left to do", async () => {
        const { queued, active, delayed } = await modules.counts(queue, ledger);
        return queued + active + delayed === 0;
      });

      // The bookings submitted twice were recognised.
      assert.match(enqueue.log(), new RegExp(`^${BOOKINGS} queued, ${again.length} known already, 0 faulty$`, "m"));

      const drafts = modules.drafts();
      const nameOf = new Map(bookings.map((each) => [modules.jobId(drafts.build(each).value.fingerprint), each.name]));
      const list = async (state) => new Map((await ledger.list(state)).map(([id, what]) => [nameOf.get(id), what]));
      const [sentOnes, held, dead] = [await list("sent"), await list("held"), await list("dead")];

      // Nothing is lost: each booking is in exactly one list.
      const everywhere = [...sentOnes.keys(), ...held.keys(), ...dead.keys()];
      assert.equal(everywhere.length, BOOKINGS);
      assert.deepEqual(new Set(everywhere), new Set(bookings.map(({ name }) => name)));
      assert.equal((await ledger.counts()).leaving, 0);
      assert.deepEqual(await queue.getFailed(), []);

      // Nothing is sent twice.
      for (const [name, times] of gateway.taken) assert.equal(times, 1, `${name} was sent ${times} times`);
      // No request is repeated either, except what the gateway certainly did not send.
      for (const [name, times] of gateway.requests) {
        assert.ok(times <= (isLater(faultOf(name)) ? 2 : 1), `${name}: ${faultOf(name)}, ${times} requests`);
      }

      // Only bookings whose outcome the plan leaves unknown, or that were under way when a worker died, are held.
      const interrupted = [...held].filter(([, { code }]) => code === "interrupted").map(([name]) => name);
      const open = bookings.map(({ name }) => name).filter((name) => isUnknown(faultOf(name)));
      assert.deepEqual(new Set(held.keys()), new Set([...open, ...interrupted]));
      assert.ok(interrupted.length >= KILLS.length && interrupted.length <= KILLS.length * CONCURRENCY, `${interrupted.length} interrupted`);
      for (const { retry } of [...held.values()]) assert.equal(retry, "check_first");

      // The bookings that the gateway said it sent are sent.
      for (const [name, { messageId }] of sentOnes) {
        assert.equal(gateway.acknowledged.get(name), 1, name);
        assert.equal(messageId, "3EB0B430A8D2E1C7F6A5");
      }

      // The refused bookings are dead, and the list says why.
      const refused = bookings.map(({ name }) => name).filter((name) => faultOf(name) === "refused" && !held.has(name));
      assert.deepEqual(new Set(dead.keys()), new Set(refused));
      for (const { code, message } of dead.values()) assert.deepEqual([code, message], ["invalid_number", "Invalid phone number format"]);

      // Every minute stays within the limit. How close it gets depends on the machine; limit.test.mjs checks what the
      // limiter allows.
      const { arrivals } = gateway;
      let busiest = 0;
      for (let from = 0, to = 0; to < arrivals.length; to += 1) {
        while (arrivals[to] - arrivals[from] >= 60_000) from += 1;
        busiest = Math.max(busiest, to - from + 1);
      }
      assert.ok(busiest <= REQUESTS_PER_MINUTE, `${busiest} requests within a minute`);

      // No secret is in Redis's files.
      for (const name of readdirSync(redis.folder)) assert.ok(!readFileSync(join(redis.folder, name), "latin1").includes(secrets.token), name);

      context.diagnostic(`busiest minute: ${busiest} requests of ${REQUESTS_PER_MINUTE}`);
      context.diagnostic(`${sentOnes.size} sent, ${held.size} held (${interrupted.length} by killed workers), ${dead.size} dead`);
    });
  } finally {
    await gateway.close();
  }
});
