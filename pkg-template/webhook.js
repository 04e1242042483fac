// The webhook in what a server's handler or a workflow passes on. The module decides whether it is one.
import { isBytes } from "./read.js";

/** How deep it may be packed: in a list, as the JSON of an item, as a request's body, as bytes that went through JSON. */
const LAYERS = 6;

/** What stands beside the body in the requests of Express, Fastify, Koa, n8n, and functions in clouds. */
const OF_REQUESTS = ["headers", "rawHeaders", "query", "params", "raw", "req"];

/** A value's own field; undefined where it has none. */
const own = (value, name) => (typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : undefined);

/** What a text of JSON says. A text in a text was packed twice, and stays as it is, as does what is no JSON. */
function parsed(text) {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "string" ? text : value;
  } catch {
    return text;
  }
}

/** What is inside of a value, or the value itself. */
function inside(value) {
  if (typeof value === "string") return parsed(value);
  if (isBytes(value)) return parsed(new TextDecoder("utf-8", { fatal: true }).decode(value));
  if (Array.isArray(value)) return value.length === 1 ? own(value, 0) : value;
  const [type, data, json, body, request] = ["type", "data", "json", "body", "request"].map((name) => own(value, name));
  if (type === "Buffer" && Array.isArray(data)) return Uint8Array.from(data);
  // An item of n8n.
  if (typeof json === "object" && json !== null) return json;
  // A function of AWS, which gets whatever it was not configured to read as text like this.
  if (own(value, "isBase64Encoded") === true && typeof body === "string") return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  // The context of Koa.
  if (own(request, "body") !== undefined) return request;
  return body !== undefined && OF_REQUESTS.some((name) => own(value, name) !== undefined) ? body : value;
}

/** What a handler was given, down to the webhook. What cannot be read, such as bytes that are no UTF-8, stays as it is. */
export function webhookIn(value) {
  let found = value;
  try {
    for (let layer = 0; layer < LAYERS; layer += 1) found = inside(found);
  } catch {
    // The module says what it is.
  }
  return found;
}
