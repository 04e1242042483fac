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

const PREFIX = "waevent:";
const STATES = ["leaving", "sent", "held", "dead"];
const KEYS = STATES.map((state) => PREFIX + state);

/**
 * Marks a booking as leaving, unless it is somewhere already. Answers where it is, or "mine". One that somebody has looked for
 * (ARGV[3]) may leave again from where it is held or dead.
 */
const BEGIN = `
  local again = ARGV[3] == "again"
  for at = 2, 4 do
    if redis.call("HEXISTS", KEYS[at], ARGV[1]) == 1 and (at == 2 or not again) then return KEYS[at] end
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

/** Takes back the mark of one worker, and of no other. */
const RELEASE = `
  if redis.call("HGET", KEYS[1], ARGV[1]) == ARGV[2] then redis.call("HDEL", KEYS[1], ARGV[1]) end`;

export class Ledger {
  #redis;

  constructor(redis) {
    this.#redis = redis;
  }

  /** Asks to let a booking leave. `mark` is this try's own. Answers "mine" where it may, or the state that it is in. */
  async begin(id, mark, { again = false } = {}) {
    const answer = await this.#run(BEGIN, id, mark, again ? "again" : "");
    return answer === "mine" ? answer : answer.slice(PREFIX.length);
  }

  /** `state` is "sent", "held" or "dead"; `what` is kept as JSON. */
  finish(id, state, what) {
    return this.#run(FINISH, id, PREFIX + state, JSON.stringify(what));
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
