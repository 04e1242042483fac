// Records what was sent in a file: one line before each request and one after it, each synced before anything else is
// done. A run may therefore be killed at any point, and the next one knows what may have left. Lines are only ever
// appended.
//
//     leaving   the request is about to leave, or its run died
//     sent      the gateway accepted it
//     later     certainly not sent, and may be tried again
//     dead      not sent, and never will be
//     held      unknown: somebody has to check before it is sent again
//     again     somebody has checked, or has fixed the fault: it may be sent
//
// It contains no secret and no phone number. A booking is identified by its fingerprint, its row and its id.
import { constants } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { FileError } from "../problem.js";
import { lock } from "./lock.js";

const STATES = ["leaving", "sent", "later", "dead", "held", "again"];

/** The state of a line that follows a line which was cut off, and which does not count. */
const RESUMED = "resumed";

export class Journal {
  #file;
  #unlock;
  /** The last entry of each booking, by its fingerprint. */
  #entries = new Map();
  /** When the last request left, in milliseconds. */
  lastLeft = 0;

  /** Opens or creates a journal. Only one program can have it open. */
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

  /** An invalid line was cut off if it is the last one, or if the next line says so. Anything else means that the
   *  journal is damaged. */
  #read(line, next, isLast, place) {
    const entry = parsed(line);
    if (entry?.state === RESUMED) return;
    if (entry !== undefined && STATES.includes(entry.state) && typeof entry.fingerprint === "string") this.#note(entry);
    else if (!isLast && parsed(next)?.state !== RESUMED) throw new FileError(`the journal is damaged (${place}) and cannot be used`);
  }

  #note(entry) {
    const { state, fingerprint, at } = entry;
    // Keeps the row, the id and the start, which only the line before the request has.
    const { row, id, start } = this.#entries.get(fingerprint) ?? {};
    this.#entries.set(fingerprint, { row, id, start, ...entry });
    if (state === "leaving") this.lastLeft = Math.max(this.lastLeft, Date.parse(at));
  }

  /** The last entry of a booking; undefined if it has none. */
  look(fingerprint) {
    return this.#entries.get(fingerprint);
  }

  /** All bookings in a state. */
  list(state) {
    return [...this.#entries.values()].filter((entry) => entry.state === state);
  }

  /** Appends a line. Resolves when it is on the disk. */
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

/** Syncs a folder, if the system can. */
async function syncFolder(path) {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close().catch(() => {});
}
