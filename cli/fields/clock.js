// Reads times of day as people write them, in all forms that can be read in only one way.

/** `2:00 PM`, `02:00:30 p. m.`, and in Arabic `2:00 م`. Formatters write spaces of many kinds in between. */
const TWELVE = /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?\s*(?:([ap])\.?\s*m\.?|([صم]))$/iu;
/** `14h30` and `14h`, as in Brazil; `14:30h`. */
const HOURS = /^(\d{1,2})\s*h\s*(\d{2})?(?:\s*min)?$/i;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*h?$/;

const two = (digits) => digits.padStart(2, "0");

/** The time in 24 hours with two digits, or the text unchanged. */
export function clockOf(text) {
  const twelve = TWELVE.exec(text);
  if (twelve) {
    const [, hour, minute = "00", second, half, arabic] = twelve;
    if (Number(hour) < 1 || Number(hour) > 12) return text;
    const isLate = half?.toLowerCase() === "p" || arabic === "م";
    return joined(String((Number(hour) % 12) + (isLate ? 12 : 0)), minute, second);
  }
  const hours = HOURS.exec(text);
  if (hours) return joined(hours[1], hours[2] ?? "00");
  const clock = CLOCK.exec(text);
  return clock ? joined(clock[1], clock[2], clock[3]) : text;
}

const joined = (hour, minute, second) => [two(hour), minute, ...(second ? [second] : [])].join(":");

/** A date at the start of a text, and the rest. */
const DATED = /^(\d{4}-\d{2}-\d{2}|\d{1,2}([/.-])\d{1,2}\2\d{4})(?:,?\s+|T)(.+)$/u;

/** A date and time in 24 hours: `10/09/2027 2:00 PM` becomes `10/09/2027 14:00`. */
export function timeOf(text) {
  const dated = DATED.exec(text);
  if (!dated) return text;
  const clock = clockOf(dated[3].trim());
  return clock === dated[3] ? text : `${dated[1]} ${clock}`;
}
