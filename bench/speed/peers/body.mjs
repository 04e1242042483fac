// What the candidates have in common once an event is checked.

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

/** An offset in minutes as RFC 3339 has it. */
export function offsetText(minutes) {
  const size = Math.abs(minutes);
  const two = (number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}
