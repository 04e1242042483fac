// The command `send`: sends each request of a file once, even if the program is killed on the way.
import { authorize } from "waevent";
import { INTERRUPTED, SOME_REFUSED, UsageError } from "./problem.js";
import { Account } from "./send/account.js";
import { Journal } from "./send/journal.js";
import { Pace } from "./send/pace.js";
import { requestsOf } from "./send/requests.js";
import { Report } from "./send/report.js";
import { fateOf, isOfTheAccount } from "./shared/fate.js";
import { send as post } from "./shared/send.js";

/** The limit if neither the gateway nor the command gives one. */
const USUAL_PER_MINUTE = 60;

/** Sends a file. Returns the exit code. */
export async function send(given, signal) {
  if (given.file === undefined) throw new UsageError("name the file of requests");
  if (given.journal === undefined) throw new UsageError("name the journal with --journal FILE: it remembers what was sent. Use one for all files of an account");
  const account = new Account(given.target);
  const perMinute = limitOf(given.requestsPerMinute, account.facts.requestsPerMinute);
  // The whole file is checked before the first request leaves.
  const requests = [];
  const report = new Report(process.stderr, given.isQuiet);
  for await (const one of requestsOf(given.file)) {
    if (one.request === undefined) report.unreadable(one.number);
    else if (!account.has(one.request)) throw new UsageError(`line ${one.number} of ${given.file} is for a different account than the one that the command names`);
    else requests.push(one);
  }
  const secrets = await account.secrets();
  const journal = await Journal.open(given.journal);
  try {
    for (const { fingerprint } of journal.list("leaving")) {
      await journal.add({ state: "held", fingerprint, code: "interrupted", message: "The program ended while the request was on its way." });
    }
    const run = new Run({ account, secrets, journal, report, signal, pace: new Pace(perMinute, journal.lastLeft) });
    const isWhole = await run.all(requests);
    report.end(journal, requests);
    if (!isWhole) return signal.aborted ? INTERRUPTED : SOME_REFUSED;
    return report.hasFaults ? SOME_REFUSED : 0;
  } finally {
    await journal.close();
  }
}

function limitOf(text, known) {
  const number = text === undefined ? known ?? USUAL_PER_MINUTE : Number(text);
  if (!(number > 0)) throw new UsageError("--requests-per-minute must be a number above 0");
  return number;
}

class Run {
  #with;
  /** Bookings to be tried again: `{ one, until }`. */
  #later = [];

  constructor(parts) {
    this.#with = parts;
  }

  /** Sends everything that may be sent. Returns whether it reached the end. */
  async all(requests) {
    const { signal, report } = this.#with;
    const waiting = requests[Symbol.iterator]();
    for (let count = 0; ; ) {
      const one = this.#due() ?? this.#nextOf(waiting) ?? (await this.#whenDue());
      if (one === undefined) return !signal.aborted;
      report.show((count += 1), requests.length);
      await sleep(this.#with.pace.wait, signal);
      if (signal.aborted) return false;
      if (!(await this.#send(one))) return false;
    }
  }

  /** The next booking that is new to the journal, or may be tried again. */
  #nextOf(waiting) {
    const { journal, report } = this.#with;
    for (let { value: one, done } = waiting.next(); !done; { value: one, done } = waiting.next()) {
      const entry = journal.look(one.fingerprint);
      if (entry?.state === "later" && Date.parse(entry.until) > Date.now()) this.#later.push({ one, until: Date.parse(entry.until) });
      else if (entry !== undefined && !["later", "again"].includes(entry.state)) report.known(entry);
      else if (Date.parse(one.start) < Date.now()) report.begun(one);
      else if (!this.#later.some((other) => other.one.fingerprint === one.fingerprint)) return one;
    }
    return undefined;
  }

  #due() {
    const at = this.#later.findIndex(({ until }) => until <= Date.now());
    return at < 0 ? undefined : this.#later.splice(at, 1)[0].one;
  }

  async #whenDue() {
    if (this.#later.length === 0) return undefined;
    const first = Math.min(...this.#later.map(({ until }) => until));
    await sleep(first - Date.now(), this.#with.signal);
    return this.#with.signal.aborted ? undefined : this.#due() ?? this.#whenDue();
  }

  /** Sends one booking, and records the outcome. Returns whether others may follow. */
  async #send(one) {
    const { account, secrets, journal, report, pace } = this.#with;
    const { fingerprint, row, id, start } = one;
    const { tries, throttles } = journal.look(fingerprint) ?? {};
    const request = authorize(one.request, secrets);
    // Recorded before the request leaves, so the next run knows that it may have left, whatever happens now.
    await journal.add({ state: "leaving", fingerprint, row, id, start });
    pace.left();
    const reply = await post(account.gateway, request, secrets);
    const { code, message, messageId } = reply;
    if (isOfTheAccount(reply)) {
      await journal.add({ state: "later", fingerprint, tries, throttles, until: new Date().toISOString(), code, message });
      report.account(reply);
      return false;
    }
    const fate = fateOf(reply, { tries, throttles });
    const until = fate.state === "later" ? new Date(Date.now() + fate.pauseSeconds * 1000).toISOString() : undefined;
    await journal.add({ state: fate.state, fingerprint, messageId, code, message, tries: fate.tries, throttles: fate.throttles, until });
    if (fate.state === "later") {
      if (fate.isThrottled) pace.pause(fate.pauseSeconds);
      this.#later.push({ one, until: Date.parse(until) });
    } else report.done(fate.state, one, reply);
    return true;
  }
}

function sleep(milliseconds, signal) {
  if (milliseconds <= 0 || signal.aborted) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    }
    signal.addEventListener("abort", end);
  });
}
