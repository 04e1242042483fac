/**
 * Puts an event into a guest's own calendar: as an iCalendar object (RFC 5545), and as links. It works with every other
 * entry point but starts none: import `waevent`, `waevent/lite`, `waevent/inline` or `waevent/slim` as well.
 *
 * ```js
 * import { buildRequest } from "waevent";
 * import { toCalendar } from "waevent/calendar";
 *
 * const input = { to: "+55 11 99999-9999", name: "Interview", start: "2027-09-10T14:00:00-03:00" };
 * const { ok, value } = buildRequest(input, { gateway: "ryzeapi", instance: "sales" });
 * if (ok) toCalendar(value.event, { fingerprint: value.fingerprint }).value?.ics; // BEGIN:VCALENDAR…
 * ```
 */
import type { EventInput, Options, Result } from "./index.js";

/** How calendars recognise the event. */
export interface CalendarIdentity {
  /**
   * The fingerprint of the event as it was first given to guests: `Built.fingerprint`. Calendars recognise the event by
   * it (`UID`), so keep it and pass it again when the event has changed or is cancelled, although the event then has
   * another fingerprint.
   */
  fingerprint: string;
  /** How often the event has changed since then: 0 to 2147483647. Default: 0, and 1 for a cancelled event. Calendars
   *  accept an object as an update if this number is larger than the one before. */
  sequence?: number;
}

/** An event for a guest's calendar. */
export interface Calendar {
  /** An iCalendar object with one event, with CRLF line ends: the content of a file `event.ics` of the type
   *  `text/calendar`. */
  ics: string;
  /** Absent if the event is cancelled: a link can only add an event. */
  links?: CalendarLinks;
}

/** URLs that open the form of a web calendar, filled in. They contain the whole description and may be long. */
export interface CalendarLinks {
  google: string;
  /** Outlook for private accounts (outlook.com). */
  outlook: string;
  /** Outlook for work and school accounts. */
  office365: string;
  yahoo: string;
}

/**
 * Checks an event as `parseEvent` does, with the same options, issues and warnings, and writes it for calendars.
 * `Options.now` is also the time of writing (`DTSTAMP`). An unknown field of the identity is a warning too, but what
 * `buildRequest` returns may be passed as a whole.
 *
 * | in the object | from |
 * |---|---|
 * | `UID`, `SEQUENCE` | the identity |
 * | `DTSTART`, `DTEND` | `start` and `end`: as local times of the named zone, with a `VTIMEZONE` from the package's own tables, otherwise in UTC. Local times that occur twice are also written in UTC, because calendars read them differently |
 * | `SUMMARY`, `DESCRIPTION` | `name`; `description`, followed by `joinLink` |
 * | `LOCATION`, `GEO`, `URL` | `location`; its coordinates; `joinLink` |
 * | `STATUS` | `CANCELLED` if `canceled`, otherwise `CONFIRMED` |
 * | `VALARM` | `reminderSeconds`, unless the event is cancelled |
 *
 * Fields that only concern the card are left out: `to`, `replyTo`, `delaySeconds`, `source`, `extraGuestsAllowed`,
 * `scheduledCall`. The object contains no phone number.
 */
export function toCalendar(event: EventInput | {} | null | undefined, identity: CalendarIdentity, options?: Options): Result<Calendar>;
