// TanStack Form. It passes on the values of the form, not what a schema makes of them.
import { shown } from "./support/dom.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { useForm } from "@tanstack/react-form";
import { assertEvent, BAD, fields, GOOD, MESSAGES, schema } from "./support/form.mjs";
import { fill, h, render } from "./support/react.mjs";

const submitted = [];
const empty = { ...GOOD, to: "", name: "", start: "", location: { name: "", latitude: NaN, longitude: NaN } };

function Form() {
  const form = useForm({
    defaultValues: empty,
    // A validator that returns a Promise would throw here.
    validators: { onSubmit: schema },
    onSubmit: ({ value }) => submitted.push(value),
  });
  const onSubmit = (submit) => {
    submit.preventDefault();
    return form.handleSubmit();
  };
  return h("form", { onSubmit }, fields(GOOD).map(([name, value]) => h(form.Field, { key: name, name }, (field) =>
    h("label", null,
      h("input", { name, onChange: ({ target }) => field.handleChange(typeof value === "number" ? Number(target.value) : target.value) }),
      h("p", { "data-error": name }, field.state.meta.errors.map(({ message }) => message).join(" "))))));
}

test("TanStack Form: a good form is submitted, and its values make the frozen event", async () => {
  const form = await render(Form);
  await fill(form, GOOD);
  assert.deepEqual(shown(form), {});
  const value = submitted.pop();
  assert.deepEqual(value, GOOD);
  assertEvent(schema["~standard"].validate(value).value);
});

test("TanStack Form: a faulty form shows each message at its field, and is not submitted", async () => {
  const form = await render(Form);
  await fill(form, BAD);
  assert.deepEqual(shown(form), MESSAGES);
  assert.equal(submitted.length, 0);
});
