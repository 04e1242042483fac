// What is seen, and read out, while an event is on its way.
import { setOrRemove } from "./dom.js";

/** Marks the form and its buttons as busy, until what it gives is called. A button that were disabled would lose the focus. */
export function markBusy(form) {
  const mark = (one, name) => {
    const before = one.getAttribute(name);
    one.setAttribute(name, "true");
    return () => setOrRemove(one, name, before);
  };
  const ends = [mark(form, "aria-busy")];
  for (const one of form.elements) if (one.type === "submit") ends.push(mark(one, "aria-disabled"));
  return () => ends.forEach((end) => end());
}
