// Shows, also to assistive technology, that an event is being sent.
import { setOrRemove } from "./dom.js";

/** Marks the form and its buttons as busy, until the returned function is called. A disabled button would lose the focus. */
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
