// Finds out whether the day or the month comes first in a file's dates. One row proves nothing about the others, so the
// user has to confirm the result before it is used.
import { calendarDay } from "./calendar.js";

const DATE = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;

/** Counts the dates of a file that begin with the day or the month. */
export class Order {
  total = 0;
  dmy = 0;
  mdy = 0;
  both = 0;
  /** Dates that exist in neither order. Their rows are refused whatever is chosen. */
  none = 0;

  add(text) {
    const found = DATE.exec(text);
    if (!found) return;
    const [, first, , second, year] = found;
    const [isDmy, isMdy] = [calendarDay(year, second, first), calendarDay(year, first, second)];
    this.total += 1;
    if (isDmy && isMdy) this.both += 1;
    else if (isDmy) this.dmy += 1;
    else if (isMdy) this.mdy += 1;
    else this.none += 1;
  }

  /** The only order that fits all dates; undefined if both fit, or neither. */
  get only() {
    if (this.dmy > 0 && this.mdy === 0) return "dmy";
    if (this.mdy > 0 && this.dmy === 0) return "mdy";
    return undefined;
  }

  /** The result in words, for the person who has to choose. */
  get summary() {
    const dates = (count) => `${count.toLocaleString("en")} ${count === 1 ? "date" : "dates"}`;
    if (this.only === "dmy") return `${dates(this.dmy)} can only be read with the day first, and none only with the month first`;
    if (this.only === "mdy") return `${dates(this.mdy)} can only be read with the month first, and none only with the day first`;
    if (this.dmy > 0) return `${dates(this.dmy)} can only be read with the day first, and ${dates(this.mdy)} only with the month first`;
    return `each of ${dates(this.total)} can be read both ways`;
  }
}
