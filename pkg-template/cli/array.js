// Turns the items of a JSON array into lines. The bytes are changed in place, so no item is kept in memory.

const [OPEN, CLOSE, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH, COMMA, LINE_FEED, SPACE, TAB, RETURN, SLASH, HASH] = Buffer.from('[]{}"\\,\n \t\r/#');

/** Replaces a line end inside a text, and a comma without an item. It is as invalid in JSON as they are. */
const CONTROL = 1;

export class ArrayItems {
  isEnded = false;
  /** Whether a comment has begun. Comments are not JSON, so where it ends is unknown. */
  isInComment = false;
  #depth = 0;
  #inText = false;
  #isEscaped = false;
  /** Whether the item has anything in it yet. */
  #isFilled = false;
  #hasItems = false;

  /** Turns the next bytes of an array into lines, in place. Invalid JSON stays invalid, in its own line; a comment
   *  extends to the end of the file. */
  asLines(bytes) {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.isInComment) {
        if (byte === LINE_FEED) bytes[at] = SPACE;
        continue;
      }
      if (this.#inText) {
        if (byte === LINE_FEED) bytes[at] = CONTROL;
        else if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) this.#inText = false;
        continue;
      }
      switch (byte) {
        case LINE_FEED:
          bytes[at] = SPACE;
          break;
        case SPACE: case TAB: case RETURN:
          break;
        case SLASH: case HASH:
          this.isInComment = true;
          break;
        case QUOTE:
          this.#inText = true;
          this.#isFilled = true;
          break;
        case OPEN: case OPEN_OBJECT:
          if (this.#depth === 0 && !this.isEnded) bytes[at] = SPACE;
          else this.#isFilled = true;
          this.#depth += 1;
          break;
        case CLOSE_OBJECT:
          // A closing brace too many stays in its item.
          if (this.#depth > 1) this.#depth -= 1;
          this.#isFilled = true;
          break;
        case CLOSE:
          this.#depth -= 1;
          if (this.#depth !== 0 || this.isEnded) break;
          this.isEnded = true;
          // A bracket after a trailing comma stays, so it is reported.
          if (this.#isFilled || !this.#hasItems) bytes[at] = SPACE;
          break;
        case COMMA:
          if (this.#depth !== 1 || this.isEnded) break;
          bytes[at] = this.#isFilled ? LINE_FEED : CONTROL;
          this.#isFilled = false;
          this.#hasItems = true;
          break;
        default:
          if (this.#depth > 0 || this.isEnded) this.#isFilled = true;
      }
    }
  }
}
