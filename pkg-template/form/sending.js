// What is seen, and read out, while an event is on its way.
import { setOrRemove } from "./dom.js";

/** Marks the form and its buttons as busy, until what it gives is called. A button that were disabled would lose the focus. */
export function markBusy(form) {
  const marks = [[form, "aria-busy"]];
  for (const one of form.elements) if (one.type === "submit") marks.push([one, "aria-disabled"]);
  const before = marks.map(([one, name]) => one.getAttribute(name));
  for (const [one, name] of marks) one.setAttribute(name, "true");
  return () => marks.forEach(([one, name], index) => setOrRemove(one, name, before[index]));
}
