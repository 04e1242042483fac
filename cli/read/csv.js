// Reads CSV and TSV with csv-parse, which has been maintained for long, streams, handles quotes and line ends of every
// kind, and reports the line on which each record begins.
import { parse } from "csv-parse";
import { parse as parseWhole } from "csv-parse/sync";
import { FileError, UsageError } from "../problem.js";
import { beginningOf, encodingOf, textOf } from "./encoding.js";
import { asItWas, isReport } from "../write/refused.js";
import { isFilled, namesOf, rowOf } from "./row.js";

const DELIMITERS = [";", ",", "\t", "|"];
const NAMES = { ";": "semicolons", ",": "commas", "\t": "tabs", "|": "bars" };
const SAMPLE_CHARACTERS = 1 << 16;

/** More than any booking. A quotation mark that is never closed ends there, and not at the end of the file. */
const MOST_CHARACTERS = 1 << 20;

/** The line with which Excel names the delimiter. */
const SEPARATOR = /^sep=(.)\r?\n/i;

const SETTINGS = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: MOST_CHARACTERS };

export async function openCsv(path, { encoding: givenEncoding, delimiter: givenDelimiter, size }) {
  const encoding = await encodingOf(path, givenEncoding);
  const sample = await beginningOf(path, encoding, SAMPLE_CHARACTERS);
  const named = SEPARATOR.exec(sample);
  const delimiter = spelled(givenDelimiter) ?? named?.[1] ?? found(sample);
  const settings = { ...SETTINGS, delimiter, from_line: named ? 2 : 1 };
  const header = await firstOf(records(path, encoding, settings));
  if (header === undefined) throw new FileError("the file is empty: its first row has to name the columns");
  const columns = namesOf(header.record);
  const cellsOf = isReport(columns) ? (record) => record.map(asItWas) : (record) => record;
  return {
    format: delimiter === "\t" ? "TSV" : "CSV",
    isTable: true,
    delimiter,
    columns,
    notes: [`separated by ${NAMES[delimiter] ?? `"${delimiter}"`}`, encoding],
    async *rows(progress) {
      let isHeader = true;
      for await (const { record, line } of records(path, encoding, settings, size && progress && ((bytes) => progress(bytes / size)))) {
        if (!isHeader && record.some(isFilled)) yield rowOf("line", line, columns, cellsOf(record));
        isHeader = false;
      }
    },
  };
}

function spelled(delimiter) {
  if (delimiter === undefined) return undefined;
  const character = { tab: "\t", "\\t": "\t", semicolon: ";", comma: "," }[delimiter] ?? delimiter;
  if (character.length !== 1) throw new UsageError('--delimiter must be one character, or "tab"');
  return character;
}

/** The delimiter by which all rows of the sample have as many cells as the first, and by which there are the most cells. */
function found(sample) {
  const candidates = DELIMITERS.map((delimiter) => {
    const counts = countsOf(sample, delimiter);
    return { delimiter, cells: counts[0] ?? 0, isEven: counts.every((count) => count === counts[0]) };
  });
  const fits = candidates.filter(({ cells }) => cells > 1);
  const best = (list) => [...list].sort((one, other) => other.cells - one.cells)[0];
  return (best(fits.filter(({ isEven }) => isEven)) ?? best(fits))?.delimiter ?? ",";
}

function countsOf(sample, delimiter) {
  // The last record of a sample may be cut off.
  const whole = sample.length < SAMPLE_CHARACTERS ? sample : sample.slice(0, sample.lastIndexOf("\n"));
  // If a quotation mark is never closed, only the first row is used.
  for (const text of [whole, whole.split(/\r?\n/, 1)[0]]) {
    try {
      return parseWhole(text, { ...SETTINGS, delimiter, to: 200 }).map((record) => record.length);
    } catch {
      // The next text may be readable.
    }
  }
  return [];
}

async function* records(path, encoding, settings, onBytes) {
  const parser = parse({ ...settings, info: true });
  const feeding = feed(parser, textOf(path, encoding, onBytes));
  let last = 1;
  try {
    for await (const { record, info } of parser) {
      // `lines` is the line on which the record ends; a cell may contain line ends.
      const inside = record.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      last = info.lines - inside;
      yield { record, line: last };
    }
    await feeding;
  } catch (error) {
    if (error.code === "CSV_MAX_RECORD_SIZE" || error.code === "CSV_QUOTE_NOT_CLOSED") throw new FileError(`after line ${last} a quotation mark is opened and never closed`);
    throw error;
  } finally {
    parser.destroy();
  }
}

async function feed(parser, pieces) {
  try {
    for await (const piece of pieces) {
      if (parser.destroyed) return;
      if (!parser.write(piece)) await new Promise((resolve) => parser.once("drain", resolve).once("close", resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error);
  }
}

async function firstOf(iterable) {
  for await (const item of iterable) return item;
  return undefined;
}
