// The node shows the fields that the chosen gateway has, according to the package's own list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../package/support/files.mjs";
import { n8n, node } from "./support/node.mjs";

const { gateways } = await load();
const { properties } = node.description;

/** The node's field names, as the event names them. */
const FIELDS = {
  locationName: "location.name",
  locationAddress: "location.address",
  // One field contains both.
  coordinates: "location.latitude, location.longitude",
};
const eventNames = (name) => (FIELDS[name] ?? name).split(", ");

const RSVP = { resource: "rsvp", operation: "readRsvp" };

/** The properties in a list that the editor would show. */
const shown = (list, parameters) =>
  list.filter((property) => n8n.NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, node.description, parameters));

for (const { id, name, fields } of gateways) {
  test(`${name}: exactly the fields that the gateway has are offered`, () => {
    const parameters = { resource: "event", operation: "send", gateway: id, eventFrom: "fields" };
    const top = shown(properties, parameters);
    const { options } = top.find((property) => property.name === "additionalFields");
    // Inside a collection, conditions that begin with a slash refer to the node's own parameters.
    const inner = options.filter(({ displayOptions }) => displayOptions.show["/gateway"].includes(id));
    const around = ["resource", "operation", "gateway", "eventFrom", "additionalFields", "options"];
    const offered = [...top.map((property) => property.name).filter((each) => !around.includes(each)), ...inner.map((property) => property.name)];
    // The node asks for the reminder in minutes; `reminderSeconds` is how a parsed event contains it.
    const asked = fields.filter((field) => field !== "reminderSeconds");
    assert.deepEqual(offered.flatMap(eventNames).sort(), asked.sort());
    const required = top.filter((property) => property.required).flatMap((property) => eventNames(property.name));
    // Which other fields a gateway requires may depend on its options, so the check reports those.
    assert.deepEqual(required.sort(), ["name", "start", "to"]);
  });
}

test("for an event as JSON, the node shows one field and the time zone", () => {
  const names = shown(properties, { resource: "event", operation: "check", gateway: "waha", eventFrom: "json" }).map(({ name }) => name);
  assert.deepEqual(names, ["resource", "operation", "gateway", "eventFrom", "event", "timeZone", "options"]);
});

test("for a calendar item, the node also asks for the guest", () => {
  const names = shown(properties, { resource: "event", operation: "send", gateway: "waha", eventFrom: "calendar" }).map(({ name }) => name);
  assert.deepEqual(names, ["resource", "operation", "gateway", "eventFrom", "calendarItem", "to", "timeZone", "options"]);
});

test("reading RSVPs offers no field of an event, and RyzeAPI says why it has no RSVPs", () => {
  assert.deepEqual(shown(properties, { ...RSVP, gateway: "waha" }).map(({ name }) => name), ["resource", "operation", "gateway", "webhook"]);
  assert.deepEqual(shown(properties, { ...RSVP, gateway: "ryzeapi" }).map(({ name }) => name), ["resource", "operation", "gateway", "noAnswers"]);
  // These gateways' documentation shows no webhook with a guest's answer.
  for (const gateway of ["wappfy", "wawp"]) {
    assert.deepEqual(shown(properties, { ...RSVP, gateway }).map(({ name }) => name), ["resource", "operation", "gateway", "assumedAnswers", "webhook"]);
  }
});

test("the time zone is shown, with the workflow's as its default", () => {
  assert.equal(properties.find(({ name }) => name === "timeZone").default, "={{ $now.zoneName }}");
});

test("the editor keeps showing the gateway, because not every choice of a field selects a credential", () => {
  // n8n's editor takes a field for the authentication method, and hides it, if each of its choices occurs in the `show`
  // of a credential.
  for (const { name, options } of properties.filter(({ type }) => type === "options")) {
    const named = node.description.credentials.flatMap(({ displayOptions }) => displayOptions.show[name] ?? []);
    assert.ok(options.some(({ value }) => !named.includes(value)), name);
  }
});

test("no credential is shown for operations that use none", () => {
  for (const operation of ["check", "readRsvp"]) {
    for (const credential of node.description.credentials) {
      assert.equal(n8n.NodeHelpers.displayParameter({ operation, gateway: "ryzeapi" }, credential, { typeVersion: 1 }, node.description), false);
    }
  }
});

test("an agent that uses the node as a tool gets a description of what it does", () => {
  const told = [["event", "build"], ["event", "check"], ["event", "send"], ["event", "edit"], ["event", "cancel"], ["rsvp", "readRsvp"]].map(([resource, operation]) =>
    n8n.NodeHelpers.getToolDescriptionForNode({ parameters: { resource, operation } }, { description: node.description }));
  assert.deepEqual(told, ["Build event request", "Check event", "Send event", "Edit event", "Cancel event", "Read RSVP"].map((action) => `${action} in WhatsApp Event`));
});

test("as n8n's guidelines require, placeholders are examples, and optional fields are in alphabetical order", () => {
  const all = properties.flatMap((property) => [property, ...(property.type === "collection" ? property.options : [])]);
  for (const { name, placeholder } of all) if (placeholder) assert.match(placeholder, /^(e\.g\. |Add )/, name);
  for (const { name, options } of properties.filter(({ type }) => type === "collection")) {
    const names = options.map(({ displayName }) => displayName);
    assert.deepEqual(names, [...names].sort(), name);
  }
});
