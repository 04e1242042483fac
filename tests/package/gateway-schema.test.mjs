// The schema of descriptions takes those that ship, and none of them with a change that the core refuses.
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

test("every description that ships has the form of the schema", () => {
  assert.ok(pages.length >= 5);
  for (const name of pages) assert.ok(takes(json(name)), `${name}: ${JSON.stringify(takes.errors)}`);
});

/** JSON Merge Patch, as RFC 7396 has it. */
function patched(value, change) {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
  const fields = { ...value };
  for (const [name, inner] of Object.entries(change)) {
    if (inner === null) delete fields[name];
    else Object.defineProperty(fields, name, { value: patched(fields[name], inner), enumerable: true, configurable: true, writable: true });
  }
  return fields;
}

test("the schema takes each description of one's own that the core takes", () => {
  const { description, rows } = expand(JSON.parse(readFileSync(new URL("../cases/descriptions.json", import.meta.url), "utf8")));
  for (const { why, patch } of rows.filter(({ issues }) => !issues)) {
    assert.ok(takes(patched(description, patch)), `${why}: ${JSON.stringify(takes.errors)}`);
  }
});

test("no description with another key, a missing part or a wrong name has", () => {
  const changes = {
    "another key": (page) => { page.url = "https://example.com"; },
    "another key in a request": (page) => { page.request.method = "PUT"; },
    "another key in an edit": (page) => { page.edit = { method: "PUT", body: { id: "{messageId}" } }; },
    "an edit that is a word": (page) => { page.edit = "request"; },
    "a form of ids that is none": (page) => { page.cancel = { messageId: "short", body: { id: "{messageId}" } }; },
    "another key in an answer": (page) => { page.answers.succeses = []; },
    "no target": (page) => { delete page.target; },
    "no body": (page) => { delete page.request.body; },
    "a fact that no event has": (page) => { page.request.body.colour = "$colour"; },
    "a condition without a consequence": (page) => { page.request.body.flag = { $if: "$canceled" }; },
    "a condition on a text": (page) => { page.request.body.flag = { $if: "$name", then: 1 }; },
    "a URL elsewhere": (page) => { page.request.url = "https://example.com/events"; },
    "a recipient without its id": (page) => { page.request.recipients.person = "5511999999999"; },
    "a field of no kind": (page) => { page.target.other = { is: "text" }; },
    "a choice of one word": (page) => { page.target.other = { is: "choice", of: ["one"] }; },
    "a limit of nothing": (page) => { page.limits = { name: 0 }; },
    "a limit of what has none": (page) => { page.limits = { source: 10 }; },
    "a text on two lines": (page) => { page.name = "a\nb"; page.notes = ["a\nb"]; },
    "a field called gateway": (page) => { page.target.gateway = { is: "label" }; },
    "too many variants": (page) => { page.variants = Array(33).fill({ when: { a: "b" }, request: {} }); },
    "a meaning that is none": (page) => { page.answers.codes = { x: "broken" }; },
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

test("every library that ships has the form of its schema, and no gateway's", () => {
  assert.ok(shipped.length >= 2);
  for (const name of shipped) {
    assert.ok(takesLibrary(library(name)), `${name}: ${JSON.stringify(takesLibrary.errors)}`);
    assert.ok(!takes(library(name)), name);
  }
});

test("no library with another key, a missing part or a wrong name has", () => {
  const changes = {
    "another key": (page) => { page.target = {}; },
    "another key in a call": (page) => { page.call.url = "{baseUrl}/x"; },
    "no arguments": (page) => { page.call.args = []; },
    "no recipients": (page) => { delete page.call.recipients; },
    "a fact that no event has": (page) => { page.call.args.push("$colour"); },
    "a date of something else": (page) => { page.call.args.push("$name.date"); },
    "a condition without a consequence": (page) => { page.call.args.push({ $if: "$canceled" }); },
    "a field of a target": (page) => { page.call.args.push("{session}"); },
    "an end of half a minute": (page) => { page.call.inventsEndSeconds = 30; },
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
