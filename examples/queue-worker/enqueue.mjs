// Submits a file of bookings, one JSON object a line, or standard input.
//
//     GATEWAY=ryzeapi RYZEAPI_INSTANCE=clinic node enqueue.mjs bookings.ndjson
//
// Needs no secret. Faulty bookings are reported by line; the others are still queued.

import { createReadStream } from "node:fs";
import { target } from "../targets.mjs";
import { bookings } from "./bookings.mjs";
import { submit } from "./submit.mjs";
import { Ledger } from "./ledger.mjs";
import { connect, drafts, openQueue } from "./queue.mjs";

const redis = connect();
const context = { builder: drafts(), queue: openQueue(redis), ledger: new Ledger(redis) };
const input = process.argv[2] ? createReadStream(process.argv[2]) : process.stdin;

const counts = { queued: 0, known: 0, faulty: 0 };
/** Bookings that were submitted before and are waiting for somebody to settle them. */
const stuck = { held: 0, dead: 0, given_up: 0 };
for await (const { number, event, issues: unread } of bookings(input, target)) {
  const { status, state, issues = [] } = unread ? { status: "faulty", issues: unread } : await submit(event, context);
  counts[status] += 1;
  if (Object.hasOwn(stuck, state)) stuck[state] += 1;
  for (const { path, message } of issues) console.error(`line ${number}: ${path.join(".")}: ${message}`);
}
console.log(`${counts.queued} queued, ${counts.known} known already, ${counts.faulty} faulty`);
if (Object.values(stuck).some(Boolean)) console.log(`Of those known: ${stuck.held} held, ${stuck.dead} dead, ${stuck.given_up} given up. See lists.mjs.`);
process.exitCode = counts.faulty > 0 ? 1 : 0;
await context.queue.close();
await redis.quit();
