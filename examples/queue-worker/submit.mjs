// A booking becomes a job, once.

import { jobId } from "./queue.mjs";

/**
 * Checks a booking and puts it into the queue. Returns { status: "queued", id, warnings },
 * { status: "known", state, id, warnings } or { status: "faulty", issues, warnings }. A booking that was submitted before,
 * however it was spelled, is known; `state` says what became of it: "queued", "given_up", or where it is in the ledger.
 */
export async function submit(event, { builder, queue, ledger }) {
  const built = builder.build(event);
  if (!built.ok) return { status: "faulty", issues: built.issues, warnings: built.warnings };
  const id = jobId(built.value.fingerprint);
  const { warnings } = built;
  const state = (await ledger.stateOf(id)) ?? (await waiting(await queue.getJob(id)));
  if (state !== undefined) return { status: "known", state, id, warnings };
  // Two at once are fine: the second one finds the job there, and adds nothing. The ledger remembers it after that.
  await add(queue, id, { event });
  return { status: "queued", id, warnings };
}

const waiting = async (job) => job && ((await job.isFailed()) ? "given_up" : "queued");

/** Submits once more what somebody has looked for, and did not find sent: this entry of the list, and no later one. */
export const submitAgain = (queue, id, { event, entry }) => add(queue, id, { event, again: entry });

/** A job ends when the ledger knows what became of it. Should something else go wrong, it is tried again, and never dropped. */
const add = (queue, id, data) =>
  queue.add("event", data, { jobId: id, removeOnComplete: true, attempts: 20, backoff: { type: "fixed", delay: 5_000 } });
