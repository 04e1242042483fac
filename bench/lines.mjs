// Many bookings in newline-delimited JSON: in one call for many, and each by itself as one would write it by hand.
import { inputs, options, target } from "./inputs.mjs";
import { median } from "./measure.mjs";

const COUNT = 2000;

/** The same bookings as bytes, each with a name of its own. */
function file(mode) {
  const lines = Array.from({ length: COUNT }, (_, at) => JSON.stringify({ ...inputs[mode], name: `${inputs[mode].name} ${at}` }));
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

async function inOneCall(waevent, bytes) {
  const parts = [];
  for await (const part of waevent.buildLines(bytes, target, options)) parts.push(part);
  return parts;
}

async function oneByOne(waevent, bytes) {
  const builder = waevent.createBuilder(target, options);
  const results = [];
  let line = 0;
  for (const text of new TextDecoder().decode(bytes).split("\n")) {
    line += 1;
    if (text.trim() === "") continue;
    const { ok, value, issues, warnings } = builder.build(JSON.parse(text));
    const { request, fingerprint } = value ?? {};
    results.push(JSON.stringify(ok ? { line, ok, request, fingerprint, warnings } : { line, ok, issues, warnings }));
  }
  return [new TextEncoder().encode(`${results.join("\n")}\n`)];
}

/** Turns of the two by turns, after both gave the same bytes. Answers a group of rows as suite.mjs has them. */
export async function lines(waevent, rounds) {
  const bytes = file("zone");
  const candidates = {
    "waevent: buildLines": () => inOneCall(waevent, bytes),
    "decode, parse, build, encode": () => oneByOne(waevent, bytes),
  };
  const names = Object.keys(candidates);
  const texts = [];
  for (const name of names) texts.push(await new Blob(await candidates[name]()).text());
  if (texts[0] !== texts[1] || texts[0].split("\n").length !== COUNT + 1) throw new Error("the two give other lines");
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < Math.max(9, rounds / 3); round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const from = performance.now();
      await candidates[name]();
      times[name].push(((performance.now() - from) * 1000) / COUNT);
    }
  }
  const [, reference] = names;
  const rows = names.map((name) => ({
    name, microseconds: median(times[name]), ratios: [median(times[name].map((taken, at) => taken / times[reference][at]))],
  }));
  return { what: `a line of ${COUNT.toLocaleString("en")}, a zone`, references: [reference], rows };
}
