// No test judges how long something takes: another machine, or another program on it, would decide. Growth is a ratio within one
// run (support/growth.mjs); durations are the bench's.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** How the time that has passed is read, in JavaScript and in Rust. A clock that a test sets itself is none. */
const CLOCKS = /\bperformance\.now\(|\bhrtime\b|\bcpuUsage\(|\bconsole\.time\b|\bDate\.now\(\)|\bnew Date\(\)\.|\bInstant::now\b|\bSystemTime::now\b|\.elapsed\(\)/;

/** Who reads one, and what for. */
const READERS = {
  "tests/package/support/growth.mjs": "a ratio",
  "tests/rsvps.rs": "a ratio",
  "tests/support/process.mjs": "ends what hangs",
  "tests/browser/support/webkit.mjs": "ends what hangs",
  "tests/package/bounded.test.mjs": "an event of tomorrow",
  "tests/package/calendar.test.mjs": "a stamp lies between two readings, however far apart",
  "tests/queue/support/plan.mjs": "a booking of a later day",
  "tests/queue/support/gateway.mjs": "requests of a minute, which the limit is for: a slow machine makes fewer",
  "tests/n8n/support/pace.mjs": "says it, and judges nothing",
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

test("no test judges a time that has passed", () => {
  const reading = FOLDERS.flatMap((folder) => [...scripts(folder)]).filter((path) => path !== OWN && CLOCKS.test(readFileSync(join(root, path), "utf8")));
  assert.deepEqual(reading.sort(), Object.keys(READERS).sort());
});
