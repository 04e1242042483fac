// Maps columns to fields, by the command, then by a saved mapping, then by the columns' names.
import { readFileSync, writeFileSync } from "node:fs";
import { UsageError } from "../problem.js";
import { match } from "./match.js";
import { FIELDS } from "../fields/names.js";

/** The required fields of an event. */
const NEEDED = ["to", "name", "start"];

/** The keys of a saved mapping. */
const KEPT = ["fields", "set", "dates", "timeZone", "country"];

/** Parses `start="Data"+"Hora"`, whose quotation marks the shell may have removed, or `start=` for no column. */
export function readMap(texts, columns) {
  return Object.fromEntries(texts.map((text) => {
    const [field, said] = split(text, "--map");
    const names = columns.includes(said) ? [said] : parts(said);
    const unknown = names.find((name) => !columns.includes(name));
    if (unknown !== undefined) throw new UsageError(`--map ${field}: there is no column "${unknown}", only ${quoted(columns)}`);
    return [field, names];
  }));
}

function parts(said) {
  const found = [...said.matchAll(/\s*(?:"([^"]*)"|([^"+][^+]*?))\s*(?:\+|$)/gy)];
  return found.map(([, inQuotes, bare]) => inQuotes ?? bare).filter(Boolean);
}

/** Parses `name=Consultation`: the same value for every row. */
export const readSet = (texts) => Object.fromEntries(texts.map((text) => split(text, "--set")));

function split(text, option) {
  const at = text.indexOf("=");
  const field = text.slice(0, Math.max(at, 0)).trim();
  if (at < 0 || !FIELDS.includes(field)) throw new UsageError(`${option} has the form FIELD=…, and the fields are ${FIELDS.join(", ")}`);
  return [field, text.slice(at + 1).trim()];
}

export function load(path) {
  let saved;
  try {
    saved = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UsageError(`the mapping ${path} cannot be read: ${error.message}`);
  }
  const unknown = Object.keys(saved).find((name) => !KEPT.includes(name)) ?? [...Object.keys(saved.fields ?? {}), ...Object.keys(saved.set ?? {})].find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw new UsageError(`the mapping ${path} has the unknown name "${unknown}"`);
  return saved;
}

export const save = (path, mapping) => writeFileSync(path, `${JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, mapping[name]])), null, 2)}\n`);

/** Returns `{ fields, set, missing, ambiguous, unused }`. The command overrides the saved mapping, and both override
 *  names of columns. */
export function mappingOf(source, { map = {}, set = {}, saved = {} }) {
  const byName = source.fields ? { fields: present(source.fields, source.columns), ambiguous: {} } : match(source.columns);
  const lost = Object.entries(saved.fields ?? {}).find(([, names]) => !names.every((name) => source.columns.includes(name)));
  if (lost !== undefined) throw new UsageError(`the saved mapping has ${lost[0]} = ${lost[1].join(" + ")}, but the columns are ${quoted(source.columns)}`);
  const said = { ...saved.fields, ...map };
  const sets = { ...saved.set, ...set };
  const fields = { ...byName.fields, ...said };
  for (const field of Object.keys(fields)) if (fields[field].length === 0 || Object.hasOwn(sets, field)) delete fields[field];
  const has = (field) => Object.hasOwn(fields, field) || Object.hasOwn(sets, field);
  const ambiguous = Object.entries(byName.ambiguous).filter(([field]) => !Object.hasOwn(said, field) && !has(field));
  const missing = NEEDED.filter((field) => !has(field) && !ambiguous.some(([name]) => name === field));
  const used = new Set(Object.values(fields).flat());
  return { fields, set: sets, missing, ambiguous: Object.fromEntries(ambiguous), unused: source.columns.filter((name) => !used.has(name)) };
}

const present = (fields, columns) => Object.fromEntries(Object.entries(fields).filter(([, names]) => names.every((name) => columns.includes(name))));

export const quoted = (names) => names.map((name) => `"${name}"`).join(", ");
