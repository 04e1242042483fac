// From a calendar item to the gateway, and to the guest's own calendar.
import { google, outlook } from "../n8n-node/support/calendars.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { publish } from "./support/n8n.mjs";
import { event, split, START_SECONDS, webhook, workflow } from "./support/workflows.mjs";

test("items of Google Calendar and Outlook are sent, and returned with calendar links", async ({ n8n, gateways, mode }) => {
  const { waha } = gateways;
  const path = `${mode}-calendar`;
  const { name, start, locationName, ...parameters } = event(waha).parameters;
  const node = { ...event(waha), parameters: { ...parameters, eventFrom: "calendar", to: "={{ $json.phone }}", calendarItem: "={{ $json }}" } };
  const { post } = await publish(n8n, workflow(path, webhook(path), split, node));
  const from = waha.server.received.length;
  const { body } = await post({ items: [{ ...google, phone: "+55 11 99999-9999" }, { ...outlook, phone: "+55 11 98888-8888" }] });
  expect(body.map(({ outcome }) => outcome)).toEqual(["sent", "sent"]);
  expect(waha.server.received.slice(from).map(({ body: { event } }) => [event.name, event.startTime])).toEqual(Array(2).fill(["Consultation", START_SECONDS]));
  for (const { fingerprint, calendar: { ics, links } } of body) {
    expect(ics).toContain(`\r\nUID:${fingerprint}@waevent\r\n`);
    expect(new URL(links.google).searchParams.get("dates")).toBe("20270910T170000Z/20270910T173000Z");
  }
});
