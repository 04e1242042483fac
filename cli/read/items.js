// Splits a JSON array, the list in an object, or lines into items, as bytes, keeping only one item in memory.

/** More than any booking. */
const MOST_BYTES = 1 << 20;

const [OPEN, CLOSE, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH, COMMA, LINE_FEED, SPACE, TAB, RETURN] = Buffer.from('[]{}"\\,\n \t\r');
const MARK = [0xef, 0xbb, 0xbf];
const isBlank = (byte) => byte === SPACE || byte === TAB || byte === RETURN || byte === LINE_FEED;

/** The names of lists in objects that are read: Google Calendar's and Microsoft Graph's. */
const LISTS = ["items", "value"];

export class Items {
  unit = "line";
  /** The name of the list that contains the items, if there is one. */
  list;
  #number = 0;
  #parts = [];
  #size = 0;
  #isTooLong = false;
  #isFilled = false;
  #isFirst = true;
  #depth = 0;
  #inText = false;
  #isEscaped = false;
  /** The nesting depth of items: 1 in an array, 2 in the list of an object, 0 for lines. */
  #level = 0;
  /** The last text at depth 1 of an object, which may be a name. */
  #text;
  #isEnded = false;
  /** Whether the first object may still turn out to contain a list. */
  #isOpen = true;

  /** The items that end in the next bytes. */
  *of(chunk) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.#isFirst) {
        if (isBlank(byte) || MARK.includes(byte)) { if (byte === LINE_FEED) this.#number += 1; from = at + 1; continue; }
        this.#isFirst = false;
        if (byte === OPEN) { this.unit = "item"; this.#level = 1; this.#number = 0; this.#depth = 1; this.#isOpen = false; from = at + 1; continue; }
      }
      if (this.#isEnded) { from = at + 1; continue; }
      if (this.#inText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) this.#inText = false;
        else if (this.#depth === 1 && this.#isOpen && this.#text.length < 8) this.#text += String.fromCharCode(byte);
        // A text ends with its line, so a missing quotation mark is a fault of that line alone.
        if (byte === LINE_FEED && this.#level === 0 && !this.#isOpen) { this.#inText = false; at -= 1; }
        continue;
      }
      if (byte === QUOTE) { this.#inText = true; this.#isFilled = true; if (this.#depth === 1 && this.#isOpen) this.#text = ""; continue; }
      if (byte === OPEN || byte === OPEN_OBJECT) {
        this.#depth += 1;
        this.#isFilled = true;
        if (byte === OPEN && this.#isOpen && this.#depth === 2 && LISTS.includes(this.#text)) {
          Object.assign(this, { unit: "item", list: this.#text });
          this.#level = 2;
          this.#number = 0;
          this.#isOpen = false;
          this.#clear();
          from = at + 1;
        }
        continue;
      }
      if (byte === CLOSE || byte === CLOSE_OBJECT) {
        this.#depth -= 1;
        if (this.#level > 0 && this.#depth < this.#level) {
          yield* this.#item(chunk.subarray(from, at));
          this.#isEnded = true;
        } else if (this.#level === 0 && this.#depth === 0) this.#isOpen = false;
        continue;
      }
      if (this.#level > 0 && byte === COMMA && this.#depth === this.#level) {
        yield* this.#item(chunk.subarray(from, at));
        from = at + 1;
      } else if (this.#level === 0 && byte === LINE_FEED && (this.#depth <= 0 || !this.#isOpen)) {
        yield* this.#item(chunk.subarray(from, at), true);
        this.#depth = 0;
        from = at + 1;
      } else if (!isBlank(byte)) this.#isFilled = true;
    }
    if (!this.#isEnded) this.#keep(chunk.subarray(from));
  }

  /** The rest at the end of the file. */
  *end() {
    if (this.#level > 0 && !this.#isEnded) yield { number: this.#number + 1, fault: "cut" };
    else if (this.#level === 0) yield* this.#item(Buffer.alloc(0), true);
  }

  *#item(rest, isLine) {
    this.#keep(rest);
    const isFilled = this.#isFilled;
    const bytes = Buffer.concat(this.#parts);
    const isTooLong = this.#isTooLong;
    this.#clear();
    if (isLine || isFilled) this.#number += 1;
    if (!isFilled) return;
    yield isTooLong ? { number: this.#number, fault: "long" } : { number: this.#number, bytes };
  }

  #keep(bytes) {
    this.#size += bytes.length;
    if (this.#size > MOST_BYTES) { this.#isTooLong = true; this.#parts = []; } else if (bytes.length > 0) this.#parts.push(Buffer.from(bytes));
  }

  #clear() {
    this.#parts = [];
    this.#size = 0;
    this.#isTooLong = false;
    this.#isFilled = false;
  }
}
