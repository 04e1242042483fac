// Superforms, as a server of SvelteKit uses it.
import assert from "node:assert/strict";
import { register } from "node:module";
import { test } from "node:test";
import { assertEvent, BAD, GOOD, MESSAGES, schema } from "./support/form.mjs";

// SvelteKit has modules that no package holds. Of the one for servers nothing is used: it must not be missing.
const resolve = `export const resolve = (name, context, next) =>
  (name === "$app/server" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context));`;
register(`data:text/javascript,${encodeURIComponent(resolve)}`);
const { superValidate } = await import("sveltekit-superforms/server");
const { standard } = await import("sveltekit-superforms/adapters");

const { stringify } = await import("devalue");

const defaults = { to: "", name: "", start: "", location: { name: "", latitude: 0, longitude: 0 } };
/** Superforms keeps of an event what it knows of: without the JSON Schema that is no more than the defaults have. */
const adapter = standard(schema, { defaults, jsonSchema: schema["~standard"].jsonSchema.input({ target: "draft-07" }) });

const messages = Object.fromEntries(Object.entries(MESSAGES).map(([field, message]) => [field, [message]]));

/** The errors of a form, one level deep. */
const flat = ({ location, ...rest }) => ({ ...rest, ...Object.fromEntries(Object.entries(location ?? {}).map(([part, errors]) => [`location.${part}`, errors])) });

/** What the client posts with `dataType: "json"`, as it must where data is nested. */
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

test("Superforms: a form to begin with holds the defaults, and no errors", async () => {
  const form = await superValidate(adapter);
  assert.deepEqual([form.valid, form.errors, form.data], [false, {}, defaults]);
  assert.deepEqual(form.constraints.name.required, true);
});

test("Superforms: a post of texts is read by the defaults, numbers too", async () => {
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
