// Times of functions that run for microseconds.
import { turns } from "../turns.mjs";

/** How long a turn of one candidate takes, in milliseconds: long against the clock's steps in browsers. */
const TURN_MS = 4;

/** Runs `run` so often that it takes about `TURN_MS`, after it was compiled. Returns how often that is. */
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

/** What was made last. */
export const last = () => kept;

/** Measures candidates by name. Returns the times of one run, in microseconds. */
export function measure(candidates, rounds) {
  const names = Object.keys(candidates);
  for (const name of names) time(candidates[name], 2000);
  const counts = Object.fromEntries(names.map((name) => [name, calibrate(candidates[name])]));
  return turns(names, rounds, (name) => (time(candidates[name], counts[name]) / counts[name]) * 1000);
}
