// What was sent, on this machine's disk: one line before each request and one after it, each synced before anything else is done.
// So a run may be killed at any point, and the next one finds what may have left. Lines are only ever added.
//
//     leaving   the request is about to leave, or its run died
//     sent      the gateway took it
//     later     it surely did not go out, and may be tried again
//     dead      it did not go out, and will not
//     held      nobody knows: somebody has to look before it is sent again
//     again     somebody has looked, or has mended what was wrong: it may be sent
//
// No secret is in it, and no phone number: a booking is its fingerprint, its row and its id.
import { constants } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { FileError } from "../problem.js";
import { lock } from "./lock.js";

const STATES = ["leaving", "sent", "later", "dead", "held", "again"];

/** What is written where a line was cut off: the line in front of it does not count. */
const RESUMED = "resumed";

export class Journal {
  #file;
  #unlock;
  /** The last that was written of each booking, by its fingerprint. */
  #entries = new Map();
  /** When the last request left, in milliseconds. */
  lastLeft = 0;

  /** Opens a journal, or begins one. Only one program has it at a time. */
  static async open(path) {
    const journal = new this();
    journal.#unlock = await lock(`${path}.lock`);
    try {
      await journal.#begin(path);
    } catch (error) {
      await journal.close();
      throw error;
    }
    return journal;
  }

  async #begin(path) {
    const text = await readFile(path, "utf8").catch((error) => { if (error.code !== "ENOENT") throw error; });
    this.#file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600);
    if (text === undefined) await syncFolder(dirname(path));
    const isCut = text !== undefined && text !== "" && !text.endsWith("\n");
    const lines = (text ?? "").split("\n");
    if (lines.at(-1) === "") lines.pop();
    lines.forEach((line, at) => this.#read(line, lines[at + 1], isCut && at === lines.length - 1, `${path}, line ${at + 1}`));
    if (isCut) await this.#write(`\n${JSON.stringify({ state: RESUMED, at: now() })}\n`);
  }

  /** A line that is none is one that was cut off, which the next line says, or the last one. Anything else is damage. */
  #read(line, next, isLast, place) {
    const entry = parsed(line);
    if (entry?.state === RESUMED) return;
    if (entry !== undefined && STATES.includes(entry.state) && typeof entry.fingerprint === "string") this.#note(entry);
    else if (!isLast && parsed(next)?.state !== RESUMED) throw new FileError(`the journal is damaged (${place}): nothing is sent by it`);
  }

  #note(entry) {
    const { state, fingerprint, at } = entry;
    // What was known of a booking when it left stays known.
    const { row, id, start } = this.#entries.get(fingerprint) ?? {};
    this.#entries.set(fingerprint, { row, id, start, ...entry });
    if (state === "leaving") this.lastLeft = Math.max(this.lastLeft, Date.parse(at));
  }

  /** What was last written of a booking; undefined where nothing was. */
  look(fingerprint) {
    return this.#entries.get(fingerprint);
  }

  /** All bookings in a state. */
  list(state) {
    return [...this.#entries.values()].filter((entry) => entry.state === state);
  }

  /** Adds a line, and is done when it is on the disk. */
  async add(entry) {
    const line = { at: now(), ...entry };
    await this.#write(`${JSON.stringify(line)}\n`);
    this.#note(line);
  }

  async #write(text) {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
      const { bytesWritten } = await this.#file.write(rest);
      rest = rest.subarray(bytesWritten);
    }
    await this.#file.datasync();
  }

  async close() {
    await this.#file?.close();
    await this.#unlock();
  }
}

const now = () => new Date().toISOString();

function parsed(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Not every system can. */
async function syncFolder(path) {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close().catch(() => {});
}
