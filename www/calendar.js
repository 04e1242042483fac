// Offers the event for the guest's own calendar: a file, and links that open a calendar's form.

import { toCalendar } from "waevent/calendar";
import { byId } from "./dom.js";

let file;

export function showCalendar(result) {
  byId("calendar").hidden = !result.ok;
  if (!result.ok) return;
  const { event, fingerprint } = result.value;
  // The event was already checked.
  const { ics, links } = toCalendar(event, { fingerprint }, { allowPast: true }).value;
  URL.revokeObjectURL(file);
  file = URL.createObjectURL(new Blob([ics], { type: "text/calendar" }));
  byId("calendar-file").href = file;
  for (const link of byId("calendar").querySelectorAll("[data-calendar]")) {
    // A cancelled event has no links.
    link.hidden = links === undefined;
    link.href = links?.[link.dataset.calendar] ?? "";
  }
}
