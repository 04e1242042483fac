// Times and spans in the page's language and the viewer's zone, as WhatsApp shows each guest their own.

import { language } from "./language.js";

const units = [["day", 1440], ["hour", 60], ["minute", 1]];

/** The viewer's own way of writing where the page speaks their language, such as the hours of a day. */
const locale = () => {
  const own = navigator.languages?.find((one) => one.split("-")[0] === language.split("-")[0]);
  return own ?? language;
};

const format = (options) => new Intl.DateTimeFormat(locale(), options);

export const viewerZone = () => format().resolvedOptions().timeZone;

/** `["Tuesday, 16 March 2027", "14:00 – 15:00"]`; an event over several days is one range. */
export function when(start, end) {
  const day = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const hour = format({ hour: "numeric", minute: "2-digit" });
  try {
    if (end === undefined || end < start) return [day.format(start), hour.format(start)];
    if (day.format(start) === day.format(end)) return [day.format(start), hour.formatRange(start, end)];
    return [format({ dateStyle: "medium", timeStyle: "short" }).formatRange(start, end)];
  } catch {
    return []; // beyond the years that Intl can write
  }
}

/** `"2 hours"` for 120: the largest unit that needs no fraction. */
export function span(minutes) {
  const [unit, length] = units.find(([, size]) => minutes % size === 0) ?? units.at(-1);
  return new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" }).format(minutes / length);
}
