// Measures functions that run for microseconds.
import { turns } from "../turns.mjs";

/** How long one candidate's turn takes, in milliseconds: much longer than the clock resolution of browsers. */
const TURN_MS = 4;

/** Returns how many runs of `run` take about `TURN_MS`, once it has been compiled. */
function calibrate(run) {
  for (let count = 16; ; count *= 2) {
    const took = time(run, count);
    if (took > TURN_MS / 2) return Math.max(1, Math.round((count * TURN_MS) / took));
  }
}

let kept;

function time(run, count) {
  const from = performance.now();
  // Keeps the result, because an engine may drop a call whose result is unused.
  for (let at = 0; at < count; at += 1) kept = run();
  return performance.now() - from;
}

/** The last result. */
export const last = () => kept;

/** Measures candidates, given by name. Returns their times per run, in microseconds. */
export function measure(candidates, rounds) {
  const names = Object.keys(candidates);
  for (const name of names) time(candidates[name], 2000);
  const counts = Object.fromEntries(names.map((name) => [name, calibrate(candidates[name])]));
  return turns(names, rounds, (name) => (time(candidates[name], counts[name]) / counts[name]) * 1000);
}
