// Turbo Notify, https://docs.turbonotify.com/en/messages/send/, read November 2026 (commit 54c6039 of its
// documentation): a bearer token, an idempotency key, E.164, ISO 8601 with a zone, and error codes.
import { fault, isDegrees, isFlag, isText, optional, record } from "./rules.mjs";

export const target = { gateway: "turbonotify", alias: "vendas-sp" };
export const secrets = { token: "turbo-key-1" };
export const event = {};
/** Messages are queued, and their outcome is reported by webhook. */
export const outcome = "accepted";
export const messageId = "msg_01993c5a1b24d3e9f01a2b3c4d5e6f70";

const isTime = (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value);
const upTo = (most) => (value) => isText(value) && [...value].length <= most;

const BODY = {
  to: record({ number: (value) => isText(value) && /^\+[1-9]\d{6,14}$/.test(value) }),
  content: record({
    name: upTo(200),
    description: optional(upTo(2000)),
    start_at: isTime,
    end_at: optional(isTime),
    join_link: optional((value) => isText(value) && /^https?:\/\//.test(value)),
    location: optional(record({ latitude: isDegrees, longitude: isDegrees, name: optional(upTo(200)), address: optional(upTo(500)) })),
    has_reminder: optional(isFlag),
    reminder_offset_sec: optional((value) => Number.isInteger(value) && value >= 0),
    extra_guests_allowed: optional(isFlag),
  }),
};

const error = (status, code, more) => ({ status, body: { error: code, ...more } });
const isKnown = (headers) => headers.authorization === `Bearer ${secrets.token}`;

/** https://docs.turbonotify.com/en/numbers/status/, read November 2026. */
export function status({ method, path, headers }) {
  const [, alias] = /^\/v1\/numbers\/([\w.-]+)$/.exec(path) ?? [];
  if (method !== "GET" || alias === undefined) return undefined;
  if (!isKnown(headers)) return error(401, "not_authenticated");
  if (![target.alias, "main"].includes(alias)) return error(404, "extra_number_not_found");
  return { status: 200, body: { contact_id: null, name: "Demo", type: "extra", alias, number: "5511888888888", status: "connected", at: "2026-04-07T10:00:00Z", external_id: null } };
}

export function refuse({ method, path, headers, body }) {
  const [, alias] = /^\/v1\/numbers\/([\w.-]+)\/messages$/.exec(path) ?? [path === "/v1/messages", "main"];
  if (method !== "POST" || (alias === "main" && path !== "/v1/messages")) return error(404, "not_found");
  if (!isKnown(headers)) return error(401, "not_authenticated");
  if (![target.alias, "main"].includes(alias)) return error(404, "number_not_found");
  if (!/^.{1,255}$/.test(headers["idempotency-key"] ?? "")) return error(400, "invalid_idempotency_key");
  if (body === undefined) return error(400, "invalid_json");
  const wrong = fault(body, BODY);
  return wrong && error(422, "validation_error", { details: { errors: [{ field: wrong }] } });
}

export const accept = () => ({ status: 202, body: { message_id: messageId, status: { state: "pending", at: "2026-07-16T10:00:00Z", error: null } } });

const refused = (code, retry = "never") => ({ outcome: "not_sent", code, retry });

export const failures = [
  ["400, the number", error(400, "invalid_phone_number"), refused("invalid_number")],
  ["400, the key", error(400, "invalid_idempotency_key"), refused("invalid_request")],
  ["401", error(401, "not_authenticated"), refused("unauthorized")],
  ["402, the plan", error(402, "feature_not_available"), refused("forbidden")],
  ["402, the subscription", error(402, "subscription_inactive", { details: { status: "past_due" } }), refused("forbidden")],
  ["403", error(403, "insufficient_scope", { required_scope: "messages:send" }), refused("forbidden")],
  ["404", error(404, "number_not_found"), refused("session_not_found")],
  ["409", error(409, "number_not_connected"), refused("disconnected", "after")],
  ["422", error(422, "validation_error", { details: { errors: [{ field: "content.start_at" }] } }), refused("invalid_request")],
  ["429", { ...error(429, "send_rate_spacing"), headers: { "Retry-After": "2" } }, { ...refused("rate_limited", "after"), retryAfterSeconds: 2 }],
  ["500", error(500, "internal_error"), { outcome: "unknown", code: "server_error", retry: "check_first" }],
];
