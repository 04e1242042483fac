// An event's times in a zone, in words of the host. The event's own offsets need no host that knows its zone.

/** `["Tuesday, March 16, 2027", "2:00 – 3:00 PM"]`, or one line over several days; behind them the offset, where it is
 *  not that of the person's device. */
export function when(start, end, { locale, timeZone }) {
  const from = local(start, timeZone);
  const to = end && end.epochMilliseconds >= start.epochMilliseconds ? local(end, timeZone) : undefined;
  const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const day = format({ dateStyle: "full" });
  const hour = format({ hour: "numeric", minute: "2-digit" });
  const zones = [...new Set([from, to].filter(Boolean).map(({ zone }) => zone))];
  const lines = !to ? [day.format(from.at), hour.format(from.at)]
    : day.format(from.at) === day.format(to.at) ? [day.format(from.at), hour.formatRange(from.at, to.at)]
    : [format({ dateStyle: "medium", timeStyle: "short" }).formatRange(from.at, to.at)];
  return { lines, zone: isOfDevice(start, from) ? "" : zones.join(" – ") };
}

/** The time as clocks in the zone show it, as if in UTC, and the zone's offset then. */
function local({ epochMilliseconds, rfc3339 }, timeZone) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(timeZone ? offsetIn(timeZone, epochMilliseconds) : rfc3339) ?? ["", "+", 0, 0];
  const offset = `${sign}1` * (hours * 60 + Number(minutes));
  return { at: epochMilliseconds + offset * 60_000, offset, zone: offset === 0 ? "UTC" : `UTC${sign}${hours}:${minutes}` };
}

/** `GMT-03:00`, by the host. */
function offsetIn(timeZone, at) {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName").value;
}

const isOfDevice = ({ epochMilliseconds }, { offset }) => -new Date(epochMilliseconds).getTimezoneOffset() === offset;
