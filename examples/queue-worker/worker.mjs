// Sends what is in the queue. Start as many as you like: the limit is that of the queue, not of a worker.
//
//     GATEWAY=ryzeapi RYZEAPI_INSTANCE=clinic RYZEAPI_TOKEN=… node worker.mjs
//
// The secrets are in this program's environment and nowhere else: a job holds the booking alone.

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

/** Longer than this between being counted and leaving, and a request would come at a time that was not counted. */
const SLACK_SECONDS = 3;

/** How long a job stays a worker's that is not heard of, because it died, say. */
const lockSeconds = numberFrom("LOCK_SECONDS", 30, { least: 1, most: 3600 });

const builder = createBuilder({ ...target, ...secrets }, options);
expectSecrets();
const redis = connect();
const ledger = new Ledger(redis);
const queue = openQueue(redis);

/** Any event shows which are missing. */
function expectSecrets() {
  const any = { to: "120363312345678901@g.us", name: "Any", start: "2037-01-01T00:00:00Z", location: "Any" };
  const { missingSecrets } = builder.build(any).value.request;
  if (missingSecrets.length > 0) throw new Error(`Set the secrets of ${gateway}: ${missingSecrets.join(", ")}`);
}

async function take(job, token) {
  // First of all: what may have been sent is held, whatever else is to be said of it.
  const mark = randomUUID();
  const asked = Date.now();
  const state = await ledger.begin(job.id, mark, job.data.again);
  if (state === "leaving") {
    // An earlier worker let it leave and wrote no more. Should it be alive after all, what it writes takes the place of this.
    const message = "The worker died while the request was on its way.";
    const isSettled = await ledger.hold(job.id, { ...summary(job), code: "interrupted", message, retry: "check_first" });
    // It lives, and has just written that nothing was sent. The job is this worker's now.
    return isSettled ? undefined : take(job, token);
  }
  // Written down already, by a worker that died before it informed the queue.
  if (state !== "mine") return undefined;

  const built = builder.build(job.data.event);
  // It was good when it was submitted: by now it may lie in the past.
  if (!built.ok) return ledger.settle(job.id, mark, "dead", { ...summary(job), code: "faulty", issues: built.issues });
  if (jobId(built.value.fingerprint) !== job.id) {
    const message = "It was submitted for another account or with other options.";
    return ledger.settle(job.id, mark, "dead", { ...summary(job), code: "other_target", message });
  }
  if (Date.now() - asked > SLACK_SECONDS * 1000) {
    // Redis was away, or the machine slept: others may have taken this worker for dead meanwhile. It asks anew, and is counted anew.
    await ledger.release(job.id, mark);
    throw new Error("It took too long to be let go");
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
  // Held by another, which took this worker for dead: the job is no longer this one's.
  if ((await ledger.stateOf(job.id)) !== undefined) return undefined;
  await job.updateData({ ...job.data, tries, throttles });
  if (isThrottled) {
    // Not shorter than a window of the limiter, whose count this replaces. Then others have their turn first: a gateway that
    // refuses this one booking so would otherwise stop them all.
    const milliseconds = Math.max(pauseSeconds * 1000, limiter.duration);
    await pause(redis, queue, milliseconds);
    await job.moveToDelayed(Date.now() + milliseconds, token);
  } else {
    await job.moveToDelayed(Date.now() + pauseSeconds * 1000, token);
  }
  throw new DelayedError();
}

/** What is wrong with the account is reported here too, once. */
const reported = new Set();
function reportAccount(reply) {
  const { code, message } = reply;
  if (!isOfTheAccount(reply) || reported.has(code)) return;
  reported.add(code);
  console.error(`${code}: ${message} Mend it, then: node lists.mjs again --all ${code}`);
}

/** What a person who looks at a list wants to see. */
const summary = ({ data: { event } }) => ({ event, at: new Date().toISOString() });

const worker = new Worker(NAME, take, {
  connection: connect(),
  concurrency: numberFrom("CONCURRENCY", 5, { least: 1, most: 1000 }),
  limiter,
  lockDuration: lockSeconds * 1000,
  stalledInterval: lockSeconds * 1000,
  // A job may lose its worker any number of times: it is the ledger that says whether it may leave.
  maxStalledCount: Number.MAX_SAFE_INTEGER,
});
// Jobs whose lock was lost while Redis was away, say. Nothing needs to be done: the ledger knows what became of them.
worker.on("error", ({ name, message, code }) => {
  if (code !== undefined) return;
  console.error(message);
  // Redis has no memory left, say. BullMQ would ask again at once, and so on without end.
  if (name === "ReplyError" && !worker.isPaused()) {
    void worker.pause(true);
    setTimeout(() => worker.resume(), REST_SECONDS * 1000).unref();
  }
});
worker.on("failed", (job, { message }) => console.error(`${job?.id}: ${message}`));

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    // Lets what is on its way be answered. Where Redis is away that could take for ever; what it has not heard of is then held.
    setTimeout(() => process.exit(1), (timeoutSeconds + REST_SECONDS) * 1000).unref();
    await worker.close();
    await queue.close();
    await redis.quit();
    process.exit();
  });
}

await warnOfSettings(redis);
console.log(`Sends through ${gateway}, ${limiter.max} requests each ${limiter.duration / 1000} s at most`);
