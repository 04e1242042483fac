// A gateway that is not built in: a description, as a user would write it, and a stand-in that follows it.
import { fault, isFlag, isObject, isSeconds, isText, optional } from "../../standins/rules.mjs";

export const description = {
  id: "mine",
  name: "My gateway",
  target: {
    room: { is: "segment", account: true },
    tone: { is: "choice", of: ["loud", "quiet"] },
    apiKey: { is: "secret" },
    server: { is: "baseUrl", default: "https://events.example.com" },
  },
  request: {
    url: "{server}/rooms/{room}/events",
    headers: { "X-Api-Key": "{apiKey}" },
    recipients: { person: "{digits}@c.us", group: "{id}" },
    body: { chatId: "$to", title: "$name", startTime: "$start.seconds", place: { name: "$location.name" }, isOff: "$canceled" },
  },
  variants: [{ when: { tone: "quiet" }, request: { query: { silent: "yes" } } }],
  edit: { url: "{server}/rooms/{room}/changes", messageId: "bare", body: { message: "{messageId}" } },
  cancel: { body: { isOff: true } },
  answers: {
    successes: [{ statuses: [201], messageId: ["id"] }],
    codes: { NO_SUCH_ROOM: "session_not_found", WRONG_KEY: "unauthorized" },
    messages: ["error"],
  },
  rsvps: "waha",
};

export const room = "blue";
export const apiKey = "own-api-key-1";
export const outcome = "sent";
export const messageId = "3EB0C767D82A";

/** The account, as one of the node's credentials contains it. */
export const credentialAt = (url, { fields = { room }, secrets = { apiKey } } = {}) => ({
  baseUrl: url,
  plain: { pair: pairs(fields) },
  masked: Object.fromEntries(pairs(secrets).map((pair, at) => [`pair${at + 1}`, pair])),
});

const pairs = (values) => Object.entries(values).map(([name, value]) => ({ name, value }));

const BODY = {
  chatId: (value) => isText(value) && /^[\d-]+@(c\.us|g\.us)$/.test(value),
  title: isText,
  startTime: isSeconds,
  place: optional(isObject),
  isOff: isFlag,
};
const CHANGED = { ...BODY, message: (value) => value === messageId };

export const status = () => undefined;

export function refuse({ method, path, headers, body }) {
  const [, found, what] = /^\/rooms\/([\w.-]+)\/(events|changes)$/.exec(path) ?? [];
  if (method !== "POST" || found !== room) return { status: 404, body: { code: "NO_SUCH_ROOM", error: "There is no such room" } };
  // This gateway repeats what it received.
  if (headers["x-api-key"] !== apiKey) return { status: 401, body: { code: "WRONG_KEY", error: `The key ${headers["x-api-key"]} is wrong` } };
  const wrong = fault(body, what === "events" ? BODY : CHANGED);
  return wrong && { status: 422, body: { error: `${wrong} is not as it should be` } };
}

export const accept = () => ({ status: 201, body: { id: messageId } });

/** The same reply as n8n's helper returns it. */
export const answered = { statusCode: 201, headers: {}, body: JSON.stringify(accept().body) };
