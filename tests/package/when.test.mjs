// An event's times in words. CLDR's texts differ between hosts, so only parts of them are checked: days, hours, zones.
import assert from "node:assert/strict";
import test from "node:test";
import { answer } from "./support/child.mjs";
import { load } from "./support/files.mjs";

const { parseEvent } = await load();
const { describeTime } = await load("waevent/when");

/** 10 September 2027 is a Friday; São Paulo is at UTC-03:00 all year. */
const EVENT = { start: "2027-09-10T14:00", durationMinutes: 90, timeZone: "America/Sao_Paulo" };
const OFFSET = { start: "2027-09-10T14:00:00-03:00", end: "2027-09-10T15:30:00-03:00" };

/** The result, with plain spaces and one kind of dash. */
function said(time, options) {
  const { ok, value, issues } = describeTime(time, options);
  assert.ok(ok, JSON.stringify(issues));
  const plain = (text) => text.replace(/\s/gu, " ").replace(/ ?[–-] ?(?=\d)/gu, "–");
  return { ...value, text: plain(value.text), lines: value.lines.map(plain) };
}
const holds = (text, ...parts) => parts.forEach((part) => assert.ok(part instanceof RegExp ? part.test(text) : text.includes(part), `${part} in ${text}`));

for (const [language, day, hours, zone] of [
  ["en", ["Friday", "September", "10", "2027"], ["2:00", "3:30", "PM"], /Brasilia/],
  ["pt-BR", ["sexta-feira", "setembro", "10", "2027"], ["14:00", "15:30"], /Brasília/],
  ["es", ["viernes", "septiembre", "10", "2027"], ["14:00", "15:30"], /Brasilia/],
  ["ar", ["الجمعة", "سبتمبر", /10|١٠/, /2027|٢٠٢٧/], [/2:00|٢:٠٠/, /3:30|٣:٣٠/], /برازيليا/],
]) {
  test(`${language}: the text has the day, the hours and the zone, and nothing in another language`, () => {
    const { text, lines, zone: name } = said(EVENT, { language });
    assert.equal(lines.length, 2);
    holds(lines[0], ...day);
    holds(lines[1], ...hours);
    holds(name, zone);
    holds(text, ...day, ...hours, `(${name})`);
    if (language === "ar") assert.doesNotMatch(text, /[A-Za-z]/);
  });
}

test("a parsed event and its JSON are described like the input", () => {
  const { value } = parseEvent({ to: "+55 11 99999-9999", name: "Interview", ...EVENT });
  assert.deepEqual(said(value), said(EVENT));
  assert.deepEqual(said(JSON.parse(JSON.stringify(value))), said(EVENT));
});

test("a start alone is described without a range", () => {
  const { text, lines } = said({ start: EVENT.start, timeZone: EVENT.timeZone });
  holds(lines[1], /^2:00 PM$/);
  assert.doesNotMatch(text, /–/);
});

test("an end on another day is described with its day", () => {
  const { text, lines } = said({ start: "2027-09-10T23:00:00-03:00", end: "2027-09-11T01:00:00-03:00" });
  assert.equal(lines.length, 1);
  for (const line of [text, lines[0]]) holds(line, "10", "11:00 PM", "11", "1:00 AM");
  holds(text, "Friday", "Saturday");
  // Midnight belongs to the next day, so an event that takes a whole day names both.
  holds(said({ start: "2027-09-10T00:00:00-03:00", end: "2027-09-11T00:00:00-03:00" }).text, "Friday", "Saturday", /12:00 AM.*12:00 AM/);
});

test("an event that has only an offset is described at that offset, wherever the machine is", async () => {
  const inTokyo = await answer(`
    import "waevent";
    import { describeTime } from "waevent/when";
    console.log(JSON.stringify([new Date(2027, 0, 1).getTimezoneOffset(), describeTime(${JSON.stringify(OFFSET)}).value]));
  `, { env: { TZ: "Asia/Tokyo" } });
  assert.equal(inTokyo[0], -540);
  holds(inTokyo[1].lines.join(), "September 10", "2:00", "3:30");
  assert.equal(inTokyo[1].zone, "UTC-3");
});

for (const [time, zone] of [["14:00:00Z", "UTC"], ["14:00:00+05:30", "UTC+5:30"], ["14:00:00-03:30", "UTC-3:30"], ["14:00:00+14:00", "UTC+14"]]) {
  test(`${time} is described at ${zone}`, () => {
    const { zone: found, lines } = said({ start: `2027-09-10T${time}` });
    assert.equal(found, zone);
    holds(lines.join(), "September 10", "2:00 PM");
  });
}

test("an end in UTC is described at the offset of the start, and one at another offset at its own", () => {
  assert.deepEqual(said({ ...OFFSET, end: "2027-09-10T18:30:00Z" }), said(OFFSET));
  // New York at night, when the clocks go back.
  assert.equal(said({ start: "2027-11-07T00:00:00-04:00", end: "2027-11-07T03:00:00-05:00" }).zone, "UTC-4 – UTC-5");
});

test("with the option timeZone, the event is described in that zone alone", () => {
  // 14:00 at UTC-3 is 17:00 in UTC: 13:00 in New York, which has daylight saving time then, and 02:00 on the 11th in
  // Tokyo.
  const { text, lines, zone } = said(EVENT, { timeZone: "America/New_York" });
  holds(lines[0], "Friday", "10");
  holds(lines[1], "1:00", "2:30");
  holds(zone, /Eastern/);
  assert.doesNotMatch(text, /2:00|3:30|Brasilia/);
  holds(said(OFFSET, { timeZone: "Asia/Tokyo" }).lines.join(), "Saturday", "11", "2:00", "3:30");
});

test("a Windows name of a zone is read, with a warning", () => {
  const { ok, value, warnings } = describeTime(EVENT, { timeZone: "Eastern Standard Time" });
  assert.deepEqual([ok, warnings.map(({ code, path }) => [code, ...path])], [true, [["time_zone_windows", "timeZone"]]]);
  holds(value.zone, /Eastern/);
  holds(value.lines[1], "1:00");
});

test("zones without a name are shown by their offset", () => {
  for (const [timeZone, zone] of [["UTC", "UTC"], ["Etc/GMT+3", "UTC-3"]]) assert.equal(said(OFFSET, { timeZone }).zone, zone);
});

test("near a clock change, the zone has its name and its offset, because hours occur twice", () => {
  // On 7 November 2027, 02:00 in New York becomes 01:00: 01:30 is 1825565400, and again an hour later.
  const [first, second] = [1825565400, 1825569000].map((start) => said({ start, timeZone: "America/New_York" }, { epochUnit: "seconds" }));
  for (const { lines } of [first, second]) holds(lines[1], "1:30 AM");
  holds(first.zone, /Eastern/, "UTC-4");
  holds(second.zone, /Eastern/, "UTC-5");
  // From the first 01:30 to the second: an hour that looks like no time at all.
  const both = said({ start: 1825565400, end: 1825569000, timeZone: "America/New_York" }, { epochUnit: "seconds" });
  holds(both.lines[1], /1:30 AM.*1:30 AM/);
  holds(both.zone, "UTC-4 – UTC-5");
  // From the first 01:50 to the second 01:10: backwards on the clock.
  holds(said({ start: 1825566600, end: 1825567800, timeZone: "America/New_York" }, { epochUnit: "seconds" }).lines[1], /1:50 AM.*1:10 AM/);
  // In spring, 02:00 becomes 03:00, on 14 March.
  const night = said({ start: "2027-03-14T01:00[America/New_York]", end: "2027-03-14T04:00[America/New_York]" });
  holds(night.lines[1], "1:00", "4:00");
  holds(night.zone, "UTC-5 – UTC-4");
  // Four hours away from the change, the name is enough.
  assert.doesNotMatch(said({ start: "2027-11-07T06:00[America/New_York]" }).zone, /UTC/);
  assert.doesNotMatch(said({ start: "2027-11-06T20:00[America/New_York]" }).zone, /UTC/);
});

test("a host with outdated rules or without the zone does not affect the times", async () => {
  // British Columbia stays at UTC-7 from 2026 on. This host has the old rule, and does not know Antarctica/Troll.
  const told = await answer(`
    const { formatToParts } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.formatToParts = function (at) {
      const { timeZone, timeZoneName } = this.resolvedOptions();
      if (timeZone === "Antarctica/Troll") throw new RangeError("unknown to this host");
      const offset = timeZone === "America/Vancouver" && timeZoneName === "longOffset";
      return offset ? [{ type: "timeZoneName", value: "GMT-08:00" }] : formatToParts.call(this, at);
    };
    import "waevent";
    const { describeTime } = await import("waevent/when");
    const tell = (start) => describeTime({ start });
    console.log(JSON.stringify(["2027-01-15T10:00[America/Vancouver]", "2027-01-15T10:00[Antarctica/Troll]"].map(tell)));
  `);
  const [vancouver, troll] = told;
  // The warning about an outdated host would be of no use here.
  assert.deepEqual([vancouver.warnings, troll.warnings], [[], []]);
  holds(vancouver.value.lines.join(), "10:00", "15");
  assert.equal(vancouver.value.zone, "UTC-7");
  assert.equal(troll.value.zone, "UTC");
});

test("in Arabic an offset keeps its order", () => {
  const { text, zone } = describeTime({ ...OFFSET, end: "2027-09-10T16:00:00-02:30" }, { language: "ar" }).value;
  assert.equal(zone, "\u2066UTC-3\u2069 – \u2066UTC-2:30\u2069");
  assert.ok(text.endsWith(`(${zone})`));
});

test("a language that the host does not have is replaced by English, whatever the machine's own is", async () => {
  const inGermany = await answer(`
    import "waevent";
    import { describeTime } from "waevent/when";
    const { locale } = Intl.DateTimeFormat().resolvedOptions();
    console.log(JSON.stringify([locale, describeTime(${JSON.stringify(OFFSET)}, { language: "xx" }).value.text]));
  `, { env: { LC_ALL: "de_DE.UTF-8" } });
  assert.equal(inGermany[0], "de-DE");
  holds(inGermany[1], "Friday", "September");
});

test("every spelling of a language tag is read, and the calendar is always Gregorian", () => {
  assert.deepEqual(said(OFFSET, { language: "xx" }), said(OFFSET));
  assert.deepEqual(said(OFFSET, { language: "pt_BR" }), said(OFFSET, { language: "pt-BR" }));
  for (const language of ["th", "fa", "ar-SA"]) holds(said(OFFSET, { language }).text, /2027|۲۰۲۷|٢٠٢٧/);
});

const faults = (time, options) => {
  const { ok, issues } = describeTime(time, options);
  assert.equal(ok, false);
  return issues.map(({ code, path }) => [code, ...path]);
};

test("all issues are reported at once, those of the options first", () => {
  assert.deepEqual(faults({ start: "2027-09-10", end: "soon" }, { language: "in English", timeZone: "Nowhere/Else" }),
    [["invalid_option", "language"], ["time_zone_unknown", "timeZone"], ["time_missing", "start"], ["time_format", "end"]]);
  assert.deepEqual(faults(EVENT, { language: 5, timeZone: 5 }), [["wrong_type", "language"], ["wrong_type", "timeZone"]]);
  assert.deepEqual(faults({ ...OFFSET, end: OFFSET.start }), [["end_before_start", "end"]]);
  for (const time of [{}, null, undefined, { start: null }, { get start() { throw new Error("x"); } }]) assert.deepEqual(faults(time).map(([, path]) => path), ["start"]);
  for (const time of ["2027-09-10T14:00:00-03:00", 5, []]) assert.ok(faults(time).length > 0, String(time));
  assert.deepEqual(faults(EVENT, "en"), [["wrong_type", "options"]]);
  assert.deepEqual(faults(EVENT, { get language() { throw new Error("x"); } }), [["wrong_type", "language"]]);
  assert.throws(() => describeTime(), { name: "TypeError", message: "waevent: a time is missing from the arguments" });
});

test("a local time without a zone is refused, even with the option timeZone", () => {
  assert.deepEqual(faults({ start: "2027-09-10T14:00" }, { timeZone: "Asia/Tokyo" }), [["time_zone_missing", "start"]]);
});

test("issues are in the language if the package has it, and otherwise in English", () => {
  const message = (language) => describeTime({}, { language }).issues[0].message;
  assert.equal(message("pt-BR"), "Informe quando o evento começa.");
  assert.equal(message("pt_BR"), message("pt-BR"));
  assert.equal(message("de"), "Say when the event starts.");
  assert.equal(describeTime(OFFSET, { language: "in English" }).issues[0].message, 'Set "language" to a language tag, like pt-BR.');
});

test("missing options count as not given, unknown ones cause a warning, and past times are described", () => {
  for (const options of [null, {}, { language: null, timeZone: "" }, { timeZone: " " }, Object.freeze({ allowPast: false })]) assert.deepEqual(said(EVENT, options), said(EVENT));
  assert.deepEqual(describeTime(EVENT, { timezone: "Asia/Tokyo" }).warnings.map(({ code, params }) => [code, params.suggestion]), [["unknown_field", "timeZone"]]);
  holds(said({ start: "2014-05-13T16:00:00Z" }, { timeZone: "America/New_York" }).text, "2014", "4:00 PM", "UTC");
});
