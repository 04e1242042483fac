/**
 * An event's times as people say them. It works beside every entry point that has the functions, and starts none: import
 * `waevent`, `waevent/inline` or `waevent/slim` as well.
 *
 * ```js
 * import "waevent";
 * import { describeTime } from "waevent/when";
 *
 * const interview = { start: "2027-09-10T14:00", durationMinutes: 90, timeZone: "America/Sao_Paulo" };
 * const said = describeTime(interview, { language: "en" }).value;
 * // said.text: Friday, September 10, 2027, 2:00 – 3:30 PM (Brasilia Standard Time)
 *
 * describeTime({ start: "2027-09-10T14:00:00-03:00" }).value?.zone; // UTC-3
 * ```
 */
import type { Event, EventInput, Options, Result } from "./index.js";

/** The times of an event, as it was parsed or as `parseEvent` takes it. Whatever else it has is not looked at. */
export type EventTimes = Pick<Event, "start" | "end"> | Pick<EventInput, "start" | "end" | "durationMinutes" | "timeZone">;

/** Who reads the times. The other options say how times are read, as in `parseEvent`. */
export interface DescribeOptions extends Pick<Options, "disambiguation" | "offset" | "epochUnit"> {
  /** Any BCP 47 tag, also as in `pt_BR`; the host has the names of days, months and zones, and English ones where it does not have the language.
   *  Default "en". Issues are in it where they can be (see `Options.language`), else in English. */
  language?: string;
  /** The IANA zone of whoever reads it, or a zone as Windows calls it, which warns. The times are said in this zone alone, with its
   *  name: two times in a sentence leave open which one counts. Default: the event's own zone, else the offset it was given. It says
   *  nothing of local times without a zone, which are `time_zone_missing`. */
  timeZone?: string;
}

/** Times in words. The host's language decides on spaces, on "2 PM" or "14:00", and on the order of day and month: compare none of it. */
export interface TimeInWords {
  /** All in one sentence's part: day, hours, and the zone in brackets. An end on another day is said with its day. */
  text: string;
  /** Without the zone, to be set below each other: the day and the hours, or one line where the end is on another day. */
  lines: string[];
  /** The zone as the host calls it: `Brasilia Standard Time`. Where it has no name, or the host's rules for it are out of date, the
   *  offset: `UTC`, `UTC-3`, `UTC+5:30`. Within three hours of a turn of the clocks both, as hours come twice then. */
  zone: string;
}

/**
 * Says when an event is, in words of the host's `Intl`. Offsets are the package's own, since those of many hosts are out of date; an
 * event that has only an offset is described in it, and never in the zone of the machine. An `end` is described in the zone of the start. Days
 * are of the Gregorian calendar. Times that have passed are described like others.
 *
 * Faults of the times and of the options are issues, all at once: a `language` that is no tag is an `invalid_option`.
 */
export function describeTime(time: EventTimes, options?: DescribeOptions): Result<TimeInWords>;
