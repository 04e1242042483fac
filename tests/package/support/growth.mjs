// Measures how work grows with its input, as a ratio within one run, because absolute times differ between machines.
import assert from "node:assert/strict";

/** How many times larger the larger input is. */
const LARGER = 16;

/** Linear work then takes 16 times as long, and quadratic work 256 times. This limit is far from both. */
const MOST = 80;

/** A shorter measurement is noise, such as a garbage collection or newly mapped memory. */
const NOISE_MILLISECONDS = 2;

const ROUNDS = 5;

/** A longer measurement is not noise: it fails at once, because another round would take just as long. */
const CERTAIN_MILLISECONDS = 1000;

/** CPU time in milliseconds, so the time that other programs take does not count. */
function cost(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Fails if work grows much faster than its input. `prepare` takes a size and returns the work, so making the input is
 * not measured. The best of a few rounds counts, and one good round is enough.
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
