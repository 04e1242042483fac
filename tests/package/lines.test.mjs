// Newline-delimited JSON in and out: the same results as for one event at a time, however the lines are passed.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { aimed, steps } from "./support/aimed.mjs";
import { expand } from "./support/expand.mjs";
import { folders, list, load, read } from "./support/files.mjs";

const { buildLines, createBuilder, TargetError } = await load();
const NOW = { now: "2026-01-01T00:00:00Z" };
const TARGETS = [
  { gateway: "ryzeapi", instance: "sales", token: "secret" }, { gateway: "wappfy", session: "a" }, { gateway: "wawp", instanceId: "A1", credentials: "query" },
  { gateway: "waha", session: "default", baseUrl: "https://waha.example.com" }, { gateway: "zapi", instanceId: "A1" },
  { gateway: "turbonotify", alias: "sales" },
];
const GOOD = { to: "+55 11 96123-4567", name: "Team \"meeting\"", start: "2026-09-10T14:00:00-03:00" };

/** Every event in the case files that JSON can express, good or bad. */
function events() {
  const found = list("events").map((name) => expand(read(`events/${name}`)).input);
  for (const gateway of folders("requests")) for (const name of list("requests", gateway)) found.push(expand(read(`requests/${gateway}/${name}`)).input);
  for (const name of list("rules")) {
    const { base, rows } = read(`rules/${name}`);
    for (const raw of rows) {
      const { set = {}, unset = [] } = expand(raw);
      found.push(Object.fromEntries(Object.entries({ ...base, ...set }).filter(([key]) => !unset.includes(key))));
    }
  }
  for (const name of list("recipients")) for (const raw of read(`recipients/${name}`).rows) found.push({ ...GOOD, to: expand(raw).input });
  for (const name of list("times")) for (const raw of read(`times/${name}`).rows) found.push({ ...GOOD, start: expand(raw).input });
  // Lines longer than a mebibyte are refused, so long events are left out.
  return found.filter((event) => event !== undefined && JSON.stringify(event).length < 100_000);
}

async function collect(lines) {
  const decoder = new TextDecoder();
  let text = "";
  let progress;
  for (;;) {
    const { done, value } = await lines.next();
    if (done) { progress = value; break; }
    assert.ok(value instanceof Uint8Array && value.length > 0);
    text += decoder.decode(value);
  }
  assert.ok(text === "" || text.endsWith("\n"));
  return { results: text.split("\n").slice(0, -1).map((line) => JSON.parse(line)), progress };
}

/** The result of `build` as a line, without the warning about a stale host, which lines do not have. */
function expected(builder, event, line) {
  const answer = builder.build(event);
  const warnings = answer.warnings.filter(({ code }) => code !== "host_time_zone_stale");
  return answer.ok ? { line, ok: true, request: answer.value.request, fingerprint: answer.value.fingerprint, warnings } : { line, ok: false, issues: answer.issues, warnings };
}

for (const target of TARGETS) {
  test(`${target.gateway}: lines give the same results as build, for every event in the cases`, async () => {
    const inputs = events();
    assert.ok(inputs.length > 800, `${inputs.length} events`);
    const builder = createBuilder(target, NOW);
    // JSON.stringify escapes lone surrogates, and reading the text restores them.
    const text = inputs.map((event) => JSON.stringify(event)).join("\n");
    const { results, progress } = await collect(buildLines(text, target, NOW));
    const plain = (value) => JSON.parse(JSON.stringify(value));
    for (const [at, event] of inputs.entries()) assert.deepEqual(results[at], plain(expected(builder, JSON.parse(JSON.stringify(event)), at + 1)), JSON.stringify(event).slice(0, 500));
    const built = results.filter(({ ok }) => ok).length;
    assert.ok(results.length - built > 100, "there must be both good and faulty events");
    // Z-API accepts only groups, and Wappfy requires a place.
    assert.ok(built > (["zapi", "wappfy"].includes(target.gateway) ? 5 : 100), `${built} of ${results.length}`);
    assert.deepEqual(progress, { bytes: new TextEncoder().encode(text).length, lines: inputs.length, built, refused: inputs.length - built });
  });
}

/** The result of `build` for the object in this text; text that is not JSON is refused as a line. */
function reference(builder, text, line) {
  let event;
  try {
    event = JSON.parse(text);
  } catch {
    return { line, ok: false, codes: ["wrong_type"] };
  }
  return JSON.parse(JSON.stringify(expected(builder, event, line)));
}

test("lines and build read JSON exactly like JSON.parse, including numbers and repeated keys", async () => {
  const texts = [];
  const below = steps(20_270_910);
  while (texts.length < 8_000) {
    const text = aimed(below);
    // Faults at the start of a file and commas after objects have their own issues, which are tested below.
    if (!/^\s*,|,\s*$/.test(text)) texts.push(text);
  }
  for (const options of [NOW, { ...NOW, strict: true }]) {
    const builder = createBuilder(TARGETS[0], options);
    // A lone surrogate in a text is kept. The lines are passed as text, in pieces of any size.
    const all = ["{}", ...texts].join("\n");
    const pieces = [];
    for (let at = 0; at < all.length;) pieces.push(all.slice(at, (at += 1 + below(9_000))));
    const { results } = await collect(buildLines(pieces, TARGETS[0], options));
    assert.equal(results.length, texts.length + 1);
    const counts = { built: 0, refused: 0, unread: 0 };
    for (const [at, text] of texts.entries()) {
      const wanted = reference(builder, text, at + 2);
      const found = results[at + 1];
      counts[wanted.codes ? "unread" : wanted.ok ? "built" : "refused"] += 1;
      if (wanted.codes) assert.deepEqual([found.ok, found.issues.map(({ code }) => code)], [false, wanted.codes], text);
      else assert.deepEqual(found, wanted, text);
    }
    for (const [kind, count] of Object.entries(counts)) assert.ok(count > (options.strict ? 100 : 400), `${kind}: ${JSON.stringify(counts)}`);
  }
});

const [target] = TARGETS;
const text = `\ufeff${JSON.stringify(GOOD)}\r\n\n{"name":"é😀"}\nnot JSON\n${JSON.stringify(GOOD)}`;
const bytes = new TextEncoder().encode(text);
const cut = (size) => Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.slice(at * size, (at + 1) * size));
const stream = (chunks) => new ReadableStream({ start(controller) { chunks.forEach((chunk) => controller.enqueue(chunk)); controller.close(); } });
/** As in browsers that cannot iterate over streams. */
const oldStream = (chunks) => ({ getReader: () => stream(chunks).getReader() });
async function* later(chunks) { for (const chunk of chunks) { await null; yield chunk; } }

const SOURCES = {
  "a text": () => text, "bytes": () => bytes, "an ArrayBuffer": () => bytes.buffer, "a view of another kind": () => new DataView(bytes.buffer),
  "a Blob": () => new Blob([text]), "a list of bytes": () => cut(7), "a list of texts": () => text.split(/(?<=,)/), "single bytes": () => cut(1),
  "a stream": () => stream(cut(5)), "a stream without a loop": () => oldStream(cut(5)), "an async iterable": () => later(cut(3)), "a stream of Node": () => Readable.from(cut(11).map((chunk) => Buffer.from(chunk))),
};
for (const [name, source] of Object.entries(SOURCES)) {
  test(`lines may be passed as ${name}`, async () => {
    const { results, progress } = await collect(buildLines(source(), target, NOW));
    assert.deepEqual(results.map(({ line, ok }) => [line, ok]), [[1, true], [3, false], [4, false], [5, true]]);
    assert.deepEqual(results[1].issues.map(({ code, path }) => [code, ...path]), [["required", "to"], ["required", "start"]]);
    assert.deepEqual(results[2].issues, [{ code: "wrong_type", path: ["input"], params: { expected: "object", found: "text that is not JSON" }, message: 'Expected object in "input", found text that is not JSON.' }]);
    assert.deepEqual(progress, { bytes: bytes.length, lines: 5, built: 2, refused: 2 });
  });
}

test("a text that is split inside a character is joined again, whatever follows", async () => {
  const line = JSON.stringify({ ...GOOD, name: "a😀b\\😀" });
  const whole = (await collect(buildLines(line, target, NOW))).results;
  const utf8 = new TextEncoder();
  for (let at = 0; at <= line.length; at += 1) {
    for (const between of [[], [""], [new Uint8Array()], ["", new ArrayBuffer(), ""]]) {
      const { results, progress } = await collect(buildLines([line.slice(0, at), ...between, line.slice(at)], target, NOW));
      assert.deepEqual(results, whole, `${at}`);
      assert.equal(progress.bytes, utf8.encode(line).length);
    }
  }
  assert.equal(JSON.parse(whole[0].request.body).name, "a😀b\\😀");
});

test("a lone surrogate is refused as by build, wherever the pieces end", async () => {
  const builder = createBuilder(target, NOW);
  const lines = ["\ud83d", "a\ud83d", "\ude00b", "\\\ud83d", "\\\\\ude00", "é\ud83d\ud83d\ude00"].map((name) => JSON.stringify({ ...GOOD, name })
    // JSON.stringify escapes lone surrogates; here they must be in the text itself.
    .replace(/\\u(d[89a-f]..)/g, (_, unit) => String.fromCharCode(parseInt(unit, 16))));
  const text = lines.join("\n");
  const wanted = lines.map((line, at) => JSON.parse(JSON.stringify(expected(builder, JSON.parse(line), at + 1))));
  assert.deepEqual(wanted.map(({ issues }) => issues.map(({ code, path }) => [code, ...path])), lines.map(() => [["lone_surrogate", "name"]]));
  for (const size of [1, 2, 3, 1000]) {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
    assert.deepEqual((await collect(buildLines(pieces, target, NOW))).results, wanted, `${size}`);
  }
  // Bytes cannot complete a surrogate. A backslash before one is not JSON, as for JSON.parse.
  const half = await collect(buildLines([lines[0].slice(0, lines[0].indexOf("\ud83d") + 1), Buffer.from(lines[0].slice(lines[0].indexOf("\ud83d") + 1))], target, NOW));
  assert.deepEqual(half.results, wanted.slice(0, 1));
  for (const [one, other] of [['{"name":"\\\ud83d"}', ""], ['{"name":"\\', '\ud83d"}'], [Buffer.from('{"name":"\\'), '\ud83d"}'], ['{"name":"\\', Buffer.from('"}')]]) {
    const { results } = await collect(buildLines(["{}\n", one, other], target, NOW));
    assert.deepEqual(results[1].issues.map(({ code, params }) => [code, params.found]), [["wrong_type", "text that is not JSON"]]);
  }
});

test("lines with bytes that are not UTF-8 are refused, and U+FFFD is never sent", async () => {
  const latin = Buffer.from(JSON.stringify({ ...GOOD, name: "João" }), "latin1");
  const { results } = await collect(buildLines([`${JSON.stringify(GOOD)}\n`, latin, "\n", `${JSON.stringify(GOOD)}\n`], target, NOW));
  assert.deepEqual(results.map(({ ok }) => ok), [true, false, true]);
  // Counted from 1.
  const byte = latin.indexOf(0xe3) + 1;
  assert.deepEqual(results[1].issues, [{ code: "not_utf8", path: ["input"], params: { byte }, message: `Save the file as UTF-8 and try again: byte ${byte} of this line is in another encoding, so a letter would be lost.` }]);
});

for (const [found, file] of [
  ["json_array", JSON.stringify([GOOD, GOOD])], ["json_array", JSON.stringify([GOOD, GOOD], null, 2)], ["several_lines", JSON.stringify(GOOD, null, 2)],
  ["commas", `${JSON.stringify(GOOD)},\n${JSON.stringify(GOOD)}\n`], ["utf_16", Buffer.from(`\ufeff${JSON.stringify(GOOD)}\n`, "utf16le")],
  ["utf_16", Buffer.from(`${JSON.stringify(GOOD)}\n`, "utf16le").swap16()],
]) {
  test(`a file that does not consist of JSON lines is reported once: ${found}, ${typeof file}`, async () => {
    for (const source of [file, [file.slice(0, 1), file.slice(1)], new Blob([file])]) {
      const { results, progress } = await collect(buildLines(source, target, NOW));
      assert.deepEqual(results.map(({ line, ok, issues }) => [line, ok, issues.map(({ code, path, params }) => [code, ...path, params.found])]), [[1, false, [["lines_format", "input", found]]]]);
      assert.deepEqual([progress.lines, progress.built, progress.refused], [1, 0, 1]);
    }
  });
}

test("an empty file gives no results", async () => {
  for (const source of ["", [], new Uint8Array(), "\n\n"]) {
    const { results, progress } = await collect(buildLines(source, target));
    assert.deepEqual(results, []);
    assert.equal(progress.built + progress.refused, 0);
  }
});

test("progress is reported after each piece, and never decreases", async () => {
  const told = [];
  const many = `${JSON.stringify(GOOD)}\n`.repeat(10_000);
  const { progress } = await collect(buildLines(many, target, { ...NOW, onProgress: (now) => told.push(now) }));
  assert.ok(told.length >= 4, `${told.length}`);
  assert.deepEqual(told.at(-1), progress);
  for (const key of ["bytes", "lines", "built"]) for (let at = 1; at < told.length; at += 1) assert.ok(told[at][key] >= told[at - 1][key], key);
  assert.equal(progress.built, 10_000);
});

test("an abort stops it between two pieces, and while it waits for the next one", async () => {
  const many = `${JSON.stringify(GOOD)}\n`.repeat(10_000);
  const stop = new AbortController();
  let pieces = 0;
  const onProgress = () => { pieces += 1; if (pieces === 2) stop.abort(new Error("enough")); };
  await assert.rejects(collect(buildLines(many, target, { ...NOW, signal: stop.signal, onProgress })), /^Error: enough$/);
  assert.equal(pieces, 2);

  let returned = false;
  const endless = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}), return: async () => { returned = true; return {}; } }) };
  const later = new AbortController();
  setTimeout(() => later.abort(), 20);
  await assert.rejects(collect(buildLines(endless, target, { signal: later.signal })), { name: "AbortError" });
  assert.ok(returned, "the source was released");
  await assert.rejects(collect(buildLines("", target, { signal: AbortSignal.abort() })), { name: "AbortError" });
});

test("wrong arguments throw before anything is read", async () => {
  assert.throws(() => buildLines("", { gateway: "none" }), TargetError);
  assert.throws(() => buildLines("", target, { timeZone: "Mars" }), TargetError);
  assert.throws(() => buildLines(""), /^TypeError: waevent: a target is missing from the arguments$/);
  for (const source of [5, null, {}, true]) await assert.rejects(collect(buildLines(source, target)), TypeError);
  await assert.rejects(collect(buildLines([5], target)), /^TypeError: waevent: a chunk of lines is text or bytes$/);
  assert.deepEqual(buildLines("", target, { unknown: 1 }).warnings.map(({ code }) => code), ["unknown_field"]);
  assert.deepEqual(buildLines("", target, { signal: undefined, onProgress: undefined }).warnings, []);
});

test("two files can be read at the same time", async () => {
  const [one, other] = [buildLines(later(cut(4)), target, NOW), buildLines(later(cut(9)), TARGETS[1], NOW)];
  const [first, second] = await Promise.all([collect(one), collect(other)]);
  assert.equal(first.results[0].request.url, "https://ryzeapi.cloud/api/message/event/sales");
  assert.notEqual(second.results[0].request?.url, first.results[0].request.url);
  assert.deepEqual([first.results.length, second.results.length], [4, 4]);
});
