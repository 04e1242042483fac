// Days as spreadsheets count them, as the local times that a person sees.

const DAY_SECONDS = 86_400;

/** The day 0: in the usual system for the days behind the 29 February 1900 that never was, and in the one of 1904. */
const ZERO_1900 = Date.UTC(1899, 11, 30) / 1000;
const ZERO_1904 = Date.UTC(1904, 0, 1) / 1000;

/** That 29 February, which Lotus had: days before it are one less. */
const NEVER = 60;

/** The last day of the year 9999. */
const LAST_1900 = 2_958_465;

/** `2027-09-10`, `14:00` or `2027-09-10 14:00`, by what the cell's format shows; undefined for a day that never was. */
export function timeOf(number, kind, is1904) {
  if (!(number >= 0) || number >= LAST_1900 + 1) return undefined;
  // To the second: what a person typed to the minute is off by some millionths of one.
  let seconds = Math.round(number * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  seconds -= day * DAY_SECONDS;
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19).replace(/:00$/, "");
  // A time of day alone is a part of the day 0; so is midnight.
  if (day === 0 && kind !== "date") return clock;
  if (day === NEVER && !is1904) return undefined;
  const zero = is1904 ? ZERO_1904 : ZERO_1900 + (day < NEVER ? DAY_SECONDS : 0);
  const date = new Date((zero + day * DAY_SECONDS) * 1000).toISOString().slice(0, 10);
  if (kind === "date" && seconds === 0) return date;
  return `${date} ${clock}`;
}
