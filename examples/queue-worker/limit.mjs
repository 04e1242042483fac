// A limit for each minute, as BullMQ's limiter can hold it.

/** A request arrives later than it was counted: by so much a minute is taken to be longer. */
const SLACK_MILLISECONDS = 3_000;
const MINUTE_MILLISECONDS = 60_000 + SLACK_MILLISECONDS;

/** Windows of at least a second: shorter ones cost Redis more than they gain. */
const MOST_WINDOWS = 60;

/**
 * BullMQ counts in windows that begin with a job. With one window a minute, all that it allows may go out at the end of a
 * window and again at the start of the next: twice the limit within seconds. So the minute is cut into `windows` parts. Any
 * minute touches one window more than that, and so `max × (windows + 1)` stays within the limit. Of all ways to cut, this
 * is the one that lets the most through.
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
