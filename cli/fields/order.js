// Whether the day or the month comes first in a file's dates. No row says so for the others: what is found out is offered, and
// never used unasked.
import { calendarDay } from "./calendar.js";

const DATE = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;

/** Counts the dates of a file that begin with the day or the month. */
export class Order {
  total = 0;
  dmy = 0;
  mdy = 0;
  both = 0;
  /** Rows that have a date in neither order. They are refused whatever is chosen. */
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

  /** The only order in which all rows have a date; undefined where there are two, or none. */
  get only() {
    if (this.dmy > 0 && this.mdy === 0) return "dmy";
    if (this.mdy > 0 && this.dmy === 0) return "mdy";
    return undefined;
  }

  /** What was found, for a person who has to choose. */
  get summary() {
    const dates = (count) => `${count.toLocaleString("en")} ${count === 1 ? "date" : "dates"}`;
    if (this.only === "dmy") return `${dates(this.dmy)} can only be read with the day first, and none only with the month first`;
    if (this.only === "mdy") return `${dates(this.mdy)} can only be read with the month first, and none only with the day first`;
    if (this.dmy > 0) return `${dates(this.dmy)} can only be read with the day first, and ${dates(this.mdy)} only with the month first`;
    return `each of ${dates(this.total)} can be read both ways`;
  }
}
