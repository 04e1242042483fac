// Events as n8n's calendar nodes return them, and the event for the guest's own calendar.
import assert from "node:assert/strict";
import { test } from "node:test";
import { START_SECONDS, standIns, withStandIn } from "./support/gateways.mjs";
import { google, outlook } from "./support/calendars.mjs";
import { run } from "./support/run.mjs";

const parameters = { operation: "check", gateway: "waha", eventFrom: "calendar", to: "+55 11 99999-9999" };
const check = async (item, more = {}) => {
  const { items: [{ json }] } = await run({ parameters: { ...parameters, ...more }, items: [item] });
  return json;
};
const codes = ({ warnings }) => warnings.map(({ code, path }) => [code, ...path]);

test("an event from n8n's Google Calendar node is read", async () => {
  const { ok, event, warnings } = await check(google);
  assert.equal(ok, true);
  assert.deepEqual([event.name, event.start.epochSeconds, event.end.epochSeconds, event.start.timeZone], ["Consultation", START_SECONDS, START_SECONDS + 1800, "America/Sao_Paulo"]);
  assert.deepEqual([event.description, event.location, event.canceled], ["Bring the report", { name: "Room A, Av. Paulista, 1000" }, false]);
  assert.equal(event.joinLink, "https://meet.google.com/abc-defg-hij");
  assert.deepEqual(codes({ warnings }).filter(([code]) => code === "join_link_not_whatsapp"), [["join_link_not_whatsapp", "joinLink"]]);
});

test("an event from n8n's Outlook node is read, in full and simplified", async () => {
  const { ok, event } = await check(outlook);
  assert.equal(ok, true);
  assert.deepEqual([event.name, event.start.epochSeconds, event.end.epochSeconds, event.start.timeZone], ["Consultation", START_SECONDS, START_SECONDS + 1800, "America/Sao_Paulo"]);
  assert.deepEqual(event.location, { name: "Room A", address: "Av. Paulista, 1000, 01310-100 São Paulo, SP, Brasil", latitude: -23.561414, longitude: -46.655881 });
  assert.deepEqual([event.description, event.joinLink], ["Bring the report", "https://teams.microsoft.com/l/meetup-join/1"]);
  // The fields that the node's "Simplify" requests from Microsoft Graph.
  const { id, subject, bodyPreview, start, end } = outlook;
  const simplified = await check({ id, subject, bodyPreview, start: { ...start, timeZone: "UTC" }, end: { ...end, timeZone: "UTC" } });
  assert.deepEqual([simplified.event.name, simplified.event.description, simplified.event.start.rfc3339], ["Consultation", "Bring the report", "2027-09-10T14:00:00+00:00"]);
  assert.equal((await check({ ...outlook, body: { contentType: "text", content: "All of it" } })).event.description, "All of it");
});

test("a canceled calendar event is marked, so gateways that cannot show that refuse it", async () => {
  for (const item of [{ ...google, status: "cancelled" }, { ...outlook, isCancelled: true }]) {
    assert.deepEqual((await check(item)).issues.map(({ code, path }) => [code, ...path]), [["field_unsupported", "canceled"]]);
    assert.equal((await check(item, { gateway: "ryzeapi" })).event.canceled, true);
  }
});

test("all-day and recurring events and other values are refused with the reason, and an unspecified end is left out", async () => {
  const faultsOf = async (item, more) => (await check(item, more)).issues.map(({ code, path, message }) => [code, ...path, message.split(":")[0]]);
  assert.deepEqual((await faultsOf({ ...google, start: { date: "2027-09-10" }, end: { date: "2027-09-11" } })).map(([code, path]) => [code, path]), [["time_missing", "start"], ["time_missing", "end"]]);
  for (const item of [{ ...google, recurrence: ["RRULE:FREQ=DAILY"] }, { ...outlook, type: "seriesMaster" }]) {
    assert.deepEqual(await faultsOf(item), [["wrong_type", "calendarItem", "Give one occurrence"]]);
  }
  for (const item of [{ id: "1", name: "A contact" }, {}]) assert.deepEqual(await faultsOf(item), [["wrong_type", "calendarItem", "Give an event from Google Calendar or Outlook"]]);
  for (const calendarItem of ["[1]", "1", "null"]) assert.deepEqual((await faultsOf({}, { calendarItem })).map(([, path]) => path), ["calendarItem"]);
  assert.deepEqual(await faultsOf({}, { calendarItem: "{ summary" }), [["wrong_type", "calendarItem", "Correct the JSON"]]);
  const { event } = await check({ ...google, endTimeUnspecified: true });
  assert.equal(event.end, undefined);
  // An event without a title, for an unnamed guest.
  const { summary, ...untitled } = google;
  assert.deepEqual((await faultsOf(untitled, { to: "" })).map(([code, path]) => [code, path]), [["required", "to"], ["required", "name"]]);
});

test("a calendar event is sent, and returned for the guest's own calendar", async () => {
  await withStandIn(standIns.ryzeapi, async ({ server, credentials, parameters: { options } }) => {
    const sending = { ...parameters, operation: "send", gateway: "ryzeapi", options };
    const { items } = await run({ parameters: { ...sending, to: "={{ $json.phone }}" }, credentials, items: [{ ...google, phone: "+55 11 99999-9999" }, { ...outlook, phone: "+55 11 98888-8888" }] });
    assert.deepEqual(server.received.map(({ body }) => [body.name, body.startAt]), Array(2).fill(["Consultation", "2027-09-10T14:00:00-03:00"]));
    for (const { json } of items) {
      assert.equal(json.outcome, "sent");
      assert.ok(json.calendar.ics.includes(`\r\nUID:${json.fingerprint}@waevent\r\n`));
      assert.ok(json.calendar.ics.includes("\r\nDTSTART;TZID=America/Sao_Paulo:20270910T140000\r\n"));
      assert.deepEqual(Object.keys(json.calendar.links), ["google", "outlook", "office365", "yahoo"]);
      assert.ok(!/9{4}-?9{4}|8{4}-?8{4}/.test(JSON.stringify(json.calendar)), "a phone number");
    }
    const { items: [{ json }] } = await run({ parameters: { ...sending, operation: "build" }, credentials, items: [google] });
    assert.equal(new URL(json.calendar.links.google).searchParams.get("dates"), "20270910T170000Z/20270910T173000Z");
  });
});
