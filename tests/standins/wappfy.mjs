// Wappfy, https://docs.wappfy.com.br/en/api/events/send-event, read November 2026, by its guide: `jid`, milliseconds,
// and a required place. `reference` is the other half of the page.
import { fault, isFlag, isMilliseconds, isSeconds, isText, optional, record } from "./rules.mjs";

export const target = { gateway: "wappfy", session: "demo" };
export const secrets = { apiKey: "wappfy-key-1" };
export const event = {};
export const outcome = "sent";
export const messageId = "true_5511999999999@s.whatsapp.net_3EB0C767D82A";

const GUIDE = {
  jid: (value) => isText(value) && /^[\d-]+@(s\.whatsapp\.net|g\.us|lid)$/.test(value),
  event: record({
    name: isText,
    startTime: isMilliseconds,
    endTime: optional(isMilliseconds),
    description: optional(isText),
    location: record({ name: isText, latitude: optional(Number.isFinite), longitude: optional(Number.isFinite) }),
    extraGuestsAllowed: isFlag,
  }),
};

const REFERENCE = {
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

/** The stand-in for one half of the page. */
const half = (fields, accept) => ({
  target,
  secrets,
  event,
  outcome,
  messageId,
  accept,
  /** https://docs.wappfy.com.br/en/api/sessions/get-session, read November 2026. */
  status({ method, path, headers }) {
    const [, session] = /^\/api\/sessions\/([\w.-]+)$/.exec(path) ?? [];
    if (method !== "GET" || session === undefined) return undefined;
    if (headers.apikey !== secrets.apiKey) return error(401, "Unauthorized session");
    if (session !== target.session) return error(404, "Session not found");
    return { status: 200, body: { session, status: "authenticated", authenticated: true } };
  },
  refuse({ method, path, headers, body }) {
    const [, session] = /^\/api\/([\w.-]+)\/events$/.exec(path) ?? [];
    if (method !== "POST" || session === undefined) return error(404, "Cannot POST");
    if (headers.apikey !== secrets.apiKey) return error(401, "Unauthorized session");
    if (session !== target.session) return error(404, `Session "${session}" does not exist`);
    const wrong = fault(body, fields);
    return wrong && error(400, [`${wrong} must be given as the page says`]);
  },
  failures: [
    ["400", error(400, ["event.startTime must be a number"]), { outcome: "not_sent", code: "invalid_request", retry: "never" }],
    ["401", error(401, "Unauthorized session"), { outcome: "not_sent", code: "unauthorized", retry: "never" }],
    ["404", error(404, "Session not found"), { outcome: "not_sent", code: "session_not_found", retry: "never" }],
    ["500", error(500, "Internal server error"), { outcome: "unknown", retry: "check_first" }],
  ],
});

const guide = half(GUIDE, () => ({ status: 200, body: { success: true, messageId } }));
export const { accept, refuse, status, failures } = guide;

export const reference = {
  ...half(REFERENCE, () => ({ status: 201, body: { id: messageId, timestamp: 1789059600, from: "5511888888888@c.us", fromMe: true, hasMedia: false, ack: 1 } })),
  target: { ...target, contract: "reference" },
};
