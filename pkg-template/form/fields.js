// The controls of a form as an event. Nothing is judged here: numbers go on as they were typed, and the package reads them.

/** The fields of an event; parts of the location stand behind a dot. */
const FIELDS =
  "to name start end timeZone durationMinutes description location location.name location.address location.latitude location.longitude joinLink scheduledCall reminderMinutes reminderSeconds extraGuestsAllowed canceled replyTo replyPrivately delaySeconds source".split(" ");

/** Every named control that counts. What is disabled is not part of the form, for the browser either. */
export const controlsOf = (form) =>
  [...form.elements].filter((one) => one.name && !one.matches("button, fieldset, output, object, :disabled"));

/** The control that an issue is about: the field itself, what it is part of, or else its first part. */
export function controlFor(all, path) {
  const controls = all.filter(({ type }) => type !== "hidden");
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join(".");
    const control = controls.find((one) => one.name === name);
    if (control) return control;
  }
  return controls.find((one) => one.name.startsWith(`${path[0]}.`));
}

/** The event. `chosen(control)` gives the time that was chosen for an ambiguous one. */
export function readEvent(controls, chosen) {
  const event = {};
  const hasParts = controls.some(({ name }) => name.startsWith("location."));
  for (const control of controls) {
    const value = chosen(control) ?? valueOf(control);
    if (value === undefined || value === "") continue;
    if (control.name.includes(".")) (event.location ??= {})[control.name.slice(9)] = value;
    else if (control.name === "location" && hasParts) (event.location ??= {}).name ??= value;
    else event[control.name] = value;
  }
  return event;
}

/** What the control holds; undefined where it is none of the event's. */
function valueOf({ name, type, value, checked }) {
  if (!FIELDS.includes(name) || (type === "radio" && !checked)) return undefined;
  return type === "checkbox" ? checked : value;
}
