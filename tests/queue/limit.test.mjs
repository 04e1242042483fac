// A limit per minute, kept by a counter like BullMQ's, whose windows begin with their first job.
import assert from "node:assert/strict";
import { test } from "node:test";
import { limit } from "../../examples/queue-worker/limit.mjs";

const MINUTE = 60_000;

/**
 * When jobs leave, by BullMQ's scripts: the first job of a window starts the counter's lifetime, and `max` jobs end the
 * window.
 */
function departures({ max, duration }, idleMilliseconds, count) {
  const times = [];
  let [windowEnds, counter] = [-1, 0];
  // One job comes early and all others late in its window, so the jobs of two windows are close together.
  for (let at = 0; times.length < count; at += 1) {
    const now = at === 0 ? 0 : Math.max(idleMilliseconds, times.at(-1));
    const free = now >= windowEnds || counter < max ? now : windowEnds;
    if (free >= windowEnds) [windowEnds, counter] = [free + duration, 0];
    counter += 1;
    times.push(free);
  }
  return times;
}

/** The most jobs that leave in any minute. */
const busiest = (times) => Math.max(...times.map((from, at) => times.slice(at).filter((time) => time < from + MINUTE).length));

const LIMITS = [2, 3, 7, 20, 60, 100, 250, 1000, 3600];

for (const perMinute of LIMITS) {
  test(`${perMinute} a minute: every minute stays within the limit, and most of it is used`, () => {
    const { max, duration } = limit(perMinute);
    for (const idle of [0, duration / 2, duration - 1, duration, MINUTE - 1]) {
      assert.ok(busiest(departures({ max, duration }, idle, perMinute * 3)) <= perMinute, `idle for ${idle} ms`);
    }
    const sustained = (max * MINUTE) / duration;
    assert.ok(sustained >= perMinute * (perMinute < 20 ? 0.45 : 0.88), `${sustained} a minute`);
    assert.ok(duration >= 1000 && Number.isInteger(max) && max >= 1);
  });
}

test("one window a minute would let through almost twice as much", () => {
  assert.equal(busiest(departures({ max: 100, duration: MINUTE }, MINUTE - 1, 300)), 199);
});

test("an invalid limit is refused", () => {
  for (const wrong of [0, 1, -5, NaN]) assert.throws(() => limit(wrong), RangeError);
});
