// Finds the field of each column by its name.
import { FIELDS } from "../fields/names.js";
import { PARTS, plain, WORDS } from "./words.js";

/** Fields by their own and their other names, in the form in which headings are compared. */
const MEANINGS = new Map([
  ...Object.entries(WORDS).flatMap(([field, words]) => words.map((word) => [plain(word), field])),
  ...[...FIELDS, ...Object.keys(PARTS)].map((field) => [plain(field), field]),
]);

/**
 * Returns `{ fields, ambiguous }`: `fields` has the columns of each field that is clear, and `ambiguous` the
 * candidates for each field that several columns may be. A field's own name, such as `durationMinutes`, has priority
 * over other words for it.
 */
export function match(columns) {
  const found = new Map();
  for (const column of columns) {
    const field = MEANINGS.get(plain(column));
    if (field !== undefined) found.set(field, [...(found.get(field) ?? []), column]);
  }
  const ambiguous = {};
  const clear = {};
  for (const [field, some] of found) {
    const own = some.filter((column) => column === field);
    const list = own.length === 1 ? own : some;
    if (list.length > 1) ambiguous[PARTS[field] ?? field] = [...(ambiguous[PARTS[field] ?? field] ?? []), ...list];
    else clear[field] = list[0];
  }
  const fields = {};
  for (const [field, column] of Object.entries(clear)) if (!Object.hasOwn(PARTS, field)) fields[field] = [column];
  for (const time of ["start", "end"]) {
    const [date, clock] = [clear[`${time}.date`], clear[`${time}.time`]];
    if (fields[time] !== undefined) {
      // A whole time and a time in parts may contradict each other.
      if (date !== undefined || clock !== undefined) {
        ambiguous[time] ??= [...fields[time], date, clock].filter(Boolean);
        delete fields[time];
      }
    } else if (date !== undefined) fields[time] = [date, clock].filter(Boolean);
    // An end without a date is on the day of the start.
    else if (time === "end" && clock !== undefined && clear["start.date"] !== undefined) fields.end = [clear["start.date"], clock];
    else if (clock !== undefined) ambiguous[time] ??= [clock];
  }
  for (const field of Object.keys(ambiguous)) delete fields[field];
  return { fields, ambiguous };
}
