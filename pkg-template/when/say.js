// Puts times into words. The names come from the host, and the offsets from the caller, because the rules of many hosts
// are out of date.
import { hostOffset } from "../host.js";

/** The largest clock change since 2020, that of Antarctica/Casey. */
const LONGEST_TURN = 3 * 3_600_000;

/**
 * Returns `{ text, lines, zone }`. A time is `{ at, offset }`: Unix milliseconds, and seconds from UTC; `end` may be
 * undefined. If the times are in a zone, `offsetAt` returns its offset at other times.
 */
export function say({ start, end, timeZone, offsetAt }, language) {
  // Fall back to English: nobody chose the host's own language.
  const locales = [language, "en"];
  const times = end ? [start, end] : [start];
  const [from, to] = times.map(({ at, offset }) => at + offset * 1000);
  const format = (options) => new Intl.DateTimeFormat(locales, { calendar: "gregory", timeZone: "UTC", ...options });
  const span = (options) => spanned(format(options), from, to);
  const day = format({ dateStyle: "full" });
  const isOneDay = !end || day.format(from) === day.format(to);
  const lines = isOneDay ? [day.format(from), span({ hour: "numeric", minute: "2-digit" })] : [span({ dateStyle: "medium", timeStyle: "short" })];
  const whole = span({ dateStyle: "full", timeStyle: "short" });
  const zone = zoneOf(times, timeZone, offsetAt, locales, isolating(whole));
  return { text: `${whole} (${zone})`, lines, zone };
}

/** Hosts format no range whose end is not later than its start, as happens when the clocks go back in between. */
function spanned(format, from, to) {
  if (to > from) return format.formatRange(from, to);
  return [from, ...(to === undefined ? [] : [to])].map((time) => format.format(time)).join(" – ");
}

/** The zone's name, or its offset if it has none. Around a clock change both, because hours may occur twice then. */
function zoneOf(times, timeZone, offsetAt, locales, isolated) {
  const offsets = [...new Set(times.map(({ offset }) => isolated(spelled(offset))))].join(" – ");
  const name = timeZone && nameOf(timeZone, times, locales);
  if (!name) return offsets;
  const [{ at, offset }] = times;
  const isSteady = [at - LONGEST_TURN, times.at(-1).at, times.at(-1).at + LONGEST_TURN].every((time) => offsetAt(time) === offset);
  return isSteady ? name : `${name}, ${offsets}`;
}

/** The host's name for a zone, if it shows the same times in it. Otherwise the name would stand for other times. */
function nameOf(timeZone, times, locales) {
  const zone = { timeZone };
  if (!times.every(({ at, offset }) => hostOffset(zone, at / 1000) === offset)) return undefined;
  const parts = new Intl.DateTimeFormat(locales, { timeZone, timeZoneName: "longGeneric" }).formatToParts(times[0].at);
  const { value } = parts.find(({ type }) => type === "timeZoneName");
  // For a zone without a name, hosts return an offset from GMT.
  return /\p{Nd}|^GMT$/u.test(value) ? undefined : value;
}

/** `UTC`, `UTC-3`, `UTC+5:30`. */
function spelled(offset) {
  if (offset === 0) return "UTC";
  const minutes = Math.abs(offset) / 60;
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "-" : "+"}${Math.floor(minutes / 60)}${rest}`;
}

/** Isolates offsets within right-to-left text, so they keep their order. */
const isolating = (text) => (/[\u0590-\u08ff]/.test(text) ? (offset) => `\u2066${offset}\u2069` : (offset) => offset);
