// A booking becomes a job, once.

import { jobId } from "./queue.mjs";

/**
 * Checks a booking and puts it into the queue. Answers { status: "queued" | "known", id, warnings }, or
 * { status: "faulty", issues, warnings }. A booking that was handed in before, however it was spelled, is known.
 */
export async function handIn(event, { builder, queue, ledger }) {
  const built = builder.build(event);
  if (!built.ok) return { status: "faulty", issues: built.issues, warnings: built.warnings };
  const id = jobId(built.value.fingerprint);
  const { warnings } = built;
  const isKnown = (await ledger.stateOf(id)) !== undefined || (await queue.getJob(id)) !== undefined;
  if (isKnown) return { status: "known", id, warnings };
  // Two at once are fine: the second one finds the job there, and adds nothing. The ledger remembers it after that.
  await add(queue, id, { event });
  return { status: "queued", id, warnings };
}

/** Hands in once more what somebody has looked for, and did not find sent: this entry of the list, and no later one. */
export const handInAgain = (queue, id, { event, entry }) => add(queue, id, { event, again: entry });

/** A job ends when the ledger knows what became of it. Should something else go wrong, it is tried again, and never dropped. */
const add = (queue, id, data) =>
  queue.add("event", data, { jobId: id, removeOnComplete: true, attempts: 20, backoff: { type: "fixed", delay: 5_000 } });
