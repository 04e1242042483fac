// The measurements. They run in any engine. The builds of waevent are passed in, by name.
import * as max from "libphonenumber-js/max";
import * as min from "libphonenumber-js/min";
import { body, faulty, inputs, options, target } from "./inputs.mjs";
import { lines } from "./lines.mjs";
import { measure } from "./measure.mjs";
import { building, LUXON, OTHER, recipients, refused, ROUND_TRIP, STRINGIFY, times } from "../names.mjs";
import { PEERS } from "./peers.mjs";
import { time } from "./peers/zod-luxon.mjs";

/** Runs everything. Returns groups of rows: what was measured, the times of each row, and the rows that others are compared with. */
export async function run(builds, rounds) {
  return {
    zone: await buildingEvents(builds, "zone", rounds),
    offset: await buildingEvents(builds, "offset", rounds),
    refusedZone: await refusingEvents(builds, "zone", rounds),
    refusedOffset: await refusingEvents(builds, "offset", rounds),
    recipient: await readingRecipients(builds, rounds),
    time: await readingTimes(builds, rounds),
    lines: await lines(builds, rounds),
  };
}

/** The builds that others are compared with. The other build is left out: it has its own table in report.mjs. */
const shipped = (builds) => Object.keys(builds).filter((name) => name !== OTHER);

const NAMED = { zone: "a zone", offset: "an offset" };

async function buildingEvents(builds, mode, rounds) {
  const input = inputs[mode];
  const candidates = {
    [STRINGIFY]: () => JSON.stringify(body),
    [ROUND_TRIP]: () => JSON.parse(JSON.stringify(input)),
  };
  for (const [name, waevent] of Object.entries(builds)) {
    const builder = waevent.createBuilder(target, options);
    candidates[building(name)] = () => bodyOf(builder.build(input));
    candidates[`${name}: buildRequest`] = () => bodyOf(waevent.buildRequest(input, target, options));
    candidates[`${name}: parseEvent`] = () => waevent.parseEvent(input, options);
  }
  for (const [name, build] of Object.entries(PEERS)) candidates[name] = () => build(input);
  // All candidates must return the same text, except those that build no body.
  const expected = JSON.stringify(body);
  for (const [name, candidate] of Object.entries(candidates)) {
    if (name === ROUND_TRIP || name.endsWith("parseEvent")) continue;
    if (candidate() !== expected) throw new Error(`${name} builds another body: ${JSON.stringify(candidate())}`);
  }
  return group(`an event with ${NAMED[mode]}`, candidates, [STRINGIFY, ROUND_TRIP, ...shipped(builds).map(building)], rounds);
}

function bodyOf(result) {
  if (!result.ok) throw new Error(`waevent refuses it: ${JSON.stringify(result.issues)}`);
  return result.value.request.body;
}

async function refusingEvents(builds, mode, rounds) {
  const input = faulty(mode);
  const candidates = {};
  for (const [name, waevent] of Object.entries(builds)) {
    const found = waevent.parseEvent(input, options).issues?.map(({ path }) => path[0]).sort();
    if (String(found) !== "end,name,to") throw new Error(`${name} finds ${found}`);
    const builder = waevent.createBuilder(target, options);
    const good = inputs[mode];
    candidates[building(name)] = () => builder.build(good);
    candidates[refused(building(name))] = () => builder.build(input);
    candidates[refused(`${name}: parseEvent`)] = () => waevent.parseEvent(input, options);
  }
  for (const [name, build] of Object.entries(PEERS)) {
    if (build(input).faults?.length !== 3) throw new Error(`${name} finds ${JSON.stringify(build(input))}`);
    candidates[refused(name)] = () => build(input);
  }
  const references = shipped(builds).map((name) => refused(building(name)));
  return group(`an event with three faults, ${NAMED[mode]}`, candidates, references, rounds);
}

async function readingRecipients(builds, rounds) {
  const text = inputs.zone.to;
  const { number } = max.parsePhoneNumberFromString(text);
  const candidates = {};
  for (const [name, waevent] of Object.entries(builds)) {
    const found = waevent.parseRecipient(text).value;
    if (found.e164 !== number) throw new Error(`${name} reads ${found.e164}`);
    candidates[recipients(name)] = () => waevent.parseRecipient(text);
  }
  for (const [name, { isValidPhoneNumber, parsePhoneNumberFromString }] of Object.entries({ max, min })) {
    candidates[`libphonenumber-js/${name}: parse and isValid`] = () => parsePhoneNumberFromString(text).isValid();
    candidates[`libphonenumber-js/${name}: isValidPhoneNumber`] = () => isValidPhoneNumber(text);
  }
  return group("a phone number", candidates, shipped(builds).map(recipients), rounds);
}

async function readingTimes(builds, rounds) {
  const { start, timeZone } = inputs.zone;
  const set = { ...options, timeZone };
  const candidates = {};
  for (const [name, waevent] of Object.entries(builds)) {
    const found = waevent.parseTime(start, set).value.rfc3339;
    if (found !== time(start, timeZone)) throw new Error(`${name} reads ${found}`);
    candidates[times(name)] = () => waevent.parseTime(start, set);
  }
  candidates[LUXON] = () => time(start, timeZone);
  return group("a local time in a zone", candidates, shipped(builds).map(times), rounds);
}

async function group(what, candidates, references, rounds) {
  return { what, references, times: await measure(candidates, rounds) };
}

/** Returns the memory in use before and after many builds, as `bytes` counts it. */
export function memory(waevent, bytes, builds) {
  const builder = waevent.createBuilder(target, options);
  const some = () => {
    for (let at = 0; at < builds / 10; at += 1) builder.build(at % 5 === 0 ? faulty("zone") : inputs.zone);
  };
  some();
  const before = bytes();
  for (let round = 0; round < 10; round += 1) some();
  return { builds, before, after: bytes() };
}
