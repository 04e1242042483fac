// The exported names: exactly those that the types declare exist at run time.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { consumer, load } from "./support/files.mjs";

const folder = join(consumer(), "node_modules", "waevent");
const types = (name) => readFileSync(join(folder, name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const declared = (name) => [...types(name).matchAll(/^export (?:declare )?(?:async )?(const|let|var|function|class|enum) (\w+)/gm)].map(([, kind, word]) => ({ kind, word }));
/** A script with uniform white space, however it was packed. */
const scriptOf = (name) => transformSync(readFileSync(join(folder, name), "utf8")).code;
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const main = declared("index.d.ts");
const entryPoints = { waevent: main, "waevent/inline": main, "waevent/slim": [...main, ...declared("slim.d.ts")] };

test("the types declare the functions, the errors and the facts", () => {
  const words = ["parseEvent", "parseTime", "parseRecipient", "buildRequest", "buildCall", "buildEdit", "buildCancel", "createBuilder", "buildLines", "authorize", "bodySchema", "findOverlaps", "parseReply", "parseRsvp", "sameMessage", "sameRecipient", "tally", "gateways", "libraries", "versions", "formatIssue", "eventSchema",
    "TargetError", "NotInitializedError", "InternalError"];
  assert.deepEqual(main.map(({ word }) => word).sort(), words.sort());
  assert.deepEqual(entryPoints["waevent/slim"].slice(main.length).map(({ word }) => word).sort(), ["init", "initSync"]);
  assert.match(types("slim.d.ts"), /^export \* from "\.\/index\.js";$/m);
  assert.equal(types("inline.d.ts"), 'export * from "./index.js";\n');
  // Exports in any other form would not be found above.
  assert.doesNotMatch(types("index.d.ts"), /^export (default|\{|=|\*|namespace|abstract)/m);
});

for (const [name, promised] of Object.entries(entryPoints)) {
  test(`${name} exports what its types declare, and nothing else`, async () => {
    const entryPoint = await load(name);
    assert.deepEqual(Object.keys(entryPoint).sort(), promised.map(({ word }) => word).sort());
    for (const { kind, word } of promised) {
      const isClass = typeof entryPoint[word] === "function" && Object.getOwnPropertyDescriptor(entryPoint[word], "prototype")?.writable === false;
      const found = typeof entryPoint[word] !== "function" ? "const" : isClass ? "class" : "function";
      assert.equal(found, kind, word);
      if (found !== "const") assert.equal(entryPoint[word].name, word);
    }
  });
}

for (const script of ["browser.js", "workerd.js"]) {
  test(`${script} has the same names as the entry point for Node`, () => {
    for (const name of [script, "node.js"]) {
      assert.deepEqual([...scriptOf(name).matchAll(/^export .*$/gm)].map(([line]) => line), ['export * from "./api.js";'], name);
    }
  });
}

test("waevent/form exports what its types declare, and starts nothing", async () => {
  const entryPoint = await load("waevent/form");
  assert.deepEqual(Object.keys(entryPoint).sort(), ["bindForm", "fillTimeZones"]);
  assert.deepEqual(declared("form.d.ts").map(({ word }) => word).filter((word, at, all) => all.indexOf(word) === at).sort(), Object.keys(entryPoint).sort());
  assert.deepEqual([...new Set([...scriptOf("form.js").matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => match[1]))].sort(), ["./api.js", "./ask.js", "./facts.js"]);
});

test("waevent/phones exports what its types declare, and starts nothing", async () => {
  const entryPoint = await load("waevent/phones");
  assert.deepEqual(Object.keys(entryPoint).sort(), ["countries", "fillCountries", "formatRecipient", "writeRecipient"]);
  assert.deepEqual(declared("phones.d.ts").map(({ word }) => word).sort(), Object.keys(entryPoint).sort());
  assert.deepEqual([...scriptOf("phones.js").matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => match[1]), ["./api.js", "./messages.js", "./phone-formats.js"]);
});

test("waevent/webhooks exports what its types declare, and starts nothing", async () => {
  const entryPoint = await load("waevent/webhooks");
  assert.deepEqual(Object.keys(entryPoint), ["verifyWebhook"]);
  assert.deepEqual(declared("webhooks.d.ts").map(({ word }) => word), Object.keys(entryPoint));
  assert.deepEqual([...scriptOf("webhooks.js").matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => match[1]), ["./api.js", "./ask.js", "./errors.js", "./messages.js", "./plain.js", "./read.js", "./wire.js"]);
});

test("waevent/when exports what its types declare, and starts nothing", async () => {
  const entryPoint = await load("waevent/when");
  assert.deepEqual(Object.keys(entryPoint), ["describeTime"]);
  assert.deepEqual(declared("when.d.ts").map(({ word }) => word), Object.keys(entryPoint));
  assert.deepEqual([...new Set([...scriptOf("when.js").matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => match[1]))].sort(), ["./api.js", "./ask.js", "./errors.js", "./host.js", "./plain.js"]);
});

test("waevent/define exports what its types declare, and starts nothing but its own module", async () => {
  assert.deepEqual(Object.keys(await load("waevent/define")), ["defineGateway"]);
  assert.deepEqual(declared("define.d.ts").map(({ word }) => word), ["defineGateway"]);
  for (const script of ["define.js", "define-workerd.js"]) assert.match(scriptOf(script), /^export \{\n? *defineGateway\n? *\} from "\.\/definition\.js";$|import \{ defineGateway/m);
});

test("waevent/calendar exports what its types declare, and starts nothing", async () => {
  assert.deepEqual(declared("calendar.d.ts").map(({ word }) => word), Object.keys(await load("waevent/calendar")));
  assert.deepEqual([...new Set([...scriptOf("calendar.js").matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => match[1]))].sort(), ["./api.js", "./messages.js", "./plain.js"]);
});

test("the error classes extend Error, and their names survive minifying", async () => {
  const { TargetError, NotInitializedError, InternalError, createBuilder } = await load();
  for (const type of [TargetError, NotInitializedError, InternalError]) assert.ok(type.prototype instanceof Error, type.name);
  assert.throws(() => createBuilder({ gateway: "none" }), (error) => {
    assert.ok(error instanceof TargetError && error instanceof Error);
    assert.equal(error.name, "TargetError");
    assert.ok(Object.hasOwn(error, "issues") && error.issues.length === 1);
    assert.equal(error.message, error.issues[0].message);
    assert.match(error.stack, /^TargetError: |\bat createBuilder\b/);
    return true;
  });
  const source = scriptOf("errors.js");
  for (const type of [TargetError, NotInitializedError, InternalError]) assert.ok(source.includes(`name = "${type.name}"`), type.name);
});

test("a missing argument is the caller's mistake, and throws", async () => {
  const entryPoint = await load();
  const target = { gateway: "ryzeapi", instance: "a" };
  for (const call of [() => entryPoint.parseEvent(), () => entryPoint.parseTime(), () => entryPoint.parseRecipient(), () => entryPoint.buildRequest(), () => entryPoint.buildRequest({}), () => entryPoint.buildCall({}),
    () => entryPoint.buildEdit(), () => entryPoint.buildEdit({}), () => entryPoint.buildEdit({}, "3EB0"), () => entryPoint.buildCancel(), () => entryPoint.buildCancel("3EB0"),
    () => entryPoint.createBuilder(), () => entryPoint.authorize(), () => entryPoint.authorize({}), () => entryPoint.parseReply(), () => entryPoint.parseReply("wawp"), () => entryPoint.findOverlaps(), () => entryPoint.parseRsvp(), () => entryPoint.parseRsvp("wawp"), () => entryPoint.formatIssue(), () => entryPoint.tally(), () => entryPoint.sameRecipient({}), () => entryPoint.sameMessage("a")]) {
    assert.throws(call, (error) => error instanceof TypeError && /^waevent: .+ is missing/.test(error.message), String(call));
  }
  // An argument that is given but undefined is data.
  for (const call of [() => entryPoint.parseEvent(undefined), () => entryPoint.parseTime(undefined), () => entryPoint.parseRecipient(undefined),
    () => entryPoint.buildRequest(undefined, target), () => entryPoint.buildRequest({}, undefined), () => entryPoint.createBuilder(target).build(),
    () => entryPoint.buildEdit(undefined, undefined, undefined), () => entryPoint.buildCancel(undefined, undefined)]) {
    assert.equal(call().ok, false, String(call));
  }
});

test("gateways and versions are frozen", async () => {
  for (const name of Object.keys(entryPoints)) {
    const { gateways, libraries, versions } = await load(name);
    const frozen = (value, at) => {
      if (typeof value !== "object" || value === null) return;
      assert.ok(Object.isFrozen(value), at);
      for (const [key, part] of Object.entries(value)) frozen(part, `${at}.${key}`);
    };
    frozen(gateways, `${name} gateways`);
    frozen(libraries, `${name} libraries`);
    frozen(versions, `${name} versions`);
    assert.throws(() => gateways.push({}), TypeError);
    assert.throws(() => { gateways[0].secrets[0] = "x"; }, TypeError);
    assert.equal(versions.waevent, manifest.version);
    assert.deepEqual(Object.keys(versions), ["waevent", "timeZones", "phoneNumbers"]);
  }
});

test("the gateways are those that the types list, and each has the fields of its type", async () => {
  const { gateways } = await load();
  const source = types("index.d.ts");
  const ids = [...source.match(/export type GatewayId =([^;]+);/)[1].matchAll(/"(\w+)"/g)].map((match) => match[1]);
  assert.deepEqual(gateways.map(({ id }) => id), ids);
  const fields = [...source.match(/export interface Gateway \{([\s\S]*?)\n\}/)[1].matchAll(/^ {2}(\w+)(\?)?:/gm)].map(([, name, optional]) => ({ name, optional: optional === "?" }));
  const inputs = [...source.match(/export interface EventInput \{([\s\S]*?)\n\}/)[1].matchAll(/^ {2}(\w+)\??:/gm)].map((match) => match[1]);
  for (const gateway of gateways) {
    for (const { name, optional } of fields) assert.ok(optional || Object.hasOwn(gateway, name), `${gateway.id}.${name}`);
    assert.deepEqual(Object.keys(gateway).filter((key) => !fields.some(({ name }) => name === key)), []);
    assert.deepEqual([...gateway.fields, ...gateway.requires].filter((field) => !inputs.includes(field.split(".")[0])), [], gateway.id);
    assert.match(gateway.documentation, /^https:\/\//);
  }
});

test("the libraries are those that the types list, and each has the fields of its type", async () => {
  const { gateways, libraries } = await load();
  const source = types("index.d.ts");
  const ids = [...source.match(/export type LibraryId =([^;]+);/)[1].matchAll(/"([\w.-]+)"/g)].map((match) => match[1]);
  assert.deepEqual(libraries.map(({ id }) => id), ids);
  assert.deepEqual(ids.filter((id) => gateways.some((gateway) => gateway.id === id)), []);
  const fields = [...source.match(/export interface Library \{([\s\S]*?)\n\}/)[1].matchAll(/^ {2}(\w+)(\?)?:/gm)].map(([, name, optional]) => ({ name, optional: optional === "?" }));
  for (const library of libraries) {
    for (const { name, optional } of fields) assert.ok(optional || Object.hasOwn(library, name), `${library.id}.${name}`);
    assert.deepEqual(Object.keys(library).filter((key) => !fields.some(({ name }) => name === key)), []);
    assert.match(library.documentation, /^https:\/\//);
  }
});

test("waevent/card exports what its types declare, and imports no other file", async () => {
  assert.deepEqual(declared("card.d.ts").map(({ word }) => word), Object.keys(await load("waevent/card")));
  assert.doesNotMatch(scriptOf("card.js"), /^import|\bimport\(/m);
});

test("waevent/react exports what its types declare, is a client module, and imports only React and the form", () => {
  assert.deepEqual([...new Set(declared("react.d.ts").map(({ word }) => word))], ["useEventForm"]);
  const script = scriptOf("react.js");
  assert.match(script, /^"use client";\n/);
  assert.deepEqual([...script.matchAll(/^export (?:function|const) (\w+)/gm)].map((match) => match[1]), ["useEventForm"]);
  assert.deepEqual([...script.matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => match[1]), ["react", "./form.js"]);
});
