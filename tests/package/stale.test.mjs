// Hosts with outdated time zone data: one warning per call, and the request is still right.
import assert from "node:assert/strict";
import test from "node:test";
import { Temporal } from "temporal-polyfill";
import { answer } from "./support/child.mjs";

const EVENT = {
  to: "+5511999999999",
  name: "Team meeting",
  start: "2027-01-15T10:00",
  end: "2027-01-15T11:00",
  timeZone: "America/Vancouver",
  source: "crm",
};
// British Columbia stays at -07:00 from 2026 on: 17:00Z.
const EPOCH_SECONDS = Date.UTC(2027, 0, 15, 17) / 1000;
const OPTIONS = { now: "2026-11-22T00:00:00Z" };
const WAWP = { gateway: "wawp", instanceId: "A1B2" };

/** Runs `code` on the real host. */
const onThisHost = (code, host = "let made = 0;") => answer(`
  ${host}
  const { buildCall, buildRequest, createBuilder, parseEvent, parseTime } = await import("waevent");
  const [event, options, target] = ${JSON.stringify([EVENT, OPTIONS, WAWP])};
  const codes = (result) => (result.issues ?? result.warnings).map(({ code, path }) => [code, ...path]);
  console.log(JSON.stringify(await (async () => { ${code} })()));
`);

/** Runs `code` on a host that reports `offset` for every zone, and counts its formatters. */
const onHost = (offset, code) => onThisHost(code, `
  let made = 0;
  globalThis.Intl = {
    DateTimeFormat: class {
      constructor(locale, { timeZone }) {
        made += 1;
        if (timeZone.toLowerCase() === "antarctica/troll") throw new RangeError("unknown to this host");
      }
      formatToParts() { return [{ type: "timeZoneName", value: ${JSON.stringify(offset)} }]; }
    },
  };
`);

const STALE = ["host_time_zone_stale", "start"];

test("every function that reads a local time warns once", async () => {
  const told = await onHost("GMT-08:00", `
    const builder = createBuilder(target, options);
    return [
      codes(parseTime(event.start, { ...options, timeZone: event.timeZone })),
      codes(parseEvent(event, options)),
      codes(buildRequest(event, target, options)),
      codes(builder.build(event)),
      codes(builder.build(event)),
      codes(buildCall(event, { library: "baileys" }, options)),
    ];
  `);
  const dropped = ["field_unsupported", "source"];
  assert.deepEqual(told, [[STALE], [STALE], ...Array(4).fill([STALE, dropped])]);
});

test("the warning is in the order of its field, and counted if there are too many", async () => {
  const told = await onHost("GMT-08:00", `
    const odd = { ...event, name: "A&amp;B", description: "A&amp;B" };
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => ["unknown " + at, at]));
    const listed = (result) => [result.warnings.length, result.warnings[0].code, result.warnings.at(-1).params];
    return [
      codes(parseEvent(odd, options)),
      codes(buildRequest(odd, target, options)),
      codes(createBuilder(target, options).build(odd)),
      listed(parseEvent({ ...event, ...many }, options)),
      listed(createBuilder(target, options).build({ ...event, ...many })),
    ];
  `);
  const fields = told.slice(0, 3).map((codes) => codes.map(([, field]) => field));
  const ofEvent = ["name", "start", "description"];
  assert.deepEqual(fields, [ofEvent, [...ofEvent, "source"], [...ofEvent, "source"]]);
  assert.deepEqual(told[3], [51, "host_time_zone_stale", { count: 11 }]);
  assert.deepEqual(told[4], [51, "host_time_zone_stale", { count: 12 }]);
});

test("the request does not depend on the host's zone data", async () => {
  const body = await onHost("GMT-08:00", "return buildRequest(event, target, options).value.request.body;");
  assert.equal(JSON.parse(body)["event.startTime"], EPOCH_SECONDS);
});

test("a host with the same offset causes no warning, in both hemispheres and in UTC", async () => {
  const told = await onHost("GMT-07:00", "return codes(parseEvent(event, options));");
  assert.deepEqual(told, []);
  const east = await onHost("GMT+05:45", `return codes(parseTime(event.start, { ...options, timeZone: "Asia/Kathmandu" }));`);
  assert.deepEqual(east, []);
  const utc = await onHost("GMT", `return codes(parseTime(event.start, { ...options, timeZone: "Etc/UTC" }));`);
  assert.deepEqual(utc, []);
});

/** The entry points' warnings for events that start at an instant, given in each possible way. */
const WARNINGS = `
  const past = { ...options, allowPast: true };
  const builder = createBuilder(target, past);
  return starts.map(({ epochSeconds, timeZone }) => {
    const at = { ...event, start: epochSeconds, end: null, timeZone, source: null };
    const told = [
      parseTime({ epochSeconds, timeZone }, past), parseEvent(at, { ...past, epochUnit: "seconds" }), buildRequest(at, target, past),
      builder.build(at), buildCall(at, { library: "baileys" }, past),
    ];
    return told.map((result) => codes(result).filter(([code]) => code === "host_time_zone_stale").length);
  });
`;
const HOUR = 3600;
/** The first second for which the module knows zones; earlier times are shown in UTC. */
const FIRST = Date.UTC(2020, 0, 1) / 1000;

test("there is no warning before 2020, for which the module knows no zones", async () => {
  const starts = [FIRST - 1, FIRST].map((epochSeconds) => ({ epochSeconds, timeZone: "America/Vancouver" }));
  const told = await onHost("GMT-07:00", `const starts = ${JSON.stringify(starts)}; ${WARNINGS}`);
  assert.deepEqual(told, [[0, 0, 0, 0, 0], [1, 1, 1, 1, 1]]);
});

test("the real host causes a warning only if Temporal shows another offset", async () => {
  const starts = ["America/Vancouver", "Asia/Tokyo", "Pacific/Apia", "Europe/London", "UTC"].flatMap((timeZone) =>
    [-10 * 365 * 24 * HOUR, -24 * HOUR, -HOUR, -1, 0, HOUR, 24 * HOUR].map((later) => ({ epochSeconds: FIRST + later, timeZone })));
  const told = await onThisHost(`
    const starts = ${JSON.stringify(starts)};
    const warned = (() => { ${WARNINGS} })();
    const shown = starts.map((start) => parseTime(start, { ...options, allowPast: true }).value.rfc3339);
    return { warned, shown };
  `);
  for (const [at, { epochSeconds, timeZone }] of starts.entries()) {
    const { offset } = Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000).toZonedDateTimeISO(timeZone);
    const isOther = epochSeconds >= FIRST && told.shown[at].slice(-6) !== offset;
    assert.deepEqual(told.warned[at], Array(5).fill(Number(isOther)), `${told.shown[at]} in ${timeZone}, ${offset}`);
  }
});

test("a host that does not know the zone, or has no zones, causes no warning", async () => {
  const zone = `{ ...options, timeZone: "Antarctica/Troll" }`;
  assert.deepEqual(await onHost("GMT", `return codes(parseTime(event.start, ${zone}));`), []);
  assert.deepEqual(await onHost("GMT", "delete globalThis.Intl; return codes(parseEvent(event, options));"), []);
});

test("times without a zone do not use the host's data", async () => {
  const asked = await onHost("GMT-08:00", `
    const { timeZone, ...rest } = event;
    const instant = { ...rest, start: "2027-01-15T10:00:00-08:00", end: null };
    return [codes(parseEvent(instant, options)), codes(createBuilder({ gateway: "ryzeapi", instance: "a" }, options).build(instant)), made];
  `);
  assert.deepEqual(asked, [[], [], 0]);
});

test("each zone uses one formatter", async () => {
  const made1000 = await onHost("GMT-08:00", `
    const builder = createBuilder(target, options);
    for (let day = 0; day < 1000; day += 1) builder.build({ ...event, start: new Date(Date.UTC(2027, 0, day, 10)).toISOString().slice(0, 16), end: null });
    return made;
  `);
  assert.equal(made1000, 1);
});

test("with strict the warning becomes an issue, in the language and with the zone", async () => {
  const result = await onHost("GMT-08:00", "return buildRequest({ ...event, source: null }, target, { ...options, strict: true });");
  assert.equal(result.ok, false);
  assert.deepEqual(result.issues.map(({ code, params }) => [code, params]), [
    ["host_time_zone_stale", { timeZone: "America/Vancouver" }],
  ]);
  assert.match(result.issues[0].message, /America\/Vancouver/);
  assert.equal("value" in result, false);
});
