// Date objects of the libraries that people use, and of other realms, as times.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import vm from "node:vm";
import dayjs from "dayjs";
import { DateTime } from "luxon";
import moment from "moment";
import { Temporal } from "temporal-polyfill";

const require = createRequire(join(process.env.WAEVENT_CONSUMER, "index.js"));
const { parseEvent, parseTime } = require("waevent");

const NOW = { now: "2026-11-22T00:00:00Z" };
// 10:00 in São Paulo, which has been at -03:00 all year since 2019.
const EPOCH_SECONDS = Date.UTC(2026, 11, 15, 13) / 1000;
const MILLISECONDS = EPOCH_SECONDS * 1000;

const time = (input, options = {}) => parseTime(input, { ...NOW, ...options });
const accepted = (input, options) => {
  const result = time(input, options);
  assert.ok(result.ok, JSON.stringify(result.issues));
  return result.value;
};
const refused = (input, options) => time(input, options).issues.map((issue) => issue.code);

const INSTANTS = {
  "a Date": new Date(MILLISECONDS),
  "a Date of another realm": vm.runInNewContext(`new Date(${MILLISECONDS})`),
  "a subclass of Date": new (class extends Date {})(MILLISECONDS),
  "Temporal.Instant": Temporal.Instant.fromEpochMilliseconds(MILLISECONDS),
  "Temporal.ZonedDateTime": Temporal.ZonedDateTime.from("2026-12-15T10:00[America/Sao_Paulo]"),
  "Luxon in a zone": DateTime.fromMillis(MILLISECONDS, { zone: "America/Sao_Paulo" }),
  "Luxon at an offset": DateTime.fromMillis(MILLISECONDS, { zone: "UTC-3" }),
  "Luxon in the system's zone": DateTime.fromMillis(MILLISECONDS),
  "dayjs": dayjs(MILLISECONDS),
  "moment": moment(MILLISECONDS),
};

for (const [name, value] of Object.entries(INSTANTS)) {
  test(`${name} is its instant`, () => {
    assert.equal(accepted(value).epochSeconds, EPOCH_SECONDS);
  });
}

test("an instant without a zone is written in UTC, one with a zone in its zone", () => {
  assert.equal(accepted(INSTANTS["a Date"]).rfc3339, "2026-12-15T13:00:00Z");
  for (const name of ["Temporal.ZonedDateTime", "Luxon in a zone"]) {
    const { rfc3339, timeZone } = accepted(INSTANTS[name]);
    assert.deepEqual([rfc3339, timeZone], ["2026-12-15T10:00:00-03:00", "America/Sao_Paulo"]);
  }
});

test("a plain date and time needs a zone", () => {
  const plain = Temporal.PlainDateTime.from("2026-12-15T10:00");
  assert.deepEqual(refused(plain), ["time_zone_missing"]);
  assert.equal(accepted(plain, { timeZone: "America/Sao_Paulo" }).epochSeconds, EPOCH_SECONDS);
  assert.deepEqual(refused(Temporal.PlainDate.from("2026-12-15")), ["time_missing"]);
});

test("fractions of a second are dropped, and told", () => {
  const value = DateTime.fromMillis(MILLISECONDS + 500, { zone: "America/Sao_Paulo" });
  for (const late of [new Date(MILLISECONDS + 500), dayjs(MILLISECONDS + 500), value]) {
    const result = time(late);
    assert.equal(result.value.epochSeconds, EPOCH_SECONDS);
    assert.deepEqual(result.warnings.map((issue) => issue.code), ["time_fraction_dropped"]);
  }
});

test("an invalid date object is no time", () => {
  const invalid = [new Date(NaN), DateTime.invalid("test"), dayjs("x"), moment.invalid()];
  for (const value of invalid) assert.deepEqual(refused(value), ["time_format"]);
});

test("an hour that a stale library took for another is noticed", () => {
  // What Luxon gives on a host whose data has British Columbia still change its clocks.
  const stale = {
    isLuxonDateTime: true,
    isValid: true,
    zone: { type: "iana" },
    zoneName: "America/Vancouver",
    toISO: () => "2027-01-15T10:00:00-08:00",
  };
  const value = Object.assign(Object.create({}), stale);
  assert.deepEqual(refused(value), ["time_offset_conflict"]);
});

test("a date is no text, and no number", () => {
  const event = { to: "+5511999999999", name: INSTANTS["Luxon in a zone"], start: new Date(MILLISECONDS) };
  const result = parseEvent({ ...event, reminderMinutes: dayjs() }, NOW);
  assert.deepEqual(result.issues.map(({ path, params }) => [path[0], params.found]), [
    ["name", "date"],
    ["reminderMinutes", "date"],
  ]);
});
