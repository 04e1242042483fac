// The card's times. The event's own offsets need no host that knows its zone.
import { hostOffset, offsetOf } from "../host.js";
import { say } from "../when/say.js";

/** The lines of the day and the hours; behind them the zone, where its clocks are not those of the person's device. */
export function when(start, end, { locale, timeZone }) {
  const zone = { timeZone: timeZone || start.timeZone };
  const offsetAt = (milliseconds) => hostOffset(zone, milliseconds / 1000);
  const clock = ({ epochMilliseconds, rfc3339 }) => ({ at: epochMilliseconds, offset: timeZone ? offsetAt(epochMilliseconds) : offsetOf(rfc3339) });
  const from = clock(start);
  const to = end && end.epochMilliseconds >= start.epochMilliseconds ? clock(end) : undefined;
  const said = say({ start: from, end: to, ...zone, offsetAt }, locale);
  return isOfDevice(from) ? said.lines : [...said.lines, said.zone];
}

const isOfDevice = ({ at, offset }) => new Date(at).getTimezoneOffset() * -60 === offset;
