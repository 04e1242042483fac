// Reports progress to the user while requests are sent, and a summary at the end.

export class Report {
  #out;
  #isQuiet;
  #isShown;
  #counts = { sent: 0, known: 0, dead: 0, held: 0, begun: 0, unreadable: 0 };
  #account;

  constructor(out, isQuiet) {
    this.#out = out;
    this.#isQuiet = isQuiet;
    this.#isShown = out.isTTY === true && !isQuiet;
  }

  show(count, total) {
    if (this.#isShown) this.#out.write(`\r\x1b[K${Math.min(count, total)} of ${total}, ${this.#counts.sent} sent`);
  }

  unreadable(number) {
    this.#counts.unreadable += 1;
    this.#say(`line ${number} is not a request`);
  }

  /** Reports a booking that was sent or recorded before. */
  known({ state }) {
    this.#counts[state === "sent" ? "known" : state] += 1;
  }

  begun(one) {
    this.#counts.begun += 1;
    this.#say(`${named(one)} has begun, so it was not sent`);
  }

  done(state, one, { code, message }) {
    this.#counts[state] += 1;
    if (state !== "sent") this.#say(`${named(one)}: ${state === "held" ? "nobody knows whether it was sent: look in the chat" : "not sent"}: ${message ?? ""} (${code})`);
  }

  account({ code, message }) {
    this.#account = `the account was refused: ${message ?? ""} (${code}). Fix this, and run the command again`;
  }

  get hasFaults() {
    const { dead, held, begun, unreadable } = this.#counts;
    return dead + held + begun + unreadable > 0;
  }

  end(journal, requests) {
    if (this.#isShown) this.#out.write("\r\x1b[K");
    if (this.#account !== undefined) this.#say(this.#account);
    if (this.#isQuiet && !this.hasFaults) return;
    const { sent, known, dead, held, begun, unreadable } = this.#counts;
    const rows = [["requests", requests.length + unreadable], ["sent now", sent], ["sent before", known], ["not sent", dead], ["to be checked", held], ["begun", begun], ["not requests", unreadable]];
    this.#out.write(`${rows.filter(([, count], at) => at < 2 || count > 0).map(([name, count]) => `${name.padEnd(20)}${count.toLocaleString("en").padStart(9)}`).join("\n")}\n`);
    if (held + dead > 0) this.#out.write("waevent-cli journal FILE lists what was not sent, and what must be checked\n");
  }

  #say(text) {
    this.#out.write(`${this.#isShown ? "\r\x1b[K" : ""}${text.replace(/\p{Cc}/gu, "\ufffd")}\n`);
  }
}

export const named = ({ row, id, fingerprint }) => `row ${row ?? "?"}${id === undefined ? "" : `, ${id}`}, ${fingerprint}`;
