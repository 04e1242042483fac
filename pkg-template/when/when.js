// The entry point for an event's times in words. It starts nothing: whoever uses it imports another one as well.
import { formatIssue, parseEvent, parseTime } from "../api.js";
import { judged } from "../ask.js";
import { expectArguments } from "../errors.js";
import { offsetOf } from "../host.js";
import { misfits, part } from "../plain.js";
import { say } from "./say.js";
import { noonIn } from "./zone.js";

/** What an event needs beside its times. */
const REST = { to: "120363312345678901@g.us", name: "x" };

export function describeTime(time, options) {
  expectArguments(arguments, "a time");
  const { taken: { language: given, timeZone }, rest } = part(options ?? {}, "language", "timeZone", "allowPast");
  // Databases write `pt_BR`, which the package takes everywhere.
  const language = typeof given === "string" ? given.replaceAll("_", "-") : given ?? "en";
  const faults = faultsOf(language);
  const messages = faults.length === 0 && isSpoken(language) ? language : "en";
  const asked = noonIn(timeZone, { language: messages });
  const event = parseEvent(timesOf(time), settings(options, rest, messages));

  const issues = [
    ...faults.map((fault) => ({ ...fault, message: formatIssue(fault, messages) })),
    ...atZone(asked.issues),
    ...(event.ok ? [] : event.issues),
  ];
  // Whether the host has the right rules is all the same: they are not asked.
  const warnings = [...atZone(asked.warnings), ...event.warnings].filter(({ code }) => code !== "host_time_zone_stale");
  if (issues.length > 0) return { ok: false, issues, warnings };
  return { ok: true, value: say(clocks(event.value, asked.value?.timeZone), language), warnings };
}

/** A text that is no language, as only the host can say. */
function faultsOf(language) {
  const faults = misfits("language", language, "string", () => typeof language === "string");
  if (faults.length > 0) return faults;
  try {
    Intl.getCanonicalLocales(language);
    return [];
  } catch {
    return [{ code: "invalid_option", path: ["language"], params: { expected: "a language tag" } }];
  }
}

/** Whether messages can be had in a language; names of days can in many more. */
function isSpoken(language) {
  try {
    return Boolean(judged({ language }));
  } catch {
    return false;
  }
}

/** The times as an event's own, whatever else stands beside them. */
function timesOf(time) {
  const { taken, rest } = part(time ?? {}, "start", "end", "durationMinutes", "timeZone");
  return rest === time ? time : { ...REST, ...taken };
}

/** Local times are read in the event's own zone: that of whoever reads the words says nothing of them. */
function settings(options, rest, language) {
  return rest === options ? options : Object.assign(rest, { language, allowPast: true });
}

const atZone = (issues = []) => issues.filter(({ path }) => path[0] === "timeZone");

/** The times as the clocks of a zone show them: of the one that was asked for, or of the event's own; or those that it was given. */
function clocks({ start, end }, timeZone = start.timeZone) {
  const offsetAt = (milliseconds) => {
    const time = parseTime({ epochMilliseconds: milliseconds, timeZone }, { allowPast: true });
    return time.ok ? offsetOf(time.value.rfc3339) : undefined;
  };
  // An end in UTC, as programs write instants, is no other place.
  const own = ({ rfc3339 }) => offsetOf(rfc3339.endsWith("Z") ? start.rfc3339 : rfc3339);
  const clock = (time) => ({ at: time.epochMilliseconds, offset: timeZone ? offsetAt(time.epochMilliseconds) : own(time) });
  return { start: clock(start), end: end && clock(end), timeZone, offsetAt };
}
