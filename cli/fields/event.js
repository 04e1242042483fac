// Turns a row into an event for waevent. Only the columns that the mapping names are used.
import { clockOf, timeOf } from "./clock.js";
import { FLAGS } from "./names.js";

const TIMES = ["start", "end"];

/** Flags as spreadsheets and people write them, in addition to those that waevent accepts. */
const YES_AND_NO = { sim: "true", yes: "true", si: "true", "sí": "true", verdadeiro: "true", verdadero: "true", "نعم": "true", x: "true", no: "false", "não": "false", nao: "false", falso: "false", "لا": "false" };

/** Returns `{ id, event }`. */
export function eventOf({ values }, { fields, set }) {
  const event = {};
  let id;
  for (const [field, said] of Object.entries(set)) event[field] = said;
  for (const [field, names] of Object.entries(fields)) {
    const found = names.map((name) => values.get(name)).filter((value) => value !== undefined);
    if (found.length === 0) continue;
    const value = found.length === 1 ? read(field, found[0]) : TIMES.includes(field) ? joinedTime(found) : found.map(String).join(" ");
    if (field === "id") id = String(value);
    else event[field] = value;
  }
  // A location that is an object already has its parts.
  if (typeof event.location === "object") for (const field of Object.keys(event)) if (field.startsWith("location.")) delete event[field];
  return { id, event };
}

function read(field, value) {
  if (typeof value !== "string") return value;
  if (TIMES.includes(field)) return timeOf(value.trim());
  if (FLAGS.includes(field)) return YES_AND_NO[value.trim().toLowerCase()] ?? value;
  return value;
}

/** Joins a date and a time from two columns. A midnight after the date is dropped, because some programs export dates
 *  with it. */
function joinedTime([day, ...rest]) {
  const date = typeof day === "string" ? day.trim().replace(/[ T]00:00(?::00)?$/, "") : day;
  return [date, ...rest.map((clock) => (typeof clock === "string" ? clockOf(clock.trim()) : clock))].map(String).join(" ");
}

/** The texts of the times in a row, from which the order of dates is counted. */
export function timesIn({ values }, { fields }) {
  return TIMES.filter((field) => fields[field]).map((field) => values.get(fields[field][0])).filter((value) => typeof value === "string").map((text) => text.trim());
}
