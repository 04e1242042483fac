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
// and running it again changes nothing, as happens when a reply of Redis is lost.
//
// A worker that is taken for dead may live, and write later what it knows: `late` has the marks of those that are waited for.
// That it sent counts always. That it did not, or does not know, is about its own request and no other.

import { randomUUID } from "node:crypto";

const PREFIX = "waevent:";
const STATES = ["leaving", "sent", "held", "dead"];
const KEYS = [...STATES, "late"].map((name) => PREFIX + name);

/** The hashes by name, and the id, in front of each script. */
const NAMES = "local leaving, sent, held, dead, late = unpack(KEYS); local id = ARGV[1];";

/**
 * Marks a booking as leaving, unless it is somewhere already. Returns where it is, or "mine". Where it is held or dead it may
 * leave again for somebody who has looked at that very entry (ARGV[3]), and for no later one.
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

/** Writes down that it was sent, which stays so. */
const SENT = `${NAMES}
  for _, key in ipairs({leaving, held, dead, late}) do redis.call("HDEL", key, id) end
  redis.call("HSET", sent, id, ARGV[2])`;

/** Writes down what became of the request of one mark (ARGV[4]), be it leaving or waited for, into a hash (ARGV[2]). */
const SETTLE = `${NAMES}
  if redis.call("HGET", leaving, id) ~= ARGV[4] and redis.call("HGET", late, id) ~= ARGV[4] then return end
  for _, key in ipairs({leaving, held, dead, late}) do redis.call("HDEL", key, id) end
  redis.call("HSET", ARGV[2], id, ARGV[3])`;

/**
 * Holds what is leaving still, and waits for its worker. Returns 0 where it is nowhere, as its worker has taken the mark
 * back meanwhile.
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

/** Takes back the mark of one worker, and of no other. */
const RELEASE = `${NAMES}
  if redis.call("HGET", leaving, id) == ARGV[2] then redis.call("HDEL", leaving, id) end`;

/** An entry of a list begins with an id of its own, so that to settle one does not settle what becomes of it next. */
const entry = (what) => `${randomUUID()} ${JSON.stringify(what)}`;
const read = (text) => ({ entry: text.slice(0, 36), ...JSON.parse(text.slice(37)) });

export class Ledger {
  #redis;

  constructor(redis) {
    this.#redis = redis;
  }

  /**
   * Asks to let a booking leave. `mark` is this try's own; `again` is the entry of the list that somebody has settled so.
   * Returns "mine" where it may, or the state that it is in.
   */
  async begin(id, mark, again = "") {
    const answer = await this.#run(BEGIN, id, mark, again);
    return answer === "mine" ? answer : answer.slice(PREFIX.length);
  }

  /** The gateway took it, whoever knows that. */
  sent(id, what) {
    return this.#run(SENT, id, entry(what));
  }

  /** What became of the request of this mark: `state` is "held" or "dead". */
  settle(id, mark, state, what) {
    return this.#run(SETTLE, id, PREFIX + state, entry(what), mark);
  }

  /** For one whose worker is not heard of. False where that worker lives, and has taken its mark back. */
  async hold(id, what) {
    return (await this.#run(HOLD, id, entry(what))) === 1;
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

  /** The bookings of "sent", "held" or "dead": [id, what was written down]. */
  async list(state) {
    const entries = Object.entries(await this.#redis.hgetall(PREFIX + state));
    return entries.map(([id, text]) => [id, read(text)]);
  }

  /** How many there are of each. */
  async counts() {
    const counts = await Promise.all(STATES.map((state) => this.#redis.hlen(PREFIX + state)));
    return Object.fromEntries(STATES.map((state, at) => [state, counts[at]]));
  }

  /** What was written down of a booking that is held or dead; undefined for others. */
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
