// Pieces of text and of bytes, as bytes in UTF-8: a character that a cut went through is whole again.
import { isWellFormed } from "./read.js";

const encoder = new TextEncoder();
const BACKSLASH = 0x5c;

export class Bytes {
  /** The first half of a surrogate pair, at the end of what came. */
  #half = "";
  /** Whether a backslash at the end of what came escapes what follows. */
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

  /** The bytes of what was still waiting for its other half. */
  end() {
    const half = this.#half;
    this.#half = "";
    return this.#encode(half);
  }

  /** Half of a character becomes the escape that JSON has for it: what it spells stays the same. */
  #encode(text) {
    if (isWellFormed.call(text)) return this.#note(encoder.encode(text));
    const escaped = text.replace(/(\\*)(\p{Surrogate})/gu, (_, backslashes, half, at) => {
      const isEscaped = (backslashes.length + (at === 0 && this.#isEscaping ? 1 : 0)) % 2 === 1;
      // An escaped half is no JSON, and neither is what stands for it then.
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
