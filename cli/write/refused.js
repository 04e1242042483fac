// Writes the refused rows to a CSV that a person corrects and passes in again: the file's own columns, followed by the
// row's number and its issues.
import { OWN, wordsOf } from "../languages/words.js";
import { FIELDS } from "../fields/names.js";

const MARK = "\ufeff";

/** A spreadsheet would run cells that begin like this. The apostrophe before them is removed when the report is read
 *  again. */
const RUNS = /^'*[=+\-@\t\r]/;
const WAS_MADE_SAFE = /^'+[=+\-@\t\r]/;

export const madeSafe = (text) => (RUNS.test(text) ? `'${text}` : text);
export const asItWas = (text) => (WAS_MADE_SAFE.test(text) ? text.slice(1) : text);

/** Whether the columns are those of a report. */
export const isReport = (columns) => columns.some((name) => name.startsWith(OWN));

export class Refused {
  count = 0;
  #out;
  #columns;
  #delimiter;
  #words;
  #isTable;

  /** `out` is the destination. A table keeps its columns and its delimiter; for other files the columns are an event's
   *  fields. */
  constructor(out, source, language) {
    this.#out = out;
    this.#isTable = source.isTable === true;
    this.#columns = this.#isTable ? source.columns.filter((name) => !name.startsWith(OWN)) : FIELDS;
    // In languages with a decimal comma, spreadsheets separate cells by semicolons.
    this.#delimiter = source.delimiter ?? (language === "en" ? "," : ";");
    this.#words = wordsOf(language);
  }

  async begin() {
    await this.#out.write(MARK + this.#line([...this.#columns, OWN + this.#words.row, OWN + this.#words.problem]));
  }

  async add(row, { id, event }, problems) {
    this.count += 1;
    const values = this.#isTable ? row.values : new Map([["id", id], ...partsOf(event)]);
    await this.#out.write(this.#line([...this.#columns.map((name) => textOf(values.get(name))), String(row.number), problems.join(" ")]));
  }

  #line(cells) {
    return `${cells.map((cell) => quoted(madeSafe(cell), this.#delimiter)).join(this.#delimiter)}\r\n`;
  }
}

/** The fields of an event, with a dot before the parts of its location. */
function partsOf({ location, ...event }) {
  const parts = typeof location === "object" && location !== null ? Object.entries(location).map(([name, value]) => [`location.${name}`, value]) : [["location", location]];
  return [...Object.entries(event), ...parts];
}

const quoted = (cell, delimiter) => (/["\r\n]/.test(cell) || cell.includes(delimiter) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The text of a cell. A calendar's time is written with its zone in brackets. */
function textOf(value) {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return String(value);
  const { dateTime, timeZone } = value;
  if (typeof dateTime === "string") return timeZone ? `${dateTime}[${timeZone}]` : dateTime;
  return JSON.stringify(value);
}
