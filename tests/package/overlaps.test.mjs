// findOverlaps compared with checking every pair, in linear time, and with lists that no caller should pass.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";
import { assertLinear } from "./support/growth.mjs";
import { ODD } from "./support/odd.mjs";
import { EVENT } from "./support/sample.mjs";

const { findOverlaps: lazily, parseEvent } = await load();
const findOverlaps = (events) => [...lazily(events)];
const event = (start, end) => ({ start: { epochSeconds: start }, ...(end === undefined ? {} : { end: { epochSeconds: end } }) });

test("findOverlaps finds the same pairs as checking every pair", () => {
  let state = 1;
  const below = (limit) => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return (state >>> 8) % limit; };
  for (let round = 0; round < 50; round += 1) {
    const spans = Array.from({ length: 60 }, () => { const start = below(20_000); return [start, below(3) === 0 ? undefined : start + 1 + below(4000)]; });
    const expected = spans.flatMap(([start, end = start + 1800], one) => spans.flatMap(([from, to = from + 1800], other) =>
      (one < other && start < to && from < end ? [[one, other]] : [])));
    assert.deepEqual(findOverlaps(spans.map(([start, end]) => event(start, end))), expected);
  }
});

test("a hundred thousand events that each touch the next are checked in linear time", () => {
  assertLinear("events", 100_000, (count) => {
    const events = Array.from({ length: count }, (_, at) => event(at * 60, at * 60 + 90)).reverse();
    return () => {
      const pairs = findOverlaps(events);
      assert.equal(pairs.length, count - 1);
      assert.deepEqual([pairs[0], pairs.at(-1)], [[0, 1], [count - 2, count - 1]]);
    };
  });
});

test("thousands of events that all overlap are returned pair by pair, without being collected first", () => {
  const events = Array.from({ length: 5000 }, (_, at) => event(0, 10_000 - at));
  const before = process.memoryUsage().heapUsed;
  const pairs = lazily(events);
  assert.deepEqual(pairs.next().value, [0, 1]);
  let [count, last] = [1, undefined];
  for (const pair of pairs) {
    count += 1;
    last = pair;
    if (count === 1_000_000) break;
  }
  // Each event before the 200th overlaps all later ones. Five thousand events have twelve million pairs.
  assert.deepEqual(last, [204, 204 + 1_000_000 - Array.from({ length: 204 }, (_, at) => 4999 - at).reduce((sum, each) => sum + each, 0)]);
  assert.ok(process.memoryUsage().heapUsed - before < 64 * 2 ** 20);
  assert.equal(pairs.next().done, true);
  let all = 0;
  for (const _ of lazily(events.slice(0, 2000))) all += 1;
  assert.equal(all, (2000 * 1999) / 2);
});

test("events are read when they are passed, and of iterables only lists are accepted", () => {
  const events = [event(0, 9), event(1, 9)];
  const pairs = lazily(events);
  events.length = 0;
  assert.deepEqual([...pairs], [[0, 1]]);
  assert.deepEqual(findOverlaps(new Set([event(0, 9), event(1, 9)])), []);
});

test("values that are not events overlap nothing, and nothing is thrown", () => {
  const good = parseEvent(EVENT).value;
  for (const [name, odd] of Object.entries(ODD)) {
    assert.deepEqual(findOverlaps([good, odd(), good]), [[0, 2]], `${name} in a list`);
    assert.deepEqual(findOverlaps([good, { ...good, start: odd() }, good]), [[0, 2]], `${name} as a start`);
    const seconds = findOverlaps([good, { ...good, start: { epochSeconds: odd() } }, good]);
    assert.ok(seconds.some(([one, other]) => one === 0 && other === 2), `${name} as the seconds of a start`);
    assert.ok(Array.isArray(findOverlaps(odd())), name);
    const getter = Object.defineProperty([good, good, good], 1, { get: () => { throw odd(); }, enumerable: true });
    assert.deepEqual(findOverlaps(getter), [[0, 2]]);
    const ends = findOverlaps([good, { ...good, end: { epochSeconds: odd() } }]);
    assert.ok(ends.length <= 1, `${name} as an end`);
  }
  const hidden = Object.create(good);
  assert.deepEqual(findOverlaps([good, hidden, , good]), [[0, 3]]);
  assert.deepEqual(findOverlaps([good, event(4, 9), event(5, 5), event(5, 4), event(5, Infinity)]), []);
  const longest = Object.assign([], { 4_294_967_294: good, 7: good, to: good, "-1": good, "07": good });
  longest.length = 4_294_967_295;
  assert.deepEqual(findOverlaps(longest), [[7, 4_294_967_294]]);
});
