// Encodes pieces of text and bytes as UTF-8, joining characters that were cut between two pieces.
import { isWellFormed } from "./read.js";

const encoder = new TextEncoder();
const BACKSLASH = 0x5c;

export class Bytes {
  /** The first half of a surrogate pair at the end of the last piece. */
  #half = "";
  /** Whether a backslash at the end of the last piece escapes what follows. */
  #isEscaping = false;

  /** The bytes of the next piece. */
  of(chunk) {
    if (typeof chunk === "string") {
      const text = this.#half + chunk;
      this.#half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? "";
      return this.#encode(text.slice(0, text.length - this.#half.length));
    }
    const bytes = view(chunk);
    if (this.#half === "" || bytes.length === 0) return this.#note(bytes);
    const before = this.end();
    const joined = new Uint8Array(before.length + bytes.length);
    joined.set(before);
    joined.set(bytes, before.length);
    return this.#note(joined);
  }

  /** The bytes of a half that is still waiting for its other half. */
  end() {
    const half = this.#half;
    this.#half = "";
    return this.#encode(half);
  }

  /** Replaces each lone surrogate by its JSON escape, which means the same. */
  #encode(text) {
    if (isWellFormed.call(text)) return this.#note(encoder.encode(text));
    const escaped = text.replace(/(\\*)(\p{Surrogate})/gu, (_, backslashes, half, at) => {
      const isEscaped = (backslashes.length + (at === 0 && this.#isEscaping ? 1 : 0)) % 2 === 1;
      // An escaped half is invalid JSON, and so is the replacement.
      return backslashes + (isEscaped ? "\ufffd" : `\\u${half.charCodeAt(0).toString(16)}`);
    });
    return this.#note(encoder.encode(escaped));
  }

  #note(bytes) {
    let at = bytes.length;
    while (at > 0 && bytes[at - 1] === BACKSLASH) at -= 1;
    const isOdd = (bytes.length - at) % 2 === 1;
    this.#isEscaping = at > 0 ? isOdd : isOdd !== this.#isEscaping;
    return bytes;
  }
}

function view(chunk) {
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError("waevent: a chunk of lines is text or bytes");
}
