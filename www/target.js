// The gateway switch, made from the package's own list, and what each gateway must be told besides
// the event. No field for a secret: the page makes drafts only.

import { byId, element } from "./dom.js";

const text = (path, label, value, hint) => ({ path, label, value, hint });
const choice = (path, label, values, hint) => ({ path, label, values, hint });

const fieldsOf = {
  ryzeapi: [text("instance", "Instance", "clinic")],
  wappfy: [
    text("session", "Session", "clinic"),
    choice("contract", "Contract", ["guide", "reference"], "Wappfy's page documents two"),
  ],
  wawp: [
    text("instanceId", "Instance id", "CLINIC01"),
    choice("credentials", "Credentials go in the", ["body", "query", "header"]),
    choice("values", "Values", ["typed", "strings"]),
  ],
  waha: [
    text("session", "Session", "default"),
    text("baseUrl", "Base URL", "https://waha.example.com", "Your own server's"),
  ],
  zapi: [
    text("instanceId", "Instance id", "CLINIC01"),
    choice("credentials", "Client token", ["header", "path"], "“path”: the account has none switched on"),
  ],
};
const baseUrl = text("baseUrl", "Base URL", "", "Empty: the gateway's own");

export function createTarget(gateways) {
  const switches = byId("gateways");
  const sets = byId("target-fields");

  for (const [index, { id, name }] of gateways.entries()) {
    const radio = element("input", { type: "radio", name: "gateway", value: id });
    radio.checked = index === 0;
    switches.append(element("label", {}, radio, element("span", {}, name)));
    sets.append(fieldSet(id, name));
  }
  switches.addEventListener("input", show); // before the form's own listener reads the fields
  show();

  function chosen() {
    return switches.querySelector(":checked").value;
  }

  function show() {
    for (const set of sets.children) set.hidden = set.dataset.gateway !== chosen();
  }

  return {
    /** The `Target` of the gateway chosen; empty fields are absent. */
    read() {
      const target = { gateway: chosen() };
      for (const control of sets.querySelectorAll("fieldset:not([hidden]) [data-path]")) {
        if (control.value !== "") target[control.dataset.path] = control.value;
      }
      return target;
    },
  };
}

function fieldSet(gateway, name) {
  const own = fieldsOf[gateway] ?? [];
  const fields = own.some(({ path }) => path === baseUrl.path) ? own : [...own, baseUrl];
  return element(
    "fieldset",
    { class: "fields pair", "data-gateway": gateway },
    element("legend", { class: "unseen" }, `${name}: where to send`),
    ...fields.map((field) => fieldFor(gateway, field)),
  );
}

function fieldFor(gateway, { path, label, value, values, hint }) {
  const id = `${gateway}-${path}`;
  const attributes = { id, "data-path": path, "aria-describedby": hint ? `${id}-hint` : null };
  const control = values
    ? element("select", attributes, ...values.map((one) => element("option", {}, one)))
    : element("input", { ...attributes, value, dir: "auto", spellcheck: "false" });
  const field = element("div", { class: "field" }, element("label", { for: id }, label), control);
  if (hint) field.append(element("p", { class: "hint", id: `${id}-hint` }, hint));
  return field;
}
