// The schema of descriptions accepts the built-in ones, and refuses them with any change that the core refuses.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { expand } from "./support/expand.mjs";

const folder = new URL("../../gateways/", import.meta.url);
const json = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const takes = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false })
  .compile(json("gateway.schema.json"));
const pages = readdirSync(folder).filter((name) => /^[^.]+\.json$/.test(name));

test("every built-in description fits the schema", () => {
  assert.ok(pages.length >= 5);
  for (const name of pages) assert.ok(takes(json(name)), `${name}: ${JSON.stringify(takes.errors)}`);
});

/** JSON Merge Patch, as RFC 7396 defines it. */
function patched(value, change) {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
  const fields = { ...value };
  for (const [name, inner] of Object.entries(change)) {
    if (inner === null) delete fields[name];
    else Object.defineProperty(fields, name, { value: patched(fields[name], inner), enumerable: true, configurable: true, writable: true });
  }
  return fields;
}

test("the schema accepts each description in the cases that the core accepts", () => {
  const { description, rows } = expand(JSON.parse(readFileSync(new URL("../cases/descriptions.json", import.meta.url), "utf8")));
  for (const { why, patch } of rows.filter(({ issues }) => !issues)) {
    assert.ok(takes(patched(description, patch)), `${why}: ${JSON.stringify(takes.errors)}`);
  }
});

test("the schema refuses a description with an unknown key, a missing part or a wrong name", () => {
  const changes = {
    "another key": (page) => { page.url = "https://example.com"; },
    "an unknown key in a request": (page) => { page.request.method = "PUT"; },
    "an unknown key in an edit": (page) => { page.edit = { method: "PUT", body: { id: "{messageId}" } }; },
    "an edit that is a string": (page) => { page.edit = "request"; },
    "an unknown form of ids": (page) => { page.cancel = { messageId: "short", body: { id: "{messageId}" } }; },
    "an unknown key in the replies": (page) => { page.answers.succeses = []; },
    "no target": (page) => { delete page.target; },
    "no body": (page) => { delete page.request.body; },
    "an unknown fact": (page) => { page.request.body.colour = "$colour"; },
    "a condition without a consequence": (page) => { page.request.body.flag = { $if: "$canceled" }; },
    "a condition on a text": (page) => { page.request.body.flag = { $if: "$name", then: 1 }; },
    "a URL elsewhere": (page) => { page.request.url = "https://example.com/events"; },
    "a recipient without its id": (page) => { page.request.recipients.person = "5511999999999"; },
    "a field of an unknown kind": (page) => { page.target.other = { is: "text" }; },
    "a choice with a single value": (page) => { page.target.other = { is: "choice", of: ["one"] }; },
    "a limit of zero": (page) => { page.limits = { name: 0 }; },
    "a limit for a field that cannot have one": (page) => { page.limits = { source: 10 }; },
    "a text on two lines": (page) => { page.name = "a\nb"; page.notes = ["a\nb"]; },
    "a field called gateway": (page) => { page.target.gateway = { is: "label" }; },
    "too many variants": (page) => { page.variants = Array(33).fill({ when: { a: "b" }, request: {} }); },
    "an unknown reply code": (page) => { page.answers.codes = { x: "broken" }; },
  };
  for (const name of pages) {
    for (const [what, change] of Object.entries(changes)) {
      const page = json(name);
      change(page);
      assert.ok(!takes(page), `${name} with ${what}`);
    }
  }
});

const libraries = new URL("../../libraries/", import.meta.url);
const library = (name) => JSON.parse(readFileSync(new URL(name, libraries), "utf8"));
const takesLibrary = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false })
  .addSchema(json("gateway.schema.json"), "../gateways/gateway.schema.json")
  .compile(library("library.schema.json"));
const shipped = readdirSync(libraries).filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"));

test("every built-in library fits the schema of libraries, and not that of gateways", () => {
  assert.ok(shipped.length >= 2);
  for (const name of shipped) {
    assert.ok(takesLibrary(library(name)), `${name}: ${JSON.stringify(takesLibrary.errors)}`);
    assert.ok(!takes(library(name)), name);
  }
});

test("the schema refuses a library with an unknown key, a missing part or a wrong name", () => {
  const changes = {
    "another key": (page) => { page.target = {}; },
    "an unknown key in a call": (page) => { page.call.url = "{baseUrl}/x"; },
    "no arguments": (page) => { page.call.args = []; },
    "no recipients": (page) => { delete page.call.recipients; },
    "an unknown fact": (page) => { page.call.args.push("$colour"); },
    "a date made of another fact": (page) => { page.call.args.push("$name.date"); },
    "a condition without a consequence": (page) => { page.call.args.push({ $if: "$canceled" }); },
    "a field of a target": (page) => { page.call.args.push("{session}"); },
    "an invented end after half a minute": (page) => { page.call.inventsEndSeconds = 30; },
  };
  for (const name of shipped) {
    for (const [what, change] of Object.entries(changes)) {
      const page = library(name);
      change(page);
      assert.ok(!takesLibrary(page), `${name} with ${what}`);
    }
  }
  const gateway = json("waha.json");
  gateway.request.body.at = "$start.date";
  assert.ok(!takes(gateway), "a date in JSON");
});
