// Reads CSV (RFC 4180) piece by piece: quoted cells may contain separators, line breaks and doubled quotation marks.
// Lines may end with LF alone. The separator is the most frequent one in the first line, because spreadsheets write
// semicolons in many countries.

/** The longest row that is kept, in UTF-16 code units. A file without line ends would be a single row, and take all
 *  memory. */
export const LONGEST = 1 << 20;

const PLAIN = 0;
const QUOTED = 1;
const CLOSED = 2;

export class CsvReader {
  #state = PLAIN;
  #cell = "";
  #cells = [];
  #isQuoted = false;
  #length = 0;
  #line = 1;
  #first = 1;
  #fault = undefined;
  #head = "";
  #separator = undefined;

  /** `onRecord({ cells, line, fault })` is called for each record; `line` is where it begins. Empty lines are skipped. */
  constructor(onRecord) {
    this.onRecord = onRecord;
  }

  push(text) {
    if (this.#separator === undefined) {
      this.#head += text;
      if (!/[\r\n]/.test(text) && this.#head.length <= LONGEST) return;
      text = this.#begin();
    }
    for (const character of text) this.#read(character);
  }

  end() {
    if (this.#separator === undefined) for (const character of this.#begin()) this.#read(character);
    if (this.#state === QUOTED) this.#fault ??= "csv_quote_open";
    if (this.#fault || this.#cell !== "" || this.#cells.length > 0 || this.#isQuoted) this.#endRecord();
  }

  #begin() {
    const head = this.#head;
    this.#head = "";
    this.#separator = separatorOf(head);
    return head;
  }

  #read(character) {
    if (character === "\n") this.#line += 1;
    if ((this.#length += character.length) > LONGEST) this.#fault = "row_too_long";
    if (this.#state === QUOTED) {
      if (character === '"') this.#state = CLOSED;
      else this.#keep(character);
    } else if (character === this.#separator) this.#endCell();
    else if (character === "\n") this.#endRecord();
    else if (this.#state === CLOSED) this.#readClosed(character);
    else if (character === '"' && this.#cell === "") {
      this.#state = QUOTED;
      this.#isQuoted = true;
    } else this.#keep(character);
  }

  /** Adds a character to the cell. Of a row that is too long, only whether a cell has begun is kept. */
  #keep(character) {
    if (this.#length <= LONGEST || this.#cell === "") this.#cell += character;
  }

  /** Reads the character after a quotation mark that may have closed the cell. */
  #readClosed(character) {
    if (character === '"') {
      this.#state = QUOTED;
      this.#keep(character);
    } else if (character !== "\r") {
      this.#fault ??= "csv_after_quote";
      this.#state = PLAIN;
      this.#keep(character);
    }
  }

  #endCell() {
    if (this.#length <= LONGEST) this.#cells.push(this.#cell);
    this.#cell = "";
    this.#state = PLAIN;
  }

  #endRecord() {
    // The CR of a line end. Inside quotation marks it belongs to the cell.
    if (this.#state === PLAIN && this.#cell.endsWith("\r")) this.#cell = this.#cell.slice(0, -1);
    const isEmpty = this.#cells.length === 0 && this.#cell === "" && !this.#isQuoted && !this.#fault;
    this.#endCell();
    const [cells, line, fault] = [this.#cells, this.#first, this.#fault];
    this.#cells = [];
    this.#isQuoted = false;
    this.#length = 0;
    this.#fault = undefined;
    this.#first = this.#line;
    if (!isEmpty) this.onRecord({ cells, line, ...(fault && { fault }) });
  }
}

function separatorOf(head) {
  const line = head.replace(/"[^"]*"/g, "").split(/[\r\n]/)[0];
  const count = (character) => line.split(character).length;
  return [",", ";", "\t"].reduce((best, character) => (count(character) > count(best) ? character : best));
}

/** A record as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvLine(cells) {
  const written = cells.map((cell) => {
    const text = String(cell ?? "").replace(/^[=+\-@\t\r]/, "'$&");
    return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(",")}\r\n`;
}
