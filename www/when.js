// Times and spans in the words of the viewer's language and zone, as WhatsApp shows each guest their own.

const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const hour = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const both = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

const units = [["day", 1440], ["hour", 60], ["minute", 1]];

export const viewer = day.resolvedOptions();

/** `["Tuesday, 16 March 2027", "14:00 – 15:00"]`; an event over several days is one range. */
export function when(start, end) {
  try {
    if (end === undefined || end < start) return [day.format(start), hour.format(start)];
    if (day.format(start) === day.format(end)) return [day.format(start), hour.formatRange(start, end)];
    return [both.formatRange(start, end)];
  } catch {
    return []; // beyond the years that Intl can write
  }
}

/** `"2 hours"` for 120: the largest unit that needs no fraction. In English, like the words around it. */
export function span(minutes) {
  const [unit, length] = units.find(([, size]) => minutes % size === 0) ?? units.at(-1);
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" }).format(minutes / length);
}
