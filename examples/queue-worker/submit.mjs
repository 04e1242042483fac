// Turns a booking into a job, once.

import { jobId } from "./queue.mjs";

/**
 * Checks a booking and puts it into the queue. Returns { status: "queued", id, warnings }, { status: "known", state,
 * id, warnings } or { status: "faulty", issues, warnings }. A booking that was submitted before is known, however it is
 * spelled. `state` says what became of it: "queued", "given_up", or its state in the ledger.
 */
export async function submit(event, { builder, queue, ledger }) {
  const built = builder.build(event);
  if (!built.ok) return { status: "faulty", issues: built.issues, warnings: built.warnings };
  const id = jobId(built.value.fingerprint);
  const { warnings } = built;
  const state = (await ledger.stateOf(id)) ?? (await waiting(await queue.getJob(id)));
  if (state !== undefined) return { status: "known", state, id, warnings };
  // Two submissions at once are fine: the second finds the job in the queue and adds nothing. Later, the ledger
  // remembers it.
  await add(queue, id, { event });
  return { status: "queued", id, warnings };
}

const waiting = async (job) => job && ((await job.isFailed()) ? "given_up" : "queued");

/** Submits a booking again after somebody checked that it was not sent. Valid for this entry only, not for a later one. */
export const submitAgain = (queue, id, { event, entry }) => add(queue, id, { event, again: entry });

/** A job ends once the ledger knows what became of it. If anything else fails, it is tried again; it is never dropped. */
const add = (queue, id, data) =>
  queue.add("event", data, { jobId: id, removeOnComplete: true, attempts: 20, backoff: { type: "fixed", delay: 5_000 } });
