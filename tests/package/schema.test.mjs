// eventSchema follows Standard Schema and Standard JSON Schema exactly, and its JSON Schemas match what the core
// accepts.
import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { expand } from "./support/expand.mjs";
import { folders, list, load, read } from "./support/files.mjs";
import { assertLinear } from "./support/growth.mjs";
import { INHERITED, ODD } from "./support/odd.mjs";
import { EVENT, TARGETS } from "./support/sample.mjs";

const { buildRequest, eventSchema, parseEvent, TargetError } = await load();
const NOW = { now: "2026-01-01T00:00:00Z" };
const INPUT = { to: "+5511999999999", name: "Team meeting", start: "2026-09-10T14:00:00-03:00" };
const validate = (value, options = NOW) => eventSchema(options)["~standard"].validate(value);
const verdict = (result) => (result.ok ? { value: result.value } : { issues: result.issues });

/** Every event in the cases, with its options: { why, input, options }. */
const events = [
  ...list("events").map((name) => ({ why: name, ...read(`events/${name}`) })),
  ...folders("requests").flatMap((gateway) => list("requests", gateway).map((name) => read(`requests/${gateway}/${name}`))),
  ...list("rules").flatMap((name) => {
    const { base, options, rows } = read(`rules/${name}`);
    return rows.map((row) => ({ why: `${name}: ${row.why}`, options: { ...options, ...row.options }, input: row.input ?? { ...base, ...row.set } }));
  }),
  ...list("times").flatMap((name) => read(`times/${name}`).rows).flatMap(({ why, input, options }) => [{ ...INPUT, start: input }, { ...INPUT, end: input }]
    .map((event) => ({ why, input: event, options }))),
  ...list("recipients").flatMap((name) => read(`recipients/${name}`).rows).map(({ why, input, options }) => ({ why, input: { ...INPUT, to: input }, options })),
].filter(({ input }) => input !== undefined).map((row) => expand({ options: NOW, ...row }));

/** Faulty options make no schema, so these cases are left out. */
const usable = ({ options }) => { try { return eventSchema(options); } catch { return undefined; } };

test("the schema has exactly the properties of the two specifications", () => {
  const properties = eventSchema()["~standard"];
  assert.deepEqual(Object.keys(properties).sort(), ["jsonSchema", "validate", "vendor", "version"]);
  assert.equal(properties.version, 1);
  assert.equal(properties.vendor, "waevent");
  assert.deepEqual(Object.keys(properties.jsonSchema).sort(), ["input", "output"]);
});

test("the result for a good event has the frozen event and no key issues", () => {
  const result = validate(INPUT);
  assert.deepEqual(Object.keys(result), ["value"]);
  assert.deepEqual(result.value, parseEvent(INPUT, NOW).value);
  assert.ok(Object.isFrozen(result.value) && Object.isFrozen(result.value.to.whatsappIds));
});

test("the result for a faulty event has its issues and no key value", () => {
  const result = validate({ ...INPUT, name: "", location: { latitude: 91, longitude: 0 } });
  assert.deepEqual(Object.keys(result), ["issues"]);
  assert.deepEqual(result.issues.map(({ path }) => path), [["name"], ["location", "latitude"]]);
  for (const { message, code } of result.issues) assert.ok(message.length > 0 && code.length > 0);
  assert.deepEqual(result.issues[1].params, { min: -90, max: 90 });
});

test("warnings are not failures, except with strict", () => {
  const odd = { ...INPUT, nmae: "x" };
  assert.equal(parseEvent(odd, NOW).warnings.length, 1);
  assert.deepEqual(Object.keys(validate(odd)), ["value"]);
  assert.deepEqual(validate(odd, { ...NOW, strict: true }).issues.map(({ code }) => code), ["unknown_field"]);
});

test("validation gives the same result as parseEvent", () => {
  assert.ok(events.length > 500, `${events.length} events`);
  let good = 0;
  for (const row of events) {
    const schema = usable(row);
    if (schema === undefined) continue;
    const result = schema["~standard"].validate(row.input);
    assert.deepEqual(result, verdict(parseEvent(row.input, row.options)), row.why);
    good += Number("value" in result);
  }
  assert.ok(good > 200 && good < events.length, `${good} good ones`);
});

test("validation with a target gives the same result as buildRequest", () => {
  let refused = 0;
  for (const gateway of folders("requests")) {
    for (const name of list("requests", gateway)) {
      const { input, target, options = NOW } = expand(read(`requests/${gateway}/${name}`));
      const built = buildRequest(input, target, options);
      let schema;
      try { schema = eventSchema({ ...options, target }); } catch (error) {
        assert.ok(error instanceof TargetError && !built.ok, name);
        continue;
      }
      const result = schema["~standard"].validate(input);
      assert.deepEqual(result, built.ok ? { value: built.value.event } : { issues: built.issues }, `${gateway}/${name}`);
      if (built.ok) assert.ok(Object.isFrozen(result.value));
      else refused += Number(parseEvent(input, options).ok);
    }
  }
  assert.ok(refused > 0, "no event was refused for its gateway alone");
});

test("validation never throws, and never returns a Promise", () => {
  for (const options of [NOW, ...TARGETS.map((target) => ({ ...NOW, target }))]) {
    const { validate } = eventSchema(options)["~standard"];
    for (const [name, odd] of Object.entries(ODD)) {
      for (const value of [odd(), { ...EVENT, name: odd() }, { ...EVENT, location: odd() }]) {
        const result = validate(value, { libraryOptions: odd() });
        assert.ok(("value" in result) !== ("issues" in result), name);
        assert.ok(!JSON.stringify(result).includes(INHERITED), name);
        for (const { message, path } of result.issues ?? []) {
          assert.equal(typeof message, "string");
          assert.ok(path.length > 0 && path.every((part) => typeof part === "string" || Number.isInteger(part)), name);
        }
      }
    }
  }
});

test("an unusable target or option throws when the schema is created", () => {
  const told = (options) => {
    try { eventSchema(options); } catch (error) {
      assert.ok(error instanceof TargetError, String(error?.stack ?? error));
      return error.issues.map(({ code, path }) => [code, ...path]);
    }
    return undefined;
  };
  assert.deepEqual(told({ language: "xx" }), [["invalid_option", "language"]]);
  assert.deepEqual(told({ strict: true, zone: "UTC" }), [["unknown_field", "zone"]]);
  assert.deepEqual(told(5), [["wrong_type", "options"]]);
  assert.deepEqual(told(new Map([["target", 1]])), [["wrong_type", "options"]]);
  assert.deepEqual(told({ target: { gateway: "ryzeapi" } }), [["required", "instance"]]);
  assert.deepEqual(told({ target: { gateway: "none" }, language: "xx" }), [["unknown_gateway", "gateway"], ["invalid_option", "language"]]);
  assert.deepEqual(told({ target: null }), [["required", "target"]]);
  assert.deepEqual(told({ get target() { throw new Error("do not look at me"); } }), [["required", "target"]]);
  for (const fine of [undefined, null, {}, { target: undefined }, { zone: "UTC" }, { target: TARGETS[0], strict: true }]) assert.equal(told(fine), undefined);
  for (const odd of Object.values(ODD)) {
    told(odd());
    told({ target: odd() });
  }
});

test("an inherited target is reported, not ignored", () => {
  assert.throws(() => eventSchema(Object.create({ target: { gateway: "ryzeapi", instance: "a" } })), ({ issues: [{ code, path }] }) => code === "wrong_type" && path[0] === "options");
});

test("options are read once, and the clock at each validation", (context) => {
  const options = { timeZone: "America/Sao_Paulo", target: { gateway: "ryzeapi", instance: "a" } };
  const local = { ...INPUT, start: "2026-09-10T14:00" };
  let now = Date.parse("2026-09-10T16:59:59Z");
  context.mock.method(Date, "now", () => now);
  const schemas = [eventSchema(options), eventSchema({ timeZone: options.timeZone })];
  delete options.timeZone;
  delete options.target.instance;
  for (const schema of schemas) assert.equal(schema["~standard"].validate(local).value?.start.rfc3339, "2026-09-10T14:00:00-03:00");
  now += 2000;
  for (const schema of schemas) assert.deepEqual(schema["~standard"].validate(local).issues?.map(({ code }) => code), ["time_past"]);
});

const { input, output } = eventSchema()["~standard"].jsonSchema;
const DRAFTS = {
  "draft-2020-12": { $schema: "https://json-schema.org/draft/2020-12/schema", Ajv: Ajv2020 },
  "draft-07": { $schema: "http://json-schema.org/draft-07/schema#", Ajv: Ajv07 },
};

/** The schema, changed to refuse unknown keys. */
const closed = (schema) => (typeof schema !== "object" || schema === null ? schema
  : Array.isArray(schema) ? schema.map(closed)
    : { ...Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)])), ...(schema.properties && schema.type === "object" ? { additionalProperties: false } : {}) });

/**
 * The cases in rules/ that set only this field: { value, isGood, isLimit }. Of the bad values, only those that a schema
 * can refuse: of another type, or beyond a limit in numbers or characters. A flag has no limit but its type.
 */
function rulesOf(field) {
  const { type } = output({ target: "draft-2020-12" }).properties[field];
  return list("rules").flatMap((name) => read(`rules/${name}`).rows).filter(({ set = {}, options }) => !options && Object.keys(set).join() === field).flatMap((row) => {
    const { set: { [field]: value }, issues: [{ code, params: { max } = {} } = {}] = [] } = expand(row);
    const isLimit = type === "boolean" ? code === "wrong_type" : typeof value === "number" ? max !== undefined : [...String(value)].length > max;
    return code === undefined || code === "wrong_type" || isLimit ? [{ value, isGood: code === undefined, isLimit }] : [];
  });
}

test("unknown JSON Schema targets throw, as the specification requires", () => {
  for (const call of [input, output]) {
    for (const target of ["openapi-3.0", "draft-04", "draft-2019-09", "", "constructor", "toString", undefined, null, 7, ["draft-07"]]) assert.throws(() => call({ target }), TypeError);
    assert.throws(() => call(), TypeError);
    assert.throws(() => call({}), TypeError);
  }
});

test("each call returns a new JSON Schema, which the caller may change", () => {
  input({ target: "draft-07" }).properties.to.pattern = "^$";
  assert.notEqual(input({ target: "draft-07" }).properties.to.pattern, "^$");
});

for (const [target, { $schema, Ajv }] of Object.entries(DRAFTS)) {
  const ajv = new Ajv({ strict: true, allErrors: true });
  const takes = ajv.compile(input({ target, libraryOptions: {} }));
  const fits = ajv.compile(closed(output({ target })));

  test(`${target}: the schemas name their draft, and are valid by its meta-schema`, () => {
    for (const schema of [input({ target }), output({ target })]) {
      assert.equal(schema.$schema, $schema);
      assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
    }
  });

  test(`${target}: what parseEvent accepts fits the input schema, and what it returns fits the output schema`, () => {
    let taken = 0;
    let refused = 0;
    for (const { why, input: value, options } of events) {
      const json = JSON.parse(JSON.stringify(value));
      const result = parseEvent(json, options);
      if (result.ok) {
        assert.ok(takes(json), `${why}: ${JSON.stringify(takes.errors)}`);
        assert.ok(fits(result.value), `${why}: ${JSON.stringify(fits.errors)}`);
        taken += 1;
      } else if (!takes(json)) refused += 1;
    }
    assert.ok(taken > 200, `${taken} taken`);
    assert.ok(refused > 150, `only ${refused} refused: a schema that takes all is of no use`);
  });

  test(`${target}: the limits are the same as in the core`, () => {
    const text = (length) => "a".repeat(length);
    const limits = [
      ["to", "+5511999999999" + " ".repeat(900), text(251)],
      ["name", text(200), text(201)], ["name", "a", ""], ["name", "  a\n", "a\tb"], ["name", "a\r\n \n b", "a\u000eb"], ["name", `${text(99)}\n${text(100)}`, `${text(100)}\n${text(101)}`], ["name", "a\u2028b\u0085c", "a\nb\u0007c"], ["name", `\u0085 ${text(200)}\r\n`, `a${text(199)} a`],
      ["start", "2030-01-01T00:00Z", "2030-01-01"], ["start", 1900000000, true], ["start", " 1900000000 ", "12345678"], ["start", "1900000000.5", "1900000000,5"], ["start", "2030-01-01 00:00:00.5+01:00[Europe/Paris][u-ca=gregory]", "2030-01-01T00:00:00+0100"],
      ["durationMinutes", 0.05, 0], ["durationMinutes", " ", "ninety"], ["durationMinutes", " 90.5", "90,5"], ["timeZone", "America/Sao_Paulo", 5],
      ["description", text(2048), text(2049)], ["description", "a" + "\r\n".repeat(2046) + "a", "a" + "\r\n".repeat(2047) + "a"], ["description", "a\tb\nc", "a\u0007b"], ["description", "a\rb\r\r\nc\u000bd\r\r\re", "a\r\u0007b"], ["description", "\r".repeat(9) + "a\r".repeat(1023) + "a", "a\r\n\u202eb"],
      ["location", text(1000), text(1001)], ["location", {}, []], ["location", { name: text(1000), address: "" }, { name: text(1001) }], ["location", { address: text(1000) }, { address: text(1001) }],
      ["location", { latitude: -90, longitude: 180 }, { latitude: -90.1, longitude: 180 }], ["location", { latitude: 90, longitude: -180 }, { latitude: 90, longitude: -180.1 }],
      ["location", { latitude: 0.5, longitude: 180 }, { latitude: 90.1, longitude: 0 }], ["location", { latitude: "", longitude: null }, { latitude: "north", longitude: 1 }], ["location", { latitude: "-23.5", longitude: "+46" }, { latitude: "-23,5", longitude: "46" }],
      ["joinLink", "HTTPS://example.com/", "http://example.com/"], ["scheduledCall", "", "yes"], ["scheduledCall", " On ", "no"], ["canceled", "FALSE", "2"], ["extraGuestsAllowed", true, 1], ["canceled", false, "no"],
      ["reminderMinutes", 0, -1], ["reminderMinutes", 525600, 525601], ["reminderMinutes", "", "five"], ["reminderMinutes", "5", "1e1"],
      ["reminderSeconds", 0, -1], ["reminderSeconds", 31536000, 31536001], ["reminderSeconds", "90", "1e1"],
      ["replyTo", text(256), text(257)], ["replyTo", "a_@.:-1 ", "a b"], ["replyPrivately", null, 0],
    ].flatMap(([field, good, bad]) => [[field, good, true], [field, bad, false]]);
    const fields = new Set(limits.map(([field]) => field));
    // Whether an end is good depends on its start.
    for (const field of Object.keys(input({ target }).properties).filter((name) => name !== "end" && !fields.has(name))) {
      const rows = rulesOf(field);
      assert.ok(rows.some(({ isGood }) => isGood), `${field}: no row of tests/cases/rules has a good one`);
      assert.ok(rows.some(({ isLimit }) => isLimit), `${field}: no row of tests/cases/rules has one that is beyond its limit`);
      limits.push(...rows.map(({ value, isGood }) => [field, value, isGood]));
    }
    for (const [field, value, is] of limits) {
      const event = { ...INPUT, [field]: value };
      const why = `${field}: ${JSON.stringify(value).slice(0, 60)}`;
      const { ok, issues = [] } = parseEvent(event, { ...NOW, timeZone: "UTC" });
      assert.equal(ok, is, `parseEvent, ${why}: ${issues.map(({ code }) => code)}`);
      assert.equal(takes(event), is, `the schema, ${why}: ${JSON.stringify(takes.errors)}`);
    }
    for (const field of ["to", "name", "start"]) {
      const { [field]: left, ...rest } = INPUT;
      assert.ok(!takes(rest) && !takes({ ...rest, [field]: null }), field);
    }
  });

  test(`${target}: every optional field may be null or blank`, () => {
    const { required, properties } = input({ target });
    assert.deepEqual(required, Object.keys(INPUT));
    const optional = Object.keys(properties).filter((field) => !required.includes(field));
    for (const field of optional) for (const none of [null, "", " \n"]) assert.ok(takes({ ...INPUT, [field]: none }), `${field}: ${JSON.stringify(none)}`);
    for (const part of Object.keys(input({ target }).properties.location.anyOf[1].properties)) for (const none of [null, "", " "]) assert.ok(takes({ ...INPUT, location: { [part]: none } }), part);
  });

  test(`${target}: long texts are refused in linear time`, () => {
    const spaces = (length) => " ".repeat(length);
    const longs = [
      (length) => `${spaces(length)}\u0007`, (length) => `${spaces(length)}a\u0007${spaces(length)}a`, (length) => `a${spaces(length)}`.repeat(4), (length) => `${"\r\n".repeat(length)}a\u0007`,
      (length) => `\ufeff${spaces(length)}\u200b\u0007a`, (length) => `a${"\r".repeat(length)}`, (length) => "[".repeat(length), (length) => `${"1".repeat(length)}x`,
    ];
    for (const long of longs) {
      for (const field of Object.keys(input({ target }).properties)) {
        assertLinear(`${field} of ${JSON.stringify(long(2))}`, 48_000, (length) => {
          const event = { ...INPUT, [field]: long(length) };
          return () => takes(event);
        });
      }
    }
  });
}
