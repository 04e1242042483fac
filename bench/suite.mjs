// What is measured, in whatever engine this runs. The entry point to waevent is handed in.
import { isValidPhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { body, faulty, inputs, options, target } from "./inputs.mjs";
import { lines } from "./lines.mjs";
import { measure } from "./measure.mjs";
import * as ajv from "./peers/ajv-date-fns.mjs";
import * as hand from "./peers/hand.mjs";
import * as valibot from "./peers/valibot-temporal.mjs";
import * as zod from "./peers/zod-luxon.mjs";

const PEERS = {
  "zod + luxon + libphonenumber-js/min": zod,
  "valibot + temporal-polyfill + libphonenumber-js/min": valibot,
  "ajv + date-fns-tz + libphonenumber-js/mobile": ajv,
  "by hand, cached Intl": hand,
};
const BUILD = "waevent: createBuilder().build";
const STRINGIFY = "JSON.stringify(body)";
const ROUND_TRIP = "JSON.parse(JSON.stringify(input))";

/** Runs everything. Answers groups of rows: what was measured, its time, and its ratio to the group's reference. */
export async function run(waevent, rounds) {
  const groups = [];
  for (const mode of ["zone", "offset"]) groups.push(building(waevent, mode, rounds));
  for (const mode of ["zone", "offset"]) groups.push(refusing(waevent, mode, rounds));
  groups.push(recipients(waevent, rounds), times(waevent, rounds), await lines(waevent, rounds));
  return groups;
}

function building(waevent, mode, rounds) {
  const input = inputs[mode];
  const builder = waevent.createBuilder(target, options);
  const expected = JSON.stringify(body);
  const bodyOf = (result) => {
    if (!result.ok) throw new Error(`waevent refuses ${mode}: ${JSON.stringify(result.issues)}`);
    return result.value.request.body;
  };
  const candidates = {
    [STRINGIFY]: () => JSON.stringify(body),
    [ROUND_TRIP]: () => JSON.parse(JSON.stringify(input)),
    [BUILD]: () => bodyOf(builder.build(input)),
    "waevent: buildRequest": () => bodyOf(waevent.buildRequest(input, target, options)),
    "waevent: parseEvent": () => waevent.parseEvent(input, options),
  };
  for (const [name, peer] of Object.entries(PEERS)) candidates[name] = () => peer.build(input);
  // The same text from everybody, but for the two that make none and the one that stops at the event.
  for (const [name, candidate] of Object.entries(candidates)) {
    if (name === ROUND_TRIP || name.endsWith("parseEvent")) continue;
    if (candidate() !== expected) throw new Error(`${name} builds another body: ${JSON.stringify(candidate())}`);
  }
  return group(`an event with ${mode === "zone" ? "a zone" : "an offset"}`, candidates, [STRINGIFY, ROUND_TRIP, BUILD], rounds);
}

function refusing(waevent, mode, rounds) {
  const input = faulty(mode);
  const builder = waevent.createBuilder(target, options);
  const good = inputs[mode];
  const told = waevent.parseEvent(input, options).issues?.map(({ path }) => path[0]).sort();
  if (String(told) !== "end,name,to") throw new Error(`waevent finds ${told}`);
  const candidates = {
    [BUILD]: () => builder.build(good),
    "waevent: build, refused": () => builder.build(input),
    "waevent: parseEvent, refused": () => waevent.parseEvent(input, options),
  };
  for (const [name, peer] of Object.entries(PEERS)) {
    if (peer.build(input).faults?.length !== 3) throw new Error(`${name} finds ${JSON.stringify(peer.build(input))}`);
    candidates[`${name}, refused`] = () => peer.build(input);
  }
  return group(`an event with three faults, ${mode === "zone" ? "a zone" : "an offset"}`, candidates, [BUILD], rounds);
}

function recipients(waevent, rounds) {
  const text = inputs.zone.to;
  const ours = "waevent: parseRecipient";
  const found = waevent.parseRecipient(text).value;
  if (found.e164 !== parsePhoneNumberFromString(text).number) throw new Error(`${found.e164}`);
  return group("a phone number", {
    [ours]: () => waevent.parseRecipient(text),
    "libphonenumber-js/min: parse and isValid": () => parsePhoneNumberFromString(text).isValid(),
    "libphonenumber-js/min: isValidPhoneNumber": () => isValidPhoneNumber(text),
  }, [ours], rounds);
}

function times(waevent, rounds) {
  const { start, timeZone } = inputs.zone;
  const ours = "waevent: parseTime";
  const set = { ...options, timeZone };
  if (waevent.parseTime(start, set).value.rfc3339 !== zod.time(start, timeZone)) throw new Error("another time");
  return group("a local time in a zone", {
    [ours]: () => waevent.parseTime(start, set),
    luxon: () => zod.time(start, timeZone),
  }, [ours], rounds);
}

function group(what, candidates, references, rounds) {
  const { microseconds, ratio } = measure(candidates, rounds);
  const rows = Object.keys(candidates).map((name) => ({
    name,
    microseconds: microseconds[name],
    ratios: references.map((reference) => ratio(name, reference)),
  }));
  return { what, references, rows };
}

/** Whether memory stays what it was over many builds: the module's own, in bytes, before and after. */
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
