// Shows what reaches the guest: the event without what the gateway drops, and with what it moves in its new place.
// Both are known from the warnings, so this module knows no gateway.

import "waevent/card";
import { parseTime } from "waevent";
import { byId } from "./dom.js";
import { language, say } from "./language.js";

const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The viewer's own locale if the page is in their language, because it decides how hours are written, for instance. */
const locale = () => {
  const own = navigator.languages?.find((one) => one.split("-")[0] === language.split("-")[0]);
  return own ?? language;
};

/** Shows the event in both cards, in the viewer's zone, because WhatsApp shows times in each guest's own zone. */
export function showGuest(input, result) {
  const event = guestEvent(input, result);
  for (const card of document.querySelectorAll("waevent-card")) {
    card.lang = locale();
    card.setAttribute("time-zone", viewerZone);
    card.dataset.complete = result.ok;
    card.event = event;
  }
  byId("card-note").textContent = result.ok ? say("guestNote", { zone: viewerZone }) : say("guestRefused");
}

function guestEvent(input, result) {
  const moved = paths(result.warnings, "field_moved");
  const dropped = paths(result.warnings, "field_unsupported");
  const { name, description, location = {}, joinLink } = input;
  const { start, end } = result.ok ? result.value.event : typedTimes(input);

  return {
    name,
    start,
    end: dropped.has("end") || dropped.has("durationMinutes") ? undefined : end,
    description: moved.has("joinLink") ? joined(description, joinLink, "\n\n") : description,
    location: moved.has("location.address") ? { name: joined(location.name, location.address, ", ") } : location,
    joinLink: moved.has("joinLink") ? undefined : joinLink,
    reminderSeconds: dropped.has("reminderMinutes") ? undefined : Number(input.reminderMinutes) * 60,
    scheduledCall: input.scheduledCall === true && !dropped.has("scheduledCall"),
    extraGuestsAllowed: input.extraGuestsAllowed === true,
    canceled: input.canceled === true,
  };
}

function paths(warnings, code) {
  return new Set(warnings.filter((warning) => warning.code === code).map(({ path }) => path.join(".")));
}

function joined(first, second, between) {
  return first ? `${first.trimEnd()}${between}${second}` : second;
}

// The event has faults, but its times may be valid: the card shows them while the rest is typed.
function typedTimes({ start, end, durationMinutes, timeZone }) {
  const time = (given, options) => {
    const result = parseTime(given, { allowPast: true, timeZone, ...options });
    return result.ok ? result.value : undefined;
  };
  const from = time(start);
  if (!from || !(Number(durationMinutes) > 0)) return { start: from, end: end && time(end) };
  return { start: from, end: time(from.epochSeconds + Math.round(durationMinutes * 60), { epochUnit: "seconds" }) };
}
