// Fills and empties the fields of the form. `waevent/form` reads them.

import { byId } from "./dom.js";
import { language, say } from "./language.js";

// Countries where WhatsApp is common. Numbers of other countries are entered with their plus sign.
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

/** The values of the fields as `{ name: text }`, without empty ones. */
export function valuesOf(fields) {
  const values = {};
  for (const control of controlsOf(fields)) {
    const value = control.type === "checkbox" ? control.checked && "true" : control.value;
    if (value) values[control.name || control.id] = value;
  }
  return values;
}

/** Shows how many of the collapsed fields are filled, so nothing is sent unseen. */
export function countMore() {
  const controls = [...byId("more").querySelectorAll("input")];
  const count = controls.filter((one) => (one.type === "checkbox" ? one.checked : one.value !== "")).length;
  byId("more-count").textContent = count > 0 ? `· ${say("moreInUse", { count })}` : "";
}
