// The items of a JSON array as lines, one an item: the bytes change in place, so that nothing of an item is kept.

const [OPEN, CLOSE, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH, COMMA, LINE_FEED, SPACE, TAB, RETURN, SLASH, HASH] = Buffer.from('[]{}"\\,\n \t\r/#');

/** Stands for a line end inside a text, and for a comma without an item: JSON allows this as little. */
const CONTROL = 1;

export class ArrayItems {
  isEnded = false;
  /** Behind the start of a comment, which is no JSON: what stands in it, and where it ends, nobody can say. */
  isInComment = false;
  #depth = 0;
  #inText = false;
  #isEscaped = false;
  /** Whether the item has anything in it yet. */
  #isFilled = false;
  #hasItems = false;

  /** Makes lines of the next bytes of an array. What is no JSON stays so, each in its own line; a comment to the end of the file. */
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
          // One too many stays in its item.
          if (this.#depth > 1) this.#depth -= 1;
          this.#isFilled = true;
          break;
        case CLOSE:
          this.#depth -= 1;
          if (this.#depth !== 0 || this.isEnded) break;
          this.isEnded = true;
          // A bracket behind a comma stays, as the fault that it is.
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
