// The card's times. They have their own offsets, so the host need not know the zone.
import { hostOffset, offsetOf } from "../host.js";
import { say } from "../when/say.js";

/** The lines of the day and the hours, and then the zone if its offset is not that of the device. */
export function when(start, end, { locale, timeZone }) {
  const zone = { timeZone: timeZone || start.timeZone };
  const offsetAt = (milliseconds) => hostOffset(zone, milliseconds / 1000);
  const clock = ({ epochMilliseconds, rfc3339 }) => ({ at: epochMilliseconds, offset: timeZone ? offsetAt(epochMilliseconds) : offsetOf(rfc3339) });
  const from = clock(start);
  const to = end && end.epochMilliseconds >= start.epochMilliseconds ? clock(end) : undefined;
  const words = say({ start: from, end: to, ...zone, offsetAt }, locale);
  return isOfDevice(from) ? words.lines : [...words.lines, words.zone];
}

const isOfDevice = ({ at, offset }) => new Date(at).getTimezoneOffset() * -60 === offset;
