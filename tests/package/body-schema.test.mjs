// The published schemas refuse what a gateway would misread: every body in the cases, changed in one place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expand } from "./support/expand.mjs";
import { folders, list, load, read } from "./support/files.mjs";
import { bodyFaults } from "./support/schemas.mjs";

const { bodySchema, buildRequest, TargetError } = await load();

const golden = folders("requests").flatMap((gateway) => list("requests", gateway)
  .map((name) => expand(read(`requests/${gateway}/${name}`)))
  .filter(({ request }) => request)
  .map(({ target, request }) => ({ target, body: request.body })));

/** Every place in a body: the object that contains it, and its key. */
function* places(object) {
  for (const key of Object.keys(object)) {
    yield [object, key];
    if (typeof object[key] === "object") yield* places(object[key]);
  }
}

/** All bodies that differ from `body` by one `change`. */
function* changed(body, change) {
  const count = [...places(body)].length;
  for (let at = 0; at < count; at += 1) {
    const copy = structuredClone(body);
    const [object, key] = [...places(copy)][at];
    if (change(object, key) !== false) yield [key, copy];
  }
}

const isTime = (key) => /(^|\.)(start|end|date)(Time|At)?$/.test(key) || key === "dateTime";

const changes = {
  "another key": (object, key) => {
    object[`${key}_`] = object[key];
    delete object[key];
  },
  "another type": (object, key) => {
    const value = object[key];
    object[key] = { string: 5, number: String(value), boolean: String(value), object: [value] }[typeof value];
    if (value === "true" || value === "false") object[key] = value === "true";
  },
  "null": (object, key) => { object[key] = null; },
  "an empty text": (object, key) => {
    if (typeof object[key] !== "string") return false;
    object[key] = "";
  },
  "another unit of time": (object, key) => {
    if (!isTime(key)) return false;
    const value = object[key];
    const seconds = Number(value);
    const scaled = seconds > 1e11 ? seconds / 1000 : seconds * 1000;
    object[key] = Number.isNaN(seconds) ? String(Date.parse(value)) : typeof value === "string" ? String(scaled) : scaled;
  },
  "a time without its offset": (object, key) => {
    if (!isTime(key) || !/T/.test(object[key])) return false;
    object[key] = object[key].slice(0, 19);
  },
  "a person with a group's domain": (object, key) => {
    if (!["number", "jid", "chatId", "phone"].includes(key)) return false;
    object[key] = `+${object[key]}`;
  },
};

test("every body in the cases fits the schema of its target", () => {
  assert.ok(golden.length > 100);
  for (const { target, body } of golden) assert.deepEqual(bodyFaults(target, body), []);
});

for (const [what, change] of Object.entries(changes)) {
  test(`${what} is refused`, () => {
    let count = 0;
    for (const { target, body } of golden) {
      for (const [key, other] of changed(body, change)) {
        count += 1;
        assert.notDeepEqual(bodyFaults(target, other), [], `${target.gateway}, ${key}: ${JSON.stringify(other)}`);
      }
    }
    assert.ok(count > 10, `${count} bodies`);
  });
}

test("the target chooses the schema", () => {
  const of = (target) => JSON.stringify(bodySchema(target));
  const wappfy = { gateway: "wappfy", session: "a" };
  const wawp = { gateway: "wawp", instanceId: "a" };
  assert.equal(of(wappfy), of({ ...wappfy, contract: "guide", apiKey: "k" }));
  assert.notEqual(of(wappfy), of({ ...wappfy, contract: "reference" }));
  assert.notEqual(of(wawp), of({ ...wawp, values: "strings" }));
  assert.equal(bodySchema(wawp).$schema, "https://json-schema.org/draft/2020-12/schema");
});

test("each call returns a new schema, which the caller may change", () => {
  const target = { gateway: "ryzeapi", instance: "a" };
  bodySchema(target).properties.name = false;
  assert.equal(typeof bodySchema(target).properties.name, "object");
});

test("an invalid target throws, as with createBuilder", () => {
  const issuesOf = (target) => {
    try { bodySchema(target); } catch (error) {
      assert.ok(error instanceof TargetError);
      return error.issues.map(({ code, path }) => [code, ...path]);
    }
    return undefined;
  };
  assert.deepEqual(issuesOf({ gateway: "ryzeapi" }), [["required", "instance"]]);
  assert.deepEqual(issuesOf({ gateway: "constructor" }), [["unknown_gateway", "gateway"]]);
  assert.deepEqual(issuesOf(null), [["required", "target"]]);
  assert.deepEqual(issuesOf({ gateway: "waha" }), [["required", "session"], ["required", "baseUrl"]]);
  assert.throws(() => bodySchema(), TypeError);
  // An unknown operation is not treated as sending.
  const given = (operation) => {
    try { bodySchema({ gateway: "zapi", instanceId: "a" }, operation); } catch ({ issues }) {
      return issues.map(({ code, path, params }) => [code, ...path, params]);
    }
    return undefined;
  };
  for (const operation of ["EDIT", "", "constructor", 5, true, {}, ["edit"]]) {
    assert.deepEqual(given(operation), [["invalid_option", "operation", { expected: ["send", "edit", "cancel"] }]], String(operation));
  }
  for (const operation of [undefined, null, "send", "edit", "cancel"]) assert.equal(given(operation), undefined);
  assert.deepEqual(issuesOf({ gateway: "waha" }), [["required", "session"], ["required", "baseUrl"]]);
  assert.equal(buildRequest({}, { gateway: "ryzeapi" }).ok, false);
});
