// Fields are shown as the chosen gateway carries them, as the package's own list says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../package/support/files.mjs";
import { n8n, node } from "./support/node.mjs";

const { gateways } = await load();
const { properties } = node.description;

/** The names of the node's fields, as the event has them. */
const FIELDS = {
  locationName: "location.name",
  locationAddress: "location.address",
  // One field for both.
  coordinates: "location.latitude, location.longitude",
};
const eventNames = (name) => (FIELDS[name] ?? name).split(", ");

const RSVP = { resource: "rsvp", operation: "readRsvp" };

/** What the editor shows of a list of properties. */
const shown = (list, parameters) =>
  list.filter((property) => n8n.NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, node.description, parameters));

for (const { id, name, fields } of gateways) {
  test(`${name}: every field that it carries is offered, and no other`, () => {
    const parameters = { resource: "event", operation: "send", gateway: id, eventFrom: "fields" };
    const top = shown(properties, parameters);
    const { options } = top.find((property) => property.name === "additionalFields");
    // Inside of a collection, conditions begin with a slash: they are about the node.
    const inner = options.filter(({ displayOptions }) => displayOptions.show["/gateway"].includes(id));
    const around = ["resource", "operation", "gateway", "eventFrom", "additionalFields", "options"];
    const offered = [...top.map((property) => property.name).filter((each) => !around.includes(each)), ...inner.map((property) => property.name)];
    // The reminder is asked for in minutes; its seconds are how an event that was parsed says the same.
    const asked = fields.filter((field) => field !== "reminderSeconds");
    assert.deepEqual(offered.flatMap(eventNames).sort(), asked.sort());
    const required = top.filter((property) => property.required).flatMap((property) => eventNames(property.name));
    // What a gateway asks for beyond these may depend on its options: the check reports it.
    assert.deepEqual(required.sort(), ["name", "start", "to"]);
  });
}

test("as JSON, the event is one field, and its time zone", () => {
  const names = shown(properties, { resource: "event", operation: "check", gateway: "waha", eventFrom: "json" }).map(({ name }) => name);
  assert.deepEqual(names, ["resource", "operation", "gateway", "eventFrom", "event", "timeZone", "options"]);
});

test("from a calendar item, the guest is one more field", () => {
  const names = shown(properties, { resource: "event", operation: "send", gateway: "waha", eventFrom: "calendar" }).map(({ name }) => name);
  assert.deepEqual(names, ["resource", "operation", "gateway", "eventFrom", "calendarItem", "to", "timeZone", "options"]);
});

test("a webhook's gateway offers no field of an event, and RyzeAPI says why it offers nothing", () => {
  assert.deepEqual(shown(properties, { ...RSVP, gateway: "waha" }).map(({ name }) => name), ["resource", "operation", "gateway", "webhook"]);
  assert.deepEqual(shown(properties, { ...RSVP, gateway: "ryzeapi" }).map(({ name }) => name), ["resource", "operation", "gateway", "noAnswers"]);
  // Their pages do not show an answer.
  for (const gateway of ["wappfy", "wawp"]) {
    assert.deepEqual(shown(properties, { ...RSVP, gateway }).map(({ name }) => name), ["resource", "operation", "gateway", "assumedAnswers", "webhook"]);
  }
});

test("the time zone is shown: that of the workflow's settings, until somebody says another", () => {
  assert.equal(properties.find(({ name }) => name === "timeZone").default, "={{ $now.zoneName }}");
});

test("the gateway is a field of the editor: not every choice of a field decides on a credential by what it shows", () => {
  // n8n's editor hides a field of which each choice is named by a credential's `show`, as a choice of how to sign in.
  for (const { name, options } of properties.filter(({ type }) => type === "options")) {
    const named = node.description.credentials.flatMap(({ displayOptions }) => displayOptions.show[name] ?? []);
    assert.ok(options.some(({ value }) => !named.includes(value)), name);
  }
});

test("no credential is shown where none is used", () => {
  for (const operation of ["check", "readRsvp"]) {
    for (const credential of node.description.credentials) {
      assert.equal(n8n.NodeHelpers.displayParameter({ operation, gateway: "ryzeapi" }, credential, { typeVersion: 1 }, node.description), false);
    }
  }
});

test("an agent that has the node as a tool can read what it does", () => {
  const told = [["event", "build"], ["event", "check"], ["event", "send"], ["event", "edit"], ["event", "cancel"], ["rsvp", "readRsvp"]].map(([resource, operation]) =>
    n8n.NodeHelpers.getToolDescriptionForNode({ parameters: { resource, operation } }, { description: node.description }));
  assert.deepEqual(told, ["Build event request", "Check event", "Send event", "Edit event", "Cancel event", "Read RSVP"].map((action) => `${action} in WhatsApp Event`));
});

test("n8n's guidelines: placeholders are examples, and a field is offered by its place in the alphabet", () => {
  const all = properties.flatMap((property) => [property, ...(property.type === "collection" ? property.options : [])]);
  for (const { name, placeholder } of all) if (placeholder) assert.match(placeholder, /^(e\.g\. |Add )/, name);
  for (const { name, options } of properties.filter(({ type }) => type === "collection")) {
    const names = options.map(({ displayName }) => displayName);
    assert.deepEqual(names, [...names].sort(), name);
  }
});
