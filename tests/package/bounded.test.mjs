// However much is passed in, the result is limited, and everything that matters is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { targets } from "../standins/all.mjs";
import { load } from "./support/files.mjs";
import { assertLinear } from "./support/growth.mjs";

const waevent = await load();
const { authorize, buildLines, buildRequest, createBuilder, formatIssue, parseEvent, parseReply, parseRsvp, TargetError } = waevent;
const NOW = { now: "2026-01-01T00:00:00Z" };
const GOOD = { to: "+55 11 96123-4567", name: "x", start: "2026-09-10T14:00:00-03:00", location: { name: "Room" } };
const TARGETS = [
  { gateway: "ryzeapi", instance: "sales", token: "secret", baseUrl: "https://ryzeapi.example.com" }, { gateway: "wappfy", session: "a", apiKey: "k", contract: "reference" },
  { gateway: "wawp", instanceId: "A1", credentials: "query", accessToken: "secret", values: "strings" },
  { gateway: "waha", session: "default", baseUrl: "https://waha.example.com", apiKey: "k" }, { gateway: "zapi", instanceId: "A1", token: "t", clientToken: "c" },
  ...targets,
];
const MAX_LISTED = 50;
const MANY = 100_000;

/** The record, with this many unknown fields before its own. */
const behind = (count, record) => ({ ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`unknown ${at}`, at])), ...record });

/** How many issues a list stands for, whether listed or only counted. */
function counted(list) {
  assert.ok(list.length <= MAX_LISTED + 1, `${list.length}`);
  const last = list.at(-1);
  if (last?.code !== "more_issues") return list.length;
  assert.deepEqual([list.length, last.path, Object.keys(last.params)], [MAX_LISTED + 1, [], ["count"]]);
  assert.equal(formatIssue(last, "en"), last.message);
  return MAX_LISTED + last.params.count;
}

for (const count of [0, 49, 50, 51, 99, 100, 101, 1000, MANY]) {
  test(`${count} unknown fields are counted, in each place`, () => {
    for (const [place, input, target, options] of [
      ["event", behind(count, GOOD), TARGETS[0], NOW], ["location", { ...GOOD, location: behind(count, GOOD.location) }, TARGETS[0], NOW],
      ["start", { ...GOOD, start: behind(count, { rfc3339: GOOD.start }) }, TARGETS[0], NOW], ["to", { ...GOOD, to: behind(count, { kind: "person", e164: GOOD.to }) }, TARGETS[0], NOW],
      ["target", GOOD, behind(count, TARGETS[0]), NOW], ["options", GOOD, TARGETS[0], behind(count, NOW)],
    ]) {
      const built = buildRequest(input, target, options);
      assert.equal(counted(built.warnings), count, place);
      assert.deepEqual(built.value.request, buildRequest(GOOD, TARGETS[0], NOW).value.request, place);
      assert.equal(built.value.event.location.name, "Room");
      const strict = buildRequest(input, target, { ...options, strict: true });
      assert.deepEqual([strict.ok, strict.ok ? 0 : counted(strict.issues)], [count === 0, count], place);
      const builder = createBuilder(target, options);
      assert.equal(counted(builder.warnings) + counted(builder.build(input).warnings), count, place);
    }
  });
}

test("the fields of a target are found after any number of other fields, for each gateway", () => {
  for (const target of TARGETS) {
    const [plain, full] = [createBuilder(target, NOW), createBuilder(behind(MANY, target), NOW)];
    const takesGroups = waevent.gateways.find(({ id }) => id === target.gateway).recipients.includes("group");
    const event = { ...GOOD, ...(takesGroups && { to: "120363312345678901@g.us" }), location: { name: "Room", address: "Street" } };
    assert.deepEqual(full.build(event).value.request, plain.build(event).value.request, target.gateway);
    assert.equal(counted(full.warnings), MANY);
  }
});

// For each kind of object, one that is complete and one that lacks something: the first is read, and the second is
// reported once.
for (const [what, parse, path, [said, same], [unsaid, found]] of [
  ["a time", waevent.parseTime, "start", [{ seconds: 1_789_059_600, nanoseconds: 0 }, "2026-09-10T17:00:00Z"], [{ timeZone: "UTC" }, "object"]],
  ["a time in parts", waevent.parseTime, "start", [{ year: 2026, month: 9, day: 10, hour: 17, timeZone: "UTC" }, "2026-09-10T17:00:00+00:00[UTC]"], [{ year: 2026, month: 9 }, "object"]],
  ["a recipient", waevent.parseRecipient, "to", [{ kind: "person", e164: GOOD.to }, GOOD.to], [{ kind: "person" }, "object"]],
]) {
  test(`${what} is found among more than a hundred other keys, or reported`, () => {
    const { value } = parse(same, NOW);
    for (const count of [101, 1000]) {
      const good = parse(behind(count, said), NOW);
      assert.deepEqual(good.value, value, String(count));
      assert.equal(counted(good.warnings), count);
      assert.ok(good.warnings.slice(0, MAX_LISTED).every((warning, at) => warning.code === "unknown_field" && warning.path.join(".") === `${path}.unknown ${at}`));
      const bad = parse(behind(count, unsaid), NOW);
      assert.deepEqual(bad.issues.map((issue) => [issue.code, issue.path, issue.params.found]), [["wrong_type", [path], found]], String(count));
    }
    // The longest names and values, and nested objects that must not be read.
    const long = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${"n".repeat(100_000)}${at}`, { [path]: behind(300, { deep: "v".repeat(1000) }) }]));
    const told = parse({ ...long, ...said }, NOW);
    assert.deepEqual(told.value, value);
    assert.ok(JSON.stringify(told).length < 60_000, `${JSON.stringify(told).length}`);
    assertLinear(what, 64_000, (count) => {
      const object = behind(count, said);
      return () => parse(object, NOW);
    });
  });
}

test("issues are listed however many fields are unknown", () => {
  for (const strict of [false, true]) {
    const { issues } = parseEvent({ ...behind(MANY, GOOD), name: 5, source: 5 }, { ...NOW, strict });
    assert.deepEqual(issues.filter(({ code }) => code === "wrong_type").map(({ path }) => path[0]), ["name", "source"]);
    counted(issues);
  }
});

test("lines report what build reports, also if keys repeat", async () => {
  const builder = createBuilder(TARGETS[0], NOW);
  const keys = Array.from({ length: 30_000 }, (_, at) => `"${["", "k", "0"][at % 3]}${(at * 7919) % 9001}":${at}`).join(",");
  const text = `{${keys},${JSON.stringify(GOOD).slice(1)}`;
  let answer = "";
  for await (const bytes of buildLines(text, TARGETS[0], NOW)) answer += Buffer.from(bytes).toString();
  const { warnings } = builder.build(JSON.parse(text));
  assert.equal(counted(warnings), Object.keys(JSON.parse(text)).length - Object.keys(GOOD).length);
  assert.deepEqual(JSON.parse(answer).warnings, warnings);
});

test("a million unknown fields need neither the time nor the memory of a million warnings", () => {
  const input = behind(1_000_000, GOOD);
  parseEvent(GOOD, NOW);
  const before = process.memoryUsage().arrayBuffers;
  assert.equal(counted(parseEvent(input, NOW).warnings), 1_000_000);
  // Otherwise, the module's memory would grow by at least a hundred bytes for each.
  assert.ok(process.memoryUsage().arrayBuffers - before < 8_000_000);
});

const revoked = Proxy.revocable({}, {});
revoked.revoke();
class Settings { timeZone = "America/Sao_Paulo"; }
const throwing = new Proxy({}, { ownKeys() { throw new Error("mine"); } });

for (const [found, options] of [
  ["map", new Map([["timeZone", "UTC"]])], ["set", new Set(["strict"])], ["array", [["timeZone", "UTC"]]], ["array", []], ["string", "strict"], ["string", ""], ["number", 5], ["boolean", true],
  ["function", () => NOW], ["symbol", Symbol("x")], ["bigint", 5n], ["date", new Date()], ["class instance", new Settings()], ["class instance", new (class extends Settings {})()],
  ["class instance", Promise.resolve(NOW)], ["class instance", new URLSearchParams("strict=1")], ["class instance", new Headers()], ["class instance", /x/],
  ["unreadable value", throwing], ["unreadable value", revoked.proxy],
]) {
  test(`options that are not a plain object are reported: ${found}`, () => {
    const wanted = [["wrong_type", "options", { expected: "object", found }]];
    const told = (issues) => issues.map(({ code, path, params }) => [code, ...path, params]);
    const thrown = (call) => { try { call(); } catch (error) { assert.ok(error instanceof TargetError, String(error)); return told(error.issues); } return "nothing was thrown"; };
    const [target] = TARGETS;
    // Without options, the host's clock is used.
    const start = new Date(Date.now() + 86_400_000).toISOString();
    const event = { ...GOOD, start };
    assert.deepEqual(told(waevent.parseEvent(event, options).issues), wanted);
    assert.deepEqual(told(waevent.parseTime(start, options).issues), wanted);
    assert.deepEqual(told(waevent.parseRecipient("+5511961234567", options).issues), wanted);
    assert.deepEqual(told(buildRequest(event, target, options).issues), wanted);
    assert.deepEqual(told(parseRsvp("waha", { event: "session.status", payload: {} }, options).issues), wanted);
    assert.deepEqual(thrown(() => createBuilder(target, options)), wanted);
    assert.deepEqual(thrown(() => buildLines("", target, options)), wanted);
    assert.deepEqual(thrown(() => parseReply("waha", { status: 200, body: "" }, options)), wanted);
    assert.deepEqual(thrown(() => waevent.eventSchema(options)), wanted);
  });
}

test("plain objects are accepted as options, from any realm and however they are made", async () => {
  const { runInNewContext } = await import("node:vm");
  const frozen = Object.freeze({ ...NOW, signal: undefined, onProgress: () => {} });
  for (const options of [undefined, null, {}, NOW, frozen, Object.assign(Object.create(null), NOW), runInNewContext("({ now: '2026-01-01T00:00:00Z' })"), new Proxy({ ...NOW }, {}), { get now() { return NOW.now; } }]) {
    assert.deepEqual(buildLines("", TARGETS[0], options).warnings, []);
    if (options !== frozen) assert.deepEqual(createBuilder(TARGETS[0], options).warnings, []);
  }
});

test("buildLines reports an unusable signal and onProgress together with all other faults", () => {
  const told = (options) => { try { buildLines("", TARGETS[0], options); } catch (error) { assert.ok(error instanceof TargetError, String(error)); return error.issues.map(({ code, path, params, message }) => [code, ...path, params.found, message.length > 10]); } return []; };
  const getter = { get signal() { throw new Error("mine"); }, get onProgress() { throw new Error("mine"); } };
  assert.deepEqual(told(getter), [["wrong_type", "signal", "unreadable value", true], ["wrong_type", "onProgress", "unreadable value", true]]);
  assert.deepEqual(told({ signal: 5, onProgress: "x" }), [["wrong_type", "signal", "number", true], ["wrong_type", "onProgress", "string", true]]);
  assert.deepEqual(told({ signal: new AbortController(), onProgress: {} }), [["wrong_type", "signal", "object", true], ["wrong_type", "onProgress", "object", true]]);
  assert.deepEqual(told({ signal: revoked.proxy, strict: 5 }), [["wrong_type", "strict", "number", true], ["wrong_type", "signal", "object", true]]);
  assert.deepEqual(told({ get timeZone() { throw new Error("mine"); } }), [["wrong_type", "timeZone", "unreadable value", true]]);
  assert.deepEqual(told({ signal: null, onProgress: null }), []);
  assert.deepEqual(told({ signal: new AbortController().signal }), []);
  assert.throws(() => buildLines("", TARGETS[0], { signal: 5, language: "es" }), /^TargetError: .*signal/);
  assert.throws(() => buildLines("", TARGETS[0], { signal: 5, language: "tlh" }), (error) => error.issues.every(({ message }) => typeof message === "string"));
});

test("an object that occurs many times over is not read each time", () => {
  // 200 fields, each with the same 200, and so on: a billion values in a few kilobytes, as YAML aliases create them.
  const times = (below, depth) => (depth === 0 ? below : times(Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`field ${at}`, below])), depth - 1));
  assert.deepEqual(parseRsvp("waha", times({ a: 1 }, 4)).issues.map(({ code, path }) => [code, ...path]), [["wrong_type", "webhook"]]);
  assert.throws(() => authorize(times({ a: 1 }, 4), {}), TargetError);
  const { issues } = parseEvent({ ...GOOD, name: 5, location: times({ a: 1 }, 4), more: times({ a: 1 }, 4) }, NOW);
  assert.deepEqual(issues.map(({ code, path }) => [code, ...path]), [["wrong_type", "name"]]);
  // A webhook with as many values as a large one is still read completely.
  const event = { me: { id: "5511888888888@c.us" }, event: "event.response", payload: { eventCreationKey: {}, junk: Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`${at}`, [at, at, at]])) } };
  const told = (webhook) => JSON.stringify(parseRsvp("waha", webhook).issues ?? null);
  assert.equal(told(event), told({ ...event, payload: { eventCreationKey: {} } }));
});

test("drafts full of braces or placeholders are refused in linear time", () => {
  const draft = { method: "POST", url: "https://a.example/a", headers: { token: "{token}" }, body: "{}", missingSecrets: ["token"] };
  const refused = (changes, secrets = { token: "t" }) => { try { return authorize({ ...draft, ...changes }, secrets); } catch (error) { return error.issues.map(({ code, path, params }) => [code, path[0]?.length, params?.reason ?? path[1]]); } };
  const names = Array.from({ length: 99 }, (_, at) => "{".repeat(60_000) + at);
  assert.deepEqual(refused({ url: `https://a.example/${"{".repeat(1_000_000)}`, missingSecrets: [...names, "token"] }).slice(0, 2), [["field_unsupported", 65, "no_slot"], ["field_unsupported", 65, "no_slot"]]);
  // A name that contains a brace cannot have a placeholder anywhere.
  assert.deepEqual(refused({ headers: { token: "{token}", b: "{a}}", c: "{{a}" }, missingSecrets: ["token", "a}", "{a"] }), [["field_unsupported", 2, "no_slot"], ["field_unsupported", 2, "no_slot"]]);
  const headers = Object.fromEntries(Array.from({ length: 9999 }, (_, at) => [`h${at}`, "{token}"]));
  assert.deepEqual(refused({ headers }), [["field_unsupported", 5, "several_slots"]]);
  assert.deepEqual(refused({ headers: {}, url: `https://a.example/?${"k={token}&".repeat(20_000)}` }), [["repeated_field", 3, "k"], ["field_unsupported", 5, "several_slots"]]);
});

test("a lone surrogate in a draft, a target or an option is reported as such", () => {
  const half = "a\ud800";
  const told = (call) => { try { return call(); } catch (error) { return error.issues.map(({ code, path, params, message }) => [code, path.join("."), params?.index, /half/.test(message)]); } };
  const draft = { method: "POST", url: "https://a.example/a", headers: { token: "{token}" }, body: "{}", missingSecrets: ["token"] };
  for (const field of ["url", "body"]) assert.deepEqual(told(() => authorize({ ...draft, [field]: half }, {})), [["lone_surrogate", field, 1, true]]);
  assert.deepEqual(told(() => authorize({ ...draft, headers: { token: half } }, {})), [["lone_surrogate", "headers.token", 1, true]]);
  assert.deepEqual(told(() => authorize({ ...draft, missingSecrets: [half] }, {})), [["lone_surrogate", "missingSecrets", 1, true]]);
  for (const field of ["session", "baseUrl"]) assert.deepEqual(told(() => createBuilder({ ...TARGETS[3], [field]: half })), [["lone_surrogate", field, 1, true]]);
  assert.deepEqual(told(() => createBuilder({ ...TARGETS[3], gateway: half })), [["lone_surrogate", "gateway", 1, true]]);
  for (const field of ["timeZone", "country"]) assert.deepEqual(told(() => createBuilder(TARGETS[3], { [field]: half })), [["lone_surrogate", field, 1, true]]);
});
