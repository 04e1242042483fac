// Reads XLSX (ECMA-376), a zipped folder of XML, with yauzl and sax. Readers that keep the whole workbook in memory
// cannot be bounded, and those that stream are no longer maintained. Dates must also stay the local times that a person
// sees, and never become instants in this machine's zone.
import { FileError, UsageError } from "../problem.js";
import { timeOf } from "./days.js";
import { formatsOf } from "./formats.js";
import { asItWas, isReport } from "../write/refused.js";
import { namesOf, rowOf } from "./row.js";
import { elements } from "./xml.js";
import { Zip } from "./zip.js";

/** The most characters of shared texts that are kept. */
const MOST_TEXT = 1 << 26;
/** Excel's own limits. */
const MOST_COLUMNS = 16_384;
const MOST_CELL_CHARACTERS = 32_767;

export async function openXlsx(path, { sheet: given }) {
  const zip = await Zip.open(path);
  const book = await bookOf(zip);
  const sheet = chosen(book.sheets, given);
  const [texts, formats] = [await textsOf(zip), await formatsOf(zip)];
  const cells = (onBytes) => rowsOf(zip, sheet.part, { texts, formats, is1904: book.is1904 }, onBytes);
  let header;
  for await (const row of cells()) {
    header = row;
    break;
  }
  if (header === undefined) throw new FileError(`the sheet "${sheet.name}" is empty: its first row has to name the columns`);
  const columns = namesOf(header.cells.map(({ text }) => text));
  const cellsOf = isReport(columns) ? (row) => row.map((text) => text && asItWas(text)) : (row) => row;
  return {
    format: "XLSX",
    isTable: true,
    columns,
    notes: [`the sheet "${sheet.name}"`, ...(book.is1904 ? ["dates since 1904"] : [])],
    async *rows(progress) {
      const size = zip.sizeOf(sheet.part);
      let isHeader = true;
      for await (const { number, cells: row } of cells(progress && ((bytes) => progress(bytes / size)))) {
        if (!isHeader && row.some(({ text }) => text)) {
          const fault = row.find((cell) => cell.fault)?.fault;
          yield { ...rowOf("row", number, columns, cellsOf(row.map(({ text }) => text))), ...(fault ? { fault } : {}) };
        }
        isHeader = false;
      }
    },
  };
}

/** The visible sheets by name, and the date system. */
async function bookOf(zip) {
  const targets = new Map();
  for await (const { name, attributes } of elements(zip.text("xl/_rels/workbook.xml.rels"))) {
    if (name === "Relationship") targets.set(attributes.Id, attributes.Target);
  }
  const book = { sheets: [], is1904: false };
  for await (const { name, attributes } of elements(zip.text("xl/workbook.xml"))) {
    if (name === "workbookPr") book.is1904 = ["1", "true"].includes(attributes.date1904);
    if (name !== "sheet" || (attributes.state ?? "visible") !== "visible") continue;
    const target = targets.get(attributes["r:id"]) ?? "";
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (zip.has(part)) book.sheets.push({ name: attributes.name, part });
  }
  return book;
}

/** The only sheet, or the named one. */
function chosen(sheets, given) {
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  if (given !== undefined) {
    const sheet = sheets.find(({ name }) => name === given);
    if (sheet === undefined) throw new UsageError(`there is no sheet "${given}", only ${names}`);
    return sheet;
  }
  if (sheets.length === 0) throw new FileError("the file has no visible sheet");
  if (sheets.length > 1) throw new UsageError(`the file has several sheets: choose one with --sheet: ${names}`);
  return sheets[0];
}

/** The texts that cells share, without phonetic readings, which Japanese texts may have. */
async function textsOf(zip) {
  const part = "xl/sharedStrings.xml";
  const texts = [];
  if (!zip.has(part)) return texts;
  let characters = 0;
  let text = "";
  let isReading = false;
  for await (const { name, isEnd, text: inside } of elements(zip.text(part))) {
    if (name === "rPh") isReading = !isEnd;
    else if (name === "si" && !isEnd) text = "";
    else if (name === "t" && isEnd && !isReading) text = (text + inside).slice(0, MOST_CELL_CHARACTERS);
    else if (name === "si" && isEnd) {
      texts.push(text);
      if ((characters += text.length) > MOST_TEXT) throw new FileError(`the texts of the file have more than ${MOST_TEXT} characters: save it as CSV`);
    }
  }
  return texts;
}

/** The rows of a sheet that have cells: `{ number, cells: [{ text, fault }] }`. */
async function* rowsOf(zip, part, book, onBytes) {
  let row;
  let cell;
  let number = 0;
  for await (const { name, isEnd, attributes, text } of elements(zip.text(part, onBytes))) {
    if (name === "row" && !isEnd) {
      number = Number(attributes.r) || number + 1;
      row = [];
    } else if (name === "row") {
      yield { number, cells: Array.from(row, (one) => one ?? {}) };
    } else if (name === "c" && !isEnd) {
      cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), at: columnOf(attributes.r) ?? row.length, text: "" };
    } else if ((name === "v" || name === "t") && isEnd && cell) {
      cell.text += text.slice(0, MOST_CELL_CHARACTERS);
    } else if (name === "c" && cell) {
      if (cell.at < MOST_COLUMNS) row[cell.at] = shown(cell, book);
      cell = undefined;
    }
  }
}

/** The index of a column: 27 for `AB12`. */
function columnOf(reference) {
  const word = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (word === undefined) return undefined;
  return [...word].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The text of a cell: numbers exactly, dates and times in ISO 8601. */
function shown({ type, style, text }, { texts, formats, is1904 }) {
  if (text === "") return {};
  switch (type) {
    case "s": return { text: texts[Number(text)] ?? "" };
    case "str": case "inlineStr": return { text };
    case "b": return { text: text === "1" ? "true" : "false" };
    case "d": return { text: text.replace(/(?:\.\d+)?Z?$/, "") };
    case "e": return { text, fault: "formula" };
    default: break;
  }
  const kind = formats[style];
  if (kind === undefined) return { text: String(Number(text)) };
  const time = timeOf(Number(text), kind, is1904);
  return time === undefined ? { text, fault: "day" } : { text: time };
}

