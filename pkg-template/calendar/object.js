// An event as the lines of an iCalendar object (RFC 5545). It has no METHOD: those of RFC 5546 require an organizer
// with an address, and an event has at best a phone number.
import { text } from "./lines.js";
import { degrees, details, place } from "./texts.js";
import { basic, timeZone, zonesOf } from "./zone.js";

export function objectOf(event, fingerprint, sequence, stamp) {
  const { name, start, end, location, joinLink, canceled, reminderSeconds } = event;
  const zones = zonesOf(end ? [start, end] : [start]);
  const moment = (property, time) => property + written(time, zones.has(time.timeZone));
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//waevent//calendar//EN",
    ...[...zones].flatMap(([zone, observances]) => timeZone(zone, observances)),
    "BEGIN:VEVENT",
    `UID:${fingerprint}@waevent`,
    `DTSTAMP${written(stamp, false)}`,
    moment("DTSTART", start),
    ...(end ? [moment("DTEND", end)] : []),
    `SUMMARY:${text(name)}`,
    ...given("DESCRIPTION", details(event)),
    ...given("LOCATION", place(event)),
    ...(location?.latitude === undefined ? [] : [`GEO:${degrees(location.latitude)};${degrees(location.longitude)}`]),
    ...(joinLink === undefined ? [] : [`URL:${joinLink}`]),
    `STATUS:${canceled ? "CANCELLED" : "CONFIRMED"}`,
    `SEQUENCE:${sequence}`,
    ...(reminderSeconds === undefined || canceled ? [] : alarm(reminderSeconds, name)),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
}

const given = (property, value) => (value === undefined ? [] : [`${property}:${text(value)}`]);

/** The rest of a property that is a time, after its name. `isOnClocks` writes it as a local time of its zone. */
function written({ epochMilliseconds, rfc3339, timeZone: name }, isOnClocks) {
  return isOnClocks ? `;TZID=${name}:${basic(rfc3339)}` : `:${basic(new Date(epochMilliseconds).toISOString())}Z`;
}

function alarm(seconds, name) {
  // In minutes if they are whole, as other programs write it.
  const before = seconds % 60 === 0 ? `${seconds / 60}M` : `${seconds}S`;
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${text(name)}`, `TRIGGER:-PT${before}`, "END:VALARM"];
}
