// Reads JSON and NDJSON: events in waevent's own form, or lists from Google Calendar and Microsoft Graph.
import { createReadStream } from "node:fs";
import { FileError } from "../problem.js";
import { calendarOf } from "./calendars.js";
import { Items } from "./items.js";
import { isFilled } from "./row.js";

/** How many items are read to find the names of the columns. A column that appears later is reported with its row. */
const SAMPLE_ITEMS = 200;

export async function openJson(path, { size }) {
  const columns = new Set();
  let calendar;
  let items;
  let unit = "item";
  let count = 0;
  for await (const item of itemsOf(path)) {
    items ??= item.list;
    unit = item.unit;
    calendar ??= calendarOf(item.value, item.list);
    for (const name of flat(item.value).keys()) columns.add(name);
    if ((count += 1) === SAMPLE_ITEMS) break;
  }
  if (count === 0) throw new FileError("the file has no events in it");
  if (calendar) columns.add("canceled");
  return {
    format: calendar?.name ?? (unit === "line" ? "NDJSON" : "JSON"),
    columns: [...columns],
    notes: ["utf-8"],
    fields: calendar?.fields,
    async *rows(progress) {
      for await (const { value, fault, number } of itemsOf(path, size && progress && ((bytes) => progress(bytes / size)))) {
        if (fault !== undefined) yield { unit, number, values: new Map(), fault };
        else yield { unit, number, ...(calendar?.read(flat(value), value) ?? { values: flat(value) }) };
      }
    },
  };
}

async function* itemsOf(path, onBytes) {
  const items = new Items();
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    for (const item of items.of(chunk)) yield read(item, items);
    onBytes?.((bytes += chunk.length));
  }
  for (const item of items.end()) yield read(item, items);
}

function read({ bytes, number, fault }, { unit, list }) {
  if (fault !== undefined) return { number, unit, list, fault };
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { value, number, unit, list } : { number, unit, list, fault: "json" };
  } catch {
    return { number, unit, list, fault: "json" };
  }
}

/** The fields of an object. Fields of nested objects are added with a dot; the nested objects stay too. */
export function flat(value, before = "", found = new Map(), depth = 0) {
  if (typeof value !== "object" || value === null) return found;
  for (const [name, inner] of Object.entries(value)) {
    if (!isFilled(inner)) continue;
    const path = before + name;
    found.set(path, inner);
    if (typeof inner === "object" && !Array.isArray(inner) && depth < 4) flat(inner, `${path}.`, found, depth + 1);
  }
  return found;
}
