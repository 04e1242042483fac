// The event for a guest's own calendar. Files are read by ical.js with the time zones in the file itself, and by
// Python's icalendar, see fixtures/calendars/check.py. Links are checked by the parameters that README.md names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ICAL from "ical.js";
import { generator } from "./support/random.mjs";
import { load } from "./support/files.mjs";

const { buildRequest, parseTime } = await load();
const { toCalendar } = await load("waevent/calendar");

const NOW = "2026-11-22T00:00:00Z";
const fingerprint = "0123456789abcdef0123456789abcdef";
const event = { to: "+55 11 99999-9999", name: "Interview", start: "2027-09-10T14:00:00-03:00" };
const written = (more = {}, identity = { fingerprint }, options = {}) => {
  const result = toCalendar({ ...event, ...more }, identity, { now: NOW, ...options });
  assert.ok(result.ok, JSON.stringify(result.issues));
  return result.value;
};

/** The event of a file as ical.js reads it, with times computed from the time zones in the file. */
function read(ics) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const zones = new Map(calendar.getAllSubcomponents("vtimezone").map((component) => [component.getFirstPropertyValue("tzid"), new ICAL.Timezone(component)]));
  const [vevent, ...others] = calendar.getAllSubcomponents("vevent");
  assert.deepEqual([others.length, calendar.getFirstPropertyValue("version")], [0, "2.0"]);
  const value = (name) => vevent.getFirstPropertyValue(name) ?? undefined;
  const instant = (name) => {
    const property = vevent.getFirstProperty(name);
    if (!property) return undefined;
    const zone = property.getParameter("tzid");
    const time = property.getFirstValue().clone();
    if (zone) time.zone = zones.get(zone);
    return new Date(time.toUnixTime() * 1000).toISOString().replace(".000", "");
  };
  const alarm = vevent.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger").toSeconds();
  const found = {
    start: instant("dtstart"), end: instant("dtend"), zone: vevent.getFirstProperty("dtstart").getParameter("tzid"), alarmSeconds: alarm,
    ...Object.fromEntries(["summary", "description", "location", "geo", "url", "status", "sequence"].map((name) => [name, value(name)])),
  };
  return { uid: value("uid"), stamp: instant("dtstamp"), found: Object.fromEntries(Object.entries(found).filter(([, each]) => each !== undefined)), zones };
}

const folder = new URL("fixtures/calendars/", import.meta.url);
for (const { name, event, identity, reads } of JSON.parse(readFileSync(new URL("cases.json", folder), "utf8"))) {
  test(`${name}.ics is written byte for byte, and read the same by Python's icalendar and ical.js`, () => {
    const result = toCalendar(event, identity, { now: NOW });
    assert.ok(result.ok, JSON.stringify(result.issues));
    assert.equal(result.value.ics, readFileSync(new URL(`${name}.ics`, folder), "utf8"));
    const { uid, stamp, found } = read(result.value.ics);
    assert.deepEqual([uid, stamp], [`${identity.fingerprint}@waevent`, NOW]);
    assert.deepEqual(found, reads);
  });
}

/** Unusual time zones: with offsets of half an hour, shifts of two hours, a final change, changes at midnight. */
const ODD = ["Australia/Lord_Howe", "Antarctica/Troll", "Africa/Casablanca", "Africa/Cairo", "Asia/Gaza", "America/Vancouver", "Europe/Dublin",
  "America/Nuuk", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati", "America/Santiago", "Asia/Tehran", "Africa/Abidjan"];

test("the time zone in the file yields the intended instant", () => {
  const random = generator(2027);
  const known = Intl.supportedValuesOf("timeZone");
  const some = [...ODD.flatMap((name) => Array(6).fill(name)), ...Array.from({ length: 40 }, () => known[Math.floor(random() * known.length)])];
  let onClocks = 0;
  for (const timeZone of some) {
    const start = Math.floor(Date.UTC(2026, 11, 1) / 1000 + random() * 11 * 365 * 86_400);
    const minutes = 1 + Math.floor(random() * 600_000);
    const result = toCalendar({ ...event, start: { epochSeconds: start, timeZone }, end: { epochSeconds: Math.min(start + minutes * 60, 2 ** 31 - 1), timeZone } }, { fingerprint }, { now: NOW });
    assert.ok(result.ok, JSON.stringify([timeZone, result.issues]));
    const { found } = read(result.value.ics);
    const wanted = [start, Math.min(start + minutes * 60, 2 ** 31 - 1)].map((at) => new Date(at * 1000).toISOString().replace(".000", ""));
    assert.deepEqual([found.start, found.end], wanted, result.value.ics);
    if (found.zone) onClocks += 1;
  }
  assert.ok(onClocks > some.length * 0.8, `${onClocks} of ${some.length} have a time zone`);
});

test("times around a clock change are exact to the second", () => {
  // 1825567200 is the change in New York on 7 November 2027. From then on, the hour before repeats.
  for (const [at, zoned] of [[-3601, true], [-3600, false], [-1, false], [0, false], [3599, false], [3600, true]]) {
    const start = 1825567200 + at;
    const { found } = read(written({ start: { epochSeconds: start, timeZone: "America/New_York" } }).ics);
    assert.deepEqual([Date.parse(found.start) / 1000, found.zone !== undefined], [start, zoned], String(at));
  }
});

test("clock changes that are close together are kept, as around Ramadan in Morocco", () => {
  // According to the IANA database, in 2024: back from 3:00 on 10 March, forward from 2:00 on 14 April.
  const { ics } = written({ start: "2024-03-20T10:00[Africa/Casablanca]" }, undefined, { allowPast: true });
  assert.deepEqual([...ics.matchAll(/^(?:BEGIN|DTSTART|TZOFFSETTO):(STANDARD|DAYLIGHT|\d{8}T\d{6}|[+-]\d{4})\r$/gm)].map(([, found]) => found), [
    "STANDARD", "20240310T030000", "+0000", "DAYLIGHT", "20240414T020000", "+0100",
  ]);
});

test("times without a zone, in UTC, or from before the zone tables are written in UTC", () => {
  for (const start of ["2027-09-10T17:00:00Z", "2027-09-10T14:00:00-03:00", "2027-09-10T17:00[Etc/UTC]", "2027-09-10T17:00[utc]"]) {
    assert.match(written({ start }).ics, /^DTSTART:20270910T170000Z\r$/m);
    assert.doesNotMatch(written({ start }).ics, /VTIMEZONE|TZID/);
  }
  const old = written({ start: { epochSeconds: Date.UTC(2019, 8, 10, 17) / 1000, timeZone: "America/Sao_Paulo" } }, undefined, { allowPast: true });
  assert.match(old.ics, /^DTSTART:20190910T170000Z\r$/m);
});

test("the host's time zone data is never used", () => {
  const start = "2027-10-20T09:00[Europe/Paris]";
  const wanted = written({ start });
  const { DateTimeFormat } = Intl;
  Intl.DateTimeFormat = function lost() { throw new RangeError("no zones"); };
  try {
    assert.deepEqual(written({ start: "2027-10-20T09:00[europe/paris]", timeZone: undefined }).ics.replaceAll("europe/paris", "Europe/Paris"), wanted.ics);
    assert.match(written({ start: "2027-10-20T09:00[Europe/Rome]" }).ics, /TZOFFSETTO:\+0200/);
  } finally {
    Intl.DateTimeFormat = DateTimeFormat;
  }
});

test("any text survives, in lines of at most 75 octets that are each valid UTF-8", () => {
  const random = generator(5545);
  const pieces = ["a", "ç", "語", "😀", "👩‍👩‍👧", "\\", ";", ",", ":", '"', "\n", "BEGIN:VEVENT", "\nEND:VEVENT\n", "\\n", " ", "\t", "ação "];
  for (let round = 0; round < 200; round += 1) {
    const text = () => `x${Array.from({ length: Math.floor(random() * 20) }, () => pieces[Math.floor(random() * pieces.length)]).join("")}x`;
    const [name, place] = [text(), text()].map((each) => each.replace(/[\n\t]/g, " "));
    const description = text();
    const { ics } = written({ name, description, location: place, reminderMinutes: 5 });
    const { found } = read(ics);
    assert.deepEqual([found.summary, found.description, found.location], [name, description, place]);
    assert.ok(ics.endsWith("END:VCALENDAR\r\n"));
    const bytes = Buffer.from(ics);
    for (let from = 0; from < bytes.length;) {
      const end = bytes.indexOf("\r\n", from);
      assert.ok(end - from <= 75, `${end - from} octets`);
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, end));
      from = end + 2;
    }
    // No text of the event begins a line, so no second component appears.
    assert.deepEqual(ics.match(/^BEGIN:VEVENT\r$/gm).length, 1);
  }
});

test("a changed event keeps its UID", () => {
  const built = buildRequest(event, { gateway: "ryzeapi", instance: "sales" }, { now: NOW }).value;
  const first = read(toCalendar(built.event, built, { now: NOW }).value.ics);
  const identity = { fingerprint: built.fingerprint, sequence: 1 };
  const moved = read(toCalendar({ ...event, start: "2027-09-11T14:00:00-03:00" }, identity, { now: NOW }).value.ics);
  const off = read(toCalendar({ ...event, canceled: true }, { ...identity, sequence: 2 }, { now: NOW }).value.ics);
  assert.deepEqual([first.uid, moved.uid, off.uid], Array(3).fill(`${built.fingerprint}@waevent`));
  assert.deepEqual([first, moved, off].map(({ found: { sequence, status } }) => [sequence, status]), [[0, "CONFIRMED"], [1, "CONFIRMED"], [2, "CANCELLED"]]);
});

test("neither files nor links contain phone numbers or anything about how the card is sent", () => {
  for (const to of ["+55 11 96123-4567", "120363312345678901@g.us", "123456789012345@lid"]) {
    const { ics, links } = written({ to, replyTo: "3EB0C767D82A", source: "crm-tag", delaySeconds: 7, extraGuestsAllowed: true, scheduledCall: true });
    const found = [ics, ...Object.values(links)].join("\n");
    for (const part of ["961234567", "96123", "1203633", "12345678901", "3EB0C767D82A", "crm-tag"]) assert.ok(!found.includes(part) || fingerprint.includes(part), part);
  }
});

/** A link's parameters, parsed by rules under which a plus sign stands for itself. */
const parametersOf = (link) => Object.fromEntries(link.split("?")[1].split("&").map((each) => each.split("=").map(decodeURIComponent)));

test("links have the documented or commonly used parameters, and no plus sign for a space", () => {
  const { links } = written({
    name: "A & B + C", timeZone: "America/Sao_Paulo", start: "2027-09-10T14:00", durationMinutes: 90, description: "One < two\nThree & four",
    location: { name: "Sala 3", address: "Av. Paulista, 1000" }, joinLink: "https://call.whatsapp.com/video/abc",
  });
  const details = "One < two\nThree & four\n\nhttps://call.whatsapp.com/video/abc";
  const location = "Sala 3, Av. Paulista, 1000";
  assert.deepEqual(Object.entries(links).map(([name, link]) => [name, link.split("?")[0]]), [
    ["google", "https://calendar.google.com/calendar/render"], ["outlook", "https://outlook.live.com/calendar/0/action/compose"],
    ["office365", "https://outlook.office.com/calendar/0/action/compose"], ["yahoo", "https://calendar.yahoo.com/"],
  ]);
  assert.deepEqual(parametersOf(links.google), { action: "TEMPLATE", text: "A & B + C", dates: "20270910T170000Z/20270910T183000Z", ctz: "America/Sao_Paulo", details, location });
  const outlook = { rru: "addevent", subject: "A & B + C", startdt: "2027-09-10T17:00:00Z", enddt: "2027-09-10T18:30:00Z", body: "One &lt; two<br>Three &amp; four<br><br>https://call.whatsapp.com/video/abc", location };
  assert.deepEqual(parametersOf(links.outlook), outlook);
  assert.deepEqual(parametersOf(links.office365), outlook);
  assert.deepEqual(parametersOf(links.yahoo), { v: "60", title: "A & B + C", st: "20270910T170000Z", et: "20270910T183000Z", desc: details, in_loc: location });
  for (const link of Object.values(links)) {
    assert.ok(!link.includes("+"), link);
    assert.equal(new URL(link).href, link);
  }
});

test("links leave out what the event lacks, and a canceled event has no links", () => {
  const { links } = written();
  assert.deepEqual(parametersOf(links.google), { action: "TEMPLATE", text: "Interview", dates: "20270910T170000Z/20270910T170000Z" });
  assert.deepEqual(parametersOf(links.outlook), { rru: "addevent", subject: "Interview", startdt: "2027-09-10T17:00:00Z", enddt: "2027-09-10T17:00:00Z" });
  assert.deepEqual(parametersOf(links.yahoo), { v: "60", title: "Interview", st: "20270910T170000Z" });
  assert.deepEqual(Object.keys(written({ canceled: true })), ["ics"]);
});

test("coordinates alone serve as the place, and a link that the description contains is not repeated", () => {
  const { ics } = written({ location: { latitude: -23.5, longitude: 100 }, joinLink: "https://call.whatsapp.com/video/abc", description: "At https://call.whatsapp.com/video/abc" });
  const { found } = read(ics);
  assert.deepEqual([found.location, found.geo, found.description], ["-23.5, 100", [-23.5, 100], "At https://call.whatsapp.com/video/abc"]);
});

test("all issues are reported at once, in the caller's language, and nothing is thrown", () => {
  const told = (...input) => {
    const { ok, issues } = toCalendar(...input);
    assert.equal(ok, false);
    return issues.map(({ code, path, message }) => [code, path.join("."), message]);
  };
  assert.deepEqual(told({}, { fingerprint: "x", sequence: -1 }, { now: "z", language: "en" }).map(([code, path]) => [code, path]), [
    ["required", "to"], ["required", "name"], ["required", "start"], ["time_format", "now"], ["invalid_option", "fingerprint"], ["invalid_option", "sequence"],
  ]);
  assert.deepEqual(told(event, { fingerprint: "x", sequence: -1 }, { now: NOW }).map(([, , message]) => message), ['Give "fingerprint" as Built.fingerprint ([0-9a-f]{32}).', 'Give "sequence" as 0…2147483647.']);
  const odd = [undefined, null, 1, "x", [], {}, { fingerprint: "" }, { fingerprint: {} }, { get fingerprint() { throw new Error("no"); } }, new Proxy({}, { getOwnPropertyDescriptor() { throw new Error("no"); } })];
  for (const identity of odd) assert.deepEqual(told(event, identity, { now: NOW }).map(([, path]) => path), ["fingerprint"], String(typeof identity));
  for (const sequence of ["1", 1.5, NaN, 2 ** 31, {}, 1n]) assert.deepEqual(told(event, { fingerprint, sequence }, { now: NOW }).map(([, path]) => path), ["sequence"]);
  assert.deepEqual(told(event, {}, { now: NOW, language: "pt-BR" }), [["required", "fingerprint", 'Preencha "fingerprint".']]);
  assert.deepEqual(told(event, {}, { now: NOW, language: "xx" }).map(([, path]) => path), ["language", "fingerprint"]);
  assert.deepEqual(told(event, { fingerprint }, { now: "2040-01-01T00:00:00Z", allowPast: true }).map(([code, path]) => [code, path]), [["time_too_far", "now"]]);
  for (const options of [null, 1, "x", [], new Map()]) assert.doesNotThrow(() => toCalendar(event, { fingerprint }, options));
  assert.throws(() => toCalendar(), TypeError);
  assert.throws(() => toCalendar(event), TypeError);
});

test("an unknown field of the identity is a warning, and with strict an issue", () => {
  const identity = { fingerprint, sequense: 1, Fingerprints: "x", version: 2 };
  const told = (list) => list.map(({ code, path, params, message }) => [code, path.join("."), params?.suggestion, message]);
  const wanted = [
    ["unknown_field", "sequense", "sequence", 'No field is called "sequense", so it was ignored; did you mean "sequence"?'],
    ["unknown_field", "Fingerprints", "fingerprint", 'No field is called "Fingerprints", so it was ignored; did you mean "fingerprint"?'],
    ["unknown_field", "version", undefined, 'No field is called "version", so it was ignored.'],
  ];
  const { ok, warnings } = toCalendar({ ...event, nme: "x" }, identity, { now: NOW });
  assert.deepEqual([ok, told(warnings.slice(1))], [true, wanted]);
  assert.deepEqual(warnings[0].path, ["nme"]);
  const strict = toCalendar(event, identity, { now: NOW, strict: true });
  assert.deepEqual([strict.ok, told(strict.issues), strict.warnings], [false, wanted, []]);
  const many = toCalendar(event, { fingerprint, ...Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`x${at}`, at])) }, { now: NOW });
  assert.deepEqual([many.warnings.length, many.warnings[50].code, many.warnings[50].params], [51, "more_issues", { count: 20 }]);
  // What buildRequest returns may be passed as a whole.
  const built = buildRequest(event, { gateway: "ryzeapi", instance: "sales" }, { now: NOW }).value;
  for (const known of [built, { ...built }]) assert.deepEqual(toCalendar(event, known, { now: NOW }).warnings, []);
});

test("the time stamp is the option now, or else the host's clock", () => {
  const before = Math.floor(Date.now() / 1000);
  const { stamp } = read(toCalendar(event, { fingerprint }, { allowPast: true }).value.ics);
  assert.ok(Date.parse(stamp) / 1000 >= before && Date.parse(stamp) <= Date.now());
  assert.equal(read(written({}, undefined, { now: "2026-11-22T00:00:00-03:00" }).ics).stamp, "2026-11-22T03:00:00Z");
  assert.equal(parseTime(read(written({}, undefined, { now: 1795305600, epochUnit: "seconds" }).ics).stamp, { allowPast: true }).value.epochSeconds, 1795305600);
});
