// The entry point `waevent/calendar`: an event as an iCalendar object, and as links that open a calendar's form, filled
// in. It starts no instance: callers import another entry point too.
import { parseEvent, parseTime } from "../api.js";
import { withMessage } from "../messages.js";
import { orNothing, own } from "../plain.js";
import { written } from "./lines.js";
import { linksOf } from "./links.js";
import { objectOf } from "./object.js";

/** What RFC 5545 calls an INTEGER (3.3.8). */
const LARGEST_INTEGER = 2 ** 31 - 1;
const IDENTITY = ["fingerprint", "sequence"];
/** How many unknown fields are listed: as many as of an event. */
const MOST_LISTED = 50;

export function toCalendar(event, identity, options) {
  if (arguments.length === 1) throw new TypeError("waevent: a fingerprint is missing from the arguments");
  const result = arguments.length === 0 ? parseEvent() : parseEvent(event, options);
  const [fingerprint, sequence] = IDENTITY.map((name) => own(identity, name) ?? undefined);
  const stamp = stampOf(options);
  // If the event has issues, they include those of a faulty `now`.
  const faults = [...(result.ok && !stamp.ok ? stamp.issues.map((issue) => ({ ...issue, path: ["now"] })) : []), ...faultsOf(fingerprint, sequence)];
  const unknown = unknownOf(identity);
  const isStrict = own(options, "strict") === true;
  const worded = (list) => list.map((issue) => withMessage(issue, options));
  const issues = [...(result.issues ?? []), ...worded(isStrict ? [...faults, ...unknown] : faults)];
  const { value } = result;
  const warnings = isStrict ? result.warnings : [...result.warnings, ...worded(unknown)];
  if (issues.length > 0) return { ok: false, issues, warnings };
  const ics = written(objectOf(value, fingerprint, sequence ?? Number(value.canceled), stamp.value));
  return { ok: true, value: value.canceled ? { ics } : { ics, links: linksOf(value) }, warnings };
}

/** The time of writing (`DTSTAMP`): the caller's `now`, read with the options, or the host's clock. */
function stampOf(options) {
  return parseTime(own(options, "now") ?? new Date(), orNothing(() => ({ ...options, allowPast: true, strict: false })));
}

function faultsOf(fingerprint, sequence = 0) {
  const faults = [];
  if (fingerprint === undefined) faults.push({ code: "required", path: ["fingerprint"], params: {} });
  else if (typeof fingerprint !== "string" || !/^[0-9a-f]{32}$/.test(fingerprint)) faults.push(misfit("fingerprint", "Built.fingerprint ([0-9a-f]{32})"));
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > LARGEST_INTEGER) faults.push(misfit("sequence", `0…${LARGEST_INTEGER}`));
  return faults;
}

/** Warnings about unknown fields of the identity. Those of a built request are known: it may be passed as a whole. */
function unknownOf(identity) {
  const names = typeof identity === "object" ? orNothing(() => Object.keys(identity)) ?? [] : [];
  const unknown = names.filter((name) => ![...IDENTITY, "request", "event"].includes(name));
  const warnings = unknown.slice(0, MOST_LISTED).map((name) => {
    const suggestion = IDENTITY.find((known) => known.startsWith(name.slice(0, 4).toLowerCase()));
    return { code: "unknown_field", path: [name], ...(name.length > 2 && suggestion && { params: { suggestion } }) };
  });
  const count = unknown.length - warnings.length;
  return count > 0 ? [...warnings, { code: "more_issues", path: [], params: { count } }] : warnings;
}

const misfit = (name, expected) => ({ code: "invalid_option", path: [name], params: { expected, as: "form" } });
