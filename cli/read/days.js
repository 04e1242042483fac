// Converts the day numbers of spreadsheets to the local times that a person sees.

const DAY_SECONDS = 86_400;

/** Day 0: in the usual system, for days after the invented 29 February 1900, and in the 1904 system. */
const ZERO_1900 = Date.UTC(1899, 11, 30) / 1000;
const ZERO_1904 = Date.UTC(1904, 0, 1) / 1000;

/** The invented 29 February 1900, copied from Lotus 1-2-3. The numbers before it are one too low. */
const NEVER = 60;

/** The last day of the year 9999. */
const LAST_1900 = 2_958_465;

/** `2027-09-10`, `14:00` or `2027-09-10 14:00`, depending on what the cell's format shows; undefined for a day that
 *  does not exist. */
export function timeOf(number, kind, is1904) {
  if (!(number >= 0) || number >= LAST_1900 + 1) return undefined;
  // Rounded to the second, because times are stored as fractions and are slightly inexact.
  let seconds = Math.round(number * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  seconds -= day * DAY_SECONDS;
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19).replace(/:00$/, "");
  // A time without a date is a part of day 0, and so is midnight.
  if (day === 0 && kind !== "date") return clock;
  if (day === NEVER && !is1904) return undefined;
  const zero = is1904 ? ZERO_1904 : ZERO_1900 + (day < NEVER ? DAY_SECONDS : 0);
  const date = new Date((zero + day * DAY_SECONDS) * 1000).toISOString().slice(0, 10);
  if (kind === "date" && seconds === 0) return date;
  return `${date} ${clock}`;
}
