// A file's rows as events: `{ row, line, input }`, or `{ row, line, fault }` where the row cannot be read.

import { CsvReader, LONGEST } from "./csv.js";

const NEEDED = ["to", "name", "start"];

/** The file is not what it claims: `params` go with the page's words for `key`. */
export class FileFault extends Error {
  constructor(key, params) {
    super(key);
    Object.assign(this, { key, params });
  }
}

/** Takes a file's text piece by piece: `{ push(text), end() }`. What begins with a brace is NDJSON. */
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
      // Of what is blank only the line ends count.
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
  /** The pieces of the line so far; none of one that is too long. */
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
    // A mark inside of a file shows that files were joined.
    const input = JSON.parse(text.replace(/^\ufeff/, ""));
    if (typeof input === "object" && input !== null && !Array.isArray(input)) return { input };
  } catch {
    // Told below.
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

/** Cells as the fields that their columns name, as texts: the package reads them as it reads those of forms. */
function eventOf(names, cells) {
  // Not a plain object, since names come from the file and may be those of objects' own.
  const event = Object.create(null);
  for (const [index, cell] of cells.entries()) if (cell !== "" && names[index] !== "") event[names[index]] = cell;
  return event;
}
