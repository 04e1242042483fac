// A builder of the module: target and options, parsed once. What it answers is read where it stands, in the module's memory.
import { call, generation, memory } from "./engine.js";
import { InternalError } from "./errors.js";
import { Frame } from "./read.js";
import {
  ANSWER_NUMBERS, BODY, BODY_BYTES, BUILT, KEY, LINES, REFUSED, REPORT, SLOTS, SLOTS_ROOM, START_OFFSET, START_SECONDS, WRITTEN, WRITTEN_ROOM, ZONE,
  ZONE_BYTES, ZONE_NUMBER,
} from "./wire.js";

const encoder = /* @__PURE__ */ new TextEncoder();

/** How many bytes a UTF-16 code unit takes at most. */
const UNIT_BYTES = 3;

/** As in the bindings, which make it anew as Safari wants it. */
const MOST_DECODED = 2 ** 31 - 2 ** 20;
let decoder;
let decoded = MOST_DECODED;

export class Builder {
  #frame;
  #builder;
  /** The instance that the builder is of. */
  #owner;
  /** Its memory, and in that the numbers of the last answer and where a frame is written. */
  #memory;
  #numbers;
  #slots;
  #written;
  #hasBegun = false;
  /** The zone of the last answer that had one: many events in a row have the same, and texts take long to cross. */
  #zoneNumber;
  #zone;

  /** Throws the failed result's text where target or options are faulty. */
  constructor(optionsFrame, targetFrame) {
    this.#frame = Frame.join(optionsFrame, targetFrame);
    /** The draft of a request, and what was odd about target and options. */
    this.opening = this.#use(() => this.#report());
  }

  /** The answer to an event: `{ body, report, key }`, and its start where that names a zone: `{ zone, seconds, offset }`. */
  build(frame, now, isHostStale) {
    return this.#use((builder) => {
      const bytes = this.#write(frame);
      builder.build(frame.slots.length, bytes, now, isHostStale);
      const report = this.#report();
      if (report?.ok === false) return { report, zone: undefined };
      const numbers = this.#numbers;
      const zone = numbers[ZONE_BYTES] > 0 ? this.#zoneOf(numbers[ZONE_NUMBER]) : undefined;
      return { report, body: this.#text(BODY), key: this.#text(KEY), zone, seconds: numbers[START_SECONDS], offset: numbers[START_OFFSET] };
    });
  }

  /** The answer to a piece of lines: `{ bytes, counts }`. */
  lines(piece, isLast) {
    return this.#use((builder) => {
      builder.lines(piece, isLast, Date.now());
      const numbers = this.#look();
      const answer = {
        bytes: this.#memory.slice(numbers[BODY], numbers[BODY] + numbers[BODY_BYTES]),
        counts: { lines: numbers[LINES], built: numbers[BUILT], refused: numbers[REFUSED] },
      };
      // What it keeps is large, and the collector does not know.
      if (isLast) builder.free();
      return answer;
    }, true);
  }

  /** Uses the builder; where its instance was replaced, a new one is made first. */
  #use(action, isReading = false) {
    return call((module) => {
      if (this.#owner !== generation) {
        // Half a line may have gone with the builder.
        if (this.#hasBegun) throw new InternalError(new Error("the module was replaced between two pieces"));
        this.#builder = new module.Builder(this.#frame.slots, this.#frame.text, Date.now());
        this.#owner = generation;
        this.#numbers = this.#zoneNumber = undefined;
      }
      this.#hasBegun = isReading;
      return action(this.#builder);
    });
  }

  /** The numbers, which are lost where the memory has grown. */
  #look() {
    if (!this.#numbers?.length) {
      this.#memory = new Uint8Array(memory());
      this.#numbers = new Float64Array(memory(), this.#builder.at, ANSWER_NUMBERS);
      this.#slots = undefined;
    }
    return this.#numbers;
  }

  /** Writes a frame where the builder reads it, and answers how many bytes its text has. */
  #write({ slots, text }) {
    let numbers = this.#look();
    const most = text.length * UNIT_BYTES;
    if (slots.length > numbers[SLOTS_ROOM] || most > numbers[WRITTEN_ROOM]) {
      this.#builder.makeRoom(slots.length, most);
      numbers = this.#look();
      this.#slots = undefined;
    }
    // Whoever gave a long text back has less room again.
    if (this.#slots?.length !== numbers[SLOTS_ROOM] || this.#written.length !== numbers[WRITTEN_ROOM]) {
      this.#slots = new Float64Array(memory(), numbers[SLOTS], numbers[SLOTS_ROOM]);
      this.#written = this.#memory.subarray(numbers[WRITTEN], numbers[WRITTEN] + numbers[WRITTEN_ROOM]);
    }
    this.#slots.set(slots);
    return encoder.encodeInto(text, this.#written).written;
  }

  /** The zone of the answer, which has this number. */
  #zoneOf(number) {
    if (number !== this.#zoneNumber) {
      this.#zone = this.#text(ZONE);
      this.#zoneNumber = number;
    }
    return this.#zone;
  }

  #report() {
    this.#look();
    const text = this.#text(REPORT);
    return text === "" ? undefined : JSON.parse(text);
  }

  /** A text of the answer: one number says where it stands, and the next how many bytes it has. */
  #text(which) {
    const numbers = this.#numbers;
    const bytes = numbers[which + 1];
    if (bytes === 0) return "";
    const at = numbers[which];
    decoded += bytes;
    if (decoded >= MOST_DECODED) [decoder, decoded] = [new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }), bytes];
    return decoder.decode(this.#memory.subarray(at, at + bytes));
  }
}
