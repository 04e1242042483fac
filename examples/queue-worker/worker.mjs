// Sends what is in the queue. Start as many workers as you like: the limit belongs to the queue, not to a worker.
//
//     GATEWAY=ryzeapi RYZEAPI_INSTANCE=clinic RYZEAPI_TOKEN=… node worker.mjs
//
// The secrets are in this program's environment and nowhere else: a job contains only the booking.

import { randomUUID } from "node:crypto";
import { DelayedError, Worker } from "bullmq";
import { createBuilder } from "../../pkg/node.js";
import { fateOf, isOfTheAccount } from "../fate.mjs";
import { numberFrom } from "../numbers.mjs";
import { send, timeoutSeconds } from "../send.mjs";
import { gateway, secrets, target } from "../targets.mjs";
import { Ledger } from "./ledger.mjs";
import { connect, jobId, limiter, NAME, openQueue, options, pause, warnOfSettings } from "./queue.mjs";

const REST_SECONDS = 5;

/**
 * If more time than this passes between the ledger's reply and sending, the request would leave at a time for which it
 * was not counted.
 */
const SLACK_SECONDS = 3;

/** How long a job belongs to a worker that has gone silent, for example because it died. */
const lockSeconds = numberFrom("LOCK_SECONDS", 30, { least: 1, most: 3600 });

const builder = createBuilder({ ...target, ...secrets }, options);
expectSecrets();
const redis = connect();
const ledger = new Ledger(redis);
const queue = openQueue(redis);

/** Any event shows which secrets are missing. */
function expectSecrets() {
  const any = { to: "120363312345678901@g.us", name: "Any", start: "2037-01-01T00:00:00Z", location: "Any" };
  const { missingSecrets } = builder.build(any).value.request;
  if (missingSecrets.length > 0) throw new Error(`Set the secrets of ${gateway}: ${missingSecrets.join(", ")}`);
}

async function take(job, token) {
  // This comes first: what may have been sent is held, even if the booking has other faults.
  const mark = randomUUID();
  const asked = Date.now();
  const state = await ledger.begin(job.id, mark, job.data.again);
  if (state === "leaving") {
    // An earlier worker let it leave and wrote nothing more. If that worker is alive after all, what it writes replaces
    // this entry.
    const message = "The worker died while the request was on its way.";
    const isSettled = await ledger.hold(job.id, { ...summary(job), code: "interrupted", message, retry: "check_first" });
    // It is alive, and has just recorded that nothing was sent. The job now belongs to this worker.
    return isSettled ? undefined : take(job, token);
  }
  // Recorded already, by a worker that died before it updated the queue.
  if (state !== "mine") return undefined;

  const built = builder.build(job.data.event);
  // It was valid when it was submitted, but its start may have passed by now.
  if (!built.ok) return ledger.settle(job.id, mark, "dead", { ...summary(job), code: "faulty", issues: built.issues });
  if (jobId(built.value.fingerprint) !== job.id) {
    const message = "It was submitted for another account or with other options.";
    return ledger.settle(job.id, mark, "dead", { ...summary(job), code: "other_target", message });
  }
  if (Date.now() - asked > SLACK_SECONDS * 1000) {
    // Redis was away or the machine slept, so this worker may have been taken for dead. It asks again, and is counted
    // again.
    await ledger.release(job.id, mark);
    throw new Error("Too much time passed before it could be sent");
  }
  return settle(job, token, mark, await send(gateway, built.value.request, secrets));
}

async function settle(job, token, mark, reply) {
  const { state, tries, throttles, isThrottled, pauseSeconds } = fateOf(reply, job.data);
  if (state === "sent") return ledger.sent(job.id, reply);
  if (state !== "later") {
    reportAccount(reply);
    return ledger.settle(job.id, mark, state, { ...summary(job), ...reply, tries, throttles });
  }
  await ledger.release(job.id, mark);
  // Another worker took this one for dead and holds the booking: the job is no longer this worker's.
  if ((await ledger.stateOf(job.id)) !== undefined) return undefined;
  await job.updateData({ ...job.data, tries, throttles });
  if (isThrottled) {
    // Not shorter than a window of the limiter, whose count this replaces. The job is moved back, so others have their
    // turn first: otherwise a gateway that keeps refusing this one booking would block them all.
    const milliseconds = Math.max(pauseSeconds * 1000, limiter.duration);
    await pause(redis, queue, milliseconds);
    await job.moveToDelayed(Date.now() + milliseconds, token);
  } else {
    await job.moveToDelayed(Date.now() + pauseSeconds * 1000, token);
  }
  throw new DelayedError();
}

/** Faults of the account are also reported here, once each. */
const reported = new Set();
function reportAccount(reply) {
  const { code, message } = reply;
  if (!isOfTheAccount(reply) || reported.has(code)) return;
  reported.add(code);
  console.error(`${code}: ${message} Fix it, then run: node lists.mjs again --all ${code}`);
}

/** What somebody who reads a list needs to see. */
const summary = ({ data: { event } }) => ({ event, at: new Date().toISOString() });

const worker = new Worker(NAME, take, {
  connection: connect(),
  concurrency: numberFrom("CONCURRENCY", 5, { least: 1, most: 1000 }),
  limiter,
  lockDuration: lockSeconds * 1000,
  stalledInterval: lockSeconds * 1000,
  // A job may lose its worker any number of times: the ledger decides whether it may leave.
  maxStalledCount: Number.MAX_SAFE_INTEGER,
});
// For example, jobs whose lock was lost while Redis was away. Nothing needs to be done: the ledger knows what became of
// them.
worker.on("error", ({ name, message, code }) => {
  if (code !== undefined) return;
  console.error(message);
  // For example, Redis is out of memory. BullMQ would otherwise retry at once, endlessly.
  if (name === "ReplyError" && !worker.isPaused()) {
    void worker.pause(true);
    setTimeout(() => worker.resume(), REST_SECONDS * 1000).unref();
  }
});
worker.on("failed", (job, { message }) => console.error(`${job?.id}: ${message}`));

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    // Waits for replies to requests on their way. If Redis is away that might never end, so what the ledger did not
    // hear of is held.
    setTimeout(() => process.exit(1), (timeoutSeconds + REST_SECONDS) * 1000).unref();
    await worker.close();
    await queue.close();
    await redis.quit();
    process.exit();
  });
}

await warnOfSettings(redis);
console.log(`Sends through ${gateway}, ${limiter.max} requests every ${limiter.duration / 1000} s at most`);
