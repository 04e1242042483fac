// Sending, killed at random 200 times, while a stand-in accepts, refuses, fails, hangs and hangs up: nothing is lost,
// and nothing is sent twice.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { generator } from "../package/support/random.mjs";
import { secrets, startGateway } from "../queue/support/gateway.mjs";
import { booking, faultOf } from "../queue/support/plan.mjs";
import { cli, folder, program } from "./support/run.mjs";

/** The lanes run in parallel, each with its own gateway and journal. */
const LANES = 4;
const KILLS = 50;
const BOOKINGS = 600;

/**
 * In milliseconds: half of the runs are killed this long after their start, and half this long after their first
 * request.
 */
const AFTER_START = [50, 500];
const AFTER_FIRST = [0, 15];
const LATENCY_MILLISECONDS = 8;

const env = { RYZEAPI_TOKEN: secrets.token, SEND_TIMEOUT_SECONDS: "10" };

async function lane(number, context) {
  const random = generator(number);
  const gateway = await startGateway({ latencyMilliseconds: LATENCY_MILLISECONDS });
  context.after(() => gateway.close());
  const [events, requests, journal] = ["events", "requests", "journal"].map((name) => join(folder, `${number}-${name}.ndjson`));
  const target = ["--gateway", "ryzeapi", "--instance", "demo", "--base-url", gateway.url];
  const bookings = Array.from({ length: BOOKINGS }, (_, at) => ({ id: at, ...booking(number * BOOKINGS + at) }));
  writeFileSync(events, bookings.map((event) => `${JSON.stringify(event)}\n`).join(""));
  const built = await cli(["build", ...target, "--output", requests, events]);
  assert.equal(built.code, 0, built.stderr);
  const args = ["send", ...target, "--journal", journal, "--requests-per-minute", "1000000", requests];
  let killed = 0;
  while (killed < KILLS) {
    const child = spawn(process.execPath, [program, ...args], { stdio: "ignore", env: { PATH: process.env.PATH, ...env } });
    const ended = new Promise((resolve) => child.once("exit", (_, how) => resolve(how)));
    const [least, most] = killed % 2 === 0 ? AFTER_START : AFTER_FIRST;
    if (killed % 2 === 1) await Promise.race([ended, arrival(gateway)]);
    const timer = setTimeout(() => child.kill("SIGKILL"), least + random() * (most - least));
    const signal = await ended;
    clearTimeout(timer);
    if (signal !== "SIGKILL") break;
    killed += 1;
  }
  const last = await cli(args, { env });
  return { gateway, journal: readFileSync(journal, "utf8"), bookings, killed, last };
}

/** Resolves when one more request has arrived. */
async function arrival({ arrivals }) {
  const before = arrivals.length;
  while (arrivals.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** The last state of each booking in the journal, by its row. */
function statesOf(journal) {
  const rows = new Map();
  const states = new Map();
  for (const line of journal.split("\n")) {
    let entry;
    try { entry = JSON.parse(line); } catch { continue; }
    if (entry.state === "leaving") rows.set(entry.fingerprint, entry.row);
    if (entry.fingerprint) states.set(rows.get(entry.fingerprint), entry);
  }
  return states;
}

test("killed 200 times: each booking is sent once, or held for somebody to check", async (context) => {
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number, context)));
  const counts = { killed: 0, sent: 0, dead: 0, held: 0, interrupted: 0 };
  for (const { gateway, journal, bookings, killed, last } of lanes) {
    counts.killed += killed;
    assert.equal(last.code, 1, last.stderr);
    assert.ok(![journal, last.stdout, last.stderr].some((text) => text.includes(secrets.token)), "the secret is written down");
    assert.ok(!bookings.some(({ to }) => journal.includes(to.replace(/\D/g, "").slice(2))), "a phone number is written down");
    const states = statesOf(journal);
    bookings.forEach(({ name }, at) => {
      const entry = states.get(at + 1);
      const taken = gateway.taken.get(name) ?? 0;
      const told = `${name}, ${faultOf(name)}: ${JSON.stringify(entry)}, taken ${taken} of ${gateway.requests.get(name)}`;
      assert.ok(["sent", "dead", "held"].includes(entry?.state), `lost: ${told}`);
      assert.ok(taken <= 1, `sent twice: ${told}`);
      if (entry.state === "sent") assert.equal(taken, 1, `never sent: ${told}`);
      if (entry.state === "dead") assert.equal(taken, 0, `sent: ${told}`);
      if (gateway.acknowledged.get(name) && entry.state === "held") assert.equal(entry.code, "interrupted", told);
      counts[entry.state] += 1;
      if (entry.code === "interrupted") counts.interrupted += 1;
    });
    // Nothing more is sent, however often the command is repeated.
    assert.equal([...gateway.taken.values()].filter((count) => count > 1).length, 0);
  }
  context.diagnostic(JSON.stringify(counts));
  assert.equal(counts.killed, LANES * KILLS);
  // If the kills never hit a request under way, the test would show nothing.
  assert.ok(counts.interrupted > 10, JSON.stringify(counts));
  assert.ok(counts.sent > counts.held && counts.dead > 0, JSON.stringify(counts));
});
