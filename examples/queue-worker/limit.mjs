// Turns a limit per minute into one that BullMQ's limiter can keep.

/** A request arrives some time after it was counted, so a minute is treated as longer by this much. */
const SLACK_MILLISECONDS = 3_000;
const MINUTE_MILLISECONDS = 60_000 + SLACK_MILLISECONDS;

/** Windows last at least a second, because shorter ones cost Redis more than they gain. */
const MOST_WINDOWS = 60;

/**
 * BullMQ counts in windows that begin with a job. With one window a minute, all the jobs that it allows may run at the
 * end of one window and again at the start of the next: twice the limit within seconds. The minute is therefore divided
 * into `windows` parts. Any minute touches at most one window more than that, so `max × (windows + 1)` stays within the
 * limit. Of all possible divisions, this one lets the most through.
 */
export function limit(requestsPerMinute) {
  if (!(requestsPerMinute >= 2)) throw new RangeError(`${requestsPerMinute} requests a minute: at least 2 are needed`);
  let best = { perMinute: 0 };
  for (let windows = 1; windows <= MOST_WINDOWS; windows += 1) {
    const max = Math.floor(requestsPerMinute / (windows + 1));
    if (max * windows > best.perMinute) best = { perMinute: max * windows, max, windows };
  }
  return { max: best.max, duration: Math.ceil(MINUTE_MILLISECONDS / best.windows) };
}
