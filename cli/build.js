// The command `build`: reads rows and writes requests.
import { createBuilder } from "waevent";
import { ask, isAsking } from "./ask.js";
import { load, mappingOf, quoted, readMap, readSet, save } from "./columns/mapping.js";
import { eventOf, timesIn } from "./fields/event.js";
import { Order } from "./fields/order.js";
import { languageOf, placeOf, wordsOf } from "./languages/words.js";
import { INTERRUPTED, SOME_REFUSED, UsageError } from "./problem.js";
import { openSource } from "./read/open.js";
import { Bar } from "./shared/bar.js";
import { openOutput, standardOutput } from "./shared/output.js";
import { card } from "./write/cards.js";
import { Refused } from "./write/refused.js";
import { Summary } from "./write/summary.js";

const CARDS = 3;
const LINES_AT_ONCE = 200;

/** Builds the requests of a file. Returns the exit code. */
export async function build(given, signal) {
  const saved = given.mapping === undefined ? {} : load(given.mapping);
  const options = { ...pick(saved, "timeZone", "country"), ...given.options };
  // A wrong target is reported before anything is read.
  createBuilder(given.target, options);
  const { source, close } = await openSource(given.file, given.reading);
  try {
    const mapping = await settle(source, given, saved);
    const dates = given.dates ?? options.dateOrder ?? saved.dates ?? (await orderOf(source, mapping));
    const all = { ...options, ...(dates === undefined ? {} : { dateOrder: dates }) };
    if (given.saveMapping !== undefined) save(given.saveMapping, { fields: mapping.fields, set: mapping.set, dates, ...pick(all, "timeZone", "country") });
    return await write(source, mapping, createBuilder(given.target, all), given, signal);
  } finally {
    await close();
  }
}

const pick = (from, ...names) => Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));

/** The mapping of columns, which is shown before anything is built. What is unclear is asked on a terminal, and refused
 *  elsewhere. */
async function settle(source, given, saved) {
  const map = readMap([...given.map, ...(given.id === undefined ? [] : [`id="${given.id}"`])], source.columns);
  const set = readSet(given.set);
  let mapping = mappingOf(source, { map, set, saved });
  for (const [field, columns] of [...Object.entries(mapping.ambiguous), ...mapping.missing.map((name) => [name, []])]) {
    const choice = isAsking() ? await ask(question(field, columns, source.columns)) : "";
    if (choice !== "") Object.assign(map, readMap([`${field}=${choice}`], source.columns));
  }
  mapping = mappingOf(source, { map, set, saved });
  if (!given.isQuiet) process.stderr.write(readingOf(source, mapping));
  const unclear = [
    ...Object.entries(mapping.ambiguous).map(([field, columns]) => `${field} may be ${quoted(columns)}: choose with --map ${field}="${columns[0]}"`),
    ...mapping.missing.map((field) => `no column was recognised as "${field}": name it with --map ${field}="…", or give all rows the same value with --set ${field}=…. The columns are ${quoted(source.columns)}`),
  ];
  if (unclear.length > 0) throw new UsageError(unclear.join("\n"));
  return mapping;
}

function question(field, columns, all) {
  return columns.length > 0 ? `Which column is "${field}"? It may be ${quoted(columns)}: ` : `Which column is "${field}"? The columns are ${quoted(all)}: `;
}

function readingOf(source, { fields, set, unused }) {
  const lines = [
    `Read as ${[source.format, ...source.notes].join(", ")}`,
    ...Object.entries(fields).map(([field, columns]) => `  ${field.padEnd(20)} ${columns.map((name) => `"${name}"`).join(" + ")}`),
    ...Object.entries(set).map(([field, text]) => `  ${field.padEnd(20)} ${text} (the same for all)`),
    ...(unused.length > 0 ? [`  not used: ${quoted(unused)}`] : []),
  ];
  return `${lines.join("\n").replace(/[^\P{Cc}\n]/gu, "\ufffd")}\n`;
}

/** The order of day and month, if the file has such dates. The user confirms it on a terminal, or gives it as an option. */
async function orderOf(source, mapping) {
  const order = new Order();
  for await (const row of source.rows()) for (const text of timesIn(row, mapping)) order.add(text);
  if (order.total === 0) return undefined;
  const { only } = order;
  if (isAsking()) {
    const answer = only
      ? (await ask(`${order.summary}. Is the ${only === "dmy" ? "day" : "month"} first? [y/N] `)).toLowerCase()
      : await ask(`${order.summary}. Which comes first? [dmy/mdy] `);
    if (only && ["y", "yes"].includes(answer)) return only;
    if (!only && ["dmy", "mdy"].includes(answer)) return answer;
  }
  const way = only === undefined ? "say which comes first, with --dates dmy or --dates mdy" : `if that is right, confirm it with --dates ${only}`;
  throw new UsageError(`${order.summary}: ${way}`);
}

async function write(source, mapping, builder, given, signal) {
  const language = languageOf(given.options.language);
  const words = wordsOf(language);
  const bar = new Bar(process.stderr, 1, given.isQuiet);
  const out = given.isDryRun ? undefined : given.output === undefined ? standardOutput() : await openOutput(given.output);
  const refusedOut = given.refused === undefined ? undefined : await openOutput(given.refused);
  const refused = refusedOut && new Refused(refusedOut, source, language);
  const summary = new Summary();
  const seen = new Map();
  let share = 0;
  let lines = [];
  let isWhole = false;
  const flush = async () => {
    if (lines.length > 0) await out?.write(lines.join(""));
    lines = [];
    bar.show({ bytes: share, lines: summary.rows, built: summary.built, refused: summary.refused });
  };
  const refuse = async (row, event, problems) => {
    for (const { code, message } of problems) bar.say(`${row.unit} ${row.number}: ${message} (${code})`);
    await refused?.add(row, event, problems.map(({ message }) => message));
  };
  try {
    await refused?.begin();
    for (const { path, message } of builder.warnings) bar.say(`${path.join(".")}: ${message}`);
    for await (const row of source.rows((now) => { share = now; })) {
      if (signal.aborted) break;
      const made = eventOf(row, mapping);
      if (row.fault !== undefined) {
        summary.refuse([row.fault]);
        await refuse(row, made, [{ code: row.fault, message: words[row.fault] }]);
        continue;
      }
      const result = builder.build(made.event);
      if (!result.ok) {
        summary.refuse(result.issues.map(({ code }) => code));
        await refuse(row, made, result.issues.map(({ code, path, message }) => ({ code, message: source.isTable ? message : [...(path.length > 0 ? [path.join(".")] : []), message].join(": ") })));
        continue;
      }
      const { request, fingerprint, event } = result.value;
      const first = seen.get(fingerprint);
      if (first !== undefined) {
        summary.double();
        bar.say(`${row.unit} ${row.number}: ${words.double(placeOf(first, language))}`);
        continue;
      }
      seen.set(fingerprint, row.number);
      summary.build(result.warnings);
      if (given.isDryRun && summary.built <= CARDS) card({ ...row, id: made.id, event, request }, language).forEach((text) => bar.say(text));
      const line = { row: row.number, ...(made.id === undefined ? {} : { id: made.id }), ok: true, start: event.start.rfc3339, request, fingerprint, warnings: result.warnings };
      if (lines.push(`${JSON.stringify(line)}\n`) === LINES_AT_ONCE) await flush();
    }
    if (!signal.aborted) {
      await flush();
      await out?.finish();
      await refusedOut?.finish();
      isWhole = true;
    }
  } finally {
    if (!isWhole) {
      await out?.discard();
      await refusedOut?.discard();
    }
    bar.clear();
  }
  if (!given.isQuiet || summary.hasFaults) process.stderr.write(summary.text(isWhole));
  if (!isWhole) return INTERRUPTED;
  return summary.hasFaults ? SOME_REFUSED : 0;
}
