// Wawp, https://api.wawp.net/en/docs/v2/send/event, read November 2026: credentials in the body, flat keys with dots,
// seconds. Errors are JSON, XML, HTML or text.
import { fault, isFlag, isSeconds, isText, optional } from "./rules.mjs";

export const target = { gateway: "wawp", instanceId: "DEMO01" };
export const secrets = { accessToken: "wawp-token-1" };
export const event = {};
export const outcome = "sent";
export const messageId = "true_5511999999999@c.us_3EB0A1B2C3D4";

const BODY = {
  instance_id: isText,
  access_token: isText,
  chatId: (value) => isText(value) && /^(\d{8,15}|[\d-]+@(c\.us|g\.us|lid))$/.test(value),
  "event.name": isText,
  "event.description": optional(isText),
  "event.startTime": isSeconds,
  "event.endTime": optional(isSeconds),
  "event.location.name": optional(isText),
  "event.extraGuestsAllowed": optional(isFlag),
  reply_to: optional(isText),
};

const error = (status, code, message) => ({ status, body: { code, message, data: { status } } });
const xml = (status, code, message) => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0"?><error><code>${code}</code><message>${message}</message></error>`,
});

/** https://api.wawp.net/en/docs/v2/session/info, read November 2026. */
export function status({ method, path, body }) {
  if (method !== "POST" || path !== "/v2/session/info") return undefined;
  if (body?.access_token !== secrets.accessToken) return error(401, "invalid_access_token", "Invalid or Missing Access Token");
  if (body.instance_id !== target.instanceId) return error(404, "invalid_session", "Session Does Not Exist");
  return { status: 200, body: { name: "wawp-84729105", status: "WORKING", me: { id: "5511888888888@c.us", pushName: "Demo" } } };
}

export function refuse({ method, path, body }) {
  if (method !== "POST" || path !== "/v2/send/event") return error(404, "rest_no_route", "No route was found");
  if (body?.access_token !== secrets.accessToken) return error(401, "invalid_access_token", "Invalid or Missing Access Token");
  if (body.instance_id !== target.instanceId) return error(404, "invalid_session", "Session Does Not Exist");
  const wrong = fault(body, BODY);
  return wrong && error(400, "missing_required_parameter", `Missing Required Parameter(s): ${wrong}`);
}

export const accept = () => ({
  status: 200,
  body: { _data: {}, id: { fromMe: true, remote: "5511999999999@c.us", id: "3EB0A1B2C3D4", _serialized: messageId }, ack: 0, type: "event_creation" },
});

export const failures = [
  ["400, XML", xml(400, "invalid_number", "Invalid Number (Egypt)"), { outcome: "not_sent", code: "invalid_number", retry: "never" }],
  ["400, text", { status: 400, body: "Missing Required Parameter(s)" }, { outcome: "not_sent", code: "invalid_request", retry: "never" }],
  ["401, JSON", error(401, "invalid_access_token", "Invalid or Missing Access Token"), { outcome: "not_sent", code: "unauthorized", retry: "never" }],
  ["401, XML", xml(401, "invalid_access_token", "Invalid or Missing Access Token"), { outcome: "not_sent", code: "unauthorized", retry: "never" }],
  ["404, XML", xml(404, "invalid_session", "Session Does Not Exist"), { outcome: "not_sent", code: "session_not_found", retry: "never" }],
  ["429", error(429, "rate_limit", "Rate limit exceeded"), { outcome: "not_sent", code: "rate_limited", retry: "after" }],
  ["500, HTML", { status: 500, headers: { "content-type": "text/html" }, body: "<html><body><h1>500 Internal Server Error</h1></body></html>" }, { outcome: "unknown", retry: "check_first" }],
  ["502, XML", xml(502, "wawp_upstream_error", "Connection failed to upstream"), { outcome: "unknown", code: "upstream_failed", retry: "check_first" }],
  ["an error in a 200", { status: 200, body: { success: false, code: "invalid_session", message: "Session Does Not Exist" } }, { messageId: undefined }],
];
