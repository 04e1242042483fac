// The results as Markdown, with the goals first.
import { goals } from "./goals.mjs";
import { building, lines, OTHER, recipients, refused, times, WHOLE } from "./names.mjs";
import { median, ratio } from "./turns.mjs";

const two = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(1));
const whole = (number) => Math.round(number).toLocaleString("en");

const table = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** The page with all results, the machine, and the versions of the libraries. */
export function page(results, { date, machine, version, libraries, rounds }) {
  const named = Object.entries(libraries).map(([name, number]) => `${name} ${number}`).join(", ");
  const parts = [
    `# What waevent ${version} costs`,
    `Written by \`cargo xtask bench\` on ${date}: ${machine}; ${named}. Candidates take turns, ${rounds} each where
microseconds are measured. A ratio is the median of the ratios of turns in the same round: trust the ratios, not the times.
All candidates build the same body from the same input, which is checked before they are measured. libphonenumber-js/max
has the same numbering plans as waevent; /min accepts more.`,
    sections(results),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The sections of the page. Any part may be missing. */
export function sections({ speed, weights, start, verdict }) {
  return [
    ...reached(goals({ speed, start, verdict })),
    ...against(speed ?? []),
    ...(verdict ? ["## First verdict", VERDICT, ...verdict.map((group) => section(group, "ms", whole))] : []),
    ...(weights ? ["## Weight of a page", WEIGHT, table(["a page", "gzip", "Brotli"], weights.map(({ name, gzip, brotli }) => [name, whole(gzip), whole(brotli)]))] : []),
    ...(start ? ["## Start", START, ...start.map((group) => section(group, "ms", two))] : []),
    ...(speed ?? []).flatMap(({ engine, groups, memory }) => [
      `## ${engine}`, ...Object.values(groups).map((group) => section(group, "µs", two)), ...(memory ? [kept(memory)] : []),
    ]),
  ].join("\n\n");
}

const VERDICT = `From navigation until a page shows the first issue of an event with three faults. The network is DevTools' "Slow 4G" (180,000
bytes a second, 562.5 ms before each response). The main thread is slowed down four times; compilation in the background is
not. Everything is served with Brotli compression. Each visit begins with an empty cache. The form is in the HTML, or is drawn by
the page's script. \`waevent\` and \`waevent/lite\` are loaded as [the guide](../docs/guide/loading.md) says: a preload of the module,
and \`import()\`. The others are imported at the top of the script, and bundled with it if it draws the page.`;

const WEIGHT = "Bytes of the bundled and minified script and of the module, each compressed by itself: gzip -9, Brotli 11.";

const START = `With everything downloaded: scripts are parsed and run, the module is compiled and started. Engines compile most
functions when they are first called, so the first call counts too. Each time in a fresh page or process.`;

function reached(tables) {
  if (tables.length === 0) return [];
  const cells = tables.flatMap(({ rows }) => rows.flatMap(({ cells: found }) => found.filter((cell) => cell)));
  const count = cells.filter(({ isReached }) => isReached).length;
  return [
    "## Goals",
    `${count} of ${cells.length} are reached. **✗** marks those that are not.`,
    ...tables.map(({ title, columns, rows }) => table(
      [title, "goal", ...columns],
      rows.map(({ what, goal, cells: found }) => [what, goal, ...found.map(mark)]),
    )),
  ];
}

const mark = (cell) => (cell === undefined ? "" : `${two(cell.found)}${cell.isReached ? "" : " **✗**"}`);

function section({ what, references, times: all }, unit, number) {
  const rows = Object.keys(all).map((name) => [name, number(median(all[name])), ...references.map((reference) => two(ratio(all, name, reference)))]);
  return table([what, unit, ...references.map((reference) => `÷ ${reference}`)], rows);
}

/** This build's times, divided by those of the other one. */
function against(speed) {
  const named = [
    ["zone", building], ["offset", building], ["refusedZone", (build) => refused(building(build))],
    ["refusedOffset", (build) => refused(building(build))], ["recipient", recipients], ["time", times], ["lines", lines],
  ];
  const compared = speed.filter(({ groups }) => building(OTHER) in groups.zone.times);
  if (compared.length === 0) return [];
  const rows = named.map(([key, name]) => [
    `${name(WHOLE)} (${compared[0].groups[key].what})`,
    ...compared.map(({ groups: { [key]: { times: all } } }) => two(ratio(all, name(WHOLE), name(OTHER)))),
  ]);
  return ["## Against the other build", table(["this build ÷ the other", ...compared.map(({ name }) => name)], rows)];
}

const kept = ({ builds, before, after }) => `Heap, external memory and array buffers before and after ${builds.toLocaleString("en")} builds, one in five refused:
${(before / 1e6).toFixed(2)} MB and ${(after / 1e6).toFixed(2)} MB.`;
