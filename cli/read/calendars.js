// The lists of events that calendars give as JSON.

/** Which columns are which fields. Who an event goes to, no calendar says: that is to be mapped. */
const CALENDARS = {
  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
  items: {
    name: "Google Calendar",
    isOne: (event) => event.kind === "calendar#event" || (Object.hasOwn(event, "summary") && Object.hasOwn(event, "start")),
    fields: { name: ["summary"], start: ["start"], end: ["end"], description: ["description"], location: ["location"], canceled: ["canceled"], id: ["id"] },
    isCancelled: (event) => event.status === "cancelled",
    // Asked for with singleEvents=true a list has each of the recurring ones, and no rule.
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

/** The calendar whose list this is the first event of. */
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
