// Hosts whose time zone data is out of date: one warning a call, and the request is right all the same.
import assert from "node:assert/strict";
import test from "node:test";
import { answer } from "./support/child.mjs";

const EVENT = {
  to: "+5511999999999",
  name: "Team meeting",
  start: "2027-01-15T10:00",
  end: "2027-01-15T11:00",
  timeZone: "America/Vancouver",
  source: "crm",
};
// British Columbia stays at -07:00 since 2026: 17:00Z.
const EPOCH_SECONDS = Date.UTC(2027, 0, 15, 17) / 1000;
const OPTIONS = { now: "2026-11-22T00:00:00Z" };
const WAWP = { gateway: "wawp", instanceId: "A1B2" };

/** Runs `code` on a host that says `offset` for every zone, and counts its formatters. */
const onHost = (offset, code) => answer(`
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
  const { buildCall, buildRequest, createBuilder, parseEvent, parseTime } = await import("waevent");
  const [event, options, target] = ${JSON.stringify([EVENT, OPTIONS, WAWP])};
  const codes = (result) => (result.issues ?? result.warnings).map(({ code, path }) => [code, ...path]);
  console.log(JSON.stringify(await (async () => { ${code} })()));
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

test("the request does not follow the host", async () => {
  const body = await onHost("GMT-08:00", "return buildRequest(event, target, options).value.request.body;");
  assert.equal(JSON.parse(body)["event.startTime"], EPOCH_SECONDS);
});

test("a host that agrees is not mentioned, in either half of the world and at UTC", async () => {
  const told = await onHost("GMT-07:00", "return codes(parseEvent(event, options));");
  assert.deepEqual(told, []);
  const east = await onHost("GMT+05:45", `return codes(parseTime(event.start, { ...options, timeZone: "Asia/Kathmandu" }));`);
  assert.deepEqual(east, []);
  const utc = await onHost("GMT", `return codes(parseTime(event.start, { ...options, timeZone: "Etc/UTC" }));`);
  assert.deepEqual(utc, []);
});

test("a host that does not know the zone, or has no zones at all, is not mentioned", async () => {
  const zone = `{ ...options, timeZone: "Antarctica/Troll" }`;
  assert.deepEqual(await onHost("GMT", `return codes(parseTime(event.start, ${zone}));`), []);
  assert.deepEqual(await onHost("GMT", "delete globalThis.Intl; return codes(parseEvent(event, options));"), []);
});

test("times that name no zone do not ask the host", async () => {
  const asked = await onHost("GMT-08:00", `
    const { timeZone, ...rest } = event;
    const instant = { ...rest, start: "2027-01-15T10:00:00-08:00", end: null };
    return [codes(parseEvent(instant, options)), codes(createBuilder({ gateway: "ryzeapi", instance: "a" }, options).build(instant)), made];
  `);
  assert.deepEqual(asked, [[], [], 0]);
});

test("one formatter serves a zone", async () => {
  const made1000 = await onHost("GMT-08:00", `
    const builder = createBuilder(target, options);
    for (let day = 0; day < 1000; day += 1) builder.build({ ...event, start: new Date(Date.UTC(2027, 0, day, 10)).toISOString().slice(0, 16), end: null });
    return made;
  `);
  assert.equal(made1000, 1);
});

test("under strict it stands in the way, in the language and with the zone", async () => {
  const result = await onHost("GMT-08:00", "return buildRequest({ ...event, source: null }, target, { ...options, strict: true });");
  assert.equal(result.ok, false);
  assert.deepEqual(result.issues.map(({ code, params }) => [code, params]), [
    ["host_time_zone_stale", { timeZone: "America/Vancouver" }],
  ]);
  assert.match(result.issues[0].message, /America\/Vancouver/);
  assert.equal("value" in result, false);
});
