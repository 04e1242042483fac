// What a VTIMEZONE says of the clocks. ical.js takes one date of each RDATE, and none of its DTSTART beside it, so the zones of
// python's icalendar and of khal would be wrong: onsets are collected here.
import ICAL from "ical.js";

/** Events end before: a rule without an end is followed to there. */
const LAST_YEAR = 2040;

export class Observances {
  /** { at, to }: from when on, as the clocks before show it, which offset counts. In order. */
  #onsets = [];
  #first;

  constructor(zone) {
    for (const observance of [...zone.getAllSubcomponents("standard"), ...zone.getAllSubcomponents("daylight")]) {
      const [from, to] = ["tzoffsetfrom", "tzoffsetto"].map((name) => observance.getFirstPropertyValue(name).toSeconds());
      for (const time of onsetsOf(observance)) this.#onsets.push({ at: wall(time), from, to });
    }
    this.#onsets.sort((one, other) => one.at - other.at);
    this.#first = this.#onsets[0].from;
  }

  /** The offset that counts at a time on the clocks, in seconds east of UTC. */
  offsetAt(time) {
    const at = wall(time);
    let offset = this.#first;
    for (const onset of this.#onsets) {
      // DTSTART is shown by the offset before. Where the clocks go back, times up to it come twice, and the first ones count.
      if (onset.at > at) break;
      offset = onset.to;
    }
    return offset;
  }
}

/** A time as the clocks show it, in seconds, as if it were UTC. */
const wall = (time) => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;

function* onsetsOf(observance) {
  const start = observance.getFirstPropertyValue("dtstart");
  yield start;
  for (const property of observance.getAllProperties("rdate")) yield* property.getValues();
  for (const rule of observance.getAllProperties("rrule").map((property) => property.getFirstValue())) {
    const times = rule.iterator(start);
    for (let time = times.next(); time && time.year <= LAST_YEAR; time = times.next()) {
      // An end in UTC is the onset of the last one, in the offset before.
      if (rule.until && wall(time) > wall(rule.until) + 86_400) return;
      yield time;
    }
  }
}
