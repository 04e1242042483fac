// What all programs here share: the queue, how bookings are read, and how fast they may be sent.

import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { createBuilder, gateways } from "../../pkg/node.js";
import { numberFrom } from "../numbers.mjs";
import { gateway, target } from "../targets.mjs";
import { limit } from "./limit.mjs";

const env = process.env;

export const NAME = "waevent";

/** A Redis connection. Its commands wait until Redis is back, however long that takes. Each outage is reported once. */
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

/** How to read bookings that name no time zone or country. All programs must use the same options. */
export const options = { timeZone: env.TIME_ZONE, country: env.COUNTRY };

/** Builds drafts: the programs that submit bookings have no secret. */
export const drafts = () => createBuilder(target, options);

/** REQUESTS_PER_MINUTE sets the limit for gateways that publish none, such as a server of your own. */
const { requestsPerMinute } = gateways.find(({ id }) => id === gateway);
export const limiter = limit(numberFrom("REQUESTS_PER_MINUTE", requestsPerMinute ?? 60, { least: 2 }));

export function openQueue(connection) {
  const queue = new Queue(NAME, { connection });
  // The connection already reports its errors.
  queue.on("error", () => {});
  return queue;
}

/** The settings with which Redis keeps everything that it accepted; see the README. */
const SETTINGS = { appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction" };

/** Warns if Redis may lose data, and with it the record of what has been sent. */
export async function warnOfSettings(redis) {
  for (const [name, wanted] of Object.entries(SETTINGS)) {
    const [, found] = await redis.config("GET", name).catch(() => []);
    if (found !== wanted) console.error(`Redis: ${name} is ${found ?? "unreadable"}, and must be ${wanted}, or bookings may be lost or sent twice`);
  }
}

/** BullMQ's own pause would replace a longer one that another worker needs. This one can only make it longer. */
const PAUSE = `
  local milliseconds = math.max(redis.call("PTTL", KEYS[1]), tonumber(ARGV[2]))
  redis.call("SET", KEYS[1], ARGV[1], "PX", milliseconds)`;

/** Makes all workers wait, as `queue.rateLimit` does, by setting the count above every limit for that time. */
export const pause = (redis, queue, milliseconds) => redis.eval(PAUSE, 1, queue.toKey("limiter"), String(Number.MAX_SAFE_INTEGER), milliseconds);

/** A job's id. BullMQ refuses ids that are numbers, and 32 hexadecimal digits may be one. */
export const jobId = (fingerprint) => `e${fingerprint}`;
