// Runs tests/cases on the installed tarball. The expected results were written from the gateways' documentation and the
// RFCs.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { targets } from "../standins/all.mjs";
import { consumer, folders, issueCodes, list, load, read } from "./support/files.mjs";
import { knownOf, run } from "./support/run.mjs";
import { bodyFaults, used } from "./support/schemas.mjs";

const waevent = await load();
const { schemas } = await import(pathToFileURL(join(consumer(), "node_modules/waevent/schemas.js")));
const context = { event: (name) => read(`events/${name}`), body: bodyFaults };
const counts = {};

/** Every row of a file. A failure lists everything that is wrong, not only the first fault. */
function file(kind, name) {
  test(name, () => {
    const rows = run[kind](waevent, read(name), context);
    assert.ok(rows.length > 0, `${name} has no rows`);
    counts[kind] = (counts[kind] ?? 0) + rows.length;
    const failed = rows.filter((row) => row.faults.length > 0);
    const report = failed.map((row) => `  ${row.why}\n${row.faults.map((fault) => `    ${fault}`).join("\n")}`).join("\n");
    assert.equal(failed.length, 0, `${failed.length} of ${rows.length} rows of ${name}:\n${report}`);
  });
}

for (const name of list("events")) file("events", `events/${name}`);
for (const kind of ["requests", "calls"]) for (const each of folders(kind)) for (const name of list(kind, each)) file(kind, `${kind}/${each}/${name}`);
for (const name of list("changes")) file("changes", `changes/${name}`);
for (const name of list("rules")) file("rules", `rules/${name}`);
for (const name of list("times")) file("times", `times/${name}`);
for (const name of list("recipients")) file("recipients", `recipients/${name}`);
for (const name of list("replies")) file("replies", `replies/${name}`);
for (const name of list("rsvps").filter((each) => knownOf(waevent, read(`rsvps/${each}`)).length > 0)) file("rsvps", `rsvps/${name}`);
for (const name of ["targets", "libraries", "options", "fingerprints", "overlaps", "deliveries", "tallies", "same-messages", "same-recipients", "authorize"]) file(name, name);

test("every gateway has a case for every event, under the same name", () => {
  const ids = waevent.gateways.map((gateway) => gateway.id).sort();
  assert.ok(ids.length >= 3);
  assert.deepEqual(folders("requests"), ids);
  for (const id of ids) {
    const missing = list("events").filter((name) => !list("requests", id).includes(name) || read(`requests/${id}/${name}`).event !== name);
    assert.deepEqual(missing, [], `cases that ${id} lacks`);
  }
});

test("every library has a case for every event, under the same name", () => {
  const ids = waevent.libraries.map((library) => library.id).sort();
  assert.deepEqual(folders("calls"), ids);
  for (const id of ids) {
    const missing = list("events").filter((name) => !list("calls", id).includes(name) || read(`calls/${id}/${name}`).event !== name);
    assert.deepEqual(missing, [], `cases that ${id} lacks`);
  }
});

test("the cases contain only codes that the types list", () => {
  const known = issueCodes();
  assert.ok(known.size > 50);
  const named = new Set();
  const collect = (value) => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && typeof value === "object") {
      if (typeof value.code === "string" && Array.isArray(value.path)) named.add(value.code);
      Object.values(value).forEach(collect);
    }
  };
  for (const name of list("rules")) collect(read(`rules/${name}`));
  for (const name of list()) collect(read(name));
  for (const kind of ["requests", "calls"]) for (const each of folders(kind)) for (const name of list(kind, each)) collect(read(`${kind}/${each}/${name}`));
  assert.deepEqual([...named].filter((code) => !known.has(code)), []);
});

const INPUT = { to: "+5511999999999", name: "Team meeting", start: "2037-09-10T14:00:00-03:00" };
const TARGET = { gateway: "ryzeapi", instance: "a" };
const told = (answer) => answer.issues.map(({ code, path, params }) => ({ code, path, params }));

for (const [found, value] of [["string", "text"], ["number", 5], ["boolean", true], ["array", []]]) {
  test(`an argument of the wrong type is reported: ${found}`, () => {
    const wrong = (name) => [{ code: "wrong_type", path: [name], params: { expected: "object", found } }];
    assert.deepEqual(told(waevent.parseEvent(value)), wrong("input"));
    assert.deepEqual(told(waevent.buildRequest(value, TARGET)), wrong("input"));
    assert.deepEqual(told(waevent.buildRequest(INPUT, value)), wrong("target"));
    assert.deepEqual(told(waevent.parseEvent(INPUT, value)), wrong("options"));
    assert.deepEqual(told(waevent.buildRequest(value, value, value)), [...wrong("input"), ...wrong("target"), ...wrong("options")]);
    assert.throws(() => waevent.createBuilder(value), waevent.TargetError);
    assert.throws(() => waevent.createBuilder(TARGET, value), waevent.TargetError);
  });
}

// Values that JSON cannot express.
const high = "\ud83d";
const valueRows = [
  ["name", `a${high}b`, "lone_surrogate", { index: 1 }], ["name", "ab\udc00", "lone_surrogate", { index: 2 }], ["name", "\udc00\ud83d", "lone_surrogate", { index: 0 }],
  ["name", `😀${high}`, "lone_surrogate", { index: 2 }], ["description", `a${high}`, "lone_surrogate", { index: 1 }], ["source", `a${high}`, "lone_surrogate", { index: 1 }],
  ["name", NaN, "wrong_type", { expected: "string", found: "NaN" }], ["name", 15n, "wrong_type", { expected: "string", found: "bigint" }],
  ["name", () => "x", "wrong_type", { expected: "string", found: "function" }], ["name", Symbol("x"), "wrong_type", { expected: "string", found: "symbol" }],
  ["name", new Date(0), "wrong_type", { expected: "string", found: "date" }], ["name", new Map(), "wrong_type", { expected: "string", found: "map" }],
  ["name", undefined, "required"], ["reminderMinutes", NaN, "wrong_type", { expected: "number", found: "NaN" }], ["reminderMinutes", 15n, "wrong_type", { expected: "number", found: "bigint" }],
  ["delaySeconds", NaN, "wrong_type", { expected: "number", found: "NaN" }], ["durationMinutes", NaN, "wrong_type", { expected: "number", found: "NaN" }],
  ["start", new Date(NaN), "time_format"], ["end", new Date(NaN), "time_format"], ["start", new Map(), "wrong_type", { found: "map" }], ["start", () => 1, "wrong_type", { found: "function" }],
];

test("values that JSON cannot express give the expected issues", () => {
  for (const [field, value, code, params = {}] of valueRows) {
    const answer = waevent.parseEvent({ ...INPUT, [field]: value });
    const why = `${field}: ${typeof value} ${String(value)}`;
    assert.deepEqual(told(answer).map((issue) => [issue.code, ...issue.path]), [[code, field]], why);
    for (const name of Object.keys(params)) assert.equal(answer.issues[0].params[name], params[name], why);
  }
  for (const part of ["name", "address"]) {
    const [issue, ...others] = told(waevent.parseEvent({ ...INPUT, location: { [part]: `a${high}` } }));
    assert.deepEqual([issue.code, ...issue.path, others.length], ["lone_surrogate", "location", part, 0]);
  }
});

test("a Date and a bigint are accepted as times", () => {
  const time = (seconds, rfc3339) => ({ epochSeconds: seconds, epochMilliseconds: seconds * 1000, rfc3339 });
  const rows = [
    [new Date("2037-01-02T03:04:05Z"), time(2114478245, "2037-01-02T03:04:05Z")],
    [new Date("2037-01-02T03:04:05.999Z"), time(2114478245, "2037-01-02T03:04:05Z"), "time_fraction_dropped"],
    [2114478245n, time(2114478245, "2037-01-02T03:04:05Z"), "time_unit_guessed"],
    [2114478245000n, time(2114478245, "2037-01-02T03:04:05Z"), "time_unit_guessed"],
  ];
  for (const [value, expected, ...warnings] of rows) {
    const answer = waevent.parseTime(value);
    assert.deepEqual(answer.value, expected, String(value));
    assert.deepEqual(answer.warnings.map((issue) => issue.code), warnings, String(value));
  }
});

test("text in an event that looks like a placeholder is not filled in", () => {
  const text = "{accessToken} {token} {apiKey} {clientToken}";
  const withoutSecrets = ({ token, apiKey, accessToken, clientToken, ...target }) => target;
  for (const target of [{ gateway: "wawp", instanceId: "a" }, { gateway: "wawp", instanceId: "a", credentials: "query" },
    { gateway: "wawp", instanceId: "a", credentials: "header" }, { gateway: "wappfy", session: "a" }, TARGET,
    { gateway: "waha", session: "a", baseUrl: "https://w.example" }, { gateway: "zapi", instanceId: "a" }, ...targets.map(withoutSecrets)]) {
    const to = target.gateway === "zapi" ? "120363019502650977@g.us" : INPUT.to;
    const draft = waevent.buildRequest({ ...INPUT, to, name: text, description: text, location: text }, target).value.request;
    const body = JSON.parse(draft.body);
    const done = waevent.authorize(draft, { accessToken: "s1", token: "s2", apiKey: "s3", clientToken: "s4" });
    const expected = "access_token" in body ? { ...body, access_token: "s1" } : body;
    assert.equal(done.body, JSON.stringify(expected));
    assert.deepEqual(done.missingSecrets, []);
  }
});

test("every schema and every kind of case was used", () => {
  assert.equal(used(), new Set(Object.values(schemas).map((schema) => JSON.stringify(schema))).size, "a schema that no body was checked against");
  assert.deepEqual(Object.keys(counts).sort(), Object.keys(run).sort(), "a kind of case that did not run");
  console.log(`rows: ${JSON.stringify(counts)}`);
});
