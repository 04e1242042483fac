// The form as an EventInput. Every control names its field in `data-path`. Nothing is judged here:
// what cannot be read as a number goes to the package as it was typed, and the package says why not.

import { byId, element } from "./dom.js";

// Offsets in use somewhere. Zone names would need the date to know which of two offsets is meant.
const offsets = (
  "-12:00 -11:00 -10:00 -09:30 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:30 -03:00 -02:30 -02:00 -01:00 " +
  "+00:00 +01:00 +02:00 +03:00 +03:30 +04:00 +04:30 +05:00 +05:30 +05:45 +06:00 +06:30 +07:00 +08:00 +08:45 " +
  "+09:00 +09:30 +10:00 +10:30 +11:00 +12:00 +12:45 +13:00 +13:45 +14:00"
).split(" ");

export function fillOffsets() {
  const options = offsets.map((offset) =>
    element("option", { value: offset }, `UTC${offset.replace("-", "−")}`),
  );
  byId("offset").replaceChildren(...options);
}

/** `{ to: "…", location: { name: "…" } }`; empty fields and boxes not ticked are absent. */
export function readEvent(fields) {
  const input = {};
  for (const control of fields.querySelectorAll("[data-path]")) {
    const value = readControl(control);
    if (value !== undefined) put(input, control.dataset.path.split("."), value);
  }
  return input;
}

export function fillEvent(fields, event) {
  byId("offset").value = event.start.slice(-6);
  for (const control of fields.querySelectorAll("[data-path]")) {
    const value = control.dataset.path.split(".").reduce((at, key) => at?.[key], event);
    if (control.type === "checkbox") control.checked = value === true;
    else if (control.type === "datetime-local") control.value = value?.slice(0, 16) ?? "";
    else control.value = value ?? "";
  }
}

export function clearEvent(fields) {
  for (const control of fields.querySelectorAll("[data-path]")) {
    if (control.type === "checkbox") control.checked = false;
    else control.value = "";
  }
}

/** Says how many of the folded fields are filled, so that nothing is sent unseen. */
export function countMore() {
  const filled = Object.keys(flatten(readEvent(byId("more")))).length;
  byId("more-count").textContent = filled > 0 ? `· ${filled} in use` : "";
}

function readControl(control) {
  if (control.type === "checkbox") return control.checked ? true : undefined;
  if (control.value === "") return undefined;
  if (control.type === "datetime-local") return withOffset(control.value);
  if (control.dataset.kind === "number") return numberOrText(control.value);
  return control.value;
}

/** `2026-04-28T14:00` and the offset chosen, as RFC 3339. */
function withOffset(local) {
  const seconds = local.length === 16 ? ":00" : "";
  return `${local}${seconds}${byId("offset").value}`;
}

function numberOrText(text) {
  const trimmed = text.trim();
  return /^[+-]?\d{1,15}(\.\d{1,20})?$/.test(trimmed) ? Number(trimmed) : text;
}

function put(input, [key, ...rest], value) {
  if (rest.length === 0) input[key] = value;
  else put((input[key] ??= {}), rest, value);
}

function flatten(value, path = "") {
  if (typeof value !== "object") return { [path]: value };
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flatten(inner, `${path}.${key}`)));
}
