// Superforms, as used by a SvelteKit server.
import assert from "node:assert/strict";
import { register } from "node:module";
import { test } from "node:test";
import { assertEvent, BAD, GOOD, MESSAGES, schema } from "./support/form.mjs";

// SvelteKit provides modules that are in no package. Superforms imports the one for servers but uses nothing of it
// here.
const resolve = `export const resolve = (name, context, next) =>
  (name === "$app/server" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context));`;
register(`data:text/javascript,${encodeURIComponent(resolve)}`);
const { superValidate } = await import("sveltekit-superforms/server");
const { standard } = await import("sveltekit-superforms/adapters");

const { stringify } = await import("devalue");

const defaults = { to: "", name: "", start: "", location: { name: "", latitude: 0, longitude: 0 } };
/**
 * Superforms keeps only the fields of an event that it knows: without the JSON Schema, those are the ones in the
 * defaults.
 */
const adapter = standard(schema, { defaults, jsonSchema: schema["~standard"].jsonSchema.input({ target: "draft-07" }) });

const messages = Object.fromEntries(Object.entries(MESSAGES).map(([field, message]) => [field, [message]]));

/** The errors of a form, flattened by one level. */
const flat = ({ location, ...rest }) => ({ ...rest, ...Object.fromEntries(Object.entries(location ?? {}).map(([part, errors]) => [`location.${part}`, errors])) });

/** What the client posts with `dataType: "json"`, which nested data requires. */
const posted = (values) => {
  const data = new FormData();
  data.set("__superform_json", stringify(values));
  return data;
};

for (const [how, send] of Object.entries({ values: (values) => values, "a post": posted })) {
  test(`Superforms, ${how}: a good form is the frozen event`, async () => {
    const form = await superValidate(send(GOOD), adapter);
    assert.deepEqual(form.errors, {});
    assert.equal(form.valid, true);
    assertEvent(form.data);
  });

  test(`Superforms, ${how}: a faulty form has each message at its field`, async () => {
    const form = await superValidate(send(BAD), adapter);
    assert.equal(form.valid, false);
    assert.deepEqual(flat(form.errors), messages);
    assert.deepEqual(form.data, BAD);
  });
}

test("Superforms: a new form has the defaults and no errors", async () => {
  const form = await superValidate(adapter);
  assert.deepEqual([form.valid, form.errors, form.data], [false, {}, defaults]);
  assert.deepEqual(form.constraints.name.required, true);
});

test("Superforms: a form posted as texts is read by the types of the defaults, including numbers", async () => {
  const { location, ...texts } = defaults;
  const plain = standard(schema, { defaults: { ...texts, reminderMinutes: 0 } });
  const post = (values) => {
    const data = new FormData();
    for (const [field, value] of Object.entries(values)) data.set(field, value);
    return superValidate(data, plain);
  };
  const { location: _, ...good } = GOOD;
  assert.equal((await post({ ...good, reminderMinutes: "15" })).valid, true);
  assert.deepEqual(Object.keys((await post({ ...good, name: "", reminderMinutes: "-1" })).errors), ["name", "reminderMinutes"]);
});
