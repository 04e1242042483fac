// WaAPI, https://waapi.readme.io/reference/send-event, read November 2026: a bearer token, the instance in the path,
// chat ids, whole seconds, and a location of one text. The documentation lists statuses without bodies. The body of an
// action is the one in the tests of the vendor's client, https://github.com/WaAPIapp/waapi-php-sdk, where a refusal by
// the instance has the status 200, and 422 means that fields are wrong.
import { fault, isFlag, isSeconds, isText, optional, record } from "./rules.mjs";

export const target = { gateway: "waapi", instanceId: "4711" };
export const secrets = { token: "waapi-token-1" };
export const event = {};
export const outcome = "sent";
export const messageId = "true_5511999999999@c.us_3EB0F1E2D3C4";

const BODY = {
  chatId: (value) => isText(value) && /^[\d-]+@(c\.us|g\.us)$/.test(value),
  name: isText,
  description: optional(isText),
  startTime: isSeconds,
  endTime: optional(isSeconds),
  location: optional(isText),
};

/** The action edit-scheduled-event of the vendor's client. Its options and the long id are those of whatsapp-web.js. */
const CHANGED = {
  messageId: (value) => isText(value) && /^(true|false)_[^@\s]+@[a-z.]+_[A-Za-z0-9]+/.test(value),
  name: isText,
  startTimeTs: isSeconds,
  eventSendOptions: record({ description: optional(isText), endTimeTs: optional(isSeconds), location: optional(isText), isEventCanceled: isFlag }),
};

const error = (status, message) => ({ status, body: { message } });
const action = (data) => ({ status: 200, body: { status: "success", data } });

/** The responses to requests without access, in the words of the documentation. */
function stranger(headers, instance) {
  if (headers.authorization !== `Bearer ${secrets.token}`) return error(401, "Unauthorized: invalid or missing bearer token");
  if (instance !== target.instanceId) return error(404, "Not found: instance does not exist or does not belong to you");
  return undefined;
}

/** The README of the vendor's client, "Get the instance status". */
export function status({ method, path, headers }) {
  const [, instance] = /^\/api\/v1\/instances\/([\w.-]+)\/client\/status$/.exec(path) ?? [];
  if (method !== "GET" || instance === undefined) return undefined;
  return stranger(headers, instance) ?? { status: 200, body: { status: "success", clientStatus: { instanceId: instance, instanceStatus: "ready" } } };
}

export function refuse({ method, path, headers, body }) {
  const [, instance, action] = /^\/api\/v1\/instances\/([\w.-]+)\/client\/action\/(send-event|edit-scheduled-event)$/.exec(path) ?? [];
  if (method !== "POST" || instance === undefined) return error(404, "Not found");
  const wrong = fault(body, action === "send-event" ? BODY : CHANGED);
  return stranger(headers, instance) ?? (wrong && error(422, `The ${wrong} field is not as the page says.`));
}

export const accept = () => action({ status: "success", instanceId: target.instanceId, data: { _data: { id: { fromMe: true, remote: "5511999999999@c.us", id: "3EB0F1E2D3C4", _serialized: messageId } } } });

export const failures = [
  ["401", error(401, "Unauthorized: invalid or missing bearer token"), { outcome: "not_sent", code: "unauthorized", retry: "never" }],
  ["403", error(403, "Forbidden: insufficient permissions or account blocked"), { outcome: "not_sent", code: "forbidden", retry: "never" }],
  ["404", error(404, "Not found: instance does not exist or does not belong to you"), { outcome: "not_sent", code: "session_not_found", retry: "never" }],
  ["409", error(409, "Conflict: instance is not ready"), { outcome: "unknown", code: "disconnected", retry: "check_first" }],
  ["429", error(429, "Too many requests: rate limit exceeded"), { outcome: "not_sent", code: "rate_limited", retry: "after" }],
  ["200, refused by the instance", action({ status: "error", message: "incorrect chatId format.", explanation: '"bogus" is missing a domain, expected <id>@c.us.' }), { outcome: "unknown", code: "invalid_request", retry: "check_first" }],
  ["422", error(422, "The start time field is required."), { outcome: "not_sent", code: "invalid_request", retry: "never" }],
];
