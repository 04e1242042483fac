/**
 * Describes an event's times in words. It works with every entry point but starts none: import `waevent`,
 * `waevent/lite`, `waevent/inline` or `waevent/slim` as well.
 *
 * ```js
 * import "waevent";
 * import { describeTime } from "waevent/when";
 *
 * const interview = { start: "2027-09-10T14:00", durationMinutes: 90, timeZone: "America/Sao_Paulo" };
 * const words = describeTime(interview, { language: "en" }).value;
 * // words.text: Friday, September 10, 2027, 2:00 – 3:30 PM (Brasilia Standard Time)
 *
 * describeTime({ start: "2027-09-10T14:00:00-03:00" }).value?.zone; // UTC-3
 * ```
 */
import type { Event, EventInput, Options, Result } from "./index.js";

/** The times of an event, parsed or as `parseEvent` takes them. Other fields are ignored. */
export type EventTimes = Pick<Event, "start" | "end"> | Pick<EventInput, "start" | "end" | "durationMinutes" | "timeZone">;

/** The reader's language and zone. The other options say how times are read, as in `parseEvent`. */
export interface DescribeOptions extends Pick<Options, "disambiguation" | "offset" | "epochUnit"> {
  /** Any BCP 47 tag, also in the form `pt_BR`. The host has the names of days, months and zones; they are English if it
   *  lacks the language. Default "en". Issues are in this language if the package has it (see `Options.language`),
   *  otherwise in English. */
  language?: string;
  /** The reader's IANA zone, or a Windows zone name, with a warning. The times are given in this zone only, with its
   *  name, because two times in one sentence would leave open which one counts. Default: the event's own zone, or else
   *  its offset. It does not apply to local times without a zone, which are `time_zone_missing`. */
  timeZone?: string;
}

/** Times in words. The host's data for the language decides on spaces, on "2 PM" or "14:00", and on the order of day and
 *  month, so do not compare these texts. */
export interface TimeInWords {
  /** Everything as a part of a sentence: the day, the hours, and the zone in parentheses. An end on another day
   *  includes its day. */
  text: string;
  /** The lines of a list, without the zone: the day and the hours, or a single line if the end is on another day. */
  lines: string[];
  /** The host's name for the zone: `Brasilia Standard Time`. If it has no name, or the host's rules for it are out of
   *  date, the offset: `UTC`, `UTC-3`, `UTC+5:30`. Within three hours of a clock change both, because hours may then
   *  occur twice. */
  zone: string;
}

/**
 * Describes the times of an event with the host's `Intl`. The offsets are the package's own, because those of many
 * hosts are out of date. An event that has only an offset is described with that offset, never in the zone of the
 * machine. An `end` is described in the zone of the start. Dates are in the Gregorian calendar. Past times are
 * described like others.
 *
 * Faults of the times and of the options are reported together as issues: a `language` that is not a tag is an
 * `invalid_option`.
 */
export function describeTime(time: EventTimes, options?: DescribeOptions): Result<TimeInWords>;
