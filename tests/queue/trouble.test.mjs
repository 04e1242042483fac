// What can go wrong around the queue: settings, the account, one booking that blocks others, and a Redis that is away
// or full.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../support/process.mjs";
import { booking } from "./support/plan.mjs";
import { withPrograms } from "./support/programs.mjs";

const SENT = [200, { success: true, status: "sent", data: { messageId: "3EB0B430A8D2E1C7F6A5" } }];

/**
 * A gateway that responds to each booking, by its name, with the result of `answers`: [status, body, headers]. Calls
 * `use` with its URL and the names of the bookings that arrived.
 */
async function withGateway(answers, use) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { name } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    asked.push(name);
    const [status, body, headers = {}] = answers(name);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}`, asked);
  } finally {
    await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  }
}

async function submit(bookings, { folder, run }) {
  const file = join(folder, "bookings.ndjson");
  writeFileSync(file, bookings.map((each) => `${JSON.stringify(each)}\n`).join(""));
  assert.equal(await run("enqueue", [file]).done, 0);
}

test("a setting that is not a number ends the program, with an error that names it", () =>
  withPrograms({}, async ({ run, worker }) => {
    const cases = [
      ["SEND_TIMEOUT_SECONDS", "20s"], ["SEND_TIMEOUT_SECONDS", "0"], ["SEND_TIMEOUT_SECONDS", "3600000"], ["LOCK_SECONDS", "30s"],
      ["CONCURRENCY", "0"], ["REQUESTS_PER_MINUTE", "abc"], ["GATEWAY", "ryzapi"],
    ];
    await Promise.all(cases.map(async ([name, value]) => {
      const program = worker({ [name]: value });
      assert.equal(await program.done, 1, name);
      assert.match(program.log(), new RegExp(`${name} is "${value}": give `));
    }));
    const endpoint = run("endpoint", [], { PORT: "http" });
    assert.equal(await endpoint.done, 1);
    assert.match(endpoint.log(), /PORT is "http": give a number from 0 to 65535/);
  }));

test("a booking that the gateway always throttles does not block the others", () =>
  withGateway((name) => (name === "Booking 0" ? [429, { success: false, error: { message: "Rate limit exceeded" } }, { "retry-after": "1" }] : SENT), (url, asked) =>
    withPrograms({ GATEWAY_URL: url, REQUESTS_PER_MINUTE: "60" }, async (programs) => {
      await submit([0, 1, 2, 3, 4].map(booking), programs);
      programs.worker();
      await until("the others are sent", async () => (await programs.ledger.counts()).sent === 4);
      assert.ok(asked.filter((name) => name === "Booking 0").length >= 1);
      // It is not tried endlessly either.
      const [job] = await programs.queue.getJobs(["delayed", "wait"]);
      await until("it waits", () => job.isDelayed());
      await job.updateData({ ...job.data, throttles: 99 });
      await until("it is dead", async () => (await programs.ledger.counts()).dead === 1);
    })));

test("the worker reports what is wrong with the account, and all of it is sent again at once", () => {
  let isMended = false;
  const answers = () => (isMended ? SENT : [401, { success: false, error: { message: "Invalid token" } }]);
  return withGateway(answers, (url) =>
    withPrograms({ GATEWAY_URL: url, REQUESTS_PER_MINUTE: "3600" }, async (programs) => {
      const { ledger, queue, run, worker } = programs;
      await submit([0, 1, 2].map(booking), programs);
      const program = worker();
      await until("all are dead", async () => (await ledger.counts()).dead === 3 && (await queue.getJobCounts("active")).active === 0);
      assert.equal(program.log().match(/unauthorized: Invalid token/g).length, 1);
      isMended = true;
      const again = run("lists", ["again", "--all", "unauthorized"]);
      assert.equal(await again.done, 0);
      await until("all are sent", async () => (await ledger.counts()).sent === 3);
    }));
});

test("a job that was given up under way can be marked as sent, if it was found in the chat", () =>
  withPrograms({}, async ({ run, queue, ledger, modules }) => {
    const event = booking(1);
    const id = modules.jobId(modules.drafts().build(event).value.fingerprint);
    await ledger.begin(id, "a worker that died");
    const job = await queue.add("event", { event }, { jobId: id, attempts: 1 });
    const [taken] = await takeAll(queue);
    await taken.moveToFailed(new Error("given up"), "token", false);
    assert.equal(await job.isFailed(), true);
    const lists = run("lists");
    await lists.done;
    assert.match(lists.log(), /Given up: .*\(it may have been sent: look in the chat\)/);
    assert.equal(await run("lists", ["sent", id, "3EB0A"]).done, 0);
    assert.deepEqual(await modules.counts(queue, ledger), { queued: 0, active: 0, delayed: 0, sent: 1, held: 0, dead: 0, givenUp: 0 });
  }));

/** Takes the next waiting job, like a worker. */
async function takeAll(queue) {
  const { Worker } = createRequire(new URL("../../examples/queue-worker/package.json", import.meta.url))("bullmq");
  const worker = new Worker(queue.name, null, { connection: queue.opts.connection, autorun: false });
  worker.on("error", () => {});
  const job = await worker.getNextJob("token");
  await worker.close();
  return [job];
}

test("a Redis that may lose data is reported", () =>
  withPrograms({}, async ({ connection, worker }) => {
    const good = worker();
    await until("it starts", () => good.log().includes("Sends through"));
    await connection.config("SET", "appendfsync", "everysec");
    await connection.config("SET", "maxmemory-policy", "allkeys-lru");
    const warned = worker();
    await until("it warns", () => /maxmemory-policy is allkeys-lru, and must be noeviction/.test(warned.log()));
    assert.match(warned.log(), /appendfsync is everysec, and must be always/);
    assert.doesNotMatch(warned.log(), /appendonly/);
    assert.doesNotMatch(good.log(), /must be/);
  }));

test("while Redis is away the endpoint says so, and programs still end at SIGTERM", () =>
  withPrograms({ SEND_TIMEOUT_SECONDS: "1" }, async ({ redis, run, worker }) => {
    const [endpoint, sender] = [run("endpoint", [], { PORT: "0" }), worker()];
    await until("both start", () => endpoint.log().includes("http://") && sender.log().includes("Sends through"));
    const url = /http:\S+/.exec(endpoint.log())[0];
    await redis.stop();
    const reply = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(booking(1)) });
    assert.deepEqual([reply.status, reply.headers.get("retry-after")], [503, "5"]);
    for (const each of [endpoint, sender]) process.kill(each.pid, "SIGTERM");
    await until("both end", () => endpoint.ended() && sender.ended());
  }));

test("a Redis without memory is asked only now and then, and everything continues once it has some", () =>
  withGateway(() => SENT, (url) =>
    withPrograms({ GATEWAY_URL: url, REQUESTS_PER_MINUTE: "3600" }, async (programs) => {
      const { connection, ledger, worker } = programs;
      await submit([0, 1, 2].map(booking), programs);
      await connection.config("SET", "maxmemory", "1mb");
      const program = worker();
      await until("it is reported", () => program.log().includes("OOM"));
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const lines = program.log().split("\n").length;
      assert.ok(lines < 50, `${lines} lines`);
      await connection.config("SET", "maxmemory", "0");
      await until("all are sent", async () => (await ledger.counts()).sent === 3);
    })));
