// Times in words: the host has the names, and the caller the offsets, since the rules of many hosts are out of date.
import { hostOffset } from "../host.js";

/** No clock was turned by more since 2020: that is Antarctica/Casey's. */
const LONGEST_TURN = 3 * 3_600_000;

/**
 * `{ text, lines, zone }`. A time is `{ at, offset }`: Unix milliseconds, and seconds from UTC; `end` may be undefined. Where
 * they are in a zone, `offsetAt` says its offset at other times.
 */
export function say({ start, end, timeZone, offsetAt }, language) {
  // The host's own language is nobody's choice.
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

/** Hosts write no range whose end does not come later, as on clocks that are turned back in between. */
function spanned(format, from, to) {
  if (to > from) return format.formatRange(from, to);
  return [from, ...(to === undefined ? [] : [to])].map((time) => format.format(time)).join(" – ");
}

/** The zone's name, unless it has none. Around a turn of the clocks a name says too little, as their hours come twice. */
function zoneOf(times, timeZone, offsetAt, locales, isolated) {
  const offsets = [...new Set(times.map(({ offset }) => isolated(spelled(offset))))].join(" – ");
  const name = timeZone && nameOf(timeZone, times, locales);
  if (!name) return offsets;
  const [{ at, offset }] = times;
  const isSteady = [at - LONGEST_TURN, times.at(-1).at, times.at(-1).at + LONGEST_TURN].every((time) => offsetAt(time) === offset);
  return isSteady ? name : `${name}, ${offsets}`;
}

/** The host's name of a zone in which it shows these times; where it shows others, the name would say so too. */
function nameOf(timeZone, times, locales) {
  const zone = { timeZone };
  if (!times.every(({ at, offset }) => hostOffset(zone, at / 1000) === offset)) return undefined;
  const parts = new Intl.DateTimeFormat(locales, { timeZone, timeZoneName: "longGeneric" }).formatToParts(times[0].at);
  const { value } = parts.find(({ type }) => type === "timeZoneName");
  // Zones without a name are an offset from GMT.
  return /\p{Nd}|^GMT$/u.test(value) ? undefined : value;
}

/** `UTC`, `UTC-3`, `UTC+5:30`. */
function spelled(offset) {
  if (offset === 0) return "UTC";
  const minutes = Math.abs(offset) / 60;
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "-" : "+"}${Math.floor(minutes / 60)}${rest}`;
}

/** Between letters that are read from right to left an offset keeps its order. */
const isolating = (text) => (/[\u0590-\u08ff]/.test(text) ? (offset) => `\u2066${offset}\u2069` : (offset) => offset);
