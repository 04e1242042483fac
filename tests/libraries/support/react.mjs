// React forms, without JSX.
import { place, submit, type } from "./dom.mjs";
import { act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { fields } from "./form.mjs";

export const h = createElement;

/** Renders a form, and returns it. */
export async function render(component) {
  const main = place();
  await act(async () => createRoot(main).render(h(component)));
  return main.querySelector("form");
}

/** Types the values into the fields with their names, and submits. */
export async function fill(form, values) {
  for (const [name, value] of fields(values)) {
    await act(async () => type(form.querySelector(`[name="${name}"]`), String(value)));
  }
  await act(async () => submit(form));
}
