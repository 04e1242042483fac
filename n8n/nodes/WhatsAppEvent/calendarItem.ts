import { Unreadable } from './unreadable';

// Converts an item of n8n's calendar nodes to waevent's fields. The only check here is whether it is such an item.

type Fields = Record<string, unknown>;

/** The event's fields. `to` is separate, because no calendar has the recipient. */
export function fromCalendar(item: unknown, to: unknown): Fields | Unreadable {
  if (!isObject(item)) return new Unreadable('calendarItem', 'Give a calendar item as one object, as the Google Calendar or Microsoft Outlook node returns it.');
  const isGraph = 'subject' in item;
  if (!isGraph && !('summary' in item) && item.kind !== 'calendar#event') {
    return new Unreadable('calendarItem', 'Give an event from Google Calendar or Outlook: this has neither a "summary" nor a "subject".');
  }
  // A recurring event has a rule, but a card shows one time.
  if (isGraph ? item.type === 'seriesMaster' : Array.isArray(item.recurrence)) {
    return new Unreadable('calendarItem', 'Give one occurrence: this event recurs. Ask the calendar for single events, or for its calendar view.');
  }
  return { to, ...(isGraph ? ofOutlook(item) : ofGoogle(item)) };
}

/** https://developers.google.com/workspace/calendar/api/v3/reference/events */
const ofGoogle = ({ summary, start, end, endTimeUnspecified, description, location, hangoutLink, status }: Fields): Fields => ({
  name: summary,
  start,
  end: endTimeUnspecified === true ? undefined : end,
  description,
  location,
  joinLink: hangoutLink,
  canceled: status === 'cancelled',
});

/** https://learn.microsoft.com/graph/api/resources/event */
const ofOutlook = ({ subject, start, end, body, bodyPreview, location, onlineMeeting, isCancelled }: Fields): Fields => ({
  name: subject,
  start,
  end,
  // The body is usually HTML. Its preview is text, of at most 255 characters.
  description: isObject(body) && body.contentType === 'text' ? body.content : bodyPreview,
  location: isObject(location) ? placeOf(location) : location,
  joinLink: isObject(onlineMeeting) ? onlineMeeting.joinUrl : undefined,
  canceled: isCancelled === true,
});

function placeOf({ displayName, address, coordinates }: Fields): Fields {
  const { street, postalCode, city, state, countryOrRegion } = isObject(address) ? address : {};
  const lines = [street, [postalCode, city].filter(Boolean).join(' '), state, countryOrRegion].filter(Boolean);
  const { latitude, longitude } = isObject(coordinates) ? coordinates : {};
  return { name: displayName, address: lines.join(', '), latitude, longitude };
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
