// Finds the webhook in what a server's handler or a workflow passes on. The module decides whether it is a webhook.
import { isBytes } from "./read.js";

/** The most layers around it: a list, an item's JSON, a request's body, bytes that went through JSON. */
const LAYERS = 6;

/** Fields beside the body in the request objects of Express, Fastify, Koa, n8n and cloud functions. */
const OF_REQUESTS = ["headers", "rawHeaders", "query", "params", "raw", "req"];

/** A value's own field; undefined if it has none. */
const own = (value, name) => (typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : undefined);

/** Parses JSON. Text that is not JSON stays as it is, and so does JSON of a text, which was encoded twice. */
function parsed(text) {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "string" ? text : value;
  } catch {
    return text;
  }
}

/** The value inside one layer, or the value itself. */
function inside(value) {
  if (typeof value === "string") return parsed(value);
  if (isBytes(value)) return parsed(new TextDecoder("utf-8", { fatal: true }).decode(value));
  if (Array.isArray(value)) return value.length === 1 ? own(value, 0) : value;
  const [type, data, json, body, request] = ["type", "data", "json", "body", "request"].map((name) => own(value, name));
  if (type === "Buffer" && Array.isArray(data)) return Uint8Array.from(data);
  // An n8n item.
  if (typeof json === "object" && json !== null) return json;
  // AWS Lambda passes bodies of unknown content types like this.
  if (own(value, "isBase64Encoded") === true && typeof body === "string") return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  // Koa's context.
  if (own(request, "body") !== undefined) return request;
  return body !== undefined && OF_REQUESTS.some((name) => own(value, name) !== undefined) ? body : value;
}

/** Unwraps what a handler received, down to the webhook. What cannot be read, such as bytes that are not UTF-8, stays
 *  as it is. */
export function webhookIn(value) {
  let found = value;
  try {
    for (let layer = 0; layer < LAYERS; layer += 1) found = inside(found);
  } catch {
    // The module reports what it is.
  }
  return found;
}
