// The entry point `waevent/when`: an event's times in words. It starts no instance: callers import another entry point too.
import { formatIssue, parseEvent, parseTime } from "../api.js";
import { judged } from "../ask.js";
import { expectArguments } from "../errors.js";
import { offsetOf } from "../host.js";
import { misfits, part } from "../plain.js";
import { say } from "./say.js";
import { noonIn } from "./zone.js";

/** The other required fields of an event. */
const REST = { to: "120363312345678901@g.us", name: "x" };

export function describeTime(time, options) {
  expectArguments(arguments, "a time");
  const { taken: { language: given, timeZone }, rest } = part(options ?? {}, "language", "timeZone", "allowPast");
  // `pt_BR` is accepted in all functions.
  const language = typeof given === "string" ? given.replaceAll("_", "-") : given ?? "en";
  const faults = faultsOf(language);
  const messages = faults.length === 0 && isSpoken(language) ? language : "en";
  const zone = noonIn(timeZone, { language: messages });
  const event = parseEvent(timesOf(time), settings(options, rest, messages));

  const issues = [
    ...faults.map((fault) => ({ ...fault, message: formatIssue(fault, messages) })),
    ...atZone(zone.issues),
    ...(event.ok ? [] : event.issues),
  ];
  // Outdated rules of the host do not matter here, because its offsets are not used.
  const warnings = [...atZone(zone.warnings), ...event.warnings].filter(({ code }) => code !== "host_time_zone_stale");
  if (issues.length > 0) return { ok: false, issues, warnings };
  return { ok: true, value: say(clocks(event.value, zone.value?.timeZone), language), warnings };
}

/** The faults of `language`. Only the host knows which languages exist. */
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

/** Whether the package has messages in a language. The host has names in many more. */
function isSpoken(language) {
  try {
    return Boolean(judged({ language }));
  } catch {
    return false;
  }
}

/** An event with these times, without the other fields. */
function timesOf(time) {
  const { taken, rest } = part(time ?? {}, "start", "end", "durationMinutes", "timeZone");
  return rest === time ? time : { ...REST, ...taken };
}

/** The options for parsing. The reader's zone is not among them, because local times are read in the event's own zone. */
function settings(options, rest, language) {
  return rest === options ? options : Object.assign(rest, { language, allowPast: true });
}

const atZone = (issues = []) => issues.filter(({ path }) => path[0] === "timeZone");

/** The times with the offsets of the requested zone or the event's own, or else with the given offsets. */
function clocks({ start, end }, timeZone = start.timeZone) {
  const offsetAt = (milliseconds) => {
    const time = parseTime({ epochMilliseconds: milliseconds, timeZone }, { allowPast: true });
    return time.ok ? offsetOf(time.value.rfc3339) : undefined;
  };
  // An end in UTC is how programs write instants, and does not mean another place.
  const own = ({ rfc3339 }) => offsetOf(rfc3339.endsWith("Z") ? start.rfc3339 : rfc3339);
  const clock = (time) => ({ at: time.epochMilliseconds, offset: timeZone ? offsetAt(time.epochMilliseconds) : own(time) });
  return { start: clock(start), end: end && clock(end), timeZone, offsetAt };
}
