// The clock changes of a zone around an event, by the package's own tables, because the host's may be out of date.
import { parseTime } from "../api.js";
import { FIRST_SECONDS } from "../host.js";

const DAY = 86_400;
/** Any two changes of a zone are further apart: Fiji's around the new year of 2021 by four weeks, Morocco's around
 *  Ramadan by five. */
const STEP = 14 * DAY;
/** Changes are searched in the year before and the year after an event too. Years are counted from the first that the
 *  tables cover. */
const YEAR = 366 * DAY;
/** The last second that an event may have. */
const LAST_SECONDS = 2 ** 31 - 1;
const LAST_YEAR = Math.floor((LAST_SECONDS - FIRST_SECONDS) / YEAR);

/** `20270910T140000`, from an RFC 3339 time or a local time. */
export const basic = (rfc3339) => rfc3339.slice(0, 19).replace(/[-:]/g, "");

/**
 * The zones in which times are written, by name, each with its observances: those in effect during the times, and the
 * first one after them. All other times are written in UTC: those without a zone or in a zone that is UTC, those before
 * the tables begin, and those of a zone in which one of them occurs twice. RFC 5545 takes such a local time as the
 * first one (3.3.5), but not every reader does.
 */
export function zonesOf(times) {
  const [start, end] = [times[0], times.at(-1)].map(({ epochSeconds }) => epochSeconds);
  const names = start < FIRST_SECONDS ? [] : times.map(({ timeZone }) => timeZone).filter((name) => name !== undefined);
  const zones = new Map(names.map((name) => [name, observancesOf(name, start, end)]));
  return new Map([...zones].filter(([name, found]) => times.every((time) => time.timeZone !== name || isUnambiguous(time, found))));
}

/** Whether the zone is not UTC, and the local time occurs only once in it. */
function isUnambiguous({ epochSeconds }, observances) {
  const comesTwice = ({ at, from, to }) => Math.abs(epochSeconds - at + 0.5) < from - to;
  return observances.some(({ to }) => to !== 0) && !observances.some(comesTwice);
}

/** VTIMEZONE (RFC 5545, 3.6.5), with one onset in each observance. */
export function timeZone(name, observances) {
  const isSummer = ({ from, to }) => observances.length > 1 && to > from;
  return ["BEGIN:VTIMEZONE", `TZID:${name}`, ...observances.flatMap((each) => observance(each, isSummer(each) ? "DAYLIGHT" : "STANDARD")), "END:VTIMEZONE"];
}

/** The onset is a local time with the offset before the change. */
function observance({ at, from, to }, kind) {
  const onset = basic(new Date((at + from) * 1000).toISOString());
  return [`BEGIN:${kind}`, `DTSTART:${onset}`, `TZOFFSETFROM:${spelled(from)}`, `TZOFFSETTO:${spelled(to)}`, `END:${kind}`];
}

/** `-0300` for -10800. */
function spelled(offset) {
  const minutes = Math.abs(offset / 60);
  return `${offset < 0 ? "-" : "+"}${String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, "0")}`;
}

/** The observances in effect from `start` to `end`, and the next one. */
function observancesOf(timeZone, start, end) {
  const [first, last] = [start, end].map((at) => Math.floor((at - FIRST_SECONDS) / YEAR));
  const years = Array.from({ length: last - first + 3 }, (_, at) => first - 1 + at).filter((year) => year >= 0 && year <= LAST_YEAR);
  const [{ begin, offset }] = years.map((year) => yearOf(timeZone, year));
  const onsets = [{ at: begin, from: offset, to: offset }, ...years.flatMap((year) => yearOf(timeZone, year).changes)];
  const behind = onsets.findIndex(({ at }) => at > end);
  return onsets.slice(onsets.findLastIndex(({ at }) => at <= start), behind === -1 ? undefined : behind + 1);
}

/** A cache of years by zone: the offset at the beginning, and its changes. */
const known = new Map();

function yearOf(timeZone, year) {
  const key = `${timeZone.toLowerCase()} ${year}`;
  if (!known.has(key)) {
    const begin = FIRST_SECONDS + year * YEAR;
    const offsetAt = (epochSeconds) => Date.parse(`${parseTime({ epochSeconds, timeZone }, { allowPast: true }).value.rfc3339.slice(0, 19)}Z`) / 1000 - epochSeconds;
    known.set(key, { begin, offset: offsetAt(begin), changes: [...changes(offsetAt, begin, Math.min(begin + YEAR, LAST_SECONDS))] });
  }
  return known.get(key);
}

/** The changes of the offset: the first second of the new offset, and both offsets. */
function* changes(offsetAt, from, until) {
  let [low, before] = [from, offsetAt(from)];
  while (low < until) {
    let high = Math.min(low + STEP, until);
    const [next, after] = [high, offsetAt(high)];
    while (after !== before && high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    if (after !== before) yield { at: high, from: before, to: after };
    [low, before] = [next, after];
  }
}
