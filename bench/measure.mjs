// Times of several candidates that take turns, so that what slows the machine slows all of them.

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** How long a turn of one candidate takes, in milliseconds: long against the clock's steps in browsers. */
const TURN_MS = 4;

/** Runs `run` so often that it takes about `TURN_MS`, after it was compiled. Answers how often that is. */
function calibrate(run) {
  for (let count = 16; ; count *= 2) {
    const took = time(run, count);
    if (took > TURN_MS / 2) return Math.max(1, Math.round((count * TURN_MS) / took));
  }
}

let kept;

function time(run, count) {
  const from = performance.now();
  // What is made must be kept, or an engine may leave it out.
  for (let at = 0; at < count; at += 1) kept = run();
  return performance.now() - from;
}

/**
 * Measures candidates by name. Answers for each its time in microseconds and, against each other one, the median of
 * the ratios of turns that stood side by side.
 */
export function measure(candidates, rounds) {
  const names = Object.keys(candidates);
  for (const name of names) time(candidates[name], 2000);
  const counts = Object.fromEntries(names.map((name) => [name, calibrate(candidates[name])]));
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Each round begins with another candidate.
    for (let at = 0; at < names.length; at += 1) {
      const name = names[(at + round) % names.length];
      times[name].push((time(candidates[name], counts[name]) / counts[name]) * 1000);
    }
  }
  const ratio = (one, other) => median(times[one].map((taken, at) => taken / times[other][at]));
  return { microseconds: Object.fromEntries(names.map((name) => [name, median(times[name])])), ratio, kept: typeof kept };
}
