// The fields of the form, filled and emptied. What they hold is read by the package's own entry point for forms.

import { byId } from "./dom.js";
import { language, say } from "./language.js";

// Those where WhatsApp is common. Any other number is written with its plus sign.
const countries = "AR BO BR CL CO CR DE EC EG ES FR GB GT ID IN IT KE MA MX MY NG PE PK PT PY SA TR US UY VE ZA AE";

export function fillCountries() {
  const select = byId("country");
  const { value } = select;
  const names = new Intl.DisplayNames(language, { type: "region" });
  const options = countries.split(" ").map((code) => new Option(names.of(code), code));
  options.sort((one, other) => one.text.localeCompare(other.text, language));
  select.replaceChildren(new Option(say("countryNone"), ""), ...options);
  select.value = value;
}

const controlsOf = (fields) => [...fields.elements].filter((control) => control.name || control.id === "country");

/** Fills the fields from `{ name: text }`, and empties all others. */
export function fillEvent(fields, values) {
  for (const control of controlsOf(fields)) {
    const value = values[control.name || control.id] ?? "";
    if (control.type === "checkbox") control.checked = String(value) === "true";
    else control.value = value;
  }
}

/** What the fields hold, as `{ name: text }`, without those that are empty. */
export function valuesOf(fields) {
  const values = {};
  for (const control of controlsOf(fields)) {
    const value = control.type === "checkbox" ? control.checked && "true" : control.value;
    if (value) values[control.name || control.id] = value;
  }
  return values;
}

/** Says how many of the folded fields are filled, so that nothing is sent unseen. */
export function countMore() {
  const controls = [...byId("more").querySelectorAll("input")];
  const count = controls.filter((one) => (one.type === "checkbox" ? one.checked : one.value !== "")).length;
  byId("more-count").textContent = count > 0 ? `· ${say("moreInUse", { count })}` : "";
}
