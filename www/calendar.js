// The event for the guest's own calendar: a file, and links that open a calendar's form.

import { toCalendar } from "waevent/calendar";
import { byId } from "./dom.js";

let file;

export function showCalendar(result) {
  byId("calendar").hidden = !result.ok;
  if (!result.ok) return;
  const { event, fingerprint } = result.value;
  // It was judged a moment ago.
  const { ics, links } = toCalendar(event, { fingerprint }, { allowPast: true }).value;
  URL.revokeObjectURL(file);
  file = URL.createObjectURL(new Blob([ics], { type: "text/calendar" }));
  byId("calendar-file").href = file;
  for (const link of byId("calendar").querySelectorAll("[data-calendar]")) {
    // An event that is off has none.
    link.hidden = links === undefined;
    link.href = links?.[link.dataset.calendar] ?? "";
  }
}
