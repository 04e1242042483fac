// Many bookings as newline-delimited JSON: built by one call of `buildLines`, and one by one in a hand-written loop.
import { inputs, options, target } from "./inputs.mjs";
import { lines as named, ONE_BY_ONE, WHOLE } from "../names.mjs";
import { turns } from "../turns.mjs";

const COUNT = 2000;

/** The same booking many times, each with a different name, as bytes. */
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

/** Measures `buildLines` of each build, and the loop. Returns the time per line, in microseconds. */
export async function lines(builds, rounds) {
  const bytes = file("zone");
  const candidates = { [ONE_BY_ONE]: () => oneByOne(builds[WHOLE], bytes) };
  // `waevent/lite` has no `buildLines`.
  for (const [name, waevent] of Object.entries(builds)) {
    if (waevent.buildLines) candidates[named(name)] = () => inOneCall(waevent, bytes);
  }
  const text = async (name) => new Blob(await candidates[name]()).text();
  const [one, other] = [await text(named(WHOLE)), await text(ONE_BY_ONE)];
  if (one !== other || one.split("\n").length !== COUNT + 1) throw new Error("the two results differ");
  const times = await turns(Object.keys(candidates), Math.max(9, rounds / 3), async (name) => {
    const from = performance.now();
    await candidates[name]();
    return ((performance.now() - from) * 1000) / COUNT;
  });
  return { what: `a line of ${COUNT.toLocaleString("en")}, a zone`, references: [ONE_BY_ONE], times };
}
