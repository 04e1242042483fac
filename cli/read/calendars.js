// The lists of events that calendars return as JSON.

/** The columns of each field. No calendar has the recipient, so the user has to map it. */
const CALENDARS = {
  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
  items: {
    name: "Google Calendar",
    isOne: (event) => event.kind === "calendar#event" || (Object.hasOwn(event, "summary") && Object.hasOwn(event, "start")),
    fields: { name: ["summary"], start: ["start"], end: ["end"], description: ["description"], location: ["location"], canceled: ["canceled"], id: ["id"] },
    isCancelled: (event) => event.status === "cancelled",
    // With singleEvents=true a list has each occurrence and no rules.
    isSeries: (event) => Array.isArray(event.recurrence),
  },
  /** https://learn.microsoft.com/graph/api/user-list-events and user-list-calendarview */
  value: {
    name: "Microsoft Graph",
    isOne: (event) => Object.hasOwn(event, "subject") && Object.hasOwn(event, "start"),
    fields: { name: ["subject"], start: ["start"], end: ["end"], description: ["bodyPreview"], location: ["location.displayName"], canceled: ["canceled"], id: ["id"] },
    isCancelled: (event) => event.isCancelled === true,
    isSeries: (event) => event.type === "seriesMaster",
  },
};

/** The calendar whose list begins with this event. */
export function calendarOf(event, list) {
  const calendar = event && CALENDARS[list];
  if (!calendar?.isOne(event)) return undefined;
  return {
    name: calendar.name,
    fields: calendar.fields,
    read(values, item) {
      if (calendar.isCancelled(item)) values.set("canceled", true);
      return { values, ...(calendar.isSeries(item) ? { fault: "series" } : {}) };
    },
  };
}
