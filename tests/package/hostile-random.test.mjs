// Random arguments, the same in every run: whatever they are, the result is a valid result.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";
import { EVENT, TARGETS } from "./support/sample.mjs";
import { assertResult, everyCall } from "./support/shape.mjs";

const entryPoint = await load();
const COUNT = 2000;

/** A small pseudorandom generator. A failure reports its seed, which reproduces it. */
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TEXTS = ["", " ", "a", "+5511999999999", "5511999999999@c.us", "120363019502650977@g.us", "123@lid", "x@newsletter", "2037-09-10T14:00:00-03:00", "2037-09-10", "2037-02-30T25:61:61+99:99",
  "1893456000", "1893456000000", "-1", "1e3", "0x10", "https://example.com/a?b=c#d", "http://10.0.0.1", "https://u:p@h.de", "//x", "-23,5505", "\ud800", "\u0000", "\u202e", "\\n", "é😀", "{token}", "{accessToken}",
  "ryzeapi", "wappfy", "wawp", "guide", "reference", "body", "query", "header", "strings", "seconds", "UTC", "America/Sao_Paulo", "BR", "..", "A1B2", "%00", "\"", "'", "\r\n"];
const NUMBERS = [0, -0, 1, -1, 0.5, 15, 90, 180, 301, 1e9, 2e9, 1e11, 2e12, 1e15, 1e308, NaN, Infinity, 2 ** 53, -90.0000001, 5e-324];
const KEYS = [...Object.keys(EVENT), "end", "timeZone", "scheduledCall", "canceled", "replyPrivately", "address", "latitude", "longitude", "gateway", "instance", "session", "instanceId", "token",
  "apiKey", "accessToken", "baseUrl", "contract", "credentials", "values", "now", "country", "epochUnit", "allowPast", "strict", "method", "url", "headers", "body", "missingSecrets", "startTime", "__proto__", "\ud83d", "\udc00", "😀"];

function any(next, depth = 3) {
  const kind = next(depth > 0 ? 12 : 8);
  if (kind < 4) return TEXTS[next(TEXTS.length)] + (next(4) === 0 ? TEXTS[next(TEXTS.length)] : "");
  if (kind < 6) return NUMBERS[next(NUMBERS.length)];
  if (kind === 6) return [true, false, null, undefined][next(4)];
  if (kind === 7) return [10n ** 12n, Symbol("x"), () => 1, new Date(NUMBERS[next(NUMBERS.length)])][next(4)];
  if (kind === 8) return Array.from({ length: next(4) }, () => any(next, depth - 1));
  return some(next, {}, depth);
}

/** An object with some of the given fields, some odd ones, and some that are overwritten. */
function some(next, given, depth = 3) {
  const fields = Object.entries(given).filter(() => next(6) > 0);
  for (let at = next(4); at > 0; at -= 1) fields.splice(next(fields.length + 1), 0, [KEYS[next(KEYS.length)], any(next, depth - 1)]);
  return Object.fromEntries(fields);
}

test(`${COUNT} random calls of every function give valid results`, () => {
  const counts = { ok: 0, failed: 0 };
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const next = random(seed);
    const target = TARGETS[next(TARGETS.length)];
    const draft = entryPoint.buildRequest(EVENT, target).value.request;
    const values = {
      input: next(8) === 0 ? any(next) : some(next, EVENT), target: next(2) === 0 ? target : some(next, target), options: next(2) === 0 ? undefined : some(next, { now: "2030-01-01T00:00:00Z" }),
      time: any(next), recipient: any(next), request: next(2) === 0 ? draft : some(next, draft), secrets: some(next, { token: "t", apiKey: "k", accessToken: "a" }),
      reply: some(next, { status: 200, headers: { "retry-after": "5" }, body: '{"data":{"messageId":"3EB0AA"}}' }),
    };
    for (const argument of ["input", "time", "recipient", "request", "reply"]) everyCall(entryPoint, argument, `seed ${seed}`, () => values);
    const result = entryPoint.buildRequest(values.input, values.target, values.options);
    counts[result.ok ? "ok" : "failed"] += 1;
    if (!result.ok) continue;
    // A good result is complete: its body is JSON, its URL is a URL, and its event is that of the input.
    const { request, event } = result.value;
    assert.ok(JSON.parse(request.body) && new URL(request.url).protocol.startsWith("http"), `seed ${seed}`);
    assert.equal(JSON.stringify(event), JSON.stringify(entryPoint.parseEvent(values.input, values.options).value), `seed ${seed}`);
    assert.equal(assertResult(result, `seed ${seed}`), assertResult(entryPoint.buildRequest(values.input, values.target, values.options), `seed ${seed}`));
    // Throws if an HTTP client would refuse a header.
    new Headers(request.headers);
  }
  // A run in which almost everything is good or faulty would have tested little.
  assert.ok(counts.ok > COUNT / 50 && counts.failed > COUNT / 10, JSON.stringify(counts));
});
