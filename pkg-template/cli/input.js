// Reads a file of bookings: lines of JSON, or a JSON array, in UTF-8, or in UTF-16 with its byte order mark.
import { Bytes } from "../bytes.js";
import { ArrayItems } from "./array.js";

const LITTLE_ENDIAN = [0xff, 0xfe];
const BIG_ENDIAN = [0xfe, 0xff];
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const BLANK = new Set([...UTF8_MARK, ...Buffer.from(" \t\r\n")]);
const [BRACKET] = Buffer.from("[");

export class Input {
  /** What the numbers in results count: lines as in an editor, or the items of an array. */
  unit = "line";
  /** The fault of the file as a whole. */
  fault;
  #stream;

  constructor(stream) {
    this.#stream = stream;
  }

  /** The file as lines in UTF-8, in pieces. */
  async *lines() {
    const items = new ArrayItems();
    let isBegun = false;
    for await (const bytes of inUtf8(this.#stream)) {
      if (!isBegun) {
        const first = bytes.find((byte) => !BLANK.has(byte));
        isBegun = first !== undefined;
        if (first === BRACKET) this.unit = "item";
      }
      if (isBegun && this.unit === "item") items.asLines(bytes);
      yield bytes;
    }
    if (items.isInComment) this.fault = "remove the comments from the array: nothing after the first one was read";
    else if (this.unit === "item" && !items.isEnded) this.fault = "the array has no end: the file was cut off";
  }
}

/** The stream in UTF-8, converted if a byte order mark says that it is UTF-16. The pieces may be modified. */
async function* inUtf8(stream) {
  const chunks = joined(stream);
  const { value: first } = await chunks.next();
  if (first === undefined) return;
  const begins = (mark) => mark.every((byte, at) => first[at] === byte);
  const rest = async function* () {
    yield first;
    yield* chunks;
  };
  yield* begins(LITTLE_ENDIAN) || begins(BIG_ENDIAN) ? fromUtf16(rest(), begins(BIG_ENDIAN)) : rest();
}

/** The same chunks, but the first one has at least two bytes if the stream has them. */
async function* joined(stream) {
  let head = Buffer.alloc(0);
  let isHead = true;
  for await (const chunk of stream) {
    if (!isHead) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 2) continue;
    isHead = false;
    yield head;
  }
  if (isHead && head.length > 0) yield head;
}

/** Half a character stays invalid, so only its own line is refused. */
async function* fromUtf16(chunks, isBigEndian) {
  const joined = new Bytes();
  let odd = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([odd, chunk]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
    odd = bytes.subarray(whole.length);
    if (isBigEndian) whole.swap16();
    yield joined.of(whole.toString("utf16le"));
  }
  if (odd.length > 0) yield joined.of("\ufffd");
  yield joined.end();
}
