// The model that all readers return, whatever the format: rows, each with its place in the file.

/**
 * @typedef {object} Row
 * @property {string} unit  What `number` counts: "row" of a sheet, "line" of a text, "item" of a list, "event" of a calendar.
 * @property {number} number  From 1, as a person who opens the file counts.
 * @property {Map<string, unknown>} values  By column. Texts, except for values that a calendar or JSON has in its own form.
 * @property {string} [fault]  Why the row cannot be read: a key of languages/*.js.
 */

/**
 * @typedef {object} Source
 * @property {string} format
 * @property {string[]} columns
 * @property {string[]} notes  How the file was read, for a person: its delimiter, its encoding, its sheet.
 * @property {Record<string, string[]>} [fields]  The columns of each field, if the format itself defines them.
 * @property {(progress?: (share: number) => void) => AsyncIterable<Row>} rows  Reads the rows from the start, as often as it is called.
 */

/** A row whose cells are in the order of the columns. */
export function rowOf(unit, number, columns, cells) {
  const values = new Map();
  columns.forEach((column, at) => { if (isFilled(cells[at])) values.set(column, cells[at]); });
  const tooMany = cells.slice(columns.length).some(isFilled);
  return { unit, number, values, ...(tooMany ? { fault: "cells" } : {}) };
}

export const isFilled = (value) => value !== undefined && value !== null && value !== "";

/** Names for columns. A column without a name is named by its letter, as in a spreadsheet, and equal names are numbered. */
export function namesOf(header) {
  const seen = new Map();
  return header.map((cell, at) => {
    const name = String(cell ?? "").replace(/\s+/g, " ").trim() || letters(at);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function letters(at) {
  const rest = String.fromCharCode(65 + (at % 26));
  return at < 26 ? rest : letters(Math.floor(at / 26) - 1) + rest;
}
