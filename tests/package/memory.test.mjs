// WebAssembly memory never shrinks. Texts far beyond every limit are therefore not passed on, and an instance that grew
// is replaced.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer } from "./support/child.mjs";

const MIB = 2 ** 20;

/** Counts the instances, and returns the memory of the current one in bytes. */
const HEAD = `
  let instance;
  let instances = 0;
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) { instances += 1; return (instance = new Instance(...given)); };
  const bytes = () => instance.exports.memory.buffer.byteLength;
  const entryPoint = await import("waevent");
  const { EVENT, TARGETS } = await import(${JSON.stringify(new URL("./support/sample.mjs", import.meta.url).href)});
  const options = { now: "2030-01-01T00:00:00Z" };
  const codes = (result) => (result.issues ?? []).map(({ code, path, params }) => [path.join("."), code, params?.length]);
  /** Sixty million characters, in pieces that are each short enough to be passed on. */
  const HEAVY = Object.fromEntries(Array.from({ length: 10 }, (_, at) => ["field" + at, Array(100).fill("x".repeat(60_000))]));
  const heavy = () => entryPoint.parseEvent({ ...EVENT, ...HEAVY }, options);
`;

test("a builder gives the same results after the memory grew between two events", async () => {
  const { answers, instances, grown } = await answer(`${HEAD}
    const builder = entryPoint.createBuilder(TARGETS[0], options);
    const answers = [JSON.stringify(builder.build(EVENT))];
    const before = bytes();
    // The memory grows through another call and through the builder itself, but not so far that the instance is
    // replaced.
    for (const units of [1000, 60_000, 200_000, 1_000_000]) {
      entryPoint.parseEvent({ ...EVENT, name: "é".repeat(units) }, options);
      answers.push(JSON.stringify(builder.build(EVENT)));
      if (builder.build({ ...EVENT, description: "é".repeat(units) }).ok === units > 2048) throw new Error("wrong verdict");
      answers.push(JSON.stringify(builder.build(EVENT)));
    }
    console.log(JSON.stringify({ answers: [...new Set(answers)].length, instances, grown: bytes() > before }));
  `);
  assert.deepEqual({ answers, instances, grown }, { answers: 1, instances: 1, grown: true });
});

test("texts of 50 MB are refused by their length, and take no memory", async () => {
  const { told, replies, grown } = await answer(`${HEAD}
    const before = bytes();
    const long = "é".repeat(50_000_000);
    const draft = entryPoint.buildRequest(EVENT, TARGETS[0], options).value.request;
    const thrown = (call) => { try { return call(); } catch (error) { return error; } };
    const told = [
      ...["name", "description", "source", "location", "to", "start", "end", "joinLink", "replyTo", "timeZone", "durationMinutes", "canceled"].map((field) => codes(entryPoint.parseEvent({ ...EVENT, durationMinutes: undefined, [field]: long }, options))),
      codes(entryPoint.parseEvent({ ...EVENT, location: { address: long, latitude: long, longitude: 0 } }, options)),
      codes(entryPoint.parseRecipient(long)), codes(entryPoint.parseTime(long)), codes(entryPoint.parseTime("9".repeat(50_000_000))), codes(entryPoint.parseTime(BigInt("9".repeat(100_000)))),
      codes(entryPoint.createBuilder(TARGETS[0], options).build({ ...EVENT, name: long })),
      ...["instance", "token", "baseUrl", "gateway"].map((field) => codes(entryPoint.buildRequest(EVENT, { ...TARGETS[0], [field]: long }, options))),
      ...["country", "timeZone", "now", "language", "epochUnit"].map((field) => codes(entryPoint.parseEvent(EVENT, { ...options, [field]: long }))),
      ...["url", "body"].map((field) => codes(thrown(() => entryPoint.authorize({ ...draft, [field]: long }, { token: "t" })))),
      codes(thrown(() => entryPoint.authorize(draft, { token: long }))),
      codes(entryPoint.parseRsvp("waha", long)), [entryPoint.sameMessage(long, long)], [thrown(() => entryPoint.formatIssue({ code: long, path: [long] }, "es")).name],
      entryPoint.parseEvent({ ...EVENT, [long]: long }, options).warnings.filter(({ code }) => code === "unknown_field").map(({ path }) => path[0].length),
    ];
    const replies = [200, 429].map((status) => entryPoint.parseReply("waha", { status, body: JSON.stringify({ id: "3EB0C767D82A", text: long }) })).map(({ outcome }) => outcome);
    console.log(JSON.stringify({ told, replies, grown: bytes() - before }));
  `);
  const length = 50_000_000;
  assert.deepEqual(told, [
    ...["name", "description", "source", "location", "to"].map((field) => [[field, "too_long", length]]),
    [["start", "time_format", null]], [["end", "time_format", null]], [["joinLink", "url_format", null]], [["replyTo", "reply_id_format", null]], [["timeZone", "time_zone_unknown", null]],
    [["durationMinutes", "wrong_type", null]], [["canceled", "wrong_type", null]],
    [["location.address", "too_long", length], ["location.latitude", "wrong_type", null]],
    [["to", "too_long", length]], [["start", "time_format", null]], [["start", "time_format", null]], [["start", "time_year_range", null]],
    [["name", "too_long", length]],
    [["instance", "target_segment", null]], [["token", "header_value", null]], [["baseUrl", "target_base_url", null]], [["gateway", "unknown_gateway", null]],
    [["country", "invalid_option", null]], [["timeZone", "time_zone_unknown", null]], [["now", "time_format", null]], [["language", "invalid_option", null]], [["epochUnit", "invalid_option", null]],
    [["url", "too_long", length]], [["body", "too_long", length]], [["token", "header_value", null]],
    [["webhook", "wrong_type", null]], [false], ["TypeError"], [65],
  ]);
  assert.notEqual(replies[0], "sent");
  assert.ok(grown < 8 * MIB, `${grown} bytes`);
});

test("up to a mebibyte of text is read as a whole, and of longer text the start after trimming", async () => {
  const told = await answer(`${HEAD}
    const mebibyte = 2 ** 20;
    const name = (name) => { const result = entryPoint.parseEvent({ ...EVENT, name }, options); return result.ok ? result.value.name : codes(result); };
    const blank = " ".repeat(5 * mebibyte);
    console.log(JSON.stringify([
      name("x".repeat(mebibyte - 1000) + "\\u0007"), name("x".repeat(mebibyte) + "\\u0007"), name("\\u0007" + "x".repeat(mebibyte)),
      name(blank), name(blank + "Team" + blank), name("Team" + blank + "meeting"), name("😀".repeat(mebibyte)), name("x".repeat(2 * mebibyte) + "\\ud800"),
      codes(entryPoint.parseEvent({ ...EVENT, replyTo: "3EB0" + blank + "x" }, options)), codes(entryPoint.parseEvent({ ...EVENT, timeZone: "UTC" + blank + "x" }, options)),
      codes(entryPoint.parseTime("0".repeat(65_526) + "1893456000" + "0".repeat(mebibyte))),
      codes(entryPoint.parseEvent({ ...EVENT, description: "\\u200b".repeat(2 * mebibyte) }, options)),
    ]));
  `);
  assert.deepEqual(told, [
    [["name", "too_long", MIB - 999], ["name", "control_character", null]], [["name", "too_long", MIB + 1]], [["name", "too_long", MIB + 1], ["name", "control_character", null]],
    [["name", "required", null]], "Team", [["name", "too_long", 5 * MIB + 11]], [["name", "too_long", 2 * MIB]], [["name", "lone_surrogate", null]],
    [["replyTo", "reply_id_format", null]], [["timeZone", "time_zone_unknown", null]], [["start", "time_format", null]], [["description", "too_long", 2 * MIB]],
  ]);
});

test("a reply longer than a mebibyte counts as cut off", async () => {
  const outcomes = await answer(`${HEAD}
    const read = (body, status = 200) => entryPoint.parseReply("waha", { status, body }).outcome;
    const sent = '{"id":"true_5511999999999@c.us_3EB0C767D82A"}';
    const padded = (length, fill) => sent + fill.repeat(length - sent.length);
    console.log(JSON.stringify([sent, padded(2 ** 20, " "), padded(2 ** 20 + 1, " "), padded(2 ** 21, " "), padded(2 ** 20, " ") + "}", padded(2 ** 20, " ") + "\\u{1f600}"].map((body) => read(body))));
  `);
  assert.deepEqual(outcomes, ["sent", "sent", "unknown", "unknown", "unknown", "unknown"]);
});

test("an instance that grew is replaced at once, and builders and languages still work", async () => {
  const result = await answer(`${HEAD}
    const builder = entryPoint.createBuilder(TARGETS[0], options);
    const expected = JSON.stringify(builder.build(EVENT));
    const before = bytes();
    const rounds = [];
    for (const grow of [heavy, () => builder.build({ ...EVENT, ...HEAVY })]) {
      const { ok, warnings } = grow();
      rounds.push([ok, warnings.length > 0, bytes() <= before, instances, JSON.stringify(builder.build(EVENT)) === expected, entryPoint.formatIssue({ code: "required", path: ["name"] }, "es")]);
    }
    const zoned = { ...EVENT, start: "2037-09-10T14:00[America/Sao_Paulo]" };
    console.log(JSON.stringify({ rounds, zoned: [zoned, zoned].map((event) => builder.build(event).ok) }));
  `);
  assert.deepEqual(result.rounds, [2, 3].map((instances) => [true, true, true, instances, true, "Ponga un nombre al evento."]));
  assert.deepEqual(result.zoned, [true, true]);
});

test("buildLines continues if the instance grew in the middle of a line, and frees the memory at its end", async () => {
  const result = await answer(`${HEAD}
    const text = [EVENT, { ...EVENT, name: "" }, EVENT].map((event) => JSON.stringify(event)).join("\\n");
    const whole = async (lines) => { let all = ""; for await (const bytes of lines) all += new TextDecoder().decode(bytes, { stream: true }); return all; };
    const expected = await whole(entryPoint.buildLines(text, TARGETS[0], options));
    const grown = [];
    const pieces = function* () { for (let at = 0; at < text.length; at += 100) { if (at === 300) { heavy(); grown.push(bytes()); } yield text.slice(at, at + 100); } };
    const before = bytes();
    const found = await whole(entryPoint.buildLines(pieces(), TARGETS[0], options));
    grown.push(bytes());
    const later = entryPoint.buildLines(text, TARGETS[0], options);
    heavy();
    const left = entryPoint.buildLines(text, TARGETS[0], options);
    await left.next();
    heavy();
    grown.push(bytes());
    await left.return();
    grown.push(bytes());
    console.log(JSON.stringify({ same: found === expected, later: (await whole(later)) === expected, grown: grown.map((each) => each > 2 ** 25), before }));
  `);
  assert.deepEqual([result.same, result.later, result.grown], [true, true, [true, false, true, false]]);
});

test("a buildLines iterator that was dropped keeps no instance in memory", async () => {
  const grown = await answer(`${HEAD}
    const turn = () => new Promise((resolve) => setTimeout(resolve, 10));
    const text = [EVENT, EVENT].map((event) => JSON.stringify(event)).join("\\n");
    const begin = async () => { const reading = entryPoint.buildLines([text, text], TARGETS[0], options); await reading.next(); heavy(); };
    await begin();
    const grown = [bytes()];
    for (let at = 0; at < 20; at += 1) { gc(); await turn(); }
    heavy();
    grown.push(bytes());
    console.log(JSON.stringify(grown.map((each) => each > 2 ** 25)));
  `, { flags: ["--expose-gc"] });
  assert.deepEqual(grown, [true, false]);
});
