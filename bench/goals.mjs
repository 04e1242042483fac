// The goals: for each, a figure of one run, usually a ratio, and its upper or lower limit.
import {
  building, drawnByScript, isPhones, isSet, isZod, lines, LITE, LUXON, ONE_BY_ONE, recipients, refused, ROUND_TRIP, STRINGIFY, times, WHOLE, ZOD,
} from "./names.mjs";
import { ratio } from "./turns.mjs";

const most = (limit) => ({ goal: `≤ ${limit}`, holds: (found) => found <= limit });
const least = (limit) => ({ goal: `≥ ${limit}`, holds: (found) => found >= limit });

/** The time of the fastest rival in a group, divided by ours. */
const fastest = ({ times: all }, isRival, ours) => Math.min(...Object.keys(all).filter(isRival).map((name) => ratio(all, name, ours)));

const isNode20 = ({ name }) => name.startsWith("Node 20.");

const MODES = [["zone", "a zone"], ["offset", "an offset"]];

/** The time of a build, divided by the time that the engine takes to write the body or to copy the input. */
const cost = (reference, limit, applies) => MODES.map(([key, mode]) => ({
  what: `build ÷ ${reference}, ${mode}`, ...most(limit), applies,
  find: ({ groups }, build) => ratio(groups[key].times, building(build), reference),
}));

const SETS = [
  ...MODES.map(([key, mode]) => [key, mode, building]),
  ["refusedZone", "three faults and a zone", (build) => refused(building(build))],
  ["refusedOffset", "three faults and an offset", (build) => refused(building(build))],
].map(([key, mode, ours]) => ({
  what: `fastest set of libraries ÷ build, ${mode}`, ...least(1.3),
  find: ({ groups }, build) => fastest(groups[key], isSet, ours(build)),
}));

const zod = (limits) => MODES.map(([key, mode]) => ({
  what: `zod + luxon + libphonenumber-js ÷ build, ${mode}`, ...least(limits[key]),
  find: ({ groups }, build) => fastest(groups[key], isZod, building(build)),
}));

const phones = (limit) => ({
  what: "libphonenumber-js ÷ parseRecipient", ...least(limit),
  find: ({ groups }, build) => fastest(groups.recipient, isPhones, recipients(build)),
});

const luxon = (limit) => ({
  what: "luxon ÷ parseTime", ...least(limit),
  find: ({ groups }, build) => ratio(groups.time.times, LUXON, times(build)),
});

const MANY = {
  what: `buildLines ÷ ${ONE_BY_ONE}`, ...most(0.35), applies: (engine, build) => build !== LITE,
  find: ({ groups }, build) => ratio(groups.lines.times, lines(build), ONE_BY_ONE),
};

const MEMORY = {
  what: "MB that a million builds leave", ...most(0.5), applies: ({ memory }) => memory,
  find: ({ memory }) => (memory.after - memory.before) / 1e6,
};

const START = {
  what: `start of scripts and module ÷ that of ${ZOD}`, ...most(1), applies: ({ start }) => start,
  find: ({ start: [{ times: all }] }, build) => ratio(all, build, ZOD),
};

const VERDICT = [["a form in HTML", (name) => name], ["a form that a script draws", drawnByScript]].map(([page, named]) => ({
  what: `first issue shown on Slow 4G ÷ that of ${ZOD}, ${page}`, ...most(1.1), applies: ({ verdict }, build) => verdict && build === LITE,
  find: ({ verdict: [{ times: all }] }, build) => ratio(all, named(build), named(ZOD)),
}));

const IN_NODE = [
  ...cost(STRINGIFY, 3, isNode20), ...cost(ROUND_TRIP, 2.4, (engine) => !isNode20(engine)), ...SETS, ...zod({ zone: 8, offset: 4 }),
  phones(2), luxon(6), MANY, MEMORY,
];
const IN_CHROMIUM = [...SETS, phones(1.3), luxon(4), MANY];
const IN_PAGES = [START, ...VERDICT];

/**
 * Returns tables of the figures found in each column, and whether each reaches its goal. A column is a build in an engine; cells
 * without a goal are left out. Any part of the measurements may be missing.
 */
export function goals({ speed = [], start, verdict }) {
  const nodes = speed.filter(({ name }) => name.startsWith("Node "));
  const browsers = speed.filter((engine) => !nodes.includes(engine));
  const inPages = (engine) => [WHOLE, LITE].map((build) => [build, engine, build]);
  return [
    table("Node", IN_NODE, nodes.map((engine) => [engine.name, engine, WHOLE])),
    ...browsers.map((engine) => table(engine.name, IN_CHROMIUM, inPages(engine))),
    table("A page in Chromium", IN_PAGES, inPages({ start, verdict })),
  ].filter(({ rows }) => rows.length > 0);
}

function table(title, list, columns) {
  const cell = ({ applies = () => true, find, holds }, [, engine, build]) => {
    if (!applies(engine, build)) return undefined;
    const found = find(engine, build);
    return { found, isReached: holds(found) };
  };
  const rows = list.map((goal) => ({ what: goal.what, goal: goal.goal, cells: columns.map((column) => cell(goal, column)) }));
  return { title, columns: columns.map(([name]) => name), rows: rows.filter(({ cells }) => cells.some((found) => found)) };
}
