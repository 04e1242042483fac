// The package's types, as a user's compiler reads them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { expand } from "./support/expand.mjs";
import { consumer, folders, list, read } from "./support/files.mjs";
import { compile, MODES } from "./support/tsc.mjs";

const fixture = (name) => readFileSync(new URL(`./fixtures/types/${name}.ts`, import.meta.url), "utf8");
const good = fixture("good");
const wrong = fixture("wrong");
const own = fixture("own");
const schema = fixture("schema");
const narrowing = fixture("narrowing");

for (const [mode, { options, endings }] of Object.entries(MODES)) {
  for (const ending of endings) {
    test(`correct usage compiles and wrong usage fails in a .${ending} file, resolved as ${mode}`, async () => {
      assert.deepEqual(await compile({ [`good.${ending}`]: good, [`wrong.${ending}`]: wrong, [`own.${ending}`]: own }, options), []);
    });
  }
}

test("in CommonJS, resolved as node16, the compiler suggests import() and accepts it", async () => {
  const { options } = MODES.node16;
  const [error, ...more] = await compile({ "static.cts": 'import { parseTime } from "waevent";\nparseTime("2031-01-01T00:00:00Z");' }, options);
  assert.deepEqual([error.code, more], [1479, []]);
  assert.match(error.message, /Consider writing a dynamic 'import\("waevent"\)' call instead/);
  const taken = `export const start = async (text: string) => {
    const { parseTime } = await import("waevent");
    return parseTime(text).value?.epochSeconds satisfies number | undefined;
  };`;
  assert.deepEqual(await compile({ "dynamic.cts": taken }, options), []);
});

test("the schema has the types of the two specifications", async () => {
  for (const exactOptionalPropertyTypes of [false, true]) {
    assert.deepEqual(await compile({ "schema.mts": schema }, { ...MODES.nodenext.options, exactOptionalPropertyTypes }), []);
  }
});

for (const [kind, options] of Object.entries({ strict: {}, "strict, with exact optional properties": { exactOptionalPropertyTypes: true }, "not strict": { strict: false } })) {
  test(`results are narrowed and unknown data is accepted in a project that is ${kind}`, async () => {
    assert.deepEqual(await compile({ "narrowing.mts": narrowing }, { ...MODES.nodenext.options, ...options }), []);
  });
}

test("no declaration contains any", () => {
  const installed = join(consumer(), "node_modules", "waevent");
  const types = readdirSync(installed, { recursive: true }).map(String).filter((name) => name.endsWith(".d.ts"));
  assert.ok(types.length > 8);
  for (const name of types) assert.doesNotMatch(readFileSync(join(installed, name), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"]*"/g, ""), /\bany\b/, name);
});

test("wrong usage fails with exactly the error numbers in the fixture", async () => {
  const bare = wrong.replaceAll("// @ts-expect-error", "// expected");
  const expected = wrong.split("\n").flatMap((line, at) => {
    const code = line.match(/\/\/ @ts-expect-error (\d+) \S/)?.[1];
    return line.includes("@ts-expect-error") ? [{ line: at + 2, code: Number(code) }] : [];
  });
  assert.ok(expected.length > 25);
  const errors = await compile({ "wrong.mts": bare }, MODES.nodenext.options);
  assert.deepEqual(errors.map(({ line, code }) => ({ line, code })), expected, JSON.stringify(errors, null, 1));
});

/** A row is left out if the package itself reports a wrong shape, because the types need not allow that. */
const odd = (row) => [...(row.issues ?? []), ...(row.warnings ?? [])].some(({ code }) => ["unknown_field", "wrong_type", "required", "invalid_option", "unknown_gateway"].includes(code));

test("the events, targets, options, times and secrets in the cases fit the types", async () => {
  const lines = ['import type { Event, EventInput, Options, Recipient, Target, Time, TimeInput } from "waevent";'];
  // Every key of an event may be null. In a target or in options, null is accepted but not part of the types.
  const given = (value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
  const put = (value, type) => lines.push(`void (${JSON.stringify(expand(value))} satisfies ${type});`);
  for (const name of list("events")) {
    const { input, options = {}, event, ...row } = read(`events/${name}`);
    if (!odd(row)) put(input, "EventInput");
    put(options, "Options");
    put(event, "Event");
  }
  for (const gateway of folders("requests")) {
    for (const name of list("requests", gateway)) {
      const { target, input, options = {}, ...row } = read(`requests/${gateway}/${name}`);
      if (odd(row)) continue;
      put(given(target), "Target");
      put(options, "Options");
      if (input) put(input, "EventInput");
    }
  }
  for (const row of read("targets").rows) if (!odd(row)) put(given(row.target), "Target");
  for (const row of read("options").rows) if (!odd(row) && row.options !== null) put(given(row.options), "Options");
  for (const { input, time, ...row } of list("times").flatMap((name) => read(`times/${name}`).rows)) {
    if (!odd(row) && typeof input !== "object") put(input, "TimeInput");
    // Objects of other programs have more fields than are read, such as a calendar, so they are not object literals.
    // Blank parts are accepted, like null.
    if (time && input !== null && typeof input === "object") {
      const promised = Object.fromEntries(Object.entries(given(input)).filter(([, part]) => part !== ""));
      lines.push(`{ const held = ${JSON.stringify(promised)}; held satisfies TimeInput; }`);
    }
    // Some rows give only some fields of a time.
    if (time) put(time, time.epochMilliseconds === undefined ? "Partial<Time>" : "Time");
  }
  for (const { recipient } of list("recipients").flatMap((name) => read(`recipients/${name}`).rows)) {
    // Some rows give only some fields of a recipient.
    if (recipient?.kind !== undefined && (recipient.jid ?? recipient.id)) put(recipient, "Recipient");
  }
  const counted = (type) => lines.filter((line) => line.endsWith(`satisfies ${type});`)).length;
  for (const [type, least] of Object.entries({ EventInput: 12, Event: 12, Target: 60, Options: 60, Time: 10, TimeInput: 10, Recipient: 5 })) {
    assert.ok(counted(type) >= least, `only ${counted(type)} of ${type}`);
  }
  const errors = await compile({ "cases.mts": lines.join("\n") }, MODES.nodenext.options);
  assert.deepEqual(errors.map(({ line, message }) => `${message}\n${lines[line - 1]}`), []);
});
