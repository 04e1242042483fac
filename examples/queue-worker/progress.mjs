// Shows the counts on the terminal until nothing is waiting any more.
//
//     node progress.mjs

import { pathToFileURL } from "node:url";
import { Ledger } from "./ledger.mjs";
import { connect, openQueue } from "./queue.mjs";

const EVERY_MILLISECONDS = 1_000;
/** Without a terminal, prints a line only every so many ticks. */
const LINE_EVERY = 10;

/** How many bookings are in each state. */
export async function counts(queue, ledger) {
  const [{ wait, paused = 0, prioritized = 0, active, delayed, failed }, { sent, held, dead }] = await Promise.all([
    queue.getJobCounts("wait", "paused", "prioritized", "active", "delayed", "failed"),
    ledger.counts(),
  ]);
  return { queued: wait + paused + prioritized, active, delayed, sent, held, dead, givenUp: failed };
}

/** Shows the counts every second until nothing is left to do, and returns the last ones. */
export async function follow(queue, ledger, out = process.stdout) {
  const started = Date.now();
  const first = await counts(queue, ledger);
  for (let tick = 0; ; tick += 1) {
    const now = await counts(queue, ledger);
    const left = now.queued + now.active + now.delayed;
    const minutes = (Date.now() - started) / 60_000;
    const perMinute = minutes > 0 ? Math.round((now.sent - first.sent) / minutes) : 0;
    const line = `queued ${now.queued}  sending ${now.active}  later ${now.delayed}  sent ${now.sent}  held ${now.held}  dead ${now.dead}${now.givenUp > 0 ? `  given up ${now.givenUp}` : ""}  ${perMinute} a minute`;
    if (out.isTTY) out.write(`\r\x1b[K${line}${left === 0 ? "\n" : ""}`);
    else if (left === 0 || tick % LINE_EVERY === 0) out.write(`${line}\n`);
    if (left === 0) return now;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const redis = connect();
  const queue = openQueue(redis);
  await follow(queue, new Ledger(redis));
  await queue.close();
  await redis.quit();
}
