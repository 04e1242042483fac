// Reads the clock changes of a VTIMEZONE. ical.js reads only one date of each RDATE, and ignores DTSTART beside it, so
// zones written by Python's icalendar and by khal would be wrong. The onsets are therefore collected here.
import ICAL from "ical.js";

/** Rules without an end are followed until this year. All events end before. */
const LAST_YEAR = 2040;

export class Observances {
  /** `{ at, to }`, in order: the onset as a local time with the old offset, and the new offset. */
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

  /** The offset in effect at a local time, in seconds east of UTC. */
  offsetAt(time) {
    const at = wall(time);
    let offset = this.#first;
    for (const onset of this.#onsets) {
      // DTSTART has the offset before the change. If the clocks go back, local times before it occur twice, and the
      // first ones count.
      if (onset.at > at) break;
      offset = onset.to;
    }
    return offset;
  }
}

/** A local time in seconds, as if it were UTC. */
const wall = (time) => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;

function* onsetsOf(observance) {
  const start = observance.getFirstPropertyValue("dtstart");
  yield start;
  for (const property of observance.getAllProperties("rdate")) yield* property.getValues();
  for (const rule of observance.getAllProperties("rrule").map((property) => property.getFirstValue())) {
    const times = rule.iterator(start);
    for (let time = times.next(); time && time.year <= LAST_YEAR; time = times.next()) {
      // UNTIL may be in UTC, so a day is added before comparing.
      if (rule.until && wall(time) > wall(rule.until) + 86_400) return;
      yield time;
    }
  }
}
