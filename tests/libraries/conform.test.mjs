// Conform, in the page and on the server. It reads only texts from a form, and the schema accepts them.
import { shown } from "./support/dom.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSubmission, report } from "@conform-to/dom/future";
import { useForm } from "@conform-to/react/future";
import { assertEvent, BAD, fields, GOOD, MESSAGES, schema } from "./support/form.mjs";
import { fill, h, render } from "./support/react.mjs";

const submitted = [];

function Form() {
  const { form, fields: { to, name, start, location } } = useForm(schema, {
    onSubmit(submit, { value }) {
      submit.preventDefault();
      submitted.push(value);
    },
  });
  const { name: place, latitude, longitude } = location.getFieldset();
  return h("form", form.props, [to, name, start, place, latitude, longitude].map((field) =>
    h("label", { key: field.name },
      h("input", { name: field.name, defaultValue: field.defaultValue }),
      h("p", { "data-error": field.name }, field.errors?.join(" ")))));
}

test("Conform: a good form is submitted as the frozen event", async () => {
  const form = await render(Form);
  await fill(form, GOOD);
  assert.deepEqual(shown(form), {});
  assertEvent(submitted.pop());
});

test("Conform: a faulty form shows each message at its field, and is not submitted", async () => {
  const form = await render(Form);
  await fill(form, BAD);
  assert.deepEqual(shown(form), MESSAGES);
  assert.equal(submitted.length, 0);
});

test("Conform: on the server it reports each message at its field", () => {
  const data = new URLSearchParams(fields(BAD).map(([name, value]) => [name, String(value)]));
  const submission = parseSubmission(data);
  const { issues } = schema["~standard"].validate(submission.payload);
  const { error } = report(submission, { error: { issues } });
  assert.deepEqual(error.fieldErrors, Object.fromEntries(Object.entries(MESSAGES).map(([name, message]) => [name, [message]])));
  assert.deepEqual(error.formErrors ?? [], []);
});
