// The time zones of a calendar file. If the package knows a zone by its name, its rules count, and the file's
// definition is compared with them. If only the file knows the name, the file's definition is used.
import ICAL from "ical.js";
import { parseTime } from "waevent";
import { Observances } from "./observances.js";

export class Zones {
  #zones = new Map();

  /** Adds a VTIMEZONE. One that cannot be read is ignored. */
  add(text) {
    try {
      const component = new ICAL.Component(ICAL.parse(text));
      this.#zones.set(component.getFirstPropertyValue("tzid"), new Observances(component));
    } catch {
      // Times in this zone then have only its name.
    }
  }

  /**
   * An event's time in a form that waevent accepts: with its offset and its zone if both are known. Undefined if the
   * file and the package have different offsets at that time.
   */
  timeOf(time, name) {
    const text = time.toString();
    // A day, an instant, or a floating time, which is in the zone that the command names.
    if (time.isDate || text.endsWith("Z") || name === undefined) return text;
    const zone = this.#zones.get(name);
    // RFC 5545, 3.3.5: the first of two equal local times, and the offset before the gap for one that does not exist.
    const known = parseTime({ dateTime: text, timeZone: name }, { disambiguation: "compatible", allowPast: true });
    if (!known.ok) {
      const isUnknown = known.issues.some(({ code }) => code.startsWith("time_zone"));
      return isUnknown && zone ? text + spelled(zone.offsetAt(time)) : { dateTime: text, timeZone: name };
    }
    const { rfc3339, epochSeconds, timeZone } = known.value;
    if (zone && Date.parse(`${text}Z`) / 1000 - epochSeconds !== zone.offsetAt(time)) return undefined;
    return { dateTime: rfc3339, timeZone };
  }

  /** The instant of a time, in milliseconds. A floating time is treated as UTC. */
  instantOf(time, name) {
    const read = this.timeOf(time, name);
    const text = read?.dateTime ?? read ?? "";
    return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  }

  /** An instant as a local time of a zone, without the zone. Other times are returned unchanged. */
  localOf(time, name) {
    if (time.isDate || name === undefined || !time.toString().endsWith("Z")) return time;
    const epochSeconds = time.toUnixTime();
    const known = parseTime({ epochSeconds, timeZone: name }, { allowPast: true });
    const local = known.ok ? known.value.rfc3339.slice(0, 19) : undefined;
    const offset = this.#zones.get(name)?.offsetAt(time) ?? 0;
    return ICAL.Time.fromDateTimeString(local ?? new Date((epochSeconds + offset) * 1000).toISOString().slice(0, 19));
  }
}

/** `-03:00` for -10800. */
function spelled(seconds) {
  const minutes = Math.abs(Math.round(seconds / 60));
  const two = (number) => String(number).padStart(2, "0");
  return `${seconds < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
