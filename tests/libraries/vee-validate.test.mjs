// VeeValidate 5, which is still a beta: version 4 needs an adapter for Standard Schema.
import { place, shown, submit, type } from "./support/dom.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { useField, useForm } from "vee-validate";
import { createApp, defineComponent, h } from "vue";
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

async function fill(values) {
  const main = place();
  createApp(Form).mount(main);
  const form = main.querySelector("form");
  for (const [name, value] of fields(values)) type(form.querySelector(`[name="${name}"]`), String(value));
  submit(form);
  // It validates a moment after typing, and then again.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return form;
}

test("VeeValidate: a good form is submitted as the frozen event", async () => {
  const form = await fill(GOOD);
  assert.deepEqual(shown(form), {});
  assertEvent(submitted.pop());
});

test("VeeValidate: a faulty form shows each message at its field, and is not submitted", async () => {
  const form = await fill(BAD);
  assert.deepEqual(shown(form), MESSAGES);
  assert.equal(submitted.length, 0);
});
