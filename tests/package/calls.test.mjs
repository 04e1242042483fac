// What the cases cannot cover about calls: real Date objects, issues of all arguments at once, and no mixing with
// gateways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";

const { buildCall, buildRequest, createBuilder, gateways, libraries, parseReply, TargetError } = await load();

const EVENT = { to: "+5511999999999", name: "Team meeting", start: "2037-09-10T14:00:00.5-03:00", end: "2037-09-10T15:00:00-03:00" };
const told = (list) => list.map(({ code, path }) => [code, ...path]);

test("times are Date objects in whole seconds, and changing one does not affect another call", () => {
  const [one, other] = [1, 2].map(() => buildCall(EVENT, { library: "baileys" }).value.args[0].event);
  assert.ok(one.startDate instanceof Date && one.endDate instanceof Date);
  assert.equal(one.startDate.getTime(), Date.UTC(2037, 8, 10, 17));
  one.startDate.setTime(0);
  one.name = "";
  assert.deepEqual([other.startDate.getTime(), other.name], [Date.UTC(2037, 8, 10, 17), "Team meeting"]);
  const [, start, { endTime }] = buildCall(EVENT, { library: "whatsapp-web.js" }).value.args;
  assert.ok(start instanceof Date && endTime instanceof Date);
  assert.equal(buildCall(EVENT, { library: "wa-js" }).value.args[0].startTime, Date.UTC(2037, 8, 10, 17) / 1000);
});

test("only wa-js invents an end", () => {
  // Its source adds two hours if a call has no end. The other libraries send what they get.
  const inventing = libraries.filter((library) => Object.hasOwn(library, "inventsEndSeconds"));
  assert.deepEqual(inventing.map(({ id, inventsEndSeconds }) => [id, inventsEndSeconds]), [["wa-js", 7200]]);
});

/** The texts in a value, and its dates as `Date.toISOString` returns them. */
function inside(value, found = { texts: [], dates: [] }) {
  if (typeof value === "string") found.texts.push(value);
  else if (value instanceof Date) found.dates.push(value.toISOString());
  else if (typeof value === "object" && value !== null) Object.values(value).forEach((part) => inside(part, found));
  return found;
}

test("a text that looks like a date stays a text", () => {
  for (const text of ['{"$date":"2020-01-01T00:00:00.000Z"}', "$date", "$start.date", '"},"$date":0,{"', "2020-01-01T00:00:00.000Z"]) {
    for (const { id } of libraries) {
      const input = { ...EVENT, name: text, description: text, location: { name: text, latitude: 1, longitude: 2 } };
      const { texts, dates } = inside(buildCall(input, { library: id }).value.args);
      assert.deepEqual(texts.filter((each) => each === text).length, 3, `${id}: ${texts}`);
      assert.deepEqual(dates, id === "wa-js" ? [] : ["2037-09-10T17:00:00.000Z", "2037-09-10T18:00:00.000Z"], id);
    }
  }
});

test("changed prototypes create no dates", () => {
  Object.defineProperty(Object.prototype, "$date", { value: 0, configurable: true });
  try {
    const { event } = buildCall({ ...EVENT, location: "A" }, { library: "baileys" }).value.args[0];
    assert.deepEqual({ ...event.location }, { name: "A" });
    assert.ok(event.startDate instanceof Date && !(event.location instanceof Date));
  } finally {
    delete Object.prototype.$date;
  }
});

test("issues of event, library and options are reported at once, and strict turns warnings into issues", () => {
  const { issues } = buildCall({ ...EVENT, name: "" }, { library: "none" }, { epochUnit: "years" });
  assert.deepEqual(told(issues), [["required", "name"], ["invalid_option", "library"], ["invalid_option", "epochUnit"]]);
  assert.deepEqual(issues[1].params, { expected: libraries.map(({ id }) => id) });
  const strict = buildCall({ ...EVENT, end: null, source: "crm" }, { library: "wa-js" }, { strict: true });
  assert.deepEqual(told(strict.issues), [["time_fraction_dropped", "start"], ["end_invented", "end"], ["field_unsupported", "source"]]);
  for (const [found, value] of [["string", "baileys"], ["number", 5], ["array", ["baileys"]], ["map", new Map([["library", "baileys"]])]]) {
    assert.deepEqual(buildCall(EVENT, value).issues.map(({ path, params }) => [path, params.found]), [[["target"], found]]);
  }
});

test("messages for guests name neither the library nor a field of the API", () => {
  const { warnings } = buildCall({ ...EVENT, end: null, start: "2037-09-10T14:00-03:00" }, { library: "wa-js" }, { labels: { end: "Until" } });
  assert.deepEqual(warnings.map(({ message }) => message), [
    'Say when the event ends in "Until": otherwise it is shown with an end 120 minutes after its start.',
  ]);
});

test("functions for gateways refuse libraries, and buildCall refuses gateways", () => {
  for (const { id } of libraries) {
    assert.deepEqual(told(buildRequest(EVENT, { gateway: id }).issues), [["unknown_gateway", "gateway"]]);
    assert.deepEqual(told(buildRequest(EVENT, { library: id }).issues), [["required", "gateway"]]);
    assert.throws(() => createBuilder({ library: id }), TargetError);
    assert.throws(() => parseReply(id, { status: 200, body: "" }), TargetError);
  }
  for (const { id } of gateways) assert.deepEqual(told(buildCall(EVENT, { library: id }).issues), [["invalid_option", "library"]]);
});
