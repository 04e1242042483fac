// Tracks presses of a mouse, a pen or a finger until their click is over. A message written during a press could move
// the pressed button away, and the click would miss it.

/** The events that end a press. The click is dispatched in the same task. */
const ENDS = ["mouseup", "contextmenu", "dragend", "keydown"];

/** Calls `then` after each press. `isOn` returns whether a press is under way, and `end` ends it. */
export function watchPress(then, signal) {
  let isOn = false;
  const end = () => {
    isOn = false;
    setTimeout(() => isOn || then());
  };
  const listen = (type, listener) => {
    // Events that scripts dispatch are not presses.
    const heard = (event) => event.isTrusted && listener(event);
    addEventListener(type, heard, { capture: true, passive: true, signal });
  };
  // Browsers also dispatch mouse events for touches: after `pointerup`, from `mousedown` to `click` in one task. The
  // field loses focus only then. If a page prevents these events, the field does not lose focus either.
  listen("mousedown", () => { isOn = true; });
  for (const type of ENDS) listen(type, end);
  // The open list of a select, or a date picker, hides the end of the press that opened it.
  listen("mousemove", ({ buttons }) => isOn && buttons === 0 && end());
  return { isOn: () => isOn, end };
}
