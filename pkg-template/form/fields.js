// The controls of a form as the fields of an event. Nothing is judged here: numbers go on as they were typed, and the
// package reads them.
import { gateways } from "../api.js";
import { labelOf } from "./labels.js";

/** The fields of an event; parts of the location stand behind a dot. */
const FIELDS = ["location", ...gateways.flatMap(({ fields }) => fields)];

/** The fields that may have a control for the date and one for the time. */
export const TIMES = ["start", "end"];
const PART = /^(start|end)\.(date|time)$/;

/** Every named control that counts. What is disabled is not part of the form, for the browser either. */
export const controlsOf = (form) =>
  [...form.elements].filter((one) => one.name && !one.matches("button, fieldset, output, object, :disabled"));

/** The name of the field that a control is one of: the two of a time are one field, as radio buttons are. */
export const nameOf = ({ name }) => name?.replace(PART, "$1");

/**
 * What people see of the event: each field once, in the order of the page, with its controls, its label, and the group that
 * holds no other field.
 */
export function fieldsOf(all) {
  const fields = new Map();
  for (const control of all.filter(({ type }) => type !== "hidden")) {
    const name = nameOf(control);
    fields.set(name, [...(fields.get(name) ?? []), control]);
  }
  return [...fields].map(([name, controls]) => {
    const [{ form }] = controls;
    const group = controls[0].closest("fieldset, [role=group], [role=radiogroup]");
    const isOwn = group && [...group.querySelectorAll("input, select, textarea")].every((one) => one.form !== form || controls.includes(one));
    return { name, controls, label: labelOf(controls, group, isOwn), group: isOwn && group };
  });
}

/** The field that an issue is about: the field itself, what it is part of, or else its first part. */
export function fieldFor(fields, path) {
  const find = (isIt) => fields.find(({ name }) => isIt(name));
  const [whole] = path;
  return find((name) => name === path.join(".")) ?? find((name) => name === whole) ?? find((name) => name.startsWith(`${whole}.`));
}

/** The first control of a field that is not filled in. */
export const emptyOf = ({ controls }) => controls.find((one) =>
  one.type === "radio" ? !controls.some(({ checked }) => checked) : !one.value);

/** The control that leads to a field: the one that is not filled in, or else where the keyboard would come to it. */
export const entryOf = (field) => emptyOf(field) ?? field.controls.find(({ checked }) => checked) ?? field.controls[0];

/** The event, with its times as they were typed. */
export function readEvent(controls) {
  const event = {};
  const parts = {};
  const hasParts = controls.some(({ name }) => name.startsWith("location."));
  for (const control of controls) {
    const { name } = control;
    const value = valueOf(control);
    if (PART.test(name)) parts[name] = value;
    else if (value === undefined || value === "") continue;
    else if (name.includes(".")) (event.location ??= {})[name.slice(9)] = value;
    else if (name === "location" && hasParts) (event.location ??= {}).name ??= value;
    else event[name] = value;
  }
  for (const name of TIMES) {
    const [date, time] = [parts[`${name}.date`], parts[`${name}.time`]];
    // An end without a control for its date is on the day of the start.
    const day = date ?? parts["start.date"];
    if (date || time) event[name] ??= [day, time].filter(Boolean).join("T");
  }
  return event;
}

/** What the control holds; undefined where it is none of the event's. */
function valueOf({ name, type, value, checked }) {
  if (!(FIELDS.includes(name) || PART.test(name)) || (type === "radio" && !checked)) return undefined;
  return type === "checkbox" ? checked : value;
}
