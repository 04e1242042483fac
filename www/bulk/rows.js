// A file's rows as events: `{ row, line, input }`, or `{ row, line, fault }` where the row cannot be read.

import { CsvReader } from "./csv.js";

const NUMBERS = ["durationMinutes", "reminderMinutes", "delaySeconds", "location.latitude", "location.longitude"];
const FLAGS = ["scheduledCall", "extraGuestsAllowed", "canceled", "replyPrivately"];
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
      held += text;
      if (held.trim() !== "") begin();
    },
    end() {
      if (!reader) begin();
      reader.end();
    },
  };
}

function lineReader(onRow) {
  let rest = "";
  let line = 0;
  let row = 0;
  const read = (text) => {
    line += 1;
    if (text.trim() === "") return;
    row += 1;
    onRow({ row, line, ...parsed(text) });
  };
  return {
    push(text) {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      lines.forEach(read);
    },
    end: () => read(rest),
  };
}

function parsed(text) {
  try {
    const input = JSON.parse(text);
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
      names = cells.map((cell) => cell.trim());
      if (!names.some((name) => NEEDED.includes(name))) throw new FileFault("noHeader", { column: names[0] });
      return;
    }
    row += 1;
    const problem = fault ?? (cells.length > names.length ? "csv_cells" : undefined);
    onRow(problem ? { row, line, fault: problem } : { row, line, input: eventOf(names, cells) });
  });
}

/** Cells as the fields that their columns name. What is no number or flag goes on as it is, to be judged. */
function eventOf(names, cells) {
  const event = {};
  const location = {};
  for (const [index, cell] of cells.entries()) {
    const name = names[index];
    if (cell === "" || name === "") continue;
    const [whole, part] = /^location\.(.+)$/.exec(name) ?? [name];
    // Defined, since names come from the file and may be those of objects' own.
    const value = { value: valueOf(name, cell), enumerable: true, configurable: true };
    Object.defineProperty(part ? location : event, part ?? whole, value);
  }
  return Object.keys(location).length > 0 ? { ...event, location } : event;
}

function valueOf(name, cell) {
  const text = cell.trim();
  if (NUMBERS.includes(name) && /^[+-]?\d{1,15}(\.\d{1,20})?$/.test(text)) return Number(text);
  if (FLAGS.includes(name) && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return cell;
}
