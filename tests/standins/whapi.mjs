// Whapi.Cloud, https://whapi.readme.io/reference/sendevent and https://github.com/Whapi-Cloud/whapi-mcp, read November
// 2026: a bearer token and no account, a flat body, seconds (presumably), numbers or chat ids. Replies and faults
// follow its OpenAPI description, version 1.8.7. The texts of faults are not published, so they are made up here.
import { fault, isDegrees, isSeconds, isText, optional } from "./rules.mjs";

export const target = { gateway: "whapi" };
export const secrets = { token: "whapi-token-1" };
export const event = {};
export const outcome = "sent";
export const messageId = "PsqXn2b4OEuM0bmJVHwJ8g-gE0T";

const BODY = {
  to: (value) => isText(value) && /^[\d-]{10,31}(@[\w.]{1,})?$/.test(value),
  title: isText,
  description: optional(isText),
  startTime: isSeconds,
  endTime: optional(isSeconds),
  degreesLatitude: optional(isDegrees),
  degreesLongitude: optional(isDegrees),
  locationName: optional(isText),
  locationAddress: optional(isText),
};

const error = (status, message) => ({ status, body: { error: { code: status, message } } });
const isKnown = (headers) => headers.authorization === `Bearer ${secrets.token}`;

/** https://whapi.readme.io/reference/checkhealth, by its OpenAPI description: Health, ChannelStatus. */
export function status({ method, path, query, headers }) {
  if (method !== "GET" || path !== "/health") return undefined;
  if (!isKnown(headers)) return error(401, "Unauthorized");
  if (query.get("wakeup") !== "false") return error(400, "The test must wake nobody up");
  return { status: 200, body: { start_at: 1789059600, uptime: 60, status: { code: 4, text: "AUTH" } } };
}

export function refuse({ method, path, headers, body }) {
  if (method !== "POST" || path !== "/messages/event") return error(404, "Not found");
  if (!isKnown(headers)) return error(401, "Unauthorized");
  const wrong = fault(body, BODY);
  return wrong && error(400, `${wrong} is not as the description says`);
}

export const accept = ({ body }) => ({
  status: 200,
  body: {
    sent: true,
    message: { id: messageId, from_me: true, type: "event", chat_id: "5511999999999@s.whatsapp.net", timestamp: 1789059600, source: "api", event: { is_canceled: false, name: body.title, start: body.startTime } },
  },
});

export const failures = [
  ["400", error(400, "startTime is not as the description says"), { outcome: "not_sent", code: "invalid_request", retry: "never" }],
  ["401", error(401, "Unauthorized"), { outcome: "not_sent", code: "unauthorized", retry: "never" }],
  ["402", error(402, "Payment required"), { outcome: "not_sent", code: "forbidden", retry: "never" }],
  ["404", error(404, "Not here"), { outcome: "not_sent", code: "session_not_found", retry: "never" }],
  ["429", error(429, "Too many requests"), { outcome: "not_sent", code: "rate_limited", retry: "after" }],
  ["500", error(500, "Internal server error"), { outcome: "unknown", code: "server_error", retry: "check_first" }],
  ["a message that was not sent", { status: 200, body: { sent: false } }, { outcome: "unknown", code: "send_failed", retry: "check_first" }],
];
