// `waevent/lite` exports what its types declare, and its own module returns exactly what the whole one does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { answer } from "./support/child.mjs";
import { consumer, everyCase, load, read } from "./support/files.mjs";
import { LITE_KINDS, recorded } from "./support/record.mjs";
import { compile, MODES } from "./support/tsc.mjs";

const NAMES = ["InternalError", "NotInitializedError", "TargetError", "buildRequest", "createBuilder", "eventSchema", "formatIssue", "gateways",
  "parseEvent", "parseRecipient", "parseTime", "versions"];
const support = (name) => JSON.stringify(new URL(`./support/${name}`, import.meta.url).href);
/** The entry point with Lite's own module, which Node otherwise does not use. */
const LITE = "./node_modules/waevent/lite-inline.js";
const whole = await load();

for (const entry of ["waevent/lite", "waevent/lite/inline"]) {
  test(`${entry} exports these names, with the same values as waevent`, async () => {
    const lite = await load(entry);
    assert.deepEqual(Object.keys(lite).sort(), NAMES);
    for (const name of NAMES) assert.equal(lite[name], whole[name], name);
  });
}

test("the types of waevent/lite declare the same names", () => {
  const types = readFileSync(join(consumer(), "node_modules/waevent/lite.d.ts"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const [, values] = /^export \{([^}]*)\}/m.exec(types);
  assert.deepEqual(values.split(",").map((name) => name.trim()).filter(Boolean).sort(), NAMES);
});

test("the types of waevent/lite are found, and lack what it leaves out", async () => {
  for (const entry of ["waevent/lite", "waevent/lite/inline"]) {
    const script = `import { buildRequest, type Built, type EventInput, type Target } from "${entry}";
      // @ts-expect-error
      import { parseReply } from "${entry}";
      void parseReply;
      const input: EventInput = { to: "+5511999999999", name: "A", start: 0 };
      const target: Target = { gateway: "wappfy", session: "a" };
      export const built: Built | undefined = buildRequest(input, target).value;`;
    for (const { options } of Object.values(MODES)) assert.deepEqual(await compile({ "lite.mts": script }, options), [], entry);
  }
});

test("every case that Lite's module supports gives the same result as with the whole module", async () => {
  const cases = everyCase().filter(([kind]) => LITE_KINDS.includes(kind));
  const told = await answer(`
    import * as lite from "${LITE}";
    import { everyCase, read } from ${support("files.mjs")};
    import { LITE_KINDS, recorded } from ${support("record.mjs")};
    const cases = everyCase().filter(([kind]) => LITE_KINDS.includes(kind));
    console.log(JSON.stringify(cases.map(([kind, name]) => recorded(lite, kind, read(name), (event) => read("events/" + event)))));
  `);
  assert.equal(told.length, cases.length);
  let answers = 0;
  for (const [at, [kind, name]] of cases.entries()) {
    assert.deepEqual(told[at], recorded(whole, kind, read(name), (event) => read(`events/${event}`)), name);
    assert.deepEqual(told[at].faults, [], name);
    answers += told[at].answers.length;
  }
  assert.ok(answers > 5000, `${answers} answers`);
});

test("eventSchema of waevent/lite checks options and events like that of waevent", async () => {
  const calls = `(waevent) => [undefined, {}, { timeZone: "Mars/Base" }, { country: "XX", secrets: 5 }, { target: {} }, { target: { gateway: "waha", session: "a" } }].map((options) => {
    try {
      const { validate, jsonSchema } = waevent.eventSchema(options)["~standard"];
      return [validate({ to: "+5511999999999", name: "", start: 0 }), jsonSchema.input({ target: "draft-07" })];
    } catch (error) {
      return [error.name, error.message, error.issues];
    }
  })`;
  const told = await answer(`import * as lite from "${LITE}"; console.log(JSON.stringify((${calls})(lite)));`);
  assert.equal(JSON.stringify(told), JSON.stringify((0, eval)(calls)(whole)));
});

test("if the whole package is imported too, it takes over, and builders made before still work", async () => {
  const told = await answer(`
    import * as lite from "${LITE}";
    const event = { to: "+5511999999999", name: "A", start: "2037-01-01T00:00:00Z" };
    const builder = lite.createBuilder({ gateway: "ryzeapi", instance: "a" });
    const before = builder.build(event);
    const whole = await import("./node_modules/waevent/inline.js");
    const later = await import("./node_modules/waevent/lite-inline-node.js");
    console.log(JSON.stringify({
      same: JSON.stringify(builder.build(event)) === JSON.stringify(before),
      reply: typeof whole.parseReply("ryzeapi", { status: 401, body: "" }).message,
      one: lite.parseEvent === whole.parseEvent && later.parseEvent === whole.parseEvent,
      language: lite.parseEvent({}, { language: "es" }).ok,
    }));
  `);
  assert.deepEqual(told, { same: true, reply: "string", one: true, language: false });
});

test("the module of waevent/lite is refused by waevent", async () => {
  const told = await answer(`
    import { readFileSync } from "node:fs";
    import { initSync } from "waevent/slim";
    try { initSync(readFileSync("node_modules/waevent/waevent_lite.wasm")); } catch ({ message }) { console.log(JSON.stringify(message)); }
  `);
  assert.equal(told, "This is not waevent's module");
});
