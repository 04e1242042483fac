/**
 * The event in the guest's own calendar: as an iCalendar object (RFC 5545), and as links. It works with every other entry point and
 * starts none: import `waevent`, `waevent/inline` or `waevent/slim` as well.
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

/** Which event a calendar takes it for. */
export interface CalendarIdentity {
  /**
   * The fingerprint of the event as it was first given to guests: `Built.fingerprint`. Calendars know the event by it (`UID`), so keep it
   * and give it again when the event has changed or is cancelled, and its own fingerprint is another one.
   */
  fingerprint: string;
  /** How often the event was changed since then: 0 to 2147483647. Default: 0, and 1 for a cancelled event. Calendars take an object
   *  for news where it is larger than that of the one before. */
  sequence?: number;
}

/** What a guest's calendar takes. */
export interface Calendar {
  /** An iCalendar object with one event, in lines that end in CRLF: the content of a file `event.ics`, of the type `text/calendar`. */
  ics: string;
  /** Absent where the event is cancelled: a link adds events, and cannot take one back. */
  links?: CalendarLinks;
}

/** Addresses that open a calendar's form in the web, filled in. They hold all of the description, and may be long. */
export interface CalendarLinks {
  google: string;
  /** Outlook of private accounts (outlook.com). */
  outlook: string;
  /** Outlook of accounts at work or at school. */
  office365: string;
  yahoo: string;
}

/**
 * Judges an event as `parseEvent` does, with the same options, issues and warnings, and writes it down for calendars.
 * `Options.now` is also when it was written (`DTSTAMP`).
 *
 * | in the object | from |
 * |---|---|
 * | `UID`, `SEQUENCE` | the identity |
 * | `DTSTART`, `DTEND` | `start` and `end`: on the clocks of the zone that is named, with its `VTIMEZONE` by the package's own tables, otherwise in UTC. So is the second one of a time that comes twice, which has no other spelling |
 * | `SUMMARY`, `DESCRIPTION` | `name`; `description`, with `joinLink` behind it |
 * | `LOCATION`, `GEO`, `URL` | `location`; its coordinates; `joinLink` |
 * | `STATUS` | `CANCELLED` where `canceled`, otherwise `CONFIRMED` |
 * | `VALARM` | `reminderSeconds`, where the event is not cancelled |
 *
 * What says how a card is sent has no place in a calendar: `to`, `replyTo`, `delaySeconds`, `source`, `extraGuestsAllowed`,
 * `scheduledCall`. No phone number is in it.
 */
export function toCalendar(event: EventInput | {} | null | undefined, identity: CalendarIdentity, options?: Options): Result<Calendar>;
