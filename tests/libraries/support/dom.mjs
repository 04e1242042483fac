// A page in Node, for libraries that need one. Import this first, because they look for it when they are loaded.
import { Window } from "happy-dom";

const window = new Window({ url: "https://example.com/" });
for (const name of ["document", "navigator", "Node", "Element", "HTMLElement", "SVGElement", "HTMLFormElement", "HTMLInputElement", "HTMLTextAreaElement", "HTMLSelectElement",
  "HTMLButtonElement", "HTMLFieldSetElement", "HTMLIFrameElement", "MathMLElement", "ShadowRoot", "DocumentFragment", "Event", "InputEvent", "SubmitEvent", "CustomEvent", "FormData", "File", "FileList", "MutationObserver"]) {
  // Node defines some of these as getters.
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
globalThis.window = window;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

/** Creates a place on the page for a form. */
export function place() {
  return document.body.appendChild(document.createElement("main"));
}

/** Types into a field, as far as programs can notice. */
export function type(field, text) {
  // Uses the prototype's setter, because React replaces the element's own to detect changes.
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new window.Event("input", { bubbles: true }));
}

export function submit(form) {
  form.dispatchEvent(new window.SubmitEvent("submit", { bubbles: true, cancelable: true }));
}

/** The texts shown below the fields: `{ name: message }`. */
export const shown = (form) => Object.fromEntries([...form.querySelectorAll("[data-error]")].filter((line) => line.textContent !== "")
  .map((line) => [line.getAttribute("data-error"), line.textContent]));
