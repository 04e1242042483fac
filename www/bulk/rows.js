// Reads a file's rows as events: `{ row, line, input }`, or `{ row, line, fault }` if the row cannot be read.

import { CsvReader, LONGEST } from "./csv.js";

const NEEDED = ["to", "name", "start"];

/** The whole file cannot be read. `key` is that of a message of the page, and `params` are its parameters. */
export class FileFault extends Error {
  constructor(key, params) {
    super(key);
    Object.assign(this, { key, params });
  }
}

/** Reads a file's text piece by piece: `{ push(text), end() }`. Text that begins with a brace is NDJSON. */
export function rowReader(onRow) {
  let reader;
  let held = "";
  const begin = () => {
    reader = held.trimStart().startsWith("{") ? lineReader(onRow) : tableReader(onRow);
    reader.push(held);
  };
  return {
    push(text) {
      if (reader) return reader.push(text);
      const isBlank = text.trim() === "";
      // Of blank text only the line ends are kept, to count lines.
      held += isBlank ? text.replace(/[^\n]+/g, "") : text;
      if (!isBlank) begin();
    },
    end() {
      if (!reader) begin();
      reader.end();
    },
  };
}

function lineReader(onRow) {
  /** The pieces of the present line; empty if it is too long. */
  let kept = [];
  let length = 0;
  let line = 0;
  let row = 0;
  const keep = (piece) => {
    length += piece.length;
    if (length > LONGEST) kept = [];
    else kept.push(piece);
  };
  const read = () => {
    const [text, isTooLong] = [kept.join(""), length > LONGEST];
    kept = [];
    length = 0;
    line += 1;
    if (text.trim() === "" && !isTooLong) return;
    row += 1;
    onRow({ row, line, ...(isTooLong ? { fault: "row_too_long" } : parsed(text)) });
  };
  return {
    push(text) {
      const [rest, ...starts] = text.split("\n");
      keep(rest);
      for (const start of starts) {
        read();
        keep(start);
      }
    },
    end: read,
  };
}

function parsed(text) {
  try {
    // A byte order mark within a file shows that files were concatenated.
    const input = JSON.parse(text.replace(/^\ufeff/, ""));
    if (typeof input === "object" && input !== null && !Array.isArray(input)) return { input };
  } catch {
    //     // Reported below.
  }
  return { fault: "json" };
}

function tableReader(onRow) {
  let names;
  let row = 0;
  return new CsvReader(({ cells, line, fault }) => {
    if (names === undefined) {
      if (fault === "row_too_long") throw new FileFault(fault);
      names = cells.map((cell) => cell.trim());
      if (!names.some((name) => NEEDED.includes(name))) throw new FileFault("noHeader", { column: names[0] });
      return;
    }
    row += 1;
    const problem = fault ?? (cells.length > names.length ? "csv_cells" : undefined);
    onRow(problem ? { row, line, fault: problem } : { row, line, input: eventOf(names, cells) });
  });
}

/** The cells as the fields that their columns name. They stay texts, which the package reads as it reads forms. */
function eventOf(names, cells) {
  // Without a prototype, because the names come from the file and may be `__proto__` or the like.
  const event = Object.create(null);
  for (const [index, cell] of cells.entries()) if (cell !== "" && names[index] !== "") event[names[index]] = cell;
  return event;
}
