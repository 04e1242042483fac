// What all candidates do in the same way once an event is checked.

export function bodyOf(input, number, startAt, endAt) {
  return JSON.stringify({
    number,
    name: input.name,
    startAt,
    endAt,
    description: input.description,
    location: input.location,
    joinLink: input.joinLink,
    isScheduleCall: false,
    hasReminder: input.reminderMinutes !== undefined,
    reminderOffsetSec: input.reminderMinutes === undefined ? undefined : input.reminderMinutes * 60,
    extraGuestsAllowed: input.extraGuestsAllowed ?? false,
    isCanceled: false,
  });
}

/** Formats an offset in minutes as in RFC 3339. */
export function offsetText(minutes) {
  const size = Math.abs(minutes);
  const two = (number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}
