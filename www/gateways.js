// Shows the same event for every gateway, side by side: the request, and what it could not carry.

import { buildRequest, parseEvent } from "waevent";
import { byId, element } from "./dom.js";
import { say } from "./language.js";
import { coloured, withPlaceholders } from "./request.js";
import { json } from "./snippets.js";

/** `targetOf(id)` returns the target of a gateway, from its fields. */
export function showAll(gateways, input, targetOf, options) {
  // A fault of the event itself is not the gateway's.
  const verdict = parseEvent(input, options).ok ? "refuses" : "guestRefused";
  const articles = gateways.map((gateway) => {
    const result = buildRequest(input, targetOf(gateway.id), options);
    const title = element("h3", {}, gateway.name);
    const parts = result.ok ? carried(result) : refused(result, verdict);
    return element("article", { "data-gateway": gateway.id, "data-ok": result.ok }, title, ...parts);
  });
  byId("all").replaceChildren(...articles);
}

function carried({ value: { request }, warnings }) {
  const { url, missingSecrets } = request;
  const address = element("p", { class: "address", dir: "ltr" }, ...withPlaceholders(url, missingSecrets));
  const body = element("pre", { dir: "ltr" }, ...coloured(json(request), missingSecrets));
  if (warnings.length === 0) return [element("p", { class: "verdict good" }, say("carries")), address, body];
  return [element("p", { class: "verdict partly" }, say("cannotCarry")), list(warnings), address, body];
}

function refused({ issues, warnings }, verdict) {
  return [element("p", { class: "verdict bad" }, say(verdict)), list(issues), ...(warnings.length > 0 ? [list(warnings)] : [])];
}

function list(issues) {
  return element("ul", {}, ...issues.map(({ code, message }) => element("li", { "data-code": code }, element("bdi", {}, message))));
}
