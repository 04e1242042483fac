// What reaches the guest: the event, less what the gateway drops, with what it moves in its new place.
// Both are known from the warnings, so this module knows no gateway.

import { parseTime } from "waevent";

/** `{ name, description, place, address, link, start, end, reminderMinutes, extraGuests, canceled, call }` */
export function guestView(input, result) {
  const moved = paths(result.warnings, "field_moved");
  const dropped = paths(result.warnings, "field_unsupported");
  const { description, location = {}, joinLink } = input;
  const { start, end } = result.ok ? result.value.event : typedTimes(input);

  return {
    name: input.name,
    description: moved.has("joinLink") ? joined(description, joinLink, "\n\n") : description,
    place: moved.has("location.address") ? joined(location.name, location.address, ", ") : location.name,
    address: moved.has("location.address") ? undefined : location.address,
    link: moved.has("joinLink") ? undefined : joinLink,
    start: start?.epochMilliseconds,
    end: dropped.has("end") || dropped.has("durationMinutes") ? undefined : end?.epochMilliseconds,
    reminderMinutes: dropped.has("reminderMinutes") ? undefined : Number(input.reminderMinutes),
    call: input.scheduledCall === true && !dropped.has("scheduledCall"),
    extraGuests: input.extraGuestsAllowed === true,
    canceled: input.canceled === true,
  };
}

function paths(warnings, code) {
  return new Set(warnings.filter((warning) => warning.code === code).map(({ path }) => path.join(".")));
}

function joined(first, second, between) {
  return first ? `${first.trimEnd()}${between}${second}` : second;
}

// The event has faults somewhere, but its times may be good: the card shows them while the rest is typed.
function typedTimes({ start, end, durationMinutes, timeZone }) {
  const time = (text) => {
    const result = parseTime(text, { allowPast: true, timeZone });
    return result.ok ? result.value : undefined;
  };
  const from = time(start);
  if (!from || !(Number(durationMinutes) > 0)) return { start: from, end: end && time(end) };
  return { start: from, end: { epochMilliseconds: from.epochMilliseconds + durationMinutes * 60_000 } };
}
