// Events as the APIs of Google Calendar and Microsoft Graph return them and n8n's nodes pass them on. The fields are
// those of https://developers.google.com/workspace/calendar/api/v3/reference/events and
// https://learn.microsoft.com/graph/api/resources/event.
export const google = {
  kind: "calendar#event", etag: "\"3181161784712000\"", id: "4eahs9ghkhrvkld72hogu9ph3e", status: "confirmed", htmlLink: "https://www.google.com/calendar/event?eid=1",
  created: "2027-09-01T10:00:00.000Z", updated: "2027-09-01T10:00:00.000Z", summary: "Consultation", description: "Bring the report", location: "Room A, Av. Paulista, 1000",
  creator: { email: "clinic@example.com", self: true }, organizer: { email: "clinic@example.com", self: true },
  start: { dateTime: "2027-09-10T14:00:00-03:00", timeZone: "America/Sao_Paulo" }, end: { dateTime: "2027-09-10T14:30:00-03:00", timeZone: "America/Sao_Paulo" },
  iCalUID: "4eahs9ghkhrvkld72hogu9ph3e@google.com", sequence: 0, hangoutLink: "https://meet.google.com/abc-defg-hij",
  attendees: [{ email: "guest@example.com", responseStatus: "needsAction" }], reminders: { useDefault: true }, eventType: "default",
};

export const outlook = {
  "@odata.etag": "W/\"ZlnW4RIAV06KYYwlrfNZvQAAKGWwbw==\"", id: "AAMkAGIAAAoZDOFAAA=", subject: "Consultation", bodyPreview: "Bring the report",
  body: { contentType: "html", content: "<html><body>Bring the <b>report</b></body></html>" }, isAllDay: false, isCancelled: false, isOnlineMeeting: true, type: "singleInstance",
  start: { dateTime: "2027-09-10T14:00:00.0000000", timeZone: "E. South America Standard Time" }, end: { dateTime: "2027-09-10T14:30:00.0000000", timeZone: "E. South America Standard Time" },
  location: {
    displayName: "Room A", locationType: "default", uniqueIdType: "private",
    address: { street: "Av. Paulista, 1000", city: "São Paulo", state: "SP", countryOrRegion: "Brasil", postalCode: "01310-100" }, coordinates: { latitude: -23.561414, longitude: -46.655881 },
  },
  onlineMeeting: { joinUrl: "https://teams.microsoft.com/l/meetup-join/1" }, attendees: [], organizer: { emailAddress: { name: "Clinic", address: "clinic@example.com" } },
};
