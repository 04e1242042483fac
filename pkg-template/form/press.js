// A press of a mouse, a pen or a finger, until its click is over. What is written in between could move the pressed button
// away, and the click would go nowhere.

/** What ends a press; the click comes in the same task. */
const ENDS = ["mouseup", "contextmenu", "dragend", "keydown"];

/** Calls `then` after each press. `isOn` says whether one is under way, `end` that it is over. */
export function watchPress(then, signal) {
  let isOn = false;
  const end = () => {
    isOn = false;
    setTimeout(() => isOn || then());
  };
  const listen = (type, listener) => {
    // What scripts make up presses nothing.
    const heard = (event) => event.isTrusted && listener(event);
    addEventListener(type, heard, { capture: true, passive: true, signal });
  };
  // A finger is reported as a mouse too, for pages that know nothing else: after `pointerup`, and all of it up to the click in one
  // task. Only then is the field left. Where a page prevents that report, no field is left either.
  listen("mousedown", () => { isOn = true; });
  for (const type of ENDS) listen(type, end);
  // The list of a select, or a calendar, keeps the end of the press that opened it to itself.
  listen("mousemove", ({ buttons }) => isOn && buttons === 0 && end());
  return { isOn: () => isOn, end };
}
