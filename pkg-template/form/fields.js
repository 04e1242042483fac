// Reads the controls of a form as the fields of an event. Nothing is checked here: numbers are passed on as they were
// typed, and the package reads them.
import { fields } from "../facts.js";
import { labelOf } from "./labels.js";

/** The fields that may have two controls, one for the date and one for the time. */
export const TIMES = ["start", "end"];
const PART = /\.(date|time)$/;

/** The names of an event's fields. Parts of the location and of a time follow a dot. */
export const FIELDS = ["location", ...fields, ...TIMES.flatMap((name) => [`${name}.date`, `${name}.time`])];

/** Every named control that counts. Disabled controls are not submitted by the browser either. */
export const controlsOf = (form) =>
  [...form.elements].filter((one) => one.name && !one.matches("button, fieldset, output, object, :disabled"));

/** The name of a control's field. The two controls of a time are one field, as radio buttons are. */
export const nameOf = ({ name }) => name?.replace(PART, "");

/**
 * The visible fields of the form: each once, in the order of the page, with its controls, its label, and its group if
 * that contains no other field.
 */
export function fieldsOf(all) {
  const fields = new Map();
  for (const control of all.filter(({ type }) => type !== "hidden")) {
    const name = nameOf(control);
    fields.set(name, [...(fields.get(name) ?? []), control]);
  }
  return [...fields].map(([name, controls]) => {
    const group = controls[0].closest("fieldset, [role=group], [role=radiogroup]");
    const isOwn = group && [...group.querySelectorAll("input, select, textarea")].every((one) => one.form !== controls[0].form || controls.includes(one));
    return { name, controls, label: labelOf(controls, group, isOwn), group: isOwn && group };
  });
}

/** The field that an issue is about: the field itself, or else the first one with the same top-level name. */
export function fieldFor(fields, path) {
  const find = (isIt) => fields.find(({ name }) => isIt(name));
  return find((name) => name === path.join(".")) ?? find((name) => name.split(".")[0] === path[0]);
}

/** The first control of a field that is not filled in. */
export const emptyOf = ({ controls }) => controls.find((one) =>
  one.type === "radio" ? !controls.some(({ checked }) => checked) : !one.value);

/** The control that a link to the field focuses: the first empty one, or else the one that the Tab key would reach. */
export const entryOf = (field) => emptyOf(field) ?? field.controls.find(({ checked }) => checked) ?? field.controls[0];

/** The event as it is in the form, with its times as they were typed. */
export function readEvent(controls) {
  const event = {};
  const parts = {};
  for (const { name, type, value, checked } of controls) {
    if (!FIELDS.includes(name) || (type === "radio" && !checked)) continue;
    const held = type === "checkbox" ? checked : value;
    const [whole, part] = name === "location" ? [name, "name"] : name.split(".");
    if (PART.test(name)) parts[name] = held;
    else if (held === "") continue;
    else if (part) (event[whole] ??= {})[part] ??= held;
    else event[name] = held;
  }
  for (const name of TIMES) {
    const [date, time] = [parts[`${name}.date`], parts[`${name}.time`]];
    // An end without a control for its date is on the day of the start.
    const day = date ?? parts["start.date"];
    if (date || time) event[name] ??= [day, time].filter(Boolean).join("T");
  }
  return event;
}
