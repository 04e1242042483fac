// What the clocks of a zone do around an event, by the package's own tables: the host's may be out of date.
import { parseTime } from "../api.js";
import { FIRST_SECONDS } from "../host.js";

const DAY = 86_400;
/** Two changes of a zone lie farther apart: Fiji's of the turn to 2021 four weeks, Morocco's around the month of fasting five. */
const STEP = 14 * DAY;
/** A change is looked for in the year before and the year behind an event; years are counted from the first that the tables cover. */
const YEAR = 366 * DAY;
/** The last second that an event may have. */
const LAST_SECONDS = 2 ** 31 - 1;
const LAST_YEAR = Math.floor((LAST_SECONDS - FIRST_SECONDS) / YEAR);

/** `20270910T140000`, of a time with or without an offset. */
export const basic = (rfc3339) => rfc3339.slice(0, 19).replace(/[-:]/g, "");

/**
 * The zones that times are written in: for each name its observances, those that count during the times and the first one behind them.
 * All else is written in UTC: times without a zone or in one that is UTC, those from before the tables, and those of a zone whose
 * clocks show one of them twice. RFC 5545 takes such a time for the first one (3.3.5), and not all who read it do.
 */
export function zonesOf(times) {
  const [start, end] = [times[0], times.at(-1)].map(({ epochSeconds }) => epochSeconds);
  const names = start < FIRST_SECONDS ? [] : times.map(({ timeZone }) => timeZone).filter((name) => name !== undefined);
  const zones = new Map(names.map((name) => [name, observancesOf(name, start, end)]));
  return new Map([...zones].filter(([name, found]) => times.every((time) => time.timeZone !== name || isTold(time, found))));
}

/** Whether the zone is another than UTC, and its clocks show the time once. */
function isTold({ epochSeconds }, observances) {
  const comesTwice = ({ at, from, to }) => Math.abs(epochSeconds - at + 0.5) < from - to;
  return observances.some(({ to }) => to !== 0) && !observances.some(comesTwice);
}

/** VTIMEZONE (RFC 5545, 3.6.5), with one onset in each observance. */
export function timeZone(name, observances) {
  const isSummer = ({ from, to }) => observances.length > 1 && to > from;
  return ["BEGIN:VTIMEZONE", `TZID:${name}`, ...observances.flatMap((each) => observance(each, isSummer(each) ? "DAYLIGHT" : "STANDARD")), "END:VTIMEZONE"];
}

/** An onset is shown by the offset before it. */
function observance({ at, from, to }, kind) {
  const onset = basic(new Date((at + from) * 1000).toISOString());
  return [`BEGIN:${kind}`, `DTSTART:${onset}`, `TZOFFSETFROM:${spelled(from)}`, `TZOFFSETTO:${spelled(to)}`, `END:${kind}`];
}

/** `-0300` for -10800. */
function spelled(offset) {
  const minutes = Math.abs(offset / 60);
  return `${offset < 0 ? "-" : "+"}${String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, "0")}`;
}

/** Those that count from `start` to `end`, and the one behind. */
function observancesOf(timeZone, start, end) {
  const [first, last] = [start, end].map((at) => Math.floor((at - FIRST_SECONDS) / YEAR));
  const years = Array.from({ length: last - first + 3 }, (_, at) => first - 1 + at).filter((year) => year >= 0 && year <= LAST_YEAR);
  const [{ begin, offset }] = years.map((year) => yearOf(timeZone, year));
  const onsets = [{ at: begin, from: offset, to: offset }, ...years.flatMap((year) => yearOf(timeZone, year).changes)];
  const behind = onsets.findIndex(({ at }) => at > end);
  return onsets.slice(onsets.findLastIndex(({ at }) => at <= start), behind === -1 ? undefined : behind + 1);
}

/** Years that were looked at, by zone: their offset at the beginning, and its changes. */
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

/** When the offset changes: the first second of the new one, and both. */
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
