// Runs everything on this machine: Redis, a stand-in for a gateway that fails now and then, an endpoint, two workers,
// and a file of bookings. `cargo xtask queue` installs what it needs and starts it.
//
//     node demo.mjs [BOOKINGS] [--stay]       --stay: runs until Ctrl-C, for bookings over HTTP

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { booking } from "../../tests/queue/support/plan.mjs";
import { secrets, startGateway, target } from "../../tests/queue/support/gateway.mjs";
import { startRedis } from "../../tests/support/redis.mjs";

const WORKERS = 2;

const words = process.argv.slice(2);
const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 200);
const stays = words.includes("--stay");

const folder = mkdtempSync(join(tmpdir(), "waevent-queue-"));
// In its own process group, which Ctrl-C does not reach: workers first record what they are sending, and then Redis is
// stopped.
const redis = await startRedis(join(folder, "redis"), { detached: true });
const gateway = await startGateway();
Object.assign(process.env, {
  GATEWAY: target.gateway,
  RYZEAPI_INSTANCE: target.instance,
  GATEWAY_URL: gateway.url,
  REDIS_URL: redis.url,
  REQUESTS_PER_MINUTE: process.env.REQUESTS_PER_MINUTE ?? "1200",
  SEND_TIMEOUT_SECONDS: "2",
});
console.log(`Redis: ${redis.url}, a gateway's stand-in: ${gateway.url}`);

const running = new Set();
let isStopping = false;
const program = (name, args = [], env = {}) => {
  // After Ctrl-C, the next program is not started when one has ended.
  if (isStopping) return new Promise(() => {});
  const child = spawn(process.execPath, [fileURLToPath(new URL(`${name}.mjs`, import.meta.url)), ...args], { stdio: "inherit", env: { ...process.env, ...env } });
  running.add(child);
  return new Promise((resolve) => child.once("exit", (code) => { running.delete(child); resolve(code); }));
};

async function stop() {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([...running].map((child) => new Promise((resolve) => { child.once("exit", resolve); child.kill(); })));
  await redis.stop();
  await gateway.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);

const file = join(folder, "bookings.ndjson");
writeFileSync(file, Array.from({ length: count }, (_, at) => `${JSON.stringify(booking(at))}\n`).join(""));
program("endpoint", [], { PORT: process.env.PORT ?? "0" });
for (let at = 0; at < WORKERS; at += 1) program("worker", [], { RYZEAPI_TOKEN: secrets.token });
await program("enqueue", [file]);
await program("progress");
await program("lists");
if (stays) console.log("Running until Ctrl-C");
else await stop();
