// Date objects of common libraries, and of other realms, as times.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import vm from "node:vm";
import { CalendarDate, CalendarDateTime, parseAbsolute, parseZonedDateTime, Time as TimeOfDay, toCalendar, BuddhistCalendar } from "@internationalized/date";
import dayjs from "dayjs";
import dayjsTimezone from "dayjs/plugin/timezone.js";
import dayjsUtc from "dayjs/plugin/utc.js";
import dayjs1108 from "dayjs-1-10-8";
import dayjs1112 from "dayjs-1-11-2";
import dayjs1119 from "dayjs-1-11-9";
import { DateTime } from "luxon";
import moment from "moment";
import { Temporal } from "temporal-polyfill";

const require = createRequire(join(process.env.WAEVENT_CONSUMER, "index.js"));
const { buildRequest, eventSchema, parseEvent, parseTime } = require("waevent");

dayjs.extend(dayjsUtc);
dayjs.extend(dayjsTimezone);

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
  "dayjs 1.10.8": dayjs1108(MILLISECONDS),
  "dayjs 1.11.2": dayjs1112(MILLISECONDS),
  "dayjs 1.11.9": dayjs1119(MILLISECONDS),
  "dayjs in UTC": dayjs.utc(MILLISECONDS),
  "dayjs in a zone": dayjs.tz(MILLISECONDS, "Asia/Tokyo"),
  "ZonedDateTime of @internationalized/date": parseZonedDateTime("2026-12-15T10:00[America/Sao_Paulo]"),
  "ZonedDateTime of @internationalized/date in UTC": parseAbsolute("2026-12-15T13:00:00Z", "UTC"),
  "ZonedDateTime of @internationalized/date in another calendar": toCalendar(parseZonedDateTime("2026-12-15T10:00[America/Sao_Paulo]"), new BuddhistCalendar()),
  "moment": moment(MILLISECONDS),
};

for (const [name, value] of Object.entries(INSTANTS)) {
  test(`${name} is read as its instant`, () => {
    assert.equal(accepted(value).epochSeconds, EPOCH_SECONDS);
  });
}

test("an instant without a zone is written in UTC, and one with a zone in that zone", () => {
  assert.equal(accepted(INSTANTS["a Date"]).rfc3339, "2026-12-15T13:00:00Z");
  for (const name of ["Temporal.ZonedDateTime", "Luxon in a zone", "ZonedDateTime of @internationalized/date"]) {
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

test("a plain date and time of @internationalized/date needs a zone", () => {
  const local = new CalendarDateTime(2026, 12, 15, 10);
  for (const plain of [local, toCalendar(local, new BuddhistCalendar()), JSON.parse(JSON.stringify(local))]) {
    assert.deepEqual(refused(plain), ["time_zone_missing"]);
    assert.equal(accepted(plain, { timeZone: "America/Sao_Paulo" }).epochSeconds, EPOCH_SECONDS);
  }
  const day = new CalendarDate(2026, 12, 15);
  for (const date of [day, toCalendar(day, new BuddhistCalendar()), JSON.parse(JSON.stringify(day))]) assert.deepEqual(refused(date), ["time_missing"]);
  const zoned = INSTANTS["ZonedDateTime of @internationalized/date"];
  assert.equal(accepted(JSON.parse(JSON.stringify(zoned))).epochSeconds, EPOCH_SECONDS);
  for (const alone of [new TimeOfDay(10, 0), Temporal.PlainTime.from("10:00")]) {
    assert.deepEqual(time(alone).issues.map(({ code, params }) => [code, params.hint]), [["time_format", "time_only"]]);
  }
});

test("a Firestore Timestamp is read as its instant, as an instance and as JSON", () => {
  class Page {
    constructor(seconds, nanoseconds) {
      Object.assign(this, { seconds, nanoseconds });
    }
    toJSON() {
      return { seconds: this.seconds, nanoseconds: this.nanoseconds, type: "firestore/timestamp/1.0" };
    }
  }
  class Server {
    constructor(seconds, nanoseconds) {
      Object.assign(this, { _seconds: seconds, _nanoseconds: nanoseconds });
    }
  }
  for (const stamp of [new Page(EPOCH_SECONDS, 0), new Server(EPOCH_SECONDS, 0)]) {
    assert.equal(accepted(stamp).epochSeconds, EPOCH_SECONDS);
    assert.equal(accepted(JSON.parse(JSON.stringify(stamp))).epochSeconds, EPOCH_SECONDS);
  }
});

test("a parsed event can be parsed and built again, directly and through JSON", () => {
  const target = { gateway: "ryzeapi", instance: "sales" };
  const input = {
    to: "+55 51 8020-1045", name: "Interview", start: "2026-12-15T10:00", end: INSTANTS["Luxon in a zone"].plus({ hours: 1 }),
    timeZone: "America/Sao_Paulo", reminderMinutes: 15, location: { name: "Room A", latitude: -23.5505, longitude: -46.6333 },
  };
  const first = buildRequest(input, target, NOW).value;
  const { event } = first;
  assert.equal(event.to.jid, "555180201045@s.whatsapp.net");
  assert.equal(event.start.timeZone, "America/Sao_Paulo");
  const schema = eventSchema({ ...NOW, target })["~standard"];
  for (const again of [event, JSON.parse(JSON.stringify(event)), parseEvent(event, NOW).value, schema.validate(event).value]) {
    const second = buildRequest(again, target, NOW).value;
    assert.deepEqual(second.event, event);
    assert.equal(second.request.body, first.request.body);
    assert.equal(second.fingerprint, first.fingerprint);
  }
});

test("fractions of a second are dropped, and reported", () => {
  const value = DateTime.fromMillis(MILLISECONDS + 500, { zone: "America/Sao_Paulo" });
  for (const late of [new Date(MILLISECONDS + 500), dayjs(MILLISECONDS + 500), value]) {
    const result = time(late);
    assert.equal(result.value.epochSeconds, EPOCH_SECONDS);
    assert.deepEqual(result.warnings.map((issue) => issue.code), ["time_fraction_dropped"]);
  }
});

test("an invalid date object is refused", () => {
  const invalid = [new Date(NaN), DateTime.invalid("test"), dayjs("x"), dayjs1108("x"), dayjs1119("x"), moment.invalid()];
  for (const value of invalid) assert.deepEqual(refused(value), ["time_format"]);
});

test("a wrong offset from a library with stale zone data is noticed", () => {
  // What Luxon returns on a host whose data still has clock changes in British Columbia.
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

test("a date is refused where a text or a number is expected", () => {
  const event = { to: "+5511999999999", name: INSTANTS["Luxon in a zone"], start: new Date(MILLISECONDS) };
  const result = parseEvent({ ...event, reminderMinutes: dayjs() }, NOW);
  assert.deepEqual(result.issues.map(({ path, params }) => [path[0], params.found]), [
    ["name", "date"],
    ["reminderMinutes", "date"],
  ]);
});
