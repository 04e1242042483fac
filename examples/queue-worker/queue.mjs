// The queue that all programs here share: where it is, how bookings are read, and how fast they may go out.

import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { createBuilder, gateways } from "../../pkg/node.js";
import { numberFrom } from "../numbers.mjs";
import { gateway, target } from "../targets.mjs";
import { limit } from "./limit.mjs";

const env = process.env;

export const NAME = "waevent";

/** A connection, with which a command waits until Redis is back, however long that takes. Each outage is reported once. */
export function connect() {
  const redis = new Redis(env.REDIS_URL ?? "redis://127.0.0.1:6379", { maxRetriesPerRequest: null });
  let isAway = false;
  redis.on("error", ({ message }) => {
    if (!isAway) console.error(`Redis is away: ${message}`);
    isAway = true;
  });
  redis.on("ready", () => {
    if (isAway) console.error("Redis is back");
    isAway = false;
  });
  return redis;
}

/** How bookings are read that do not say it all. All programs must have the same. */
export const options = { timeZone: env.TIME_ZONE, country: env.COUNTRY };

/** Builds drafts: what hands bookings in has no secret. */
export const drafts = () => createBuilder(target, options);

/** For gateways that say no limit, such as a server of your own, REQUESTS_PER_MINUTE may. */
const { requestsPerMinute } = gateways.find(({ id }) => id === gateway);
export const limiter = limit(numberFrom("REQUESTS_PER_MINUTE", requestsPerMinute ?? 60, { least: 2 }));

export function openQueue(connection) {
  const queue = new Queue(NAME, { connection });
  // The connection reports its own errors.
  queue.on("error", () => {});
  return queue;
}

/** The settings with which Redis keeps what it accepted; see the README. */
const SETTINGS = { appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction" };

/** Says where Redis may forget, and with it what has been sent. */
export async function warnOfSettings(redis) {
  for (const [name, wanted] of Object.entries(SETTINGS)) {
    const [, found] = await redis.config("GET", name).catch(() => []);
    if (found !== wanted) console.error(`Redis: ${name} is ${found ?? "not to be read"}, and must be ${wanted}, or bookings may be lost or sent twice`);
  }
}

/** BullMQ's own pause takes the place of a longer one that another worker has to keep. This one only makes it longer. */
const PAUSE = `
  local milliseconds = math.max(redis.call("PTTL", KEYS[1]), tonumber(ARGV[2]))
  redis.call("SET", KEYS[1], ARGV[1], "PX", milliseconds)`;

/** Lets all workers wait, as `queue.rateLimit` does: a count that no limit allows, for so long. */
export const pause = (redis, queue, milliseconds) => redis.eval(PAUSE, 1, queue.toKey("limiter"), String(Number.MAX_SAFE_INTEGER), milliseconds);

/** A job's id. BullMQ refuses ids that are numbers, which 32 hexadecimal digits may happen to be. */
export const jobId = (fingerprint) => `e${fingerprint}`;
