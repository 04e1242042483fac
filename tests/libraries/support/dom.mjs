// A page in Node, for libraries that want one. Import this before them: they look for it when they are loaded.
import { Window } from "happy-dom";

const window = new Window({ url: "https://example.com/" });
for (const name of ["document", "navigator", "Node", "Element", "HTMLElement", "SVGElement", "HTMLFormElement", "HTMLInputElement", "HTMLTextAreaElement", "HTMLSelectElement",
  "HTMLButtonElement", "HTMLFieldSetElement", "HTMLIFrameElement", "MathMLElement", "ShadowRoot", "DocumentFragment", "Event", "InputEvent", "SubmitEvent", "CustomEvent", "FormData", "File", "FileList", "MutationObserver"]) {
  // Node has some of them, as getters.
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
globalThis.window = window;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

/** A place on the page for a form. */
export function place() {
  return document.body.appendChild(document.createElement("main"));
}

/** Types into a field, as far as a program sees it. */
export function type(field, text) {
  // The prototype's setter: React puts its own in front, to know what is new.
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new window.Event("input", { bubbles: true }));
}

export function submit(form) {
  form.dispatchEvent(new window.SubmitEvent("submit", { bubbles: true, cancelable: true }));
}

/** What stands below the fields: `{ name: message }`. */
export const shown = (form) => Object.fromEntries([...form.querySelectorAll("[data-error]")].filter((line) => line.textContent !== "")
  .map((line) => [line.getAttribute("data-error"), line.textContent]));
