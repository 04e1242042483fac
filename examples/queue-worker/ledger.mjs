// Records what became of each booking, by its job's id. This is the only place that decides whether a request may
// leave.
//
// A booking is in one of four Redis hashes, or in none if nothing has left:
//
//     leaving   a request is on its way, or its worker died
//     sent      the gateway accepted it
//     held      unknown: somebody has to check before it is sent again
//     dead      not sent, and never will be; the entry says why
//
// "leaving" is written before the request leaves, so a worker may die at any point. Whoever gets the job next finds
// what was written, and never sends what may have been sent already. Each change is one script, which Redis runs
// completely or not at all. Running it again changes nothing, which matters when a reply from Redis is lost.
//
// A worker that counts as dead may still be alive and write what it knows later: `late` has the marks of such workers.
// If it reports that the event was sent, that always counts. If it reports that it was not sent, or that it does not
// know, that is only about its own request.

import { randomUUID } from "node:crypto";

const PREFIX = "waevent:";
const STATES = ["leaving", "sent", "held", "dead"];
const KEYS = [...STATES, "late"].map((name) => PREFIX + name);

/** Names the hashes and the id. Every script begins with it. */
const NAMES = "local leaving, sent, held, dead, late = unpack(KEYS); local id = ARGV[1];";

/**
 * Marks a booking as leaving, unless it has a state already. Returns that state, or "mine". A booking that is held or
 * dead may leave again if somebody has checked exactly this entry (ARGV[3]); a later entry does not count.
 */
const BEGIN = `${NAMES}
  if redis.call("HEXISTS", sent, id) == 1 then return sent end
  for _, key in ipairs({held, dead}) do
    local text = redis.call("HGET", key, id)
    if text and string.sub(text, 1, 36) ~= ARGV[3] then return key end
  end
  redis.call("HSETNX", leaving, id, ARGV[2])
  if redis.call("HGET", leaving, id) ~= ARGV[2] then return leaving end
  for _, key in ipairs({held, dead, late}) do redis.call("HDEL", key, id) end
  return "mine"`;

/** Records that it was sent, which is final. */
const SENT = `${NAMES}
  for _, key in ipairs({leaving, held, dead, late}) do redis.call("HDEL", key, id) end
  redis.call("HSET", sent, id, ARGV[2])`;

/** Records the outcome of the request with one mark (ARGV[4]) in a hash (ARGV[2]), whether it is leaving or late. */
const SETTLE = `${NAMES}
  if redis.call("HGET", leaving, id) ~= ARGV[4] and redis.call("HGET", late, id) ~= ARGV[4] then return end
  for _, key in ipairs({leaving, held, dead, late}) do redis.call("HDEL", key, id) end
  redis.call("HSET", ARGV[2], id, ARGV[3])`;

/**
 * Holds what is still leaving, and keeps the mark in case its worker reports later. Returns 0 if the booking has no
 * state because its worker has removed the mark in the meantime.
 */
const HOLD = `${NAMES}
  local mark = redis.call("HGET", leaving, id)
  if mark then
    redis.call("HDEL", leaving, id)
    redis.call("HSET", late, id, mark)
    redis.call("HSET", held, id, ARGV[2])
  end
  for _, key in ipairs({sent, held, dead}) do
    if redis.call("HEXISTS", key, id) == 1 then return 1 end
  end
  return 0`;

/** Removes the mark of this worker only. */
const RELEASE = `${NAMES}
  if redis.call("HGET", leaving, id) == ARGV[2] then redis.call("HDEL", leaving, id) end`;

/** Each entry begins with its own id, so settling one entry does not settle the next one for the same booking. */
const entry = (what) => `${randomUUID()} ${JSON.stringify(what)}`;
const read = (text) => ({ entry: text.slice(0, 36), ...JSON.parse(text.slice(37)) });

export class Ledger {
  #redis;

  constructor(redis) {
    this.#redis = redis;
  }

  /**
   * Asks whether a booking may leave. `mark` identifies this attempt; `again` is the id of the entry that somebody
   * settled this way. Returns "mine" if it may, otherwise the state that it is in.
   */
  async begin(id, mark, again = "") {
    const answer = await this.#run(BEGIN, id, mark, again);
    return answer === "mine" ? answer : answer.slice(PREFIX.length);
  }

  /** The gateway accepted it, no matter who reports that. */
  sent(id, what) {
    return this.#run(SENT, id, entry(what));
  }

  /** The outcome of the request with this mark: `state` is "held" or "dead". */
  settle(id, mark, state, what) {
    return this.#run(SETTLE, id, PREFIX + state, entry(what), mark);
  }

  /** For a booking whose worker has gone silent. Returns false if that worker is alive and has removed its mark. */
  async hold(id, what) {
    return (await this.#run(HOLD, id, entry(what))) === 1;
  }

  /** It was certainly not sent, and may be tried again. */
  release(id, mark) {
    return this.#run(RELEASE, id, mark);
  }

  /** The state of a booking, or undefined if nothing of it has left. */
  async stateOf(id) {
    for (const state of STATES) {
      if (await this.#redis.hexists(PREFIX + state, id)) return state;
    }
    return undefined;
  }

  /** The bookings in "sent", "held" or "dead", each as [id, entry]. */
  async list(state) {
    const entries = Object.entries(await this.#redis.hgetall(PREFIX + state));
    return entries.map(([id, text]) => [id, read(text)]);
  }

  /** The number of bookings in each state. */
  async counts() {
    const counts = await Promise.all(STATES.map((state) => this.#redis.hlen(PREFIX + state)));
    return Object.fromEntries(STATES.map((state, at) => [state, counts[at]]));
  }

  /** The entry of a booking that is held or dead, or undefined for any other. */
  async look(id) {
    for (const state of ["held", "dead"]) {
      const text = await this.#redis.hget(PREFIX + state, id);
      if (text !== null) return { state, ...read(text) };
    }
    return undefined;
  }

  #run(script, ...values) {
    return this.#redis.eval(script, KEYS.length, ...KEYS, ...values);
  }
}
