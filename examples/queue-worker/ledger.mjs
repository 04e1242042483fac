// What became of each booking, by its job's id: the one place that decides whether a request may leave.
//
// A booking is in one of four hashes of Redis, or in none, which means that nothing has left:
//
//     leaving   a request is on its way, or its worker died
//     sent      the gateway took it
//     held      nobody knows: somebody has to look before it is sent again
//     dead      it was not sent and will not be, and why
//
// "leaving" is written before the request leaves. So a worker may die at any point: whoever gets the job next finds what
// was written, and never sends what may have been sent. Each change is one script, which Redis runs whole or not at all,
// and running it again changes nothing, as happens when an answer of Redis is lost.

import { randomUUID } from "node:crypto";

const PREFIX = "waevent:";
const STATES = ["leaving", "sent", "held", "dead"];
const KEYS = STATES.map((state) => PREFIX + state);

/**
 * Marks a booking as leaving, unless it is somewhere already. Answers where it is, or "mine". Where it is held or dead it may
 * leave again for somebody who has looked at that very entry (ARGV[3]), and for no later one.
 */
const BEGIN = `
  if redis.call("HEXISTS", KEYS[2], ARGV[1]) == 1 then return KEYS[2] end
  for at = 3, 4 do
    local text = redis.call("HGET", KEYS[at], ARGV[1])
    if text and cjson.decode(text).entry ~= ARGV[3] then return KEYS[at] end
  end
  redis.call("HSETNX", KEYS[1], ARGV[1], ARGV[2])
  if redis.call("HGET", KEYS[1], ARGV[1]) ~= ARGV[2] then return KEYS[1] end
  redis.call("HDEL", KEYS[3], ARGV[1])
  redis.call("HDEL", KEYS[4], ARGV[1])
  return "mine"`;

/** Writes down what became of it. What is known to be sent stays so. */
const FINISH = `
  if ARGV[2] ~= KEYS[2] and redis.call("HEXISTS", KEYS[2], ARGV[1]) == 1 then return end
  for _, key in ipairs(KEYS) do
    if key ~= ARGV[2] then redis.call("HDEL", key, ARGV[1]) end
  end
  redis.call("HSET", ARGV[2], ARGV[1], ARGV[3])`;

/** Holds what is leaving still. What its worker has written meanwhile is better known. */
const HOLD = `
  if redis.call("HDEL", KEYS[1], ARGV[1]) == 1 then redis.call("HSET", KEYS[3], ARGV[1], ARGV[2]) end`;

/** Takes back the mark of one worker, and of no other. */
const RELEASE = `
  if redis.call("HGET", KEYS[1], ARGV[1]) == ARGV[2] then redis.call("HDEL", KEYS[1], ARGV[1]) end`;

/** Each entry is told from every other, so that to settle one does not settle what becomes of it next. */
const entry = (what) => JSON.stringify({ ...what, entry: randomUUID() });

export class Ledger {
  #redis;

  constructor(redis) {
    this.#redis = redis;
  }

  /**
   * Asks to let a booking leave. `mark` is this try's own; `again` is the entry of the list that somebody has settled so.
   * Answers "mine" where it may, or the state that it is in.
   */
  async begin(id, mark, again = "") {
    const answer = await this.#run(BEGIN, id, mark, again);
    return answer === "mine" ? answer : answer.slice(PREFIX.length);
  }

  /** `state` is "sent", "held" or "dead"; `what` is kept as JSON. */
  finish(id, state, what) {
    return this.#run(FINISH, id, PREFIX + state, entry(what));
  }

  /** For one whose worker is not heard of. */
  hold(id, what) {
    return this.#run(HOLD, id, entry(what));
  }

  /** It surely did not go out, and may be tried again. */
  release(id, mark) {
    return this.#run(RELEASE, id, mark);
  }

  /** Where a booking is; undefined where nothing of it has left. */
  async stateOf(id) {
    for (const state of STATES) {
      if (await this.#redis.hexists(PREFIX + state, id)) return state;
    }
    return undefined;
  }

  /** The bookings of a state: [id, what was written down]. */
  async list(state) {
    const entries = Object.entries(await this.#redis.hgetall(PREFIX + state));
    return entries.map(([id, text]) => [id, state === "leaving" ? text : JSON.parse(text)]);
  }

  /** How many there are of each. */
  async counts() {
    const counts = await Promise.all(KEYS.map((key) => this.#redis.hlen(key)));
    return Object.fromEntries(STATES.map((state, at) => [state, counts[at]]));
  }

  /** What was written down of a booking that is held or dead; undefined for others. */
  async look(id) {
    for (const state of ["held", "dead"]) {
      const text = await this.#redis.hget(PREFIX + state, id);
      if (text !== null) return { state, ...JSON.parse(text) };
    }
    return undefined;
  }

  #run(script, ...values) {
    return this.#redis.eval(script, KEYS.length, ...KEYS, ...values);
  }
}
