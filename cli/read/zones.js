// The time zones of a calendar file. Those that the package knows by name count, and are held against what the file says of them;
// the file's own count where it alone knows the name.
import ICAL from "ical.js";
import { parseTime } from "waevent";
import { Observances } from "./observances.js";

export class Zones {
  #zones = new Map();

  /** Takes a VTIMEZONE. One that cannot be read is none. */
  add(text) {
    try {
      const component = new ICAL.Component(ICAL.parse(text));
      this.#zones.set(component.getFirstPropertyValue("tzid"), new Observances(component));
    } catch {
      // What is in the zone keeps the name alone.
    }
  }

  /**
   * A time of an event, as waevent takes it: with an offset and its zone where both are known. Undefined where the file and the
   * package do not agree on what the clocks show then.
   */
  timeOf(time, name) {
    const text = time.toString();
    // A day, an instant, and a time that floats, which is in the zone that the command names.
    if (time.isDate || text.endsWith("Z") || name === undefined) return text;
    const zone = this.#zones.get(name);
    // RFC 5545, 3.3.5: of a time that comes twice the first, and of one that never comes by the offset before.
    const known = parseTime({ dateTime: text, timeZone: name }, { disambiguation: "compatible", allowPast: true });
    if (!known.ok) {
      const isUnknown = known.issues.some(({ code }) => code.startsWith("time_zone"));
      return isUnknown && zone ? text + spelled(zone.offsetAt(time)) : { dateTime: text, timeZone: name };
    }
    const { rfc3339, epochSeconds, timeZone } = known.value;
    if (zone && Date.parse(`${text}Z`) / 1000 - epochSeconds !== zone.offsetAt(time)) return undefined;
    return { dateTime: rfc3339, timeZone };
  }

  /** The instant of a time, in milliseconds; that of a time that floats as if it were in UTC. */
  instantOf(time, name) {
    const read = this.timeOf(time, name);
    const text = read?.dateTime ?? read ?? "";
    return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  }

  /** An instant as the clocks of a zone show it, without a zone. Any other time stays what it is. */
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
