// No test checks how long something takes, because another machine, or another program on it, would decide. Growth is
// measured as a ratio within one run (support/growth.mjs), and durations by the benchmarks.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** How elapsed time is read, in JavaScript and in Rust. A clock that a test mocks does not count. */
const CLOCKS = /\bperformance\.now\(|\bhrtime\b|\bcpuUsage\(|\bconsole\.time\b|\bDate\.now\(\)|\bnew Date\(\)\.|\bInstant::now\b|\bSystemTime::now\b|\.elapsed\(\)/;

/** The files that read a clock, and why. */
const READERS = {
  "tests/package/support/growth.mjs": "a ratio",
  "tests/rsvps.rs": "a ratio",
  "tests/support/process.mjs": "ends programs that hang",
  "tests/browser/support/webkit.mjs": "ends waits that hang",
  "tests/package/bounded.test.mjs": "an event tomorrow",
  "tests/package/calendar.test.mjs": "a time stamp must be between two readings, however far apart",
  "tests/queue/support/plan.mjs": "a booking on a later day",
  "tests/queue/support/gateway.mjs": "requests per minute must stay below the limit, and a slow machine makes fewer",
  "tests/n8n/support/pace.mjs": "prints durations, and checks none",
};

const FOLDERS = ["tests", "src", "fuzz", "n8n"];
const OWN = "tests/package/clocks.test.mjs";

function* scripts(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (["node_modules", "target"].includes(entry.name)) continue;
    if (entry.isDirectory()) yield* scripts(path);
    else if (/\.(m?js|tsx?|rs)$/.test(entry.name)) yield path;
  }
}

test("no test checks elapsed time", () => {
  const reading = FOLDERS.flatMap((folder) => [...scripts(folder)]).filter((path) => path !== OWN && CLOCKS.test(readFileSync(join(root, path), "utf8")));
  assert.deepEqual(reading.sort(), Object.keys(READERS).sort());
});
