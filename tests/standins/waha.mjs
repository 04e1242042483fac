// WAHA, https://waha.devlike.pro/docs/how-to/event-message/, read November 2026: X-Api-Key, seconds, chat ids.
import { fault, isFlag, isSeconds, isText, optional, record } from "./rules.mjs";

export const target = { gateway: "waha", session: "default" };
export const secrets = { apiKey: "waha-key-1" };
export const event = {};
export const outcome = "sent";
export const messageId = "true_5511999999999@c.us_3EB0D4C3B2A1";

const BODY = {
  chatId: (value) => isText(value) && /^[\d-]+@(c\.us|g\.us|lid)$/.test(value),
  reply_to: optional(isText),
  event: record({
    name: isText,
    startTime: isSeconds,
    endTime: optional(isSeconds),
    description: optional(isText),
    location: optional(record({ name: isText })),
    extraGuestsAllowed: optional(isFlag),
  }),
};

const error = (status, message) => ({ status, body: { statusCode: status, message, error: "Error" } });

/** https://waha.devlike.pro/docs/how-to/sessions, read November 2026. */
export function status({ method, path, headers }) {
  const [, session] = /^\/api\/sessions\/([\w.-]+)$/.exec(path) ?? [];
  if (method !== "GET" || session === undefined) return undefined;
  if (headers["x-api-key"] !== secrets.apiKey) return error(401, "Unauthorized");
  if (session !== target.session) return error(404, "Session not found");
  return { status: 200, body: { name: session, status: "WORKING", me: { id: "5511888888888@c.us", pushName: "Demo" } } };
}

export function refuse({ method, path, headers, body }) {
  const [, session] = /^\/api\/([\w.-]+)\/events$/.exec(path) ?? [];
  if (method !== "POST" || session === undefined) return error(404, `Cannot ${method} ${path}`);
  if (headers["x-api-key"] !== secrets.apiKey) return error(401, "Unauthorized");
  if (session !== target.session) return error(404, `Session "${session}" does not exist`);
  const wrong = fault(body, BODY);
  return wrong && error(400, [`${wrong} is not as the page says`]);
}

export const accept = ({ body }) => ({
  status: 201,
  body: { id: messageId, timestamp: 1789059600, from: "5511888888888@c.us", fromMe: true, to: body.chatId, body: "", hasMedia: false, ack: 1, ackName: "SERVER" },
});

export const failures = [
  ["400", error(400, ["event.startTime must be a number conforming to the specified constraints"]), { outcome: "not_sent", code: "invalid_request", retry: "never" }],
  ["401", error(401, "Unauthorized"), { outcome: "not_sent", code: "unauthorized", retry: "never" }],
  ["404", error(404, 'Session "default" does not exist'), { outcome: "not_sent", code: "session_not_found", retry: "never" }],
  ["422", error(422, "Session status is not as expected. Try again later or restart the session"), { outcome: "not_sent", code: "disconnected", retry: "after" }],
  ["500", { status: 500, body: { statusCode: 500, timestamp: "2026-11-22T00:00:00.000Z", exception: { message: "timeout", name: "Error" } } }, { outcome: "unknown", retry: "check_first" }],
  ["500, with a stack", { status: 500, body: { statusCode: 500, timestamp: "2026-11-22T00:00:00.000Z", path: "/api/default/events", error: "timeout", stack: "Error" } }, { outcome: "unknown", retry: "check_first" }],
];
