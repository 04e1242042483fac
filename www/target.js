// The gateway switch, made from the package's own list, and the fields of each gateway's target.
// There is no field for a secret, because the page makes only drafts.

import { byId, element } from "./dom.js";
import { say } from "./language.js";

/** The values that the page fills in, by the names of fields: the clinic's account. */
const SAMPLES = { instance: "clinic", session: "clinic", instanceId: "CLINIC01" };

/** Exceptions for single gateways. */
const OWN = {
  wappfy: { contract: { hint: "contractHint" } },
  waha: { session: { value: "default" } },
  zapi: { credentials: { hint: "clientTokenHint", label: "clientToken" } },
};

/** The fields of a gateway, the base URL last. */
function fieldsOf({ id, target }) {
  const fields = target.filter(({ is }) => is !== "secret").map(({ name, is, default: own, of }) => {
    const base = own ? { value: "", hint: "baseUrlHint" } : { value: `https://${id}.example.com`, hint: "ownServer" };
    const said = { segment: { value: SAMPLES[name] }, label: { value: "" }, choice: { values: of }, baseUrl: base }[is];
    return { name, ...said, ...OWN[id]?.[name] };
  });
  return fields.sort((one, other) => (one.name === "baseUrl") - (other.name === "baseUrl"));
}

/** `update` is called when another gateway is chosen. */
export function createTarget(gateways, update) {
  const switches = byId("gateways");
  const sets = byId("target-fields");

  for (const [index, gateway] of gateways.entries()) {
    const { id, name } = gateway;
    const radio = element("input", { type: "radio", name: "gateway", value: id });
    radio.checked = index === 0;
    switches.append(element("label", {}, radio, element("span", {}, name)));
    sets.append(fieldSet(gateway));
  }

  const chosen = () => switches.querySelector(":checked").value;
  const setOf = (gateway) => [...sets.children].find((set) => set.dataset.gateway === gateway);

  function show() {
    for (const set of sets.children) {
      // Disabled fields are not part of the form. Several gateways have fields with the same names.
      set.hidden = set.disabled = set.dataset.gateway !== chosen();
    }
    for (const { id, name } of gateways) setOf(id).querySelector("legend").textContent = say("where", { gateway: name });
  }

  switches.addEventListener("change", () => {
    show();
    update();
  });
  show();

  return {
    show,
    /** The `Target` of a gateway, by default the chosen one. Empty fields are absent. */
    read(gateway = chosen()) {
      const controls = [...setOf(gateway).elements].filter(({ value }) => value !== "");
      return { gateway, ...Object.fromEntries(controls.map(({ name, value }) => [name, value])) };
    },
    /** Chooses the named gateway and fills its fields. Without a gateway nothing changes. */
    fill({ gateway, ...values }) {
      const radio = [...switches.querySelectorAll("input")].find(({ value }) => value === gateway);
      if (!radio) return;
      radio.checked = true;
      show();
      for (const control of setOf(gateway).elements) if (control.name in values) control.value = values[control.name];
    },
  };
}

function fieldSet(gateway) {
  const legend = element("legend", { class: "unseen" });
  const attributes = { class: "fields pair", "data-gateway": gateway.id };
  return element("fieldset", attributes, legend, ...fieldsOf(gateway).map((field) => fieldFor(gateway.id, field)));
}

function fieldFor(gateway, { name, label = name, value, values, hint }) {
  const id = `${gateway}-${name}`;
  const attributes = { id, name, "aria-describedby": hint ? `${id}-hint` : null };
  const control = values
    ? element("select", attributes, ...values.map((one) => element("option", {}, one)))
    : element("input", { ...attributes, value, dir: "auto", spellcheck: "false" });
  const named = element("label", { for: id, "data-text": label }, say(label));
  const field = element("div", { class: "field" }, named, control);
  if (hint) field.append(element("p", { class: "hint", id: `${id}-hint`, "data-text": hint }, say(hint)));
  return field;
}
