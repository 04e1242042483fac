// A row becomes an event, as waevent takes it: its fields from the columns that the mapping names, and no others.
import { clockOf, timeOf } from "./clock.js";
import { FLAGS } from "./names.js";

const TIMES = ["start", "end"];

/** Flags as spreadsheets and people write them, beside those that waevent takes. */
const YES_AND_NO = { sim: "true", yes: "true", si: "true", "sí": "true", verdadeiro: "true", verdadero: "true", "نعم": "true", x: "true", no: "false", "não": "false", nao: "false", falso: "false", "لا": "false" };

/** Returns { id, event }. */
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
  // What holds its parts itself has them once.
  if (typeof event.location === "object") for (const field of Object.keys(event)) if (field.startsWith("location.")) delete event[field];
  return { id, event };
}

function read(field, value) {
  if (typeof value !== "string") return value;
  if (TIMES.includes(field)) return timeOf(value.trim());
  if (FLAGS.includes(field)) return YES_AND_NO[value.trim().toLowerCase()] ?? value;
  return value;
}

/** A day and a clock of two columns. A day that has midnight behind it, as some programs export days, is a day. */
function joinedTime([day, ...rest]) {
  const date = typeof day === "string" ? day.trim().replace(/[ T]00:00(?::00)?$/, "") : day;
  return [date, ...rest.map((clock) => (typeof clock === "string" ? clockOf(clock.trim()) : clock))].map(String).join(" ");
}

/** The text of a time as it stands in a row, for who counts dates. */
export function timesIn({ values }, { fields }) {
  return TIMES.filter((field) => fields[field]).map((field) => values.get(fields[field][0])).filter((value) => typeof value === "string").map((text) => text.trim());
}
