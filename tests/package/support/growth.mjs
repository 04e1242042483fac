// How work grows with its input: as a ratio within one run, since what one machine does at once takes another seconds.
import assert from "node:assert/strict";

/** How many times as large the larger input is. */
const LARGER = 16;

/** Work that grows with its input takes 16 times as long then, and 256 times where it grows with the square: this is far from both. */
const MOST = 80;

/** Below that a measurement is noise: a collection of garbage, a page of memory that is new. */
const NOISE_MILLISECONDS = 2;

const ROUNDS = 5;

/** From here on a ratio is no noise: it fails at once, as another round would take as long. */
const CERTAIN_MILLISECONDS = 1000;

/** Milliseconds of the processor, so that what other programs take does not count. */
function cost(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Fails where work grows much faster than its input. `prepare` takes a size and returns the work, so that making the input
 * does not count. Of a few rounds the best counts, and one is enough where it is good.
 */
export function assertLinear(why, size, prepare) {
  const [few, all] = [prepare(size / LARGER), prepare(size)];
  let [short, long] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round += 1) {
    short = Math.min(short, cost(few));
    long = Math.min(long, cost(all));
    if (long <= MOST * Math.max(short, NOISE_MILLISECONDS)) return;
    if (long >= CERTAIN_MILLISECONDS) break;
  }
  assert.fail(`${why}: ${LARGER} times as much takes ${Math.round(long / short)} times as long, ${long.toFixed(0)} ms`);
}
