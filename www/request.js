// Shows the request: URL, headers, body, and what its placeholders mean.

import { byId, element } from "./dom.js";
import { say, sayNodes } from "./language.js";
import { json, call } from "./snippets.js";

export function showRequest(request, gateway) {
  byId("request").hidden = request === null;
  const link = byId("documentation");
  link.textContent = say("page", { gateway: gateway.name });
  link.href = gateway.documentation;
  if (request === null) return;

  const { method, url, headers, missingSecrets } = request;
  byId("method").textContent = method;
  byId("url").replaceChildren(...withPlaceholders(url, missingSecrets));
  const rows = Object.entries(headers).flatMap(([name, value]) => [
    element("dt", {}, name),
    element("dd", {}, ...withPlaceholders(value, missingSecrets)),
  ]);
  byId("headers").replaceChildren(...rows);
  byId("body").replaceChildren(...coloured(json(request), missingSecrets));
  byId("secrets").replaceChildren(...explain(missingSecrets));
}

export function showCall(input, target, options) {
  byId("call").textContent = call(input, target, options);
}

function explain(secrets) {
  if (secrets.length === 0) return [];
  const marks = element("mark", { dir: "ltr" }, secrets.map((name) => `{${name}}`).join(", "));
  const call = element("code", { dir: "ltr" }, `authorize(request, { ${secrets.join(", ")} })`);
  return sayNodes("draft", { marks, call });
}

export function withPlaceholders(text, secrets) {
  const mark = secrets.map((name) => `{${name}}`).find((placeholder) => text.includes(placeholder));
  if (mark === undefined) return [text];
  const at = text.indexOf(mark);
  return [text.slice(0, at), element("mark", {}, mark), text.slice(at + mark.length)];
}

// Matches the keys, texts and other values of JSON, each of which gets a span.
const token = /("(?:[^"\\]|\\.)*")(:?)|(-?\d[\d.eE+-]*|true|false|null)/g;

export function coloured(text, secrets) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(token)) {
    const [whole, string, colon, other] = found;
    nodes.push(text.slice(end, found.index));
    if (other) nodes.push(element("span", { class: "value" }, other));
    else if (colon) nodes.push(element("span", { class: "key" }, string), ":");
    else if (secrets.some((name) => string === `"{${name}}"`)) nodes.push(element("mark", {}, string));
    else nodes.push(element("span", { class: "text" }, string));
    end = found.index + whole.length;
  }
  return [...nodes, text.slice(end)];
}
