// Calendars written by other programs (with the commands in fixtures/make-khal.sh and make-calendars.py), and lists
// from Google Calendar and Microsoft Graph.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bodies, cli, fixture, TARGET } from "./support/run.mjs";

const GROUP = ["--set", "to=120363312345678901@g.us"];
const WINDOW = ["--from", "2027-10-20", "--until", "2027-11-24"];

test("khal: a zone with a single clock change and a description with a comma are read", async () => {
  const { code, lines } = await cli(["build", ...TARGET, ...GROUP, fixture("calendars/khal.ics")]);
  assert.equal(code, 0);
  const [{ name, startAt, endAt, description }] = bodies(lines);
  assert.deepEqual([name, startAt, endAt, description], ["Avaliação", "2027-09-10T14:00:00-03:00", "2027-09-10T15:30:00-03:00", "Sala 3, com a Dra. Inês"]);
});

test("Python's icalendar: recurring events within the window are read, over a clock change, with excluded, moved and canceled ones", async () => {
  const { code, stderr, lines } = await cli(["build", ...TARGET, ...GROUP, ...WINDOW, "--time-zone", "America/Sao_Paulo", fixture("calendars/python.ics")]);
  assert.equal(code, 1);
  assert.match(stderr, /^event 6: .*\(time_missing\)$/m, "one lasts all day");
  assert.deepEqual(bodies(lines).map(({ name, startAt, endAt, isCanceled }) => [name.slice(0, 16), startAt, endAt, isCanceled]), [
    // New York is at UTC-04:00 until 7 November. 27 October was excluded, and the 10th and 17th are separate events.
    ["Stand-up", "2027-10-20T09:00:00-04:00", "2027-10-20T09:30:00-04:00", false],
    ["Stand-up", "2027-11-03T09:00:00-04:00", "2027-11-03T09:30:00-04:00", false],
    ["Stand-up", "2027-11-24T09:00:00-05:00", "2027-11-24T09:30:00-05:00", false],
    ["Stand-up, later", "2027-11-10T11:00:00-05:00", undefined, false],
    ["Stand-up, off", "2027-11-17T09:00:00-05:00", undefined, true],
    ["Ação; com, vírgu", "2027-09-10T17:00:00Z", "2027-09-10T18:00:00Z", false],
    ["Wherever one is", "2027-09-11T08:30:00-03:00", undefined, false],
    ["With a guest", "2027-09-13T10:00:00+02:00", undefined, false],
  ]);
  const long = bodies(lines)[5];
  assert.equal(long.name, `Ação; com, vírgulas\\ e ${"ç".repeat(60)}`);
  assert.deepEqual([long.description, long.location], ["One\nTwo", { name: "Room A", latitude: -23.561414, longitude: -46.655881 }]);
});

test("without a window recurring events are refused, and without a guest all events", async () => {
  const missing = await cli(["build", ...TARGET, ...GROUP, fixture("calendars/python.ics")]);
  assert.deepEqual([missing.code, missing.stdout], [2, ""]);
  assert.match(missing.stderr, /--from 2027-01-01 --until 2027-03-31/);
  const nobody = await cli(["build", ...TARGET, fixture("calendars/khal.ics")]);
  assert.equal(nobody.code, 2);
  assert.match(nobody.stderr, /no column was recognised as "to"/);
});

test("the guest is the one that the mapping names, and nobody else", async () => {
  const { lines } = await cli(["build", ...TARGET, "--map", "to=ATTENDEE", ...WINDOW, "--time-zone", "UTC", fixture("calendars/python.ics")]);
  assert.deepEqual(bodies(lines).map(({ name, number }) => [name, number]), [["With a guest", "5511961234567"]]);
});

const ics = (...lines) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines) => ["BEGIN:VEVENT", "UID:u", "DTSTAMP:20261122T000000Z", "SUMMARY:x", ...lines, "END:VEVENT"];
const zone = (name, offset) => ["BEGIN:VTIMEZONE", `TZID:${name}`, "BEGIN:STANDARD", "DTSTART:19700101T000000", `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, "END:STANDARD", "END:VTIMEZONE"];

for (const [what, text, wanted] of [
  ["a Windows name of a zone", ics(...event("DTSTART;TZID=E. South America Standard Time:20270910T140000")), ["2027-09-10T14:00:00-03:00"]],
  ["a zone that only the file defines", ics(...zone("Clinic", "-0330"), ...event("DTSTART;TZID=Clinic:20270910T140000")), ["2027-09-10T14:00:00-03:30"]],
  ["a zone with a known name and different times: it is unclear which is meant", ics(...zone("America/Sao_Paulo", "-0200"), ...event("DTSTART;TZID=America/Sao_Paulo:20270910T140000")), []],
  ["an unknown zone", ics(...event("DTSTART;TZID=Clinic:20270910T140000")), []],
  // 09:00 in Berlin is 08:00 in UTC in winter, so UNTIL is the last occurrence itself.
  ["the end of a recurrence in UTC, for a zone east of UTC", ics(...event("DTSTART;TZID=Europe/Berlin:20271122T090000", "RRULE:FREQ=DAILY;UNTIL=20271123T080000Z")), ["2027-11-22T09:00:00+01:00", "2027-11-23T09:00:00+01:00"]],
  ["an exception in UTC", ics(...event("DTSTART;TZID=Europe/Berlin:20271122T090000", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20271122T080000Z")), ["2027-11-23T09:00:00+01:00"]],
  ["an ambiguous time: the first, as in RFC 5545", ics(...event("DTSTART;TZID=America/New_York:20271107T013000")), ["2027-11-07T01:30:00-04:00"]],
]) {
  test(what, async () => {
    const { lines } = await cli(["build", ...TARGET, ...GROUP, ...WINDOW], { input: text });
    assert.deepEqual(lines.map(({ start }) => start), wanted);
  });
}

const google = { kind: "calendar#events", items: [
  { kind: "calendar#event", id: "a", status: "confirmed", summary: "One, [two]", location: "Room", start: { dateTime: "2027-09-10T14:00:00-03:00", timeZone: "America/Sao_Paulo" }, end: { dateTime: "2027-09-10T15:00:00-03:00", timeZone: "America/Sao_Paulo" }, extendedProperties: { private: { phone: "+55 11 96123-4567" } } },
  { kind: "calendar#event", id: "b", status: "cancelled", summary: "Off", start: { dateTime: "2027-09-10T14:00:00-03:00" }, extendedProperties: { private: { phone: "+55 11 96123-4567" } } },
  { kind: "calendar#event", id: "c", summary: "Daily", recurrence: ["RRULE:FREQ=DAILY"], start: { dateTime: "2027-09-10T14:00:00-03:00" } },
], nextPageToken: "]" };
const graph = { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata", value: [
  { id: "a", subject: "One", bodyPreview: "Two", isCancelled: false, type: "singleInstance", location: { displayName: "Room" }, start: { dateTime: "2027-09-10T14:00:00.0000000", timeZone: "E. South America Standard Time" }, end: { dateTime: "2027-09-10T15:00:00.0000000", timeZone: "E. South America Standard Time" } },
  { id: "b", subject: "Weekly", type: "seriesMaster", start: { dateTime: "2027-09-10T14:00:00.0000000", timeZone: "UTC" } },
] };

test("Google Calendar's list is read, pretty-printed or not: canceled events are marked, and recurring ones refused", async () => {
  for (const indent of [0, 2]) {
    const { code, stderr, lines } = await cli(["build", ...TARGET, "--map", "to=extendedProperties.private.phone"], { input: JSON.stringify(google, null, indent) });
    assert.equal(code, 1);
    assert.match(stderr, /^Read as Google Calendar/);
    assert.match(stderr, /^item 3: .*\(series\)$/m);
    assert.deepEqual(bodies(lines).map(({ name, startAt, endAt, isCanceled, location }) => [name, startAt, endAt, isCanceled, location?.name]), [
      ["One, [two]", "2027-09-10T14:00:00-03:00", "2027-09-10T15:00:00-03:00", false, "Room"], ["Off", "2027-09-10T14:00:00-03:00", undefined, true, undefined],
    ]);
    assert.deepEqual(lines.map(({ row, id }) => [row, id]), [[1, "a"], [2, "b"]]);
  }
});

test("Microsoft Graph's list is read", async () => {
  const { stderr, lines } = await cli(["build", ...TARGET, ...GROUP], { input: JSON.stringify(graph) });
  assert.match(stderr, /^item 2: .*\(series\)$/m);
  assert.deepEqual(bodies(lines).map(({ name, description, startAt, location }) => [name, description, startAt, location.name]), [["One", "Two", "2027-09-10T14:00:00-03:00", "Room"]]);
});

test("JSON in waevent's own form is read as lines and as an array, and other values are refused", async () => {
  const one = { to: "+55 11 96123-4567", name: "One", start: "2027-09-10T14:00:00-03:00", location: { name: "Room", address: "Street" } };
  const array = await cli(["build", ...TARGET], { input: JSON.stringify([one, { ...one, name: "]}," }], null, 1) });
  assert.deepEqual([array.code, bodies(array.lines).map(({ name, location }) => [name, location])], [0, [["One", one.location], ["]},", one.location]]]);
  const lines = await cli(["build", ...TARGET], { input: `\ufeff${JSON.stringify(one)}\r\n\r\n{"to":\n[1]\n${JSON.stringify({ ...one, name: "Five" })}` });
  assert.equal(lines.code, 1);
  assert.deepEqual(lines.lines.map(({ row }) => row), [1, 5]);
  assert.match(lines.stderr, /^line 3: .*\(json\)\nline 4: .*\(json\)$/m);
  const cut = await cli(["build", ...TARGET], { input: JSON.stringify([one]).slice(0, -1) + ',{"to' });
  assert.deepEqual([cut.code, cut.lines.length], [1, 1]);
  assert.match(cut.stderr, /\(cut\)/);
});
