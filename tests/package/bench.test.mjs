// The arithmetic of the benchmarks, on made-up numbers. What they measure is not tested.
import assert from "node:assert/strict";
import { test } from "node:test";
import { goals } from "../../bench/goals.mjs";
import {
  building, drawnByScript, lines, LITE, LUXON, ONE_BY_ONE, OTHER, recipients, refused, ROUND_TRIP, STRINGIFY, times, WHOLE, ZOD,
} from "../../bench/names.mjs";
import { sections } from "../../bench/report.mjs";
import { median, ratio, turns } from "../../bench/turns.mjs";

test("a ratio is the median of the ratios of paired turns", () => {
  assert.equal(median([9, 1, 5]), 5);
  // The machine slowed down tenfold in the second turn, for both candidates.
  const found = { ours: [2, 20, 3], other: [1, 10, 1] };
  assert.equal(ratio(found, "ours", "other"), 2);
  assert.equal(ratio(found, "other", "ours"), 0.5);
});

test("candidates take turns, and each round begins with a different one", async () => {
  const order = [];
  const found = await turns(["a", "b", "c"], 3, async (name) => order.push(name));
  assert.deepEqual(order, ["a", "b", "c", "b", "c", "a", "c", "a", "b"]);
  assert.deepEqual(found, { a: [1, 6, 8], b: [2, 4, 9], c: [3, 5, 7] });
});

/** Groups in which each row takes the same time in each turn. */
const group = (rows) => ({
  what: "an event", references: Object.keys(rows).slice(0, 1),
  times: Object.fromEntries(Object.entries(rows).map(([name, time]) => [name, [time, time, time]])),
});
const MIN = ZOD.replace("/max", "/min");
const VALIBOT = "valibot + temporal-polyfill + libphonenumber-js/max";

/** An engine in which a build takes `took` µs, and everything else takes a fixed time. */
const engine = (name, took, builds = [WHOLE]) => {
  const ours = (named) => Object.fromEntries(builds.map((build) => [named(build), took]));
  const built = () => group({ [STRINGIFY]: 1, [ROUND_TRIP]: 2, ...ours(building), [ZOD]: 18, [MIN]: 16, [VALIBOT]: 6.5, "by hand": 1 });
  const refusals = () => group({ ...ours((build) => refused(building(build))), [refused(ZOD)]: 18, [refused(VALIBOT)]: 2.5 });
  return {
    name, engine: `${name}, V8`,
    groups: {
      zone: built(), offset: built(), refusedZone: refusals(), refusedOffset: refusals(),
      recipient: group({ ...ours(recipients), "libphonenumber-js/max: parse and isValid": 8, "libphonenumber-js/min: parse and isValid": 3 }),
      time: group({ ...ours(times), [LUXON]: 12 }),
      lines: group({ [ONE_BY_ONE]: 10, ...ours(lines) }),
    },
  };
};

/** The cells of the row with this label: what was measured, and whether that is enough. */
const row = (tables, title, what) => {
  const { rows } = tables.find((table) => table.title.startsWith(title));
  return rows.find((goal) => goal.what.startsWith(what)).cells.map((cell) => cell && [cell.found, cell.isReached]);
};

test("goals compare measurements with a maximum or a minimum, in the engines that they apply to", () => {
  const tables = goals({ speed: [
    { ...engine("Node 20.20.2", 2), memory: { before: 1e6, after: 2e6 } }, engine("Node 22.1.0", 5), engine("Chromium 156", 2, [WHOLE, LITE]),
  ] });
  assert.deepEqual(row(tables, "Node", "build ÷ JSON.stringify(body), a zone"), [[2, true], undefined]);
  assert.deepEqual(row(tables, "Node", "build ÷ JSON.parse"), [undefined, [2.5, false]]);
  // The fastest set with zod is the one with /min. Hand-written code does not count as a set of libraries.
  assert.deepEqual(row(tables, "Node", "zod + luxon + libphonenumber-js ÷ build, a zone"), [[8, true], [3.2, false]]);
  assert.deepEqual(row(tables, "Node", "fastest set of libraries ÷ build, a zone"), [[3.25, true], [1.3, true]]);
  assert.deepEqual(row(tables, "Chromium", "fastest set of libraries ÷ build, three faults and a zone"), [[1.25, false], [1.25, false]]);
  assert.deepEqual(row(tables, "Node", "libphonenumber-js ÷ parseRecipient"), [[1.5, false], [0.6, false]]);
  assert.deepEqual(row(tables, "Chromium", "libphonenumber-js ÷ parseRecipient"), [[1.5, true], [1.5, true]]);
  assert.deepEqual(row(tables, "Node", "luxon"), [[6, true], [2.4, false]]);
  assert.deepEqual(row(tables, "Node", "buildLines"), [[0.2, true], [0.5, false]]);
  assert.deepEqual(row(tables, "Chromium", "buildLines"), [[0.2, true], undefined]);
  assert.deepEqual(row(tables, "Node", "MB"), [[1, false], undefined]);
});

test("goals for pages compare with the page that uses zod in the same run", () => {
  const inPages = (rows) => [group({ ...rows, [ZOD]: 100 })];
  const tables = goals({ start: inPages({ [WHOLE]: 120, [LITE]: 80 }), verdict: inPages({ [LITE]: 110, [drawnByScript(LITE)]: 90, [drawnByScript(ZOD)]: 80 }) });
  assert.deepEqual(row(tables, "A page", "start"), [[1.2, false], [0.8, true]]);
  assert.deepEqual(tables[0].rows.slice(1).map(({ cells }) => cells), [
    [undefined, { found: 1.1, isReached: true }], [undefined, { found: 1.125, isReached: false }],
  ]);
});

test("a part that was not measured is left out of the results", () => {
  assert.deepEqual(goals({}), []);
  assert.equal(sections({ weights: [{ name: WHOLE, gzip: 1234, brotli: 1000 }] }).match(/^## .*/gm).join(), "## Weight of a page");
});

test("another build is shown next to this one, with the ratios in their own table", () => {
  const both = engine("Node 20.20.2", 2);
  assert.doesNotMatch(sections({ speed: [both] }), /the other/);
  for (const { times: found } of Object.values(both.groups)) {
    const ours = Object.keys(found).filter((name) => name.startsWith(`${WHOLE}:`));
    for (const name of ours) found[name.replace(WHOLE, OTHER)] = [4, 4, 4];
  }
  assert.match(sections({ speed: [both] }), /\| waevent: createBuilder\(\)\.build \(an event\) \| 0\.50 \|/);
});
