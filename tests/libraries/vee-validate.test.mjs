// VeeValidate 5, which is still a beta: version 4 needs an adapter for Standard Schema.
import { place, shown, submit, type } from "./support/dom.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { useField, useForm } from "vee-validate";
import { createApp, defineComponent, h } from "vue";
import { until } from "../support/process.mjs";
import { assertEvent, BAD, fields, GOOD, MESSAGES, schema } from "./support/form.mjs";

const submitted = [];

const Field = defineComponent({
  props: { name: String, isNumber: Boolean },
  setup(props) {
    const { value, errorMessage } = useField(() => props.name);
    const onInput = ({ target }) => { value.value = props.isNumber ? Number(target.value) : target.value; };
    return () => [h("input", { name: props.name, onInput }), h("p", { "data-error": props.name }, errorMessage.value)];
  },
});

const Form = defineComponent({
  setup() {
    const { handleSubmit } = useForm({ validationSchema: schema });
    const onSubmit = handleSubmit((event) => submitted.push(event));
    return () => h("form", { onSubmit }, fields(GOOD).map(([name, value]) => h(Field, { name, isNumber: typeof value === "number" })));
  },
});

function fill(values) {
  const main = place();
  createApp(Form).mount(main);
  const form = main.querySelector("form");
  for (const [name, value] of fields(values)) type(form.querySelector(`[name="${name}"]`), String(value));
  submit(form);
  return form;
}

test("VeeValidate: a good form is submitted as the frozen event", async () => {
  const form = fill(GOOD);
  // It validates a moment after typing, and then again.
  await until("it is submitted", () => submitted.length > 0);
  assert.deepEqual(shown(form), {});
  assertEvent(submitted.pop());
});

test("VeeValidate: a faulty form shows each message at its field, and is not submitted", async () => {
  const form = fill(BAD);
  await until("messages are shown", () => Object.keys(shown(form)).length === Object.keys(MESSAGES).length);
  assert.deepEqual(shown(form), MESSAGES);
  assert.equal(submitted.length, 0);
});
