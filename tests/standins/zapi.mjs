// Z-API, https://developer.z-api.io/en/message/send-event and …/send-edit-event, read November 2026: groups only, the
// instance's token in the path, Client-Token in a header, UTC with milliseconds.
import { fault, isFlag, isText, optional, record } from "./rules.mjs";

export const target = { gateway: "zapi", instanceId: "DEMO01" };
export const secrets = { token: "zapi-token-1", clientToken: "zapi-client-1" };
/** What differs from the event for the other gateways. */
export const event = { to: "120363312345678901@g.us" };
/** Messages wait in a queue: https://developer.z-api.io/en/queue/introduction. */
export const outcome = "accepted";
export const messageId = "3999984263738042930CD6ECDE9VDWSA";

const BODY = {
  phone: (value) => isText(value) && /^(\d{17,20}-group|\d{7,15}-\d{10})$/.test(value),
  event: record({
    name: isText,
    dateTime: (value) => isText(value) && /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
    description: optional(isText),
    location: optional(record({ name: isText })),
    callLinkType: optional((value) => value === "voice" || value === "video"),
    canceled: isFlag,
  }),
};

/** An edit contains the whole event, and names the message that shows the old one. */
const CHANGED = { ...BODY, eventMessageId: (value) => isText(value) && /^[\w.:-]+$/.test(value) };

const error = (status, message) => ({ status, body: { error: message } });

/** https://developer.z-api.io/en/instance/status, read November 2026. */
export function status({ method, path, headers }) {
  const [, instance, token] = /^\/instances\/([\w.-]+)\/token\/([^/]+)\/status$/.exec(path) ?? [];
  if (method !== "GET" || instance === undefined) return undefined;
  if (instance !== target.instanceId) return error(404, "Instance not found");
  if (token !== secrets.token) return error(401, "Invalid token");
  if (headers["client-token"] !== secrets.clientToken) return error(403, "null not allowed");
  return { status: 200, body: { connected: true, error: "You are already connected.", smartphoneConnected: true } };
}

export function refuse({ method, path, headers, body }) {
  const [, instance, token, edit] = /^\/instances\/([\w.-]+)\/token\/([^/]+)\/send-(edit-)?event$/.exec(path) ?? [];
  if (instance === undefined) return error(404, "NOT_FOUND");
  if (method !== "POST") return error(405, "Method not allowed");
  if (!/^application\/json\b/.test(headers["content-type"] ?? "")) return error(415, "Unsupported Media Type");
  if (instance !== target.instanceId) return error(404, "Instance not found");
  if (token !== secrets.token) return error(401, "Invalid token");
  if (headers["client-token"] !== secrets.clientToken) return error(403, "null not allowed");
  const wrong = fault(body, edit ? CHANGED : BODY);
  return wrong && error(400, `${wrong} is not as the page says`);
}

export const accept = () => ({ status: 200, body: { zaapId: "3999984263738042930CD6ECDE9VDWSA", messageId, id: messageId } });

const refused = (code) => ({ outcome: "not_sent", code, retry: "never" });

export const failures = [
  ["400", error(400, "phone is not as the page says"), refused("invalid_request")],
  ["401", error(401, "Invalid token"), refused("unauthorized")],
  ["403, without the client token", error(403, "null not allowed"), refused("unauthorized")],
  ["404", error(404, "Instance not found"), refused("session_not_found")],
  ["405", error(405, "Method not allowed"), refused("invalid_request")],
  ["415", error(415, "Unsupported Media Type"), refused("invalid_request")],
];
