// React Hook Form with its resolver for Standard Schema. It passes on a copy of what the resolver returns.
import { shown } from "./support/dom.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { get, useForm } from "react-hook-form";
import { assertEvent, BAD, EVENT, fields, GOOD, MESSAGES, schema } from "./support/form.mjs";
import { fill, h, render } from "./support/react.mjs";

const submitted = [];

function Form() {
  const { register, handleSubmit, formState } = useForm({ resolver: standardSchemaResolver(schema) });
  return h("form", { onSubmit: handleSubmit((event) => submitted.push(event)) }, fields(GOOD).map(([name, value]) =>
    h("label", { key: name },
      h("input", register(name, { valueAsNumber: typeof value === "number" })),
      h("p", { "data-error": name }, get(formState.errors, name)?.message))));
}

test("React Hook Form: a good form is submitted as the event", async () => {
  const form = await render(Form);
  await fill(form, GOOD);
  assert.deepEqual(shown(form), {});
  assert.equal(submitted.length, 1);
  assert.deepEqual(submitted.pop(), EVENT);
});

test("React Hook Form: a faulty form shows each message at its field, and is not submitted", async () => {
  const form = await render(Form);
  await fill(form, BAD);
  assert.deepEqual(shown(form), MESSAGES);
  assert.equal(submitted.length, 0);
  await fill(form, GOOD);
  assert.deepEqual(shown(form), {});
  assert.deepEqual(submitted.pop(), EVENT);
});

test("React Hook Form: the resolver returns the frozen event, and accepts fields that were left empty", async () => {
  const resolve = (values) => standardSchemaResolver(schema)(values, undefined, { fields: {}, shouldUseNativeValidation: false });
  for (const empty of [{}, { end: "", durationMinutes: "", description: "", scheduledCall: "" }]) {
    const { values, errors } = await resolve({ ...GOOD, ...empty });
    assert.deepEqual(errors, {});
    assertEvent(values);
  }
});
