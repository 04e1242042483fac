// The distribution's Redis, with its own folder and port.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { freePort, start, until } from "./process.mjs";

/**
 * Starts Redis. It saves everything to disk before it replies, so it can be killed and started again. `options` are
 * those of `spawn`.
 *
 * Returns { url, port, folder, restart, stop }. `restart` kills it, waits, and starts it with the data in `folder`.
 */
export async function startRedis(folder, options = {}) {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const settings = { port, bind: "127.0.0.1", dir: folder, save: "", appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction" };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let starts = 0;
  const begin = async () => {
    starts += 1;
    const redis = start(process.env.REDIS_SERVER ?? "redis-server", args, { ...options, log: join(folder, `redis-${starts}.log`) });
    await until("Redis starts", () => {
      if (redis.ended()) throw new Error(`Redis ended\n${redis.log()}`);
      return redis.log().includes("Ready to accept connections");
    });
    return redis;
  };
  let running = await begin();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    folder: join(folder, "appendonlydir"),
    async restart(pauseMilliseconds) {
      await running.stop("SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      running = await begin();
    },
    stop: () => running.stop(),
  };
}
