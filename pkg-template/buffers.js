// The buffers of an instance: a question's frame is written into the module's memory, and the answer is read from there.
import {
  ANSWER_NUMBERS, BODY, BODY_BYTES, BUILT, KEY, LINES, REFUSED, REPORT, SLOTS, SLOTS_ROOM, START_OFFSET, START_SECONDS, WRITTEN, WRITTEN_ROOM, ZONE,
  ZONE_BYTES, ZONE_NUMBER,
} from "./wire.js";

const encoder = /* @__PURE__ */ new TextEncoder();

/** The most bytes that a UTF-16 code unit takes in UTF-8. */
const UNIT_BYTES = 3;

/** As in wasm-bindgen's bindings: Safari needs a new decoder after about this many bytes. */
const MOST_DECODED = 2 ** 31 - 2 ** 20;
let decoder;
let decoded = MOST_DECODED;

export class Buffers {
  /** The module's functions, and its memory. */
  #module;
  #memory;
  /** Views of the memory: all its bytes, the numbers of the last answer, and the space for frames. */
  #bytes;
  #numbers;
  #slots;
  #written;
  /** The zone of the last answer that had one: successive events mostly share it, and decoding a text takes long. */
  #zoneNumber;
  #zone;

  constructor(glue) {
    this.#module = glue;
    // The bindings are initialised already, so this only returns their exports.
    this.#memory = glue.initSync().memory;
  }

  /** The size of the instance's memory in bytes. */
  get size() {
    return this.#memory.buffer.byteLength;
  }

  /** Asks a question, and returns its answer; undefined if there is none. */
  ask(question, frame, now, isHostStale) {
    this.#module.ask(question, frame.slots.length, this.#write(frame), now, isHostStale);
    return this.#report();
  }

  /** Opens a builder in the module: `{ builder, opening }`. If there is no builder, the opening is a failed result. */
  open(frame, now) {
    const builder = this.#module.open(frame.slots.length, this.#write(frame), now);
    return { builder, opening: this.#report() };
  }

  /** Builds an event: `{ body, report, key }`, and its start if that names a zone: `{ zone, seconds, offset }`. */
  build(builder, frame, now, isHostStale) {
    builder.build(frame.slots.length, this.#write(frame), now, isHostStale);
    const report = this.#report();
    if (report?.ok === false) return { report, zone: undefined };
    const numbers = this.#numbers;
    const zone = numbers[ZONE_BYTES] > 0 ? this.#zoneOf(numbers[ZONE_NUMBER]) : undefined;
    return { report, body: this.#text(BODY), key: this.#text(KEY), zone, seconds: numbers[START_SECONDS], offset: numbers[START_OFFSET] };
  }

  /** Builds a piece of lines: `{ bytes, counts }`. */
  lines(builder, piece, isLast, now) {
    this.#makeRoom(0, piece.length);
    this.#written.set(piece);
    builder.lines(piece.length, isLast, now);
    const numbers = this.#look();
    return {
      bytes: this.#bytes.slice(numbers[BODY], numbers[BODY] + numbers[BODY_BYTES]),
      counts: { lines: numbers[LINES], built: numbers[BUILT], refused: numbers[REFUSED] },
    };
  }

  /** The numbers of the answer. The views are made again if the memory has grown. */
  #look() {
    if (!this.#numbers?.length) {
      const { buffer } = this.#memory;
      this.#bytes = new Uint8Array(buffer);
      this.#numbers = new Float64Array(buffer, this.#module.at(), ANSWER_NUMBERS);
      this.#slots = undefined;
    }
    return this.#numbers;
  }

  #makeRoom(slots, bytes) {
    let numbers = this.#look();
    if (slots > numbers[SLOTS_ROOM] || bytes > numbers[WRITTEN_ROOM]) {
      this.#module.makeRoom(slots, bytes);
      numbers = this.#look();
      this.#slots = undefined;
    }
    // The room changes: after a long text the module has released what it took.
    if (this.#slots?.length !== numbers[SLOTS_ROOM] || this.#written.length !== numbers[WRITTEN_ROOM]) {
      this.#slots = new Float64Array(this.#memory.buffer, numbers[SLOTS], numbers[SLOTS_ROOM]);
      this.#written = this.#bytes.subarray(numbers[WRITTEN], numbers[WRITTEN] + numbers[WRITTEN_ROOM]);
    }
  }

  /** Writes a frame, and returns the length of its text in bytes. */
  #write({ slots, text }) {
    this.#makeRoom(slots.length, text.length * UNIT_BYTES);
    this.#slots.set(slots);
    return encoder.encodeInto(text, this.#written).written;
  }

  /** The zone of the answer. Equal numbers mean equal zones. */
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

  /** A text of the answer: one number is its address, and the next its length in bytes. */
  #text(which) {
    const numbers = this.#numbers;
    const bytes = numbers[which + 1];
    if (bytes === 0) return "";
    const at = numbers[which];
    decoded += bytes;
    if (decoded >= MOST_DECODED) [decoder, decoded] = [new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }), bytes];
    return decoder.decode(this.#bytes.subarray(at, at + bytes));
  }
}
