// RyzeAPI, https://docs.ryzeapi.cloud/en/api/messages/event, read November 2026: a token in a header, RFC 3339 with an
// offset, errors as { success: false, error: { message } }.
import { fault, isDegrees, isFlag, isText, optional, record } from "./rules.mjs";

export const target = { gateway: "ryzeapi", instance: "demo" };
export const secrets = { token: "ryze-token-1" };
export const event = {};
export const outcome = "sent";
export const messageId = "3EB0B430A8D2E1C7F6A5";

const isTime = (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value);
const isNumber = (value) => isText(value) && /^(\d{8,15}|[\d-]+@(s\.whatsapp\.net|g\.us|lid))$/.test(value);
const isCount = (value) => Number.isInteger(value) && value >= 0;

const BODY = {
  number: isNumber,
  name: isText,
  startAt: isTime,
  endAt: optional(isTime),
  description: optional(isText),
  location: optional(record({ name: optional(isText), address: optional(isText), latitude: optional(isDegrees), longitude: optional(isDegrees) })),
  joinLink: optional(isText),
  isScheduleCall: optional(isFlag),
  hasReminder: optional(isFlag),
  reminderOffsetSec: optional(isCount),
  extraGuestsAllowed: optional(isFlag),
  isCanceled: optional(isFlag),
  delay: optional((value) => isCount(value) && value <= 300),
  replyTo: optional(isText),
  replyPrivate: optional(isFlag),
  source: optional(isText),
};

/** https://docs.ryzeapi.cloud/en/api/instance/list, read November 2026. */
export function status({ method, path, query, headers }) {
  if (method !== "GET" || path !== "/api/instance/list") return undefined;
  if (headers.token !== secrets.token) return error(401, "Invalid token");
  if (query.get("instanceName") !== target.instance) return error(404, "Instance not found");
  const data = [{ name: target.instance, connection: { state: "connected", numberJid: "5511888888888@s.whatsapp.net" } }];
  return { status: 200, body: { success: true, message: "1 Instance found", data } };
}

const error = (status, message, headers) => ({ status, headers, body: { success: false, error: { message } } });

const WORDS = { number: "Number is required", name: "Name is required", startAt: "Invalid startAt, expected ISO 8601 (RFC3339): parsing time" };

export function refuse({ method, path, headers, body }) {
  const [, instance] = /^\/api\/message\/event\/([\w-]+)$/.exec(path) ?? [];
  if (method !== "POST" || instance === undefined) return error(404, "Not found");
  if (headers.token === undefined) return error(401, "Missing token in header");
  if (headers.token !== secrets.token) return error(401, "Invalid token");
  if (instance !== target.instance) return error(404, "Instance not found");
  const wrong = fault(body, BODY);
  return wrong && error(400, WORDS[wrong] ?? `Invalid request body: ${wrong}`);
}

export const accept = ({ body }) => ({
  status: 200,
  headers: { "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "99", "X-RateLimit-Reset": "1789059660" },
  body: { success: true, message: "Event sent", status: "sent", data: { messageId, direction: "outgoing", content: body.name } },
});

export const failures = [
  ["400, the number", error(400, "Invalid phone number format: 123"), { outcome: "not_sent", retry: "never" }],
  ["401", error(401, "Invalid instance token"), { outcome: "not_sent", code: "unauthorized", retry: "never" }],
  ["403", error(403, "Token does not match the instance"), { outcome: "not_sent", code: "forbidden", retry: "never" }],
  ["404", error(404, "Instance not found"), { outcome: "not_sent", code: "session_not_found", retry: "never" }],
  ["429", error(429, "Rate limit exceeded. Try again later.", { "Retry-After": "30" }), { outcome: "not_sent", code: "rate_limited", retry: "after", retryAfterSeconds: 30 }],
  ["500", error(500, "Failed to send event: timed out"), { outcome: "unknown", code: "send_failed", retry: "check_first" }],
  ["503", error(503, "Instance is not connected to WhatsApp"), { outcome: "not_sent", code: "disconnected" }],
];
