// One function for each kind of case file: (waevent, data, context) → [{ why, faults }]. Nothing here may import from
// Node, because browsers run it too.
import { differences, fields, issues, result } from "./compare.mjs";
import { expand } from "./expand.mjs";
import { messageFaults } from "./messages.mjs";

const NOW = { now: "2026-01-01T00:00:00Z" };
const INPUT = { to: "+5511999999999", name: "Team meeting", start: "2026-09-10T14:00:00-03:00", location: "Room A" };
const SECRETS = ["token", "apiKey", "accessToken", "clientToken"];

const isObject = (value) => value !== null && typeof value === "object";
/** What must not be shown: the recipient of the input, and the secrets of the target and in `more`. */
const hidden = (input, target, more = {}) => ({
  recipients: isObject(input) ? [input.to] : [input],
  secrets: [...Object.values(more), ...(isObject(target) ? SECRETS.map((name) => target[name]) : [])],
});

/** A throw is a fault of the row, and the other rows still run. */
function row(why, check) {
  let faults;
  try { faults = check(); } catch (error) { faults = [`threw ${String(error?.stack ?? error).split("\n").slice(0, 2).join(" ")}`]; }
  return { why, faults };
}

/** Whether the host's zone data is stale depends on the host; stale.test.mjs tests that. */
function withoutHost(answer) {
  if (!Array.isArray(answer?.warnings)) return answer;
  return { ...answer, warnings: answer.warnings.filter((issue) => issue.code !== "host_time_zone_stale") };
}

function outcome(found, expected, privately, value) {
  const answer = withoutHost(found);
  return [...result(answer, expected, value), ...messageFaults(answer?.issues, privately), ...messageFaults(answer?.warnings, privately)];
}

function thrownBy(call) {
  try { call(); } catch (error) { return error; }
  return undefined;
}

/** Checks that an error is what `createBuilder` and `authorize` throw. */
function targetError(waevent, error, expected, privately) {
  if (!(error instanceof waevent.TargetError) || error.name !== "TargetError") return [`expected a TargetError, got ${error?.stack ?? error}`];
  return [...issues(error.issues, expected, "thrown issues"), ...messageFaults(error.issues, privately),
    ...messageFaults([{ code: "TargetError", path: expected[0].path, message: error.message }], privately)];
}

/** The gateways of a file that exist already. */
export const knownOf = (waevent, data) => data.gateways.filter((id) => waevent.gateways.some((known) => known.id === id));

/** A result, in which recipients have only the fields that the case gives. */
function answer(actual, expected) {
  if (actual === null || expected === null) return differences(actual, expected, "rsvp");
  const { responder, chat, dedupeKey, ...rest } = actual;
  const { responder: who, chat: where, ...others } = expected;
  return [...differences(rest, others, "rsvp"), ...fields(responder, who, "responder"), ...fields(chat, where, "chat"),
    ...(typeof dedupeKey === "string" && dedupeKey !== "" ? [] : ["no dedupeKey"])];
}

const text = (value) => JSON.stringify(value);
/** A value with `{ $date }` in place of each date. */
function undated(value) {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(undated);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, undated(part)])) : value;
}
const same = (actual, expected, at) => (actual === expected ? [] : [`${at}: ${actual}\n      expected ${expected}`]);

function request(actual, expected) {
  return [
    ...differences(Object.keys(actual).sort(), ["body", "headers", "method", "missingSecrets", "url"], "request keys"),
    ...same(actual.method, expected.method, "method"),
    ...same(actual.url, expected.url, "url"),
    // Compared as text, because the order of the keys matters.
    ...same(text(actual.headers), text(expected.headers), "headers"),
    ...same(actual.body, text(expected.body), "body"),
    ...differences(actual.missingSecrets, expected.missingSecrets, "missingSecrets"),
  ];
}

export const run = {
  events: (waevent, data) => {
    const { why, input, options, event, ...expected } = expand(data);
    return [row(why, () => outcome(waevent.parseEvent(input, options), expected, hidden(input), (value) => differences(value, event, "event")))];
  },

  /**
   * `context.event(name)` returns the data of a file in events/; `context.body(target, body)` returns the faults that a
   * schema finds.
   */
  requests: (waevent, data, context) => {
    const { why, options = NOW, target, ...expected } = expand(data);
    const source = data.event === undefined ? undefined : expand(context.event(data.event));
    const input = source?.input ?? expected.input;
    const check = (value) => [
      ...request(value.request, expected.request),
      ...context.body(target, JSON.parse(value.request.body)),
      ...(source ? differences(value.event, source.event, "event") : []),
    ];
    const privately = hidden(input, target);
    return [
      row(why, () => outcome(waevent.buildRequest(input, target, options), expected, privately, check)),
      row(`through a builder: ${why}`, () => {
        const names = ["instance", "session", "instanceId", ...SECRETS, "baseUrl", "gateway", "contract", "credentials", "values", "target", ...(isObject(target) ? Object.keys(target) : [])];
        const atTarget = (expected.issues ?? []).filter((issue) => names.includes(issue.path[0]));
        if (atTarget.length > 0) return targetError(waevent, thrownBy(() => waevent.createBuilder(target, options)), atTarget, privately);
        const builder = waevent.createBuilder(target, options);
        // Built twice, because the second event must not depend on the first.
        return [...outcome(builder.build(input), expected, privately, check), ...outcome(builder.build(input), expected, privately, check)];
      }),
    ];
  },

  /** Dates are replaced as in the case, so they must be exactly where the case has them. */
  calls: (waevent, data, context) => {
    const { why, options = NOW, library, call, ...expected } = expand(data);
    const input = data.event === undefined ? expected.input : expand(context.event(data.event)).input;
    return [row(why, () => outcome(waevent.buildCall(input, { library }, options), expected, hidden(input), (value) => same(text(undated(value)), text(call), "call")))];
  },

  libraries: (waevent, data) => data.rows.map(({ library, why, ...expected }) =>
    row(why, () => outcome(waevent.buildCall(INPUT, library, NOW), expected, hidden(INPUT), ({ to }) => (to.startsWith("5511999999999@") ? [] : [`to: ${to}`])))),

  rules: (waevent, data) => data.rows.map((raw) => {
    const { set = {}, unset = [], options = {}, why, event = {}, ...expected } = expand(raw);
    const input = { ...data.base, ...set };
    for (const name of unset) delete input[name];
    return row(why, () => outcome(waevent.parseEvent(input, { ...data.options, ...options }), expected, hidden(input), (value) => fields(value, event, "event")));
  }),

  times: (waevent, data) => data.rows.map((raw) => {
    const { input, options = NOW, why, time, ...expected } = expand(raw);
    return row(why, () => outcome(waevent.parseTime(input, options), expected, {}, (value) => fields(value, time, "time")));
  }),

  recipients: (waevent, data) => data.rows.map((raw) => {
    const { input, options = NOW, why, recipient, ...expected } = expand(raw);
    return row(why, () => outcome(waevent.parseRecipient(input, options), expected, hidden(input), (value) => fields(value, recipient, "recipient")));
  }),

  targets: (waevent, data) => data.rows.map((raw) => {
    const { target, url, headers, missingSecrets, why, to = INPUT.to, ...expected } = expand(raw);
    const input = { ...INPUT, to };
    const privately = hidden(input, target);
    return row(why, () => [
      ...outcome(waevent.buildRequest(input, target, NOW), expected, privately, (value) => [
        ...(url === undefined ? [] : same(value.request.url, url, "url")),
        ...(headers === undefined ? [] : same(text(value.request.headers), text(headers), "headers")),
        ...(missingSecrets === undefined ? [] : differences(value.request.missingSecrets, missingSecrets, "missingSecrets")),
      ]),
      ...(expected.issues
        ? targetError(waevent, thrownBy(() => waevent.createBuilder(target, NOW)), expected.issues, privately)
        : issues(waevent.createBuilder(target, NOW).warnings, expected.warnings ?? [], "warnings of the builder")),
    ]);
  }),

  options: (waevent, data) => data.rows.map((raw) => {
    const { options, why, ...expected } = expand(raw);
    return row(why, () => outcome(waevent.parseEvent(INPUT, options), expected, hidden(INPUT), () => []));
  }),

  changes: (waevent, data, context) => data.rows.map(expand).map(({ why, operation, messageId, event, target, options = NOW, line, fingerprint, ...expected }) => {
    const check = (value) => [
      ...request(value.request, expected.request),
      ...context.body(target, JSON.parse(value.request.body), operation),
      ...(fingerprint === undefined ? [] : same(value.fingerprint, fingerprint, "fingerprint")),
      ...(operation === "cancel" ? same(value.event.canceled, true, "canceled") : differences(value.event, waevent.parseEvent(event, options).value, "event")),
    ];
    const change = () => (operation === "edit" ? waevent.buildEdit(event, messageId, target, options) : waevent.buildCancel(messageId, target, { ...options, event }));
    return row(why, () => outcome(change(), expected, hidden(event, target), check));
  }),

  fingerprints: (waevent, data) => data.rows.flatMap(({ why, fingerprint, spellings }) => spellings.map(({ set, options, target = data.target }) =>
    row(`${why}: ${text({ set, options, target })}`, () => {
      const input = { ...INPUT, ...set };
      const settings = { ...NOW, ...options };
      const builder = waevent.createBuilder(target, settings);
      return [waevent.buildRequest(input, target, settings), builder.build(input)].flatMap((built) =>
        (built.ok ? same(built.value.fingerprint, fingerprint, "fingerprint") : [`refused: ${text(built.issues)}`]));
    }))),

  rsvps: (waevent, data) => data.rows.flatMap((raw) => knownOf(waevent, data).flatMap((gateway) => {
    const { why, webhook, options, rsvp, inText, ...expected } = expand(raw);
    // Tested with the webhook and with its text.
    const texts = inText ? [] : [text(webhook)];
    return [webhook, ...texts].map((form) => row(`${gateway}: ${why}`, () =>
      outcome(waevent.parseRsvp(gateway, form, options), expected, {}, (value) => answer(value, rsvp))));
  })),

  deliveries: (waevent, data) => data.rows.map(({ why, webhooks, equal }) => row(why, () => {
    const [one, other] = webhooks.map((webhook) => waevent.parseRsvp(data.gateway, webhook).value.dedupeKey);
    return differences(one === other, equal, `${one} and ${other}`);
  })),

  tallies: (waevent, data) => data.rows.map(({ why, webhooks, tally }) => row(why, () => {
    const answers = webhooks.map((webhook) => waevent.parseRsvp(data.gateway, webhook).value);
    return [answers, JSON.parse(text(answers)), new Set(answers)].flatMap((list) => differences(waevent.tally(list), tally, "tally"));
  })),

  "same-messages": (waevent, data) => data.rows.map(({ why, one, other, same: expected }) => row(why, () =>
    [waevent.sameMessage(one, other), waevent.sameMessage(other, one)].flatMap((found) => differences(found, expected, "same")))),

  "same-recipients": (waevent, data) => data.rows.map(({ why, one, other, same: expected }) => row(why, () => {
    const [a, b] = [one, other].map((id) => waevent.parseRecipient(id).value);
    return [[a, b], [b, a], [JSON.parse(text(a)), b]].flatMap(([x, y]) => differences(waevent.sameRecipient(x, y), expected, "same"));
  })),

  overlaps: (waevent, data) => data.rows.map(({ why, events, pairs }) => row(why, () => {
    const parsed = events.map(([start, end]) => waevent.parseEvent({ ...INPUT, start, end }, { allowPast: true }));
    const values = parsed.map((result) => result.value);
    return [values, JSON.parse(text(values))].flatMap((list) => differences([...waevent.findOverlaps(list)], pairs, "pairs"));
  })),

  replies: (waevent, data) => data.rows.flatMap((raw) => {
    const { why, answer, options = NOW, length, reply: expected } = expand(raw);
    // A body that the case writes as JSON is passed as its text.
    const sent = isObject(answer?.body) ? { ...answer, body: text(answer.body) } : answer;
    const gateways = data.gateway ? [data.gateway] : waevent.gateways.map(({ id }) => id);
    return gateways.map((gateway) => row(`${why} (${gateway})`, () => {
      const reply = waevent.parseReply(gateway, sent, options);
      const message = expected.messageId || "message" in expected ? {} : { message: reply.message };
      return [
        ...differences(reply, { ...expected, ...message }, "reply"),
        ...(length === undefined ? [] : differences(reply.message.length, length, "length")),
      ];
    }));
  }),

  authorize: (waevent, data) => data.rows.map((raw) => {
    const { target, secrets, url, headers, body, missingSecrets, why, to = INPUT.to, set, draft: change, ...expected } = expand(raw);
    const input = { ...INPUT, to, ...set };
    return row(why, () => {
      const built = waevent.buildRequest(input, target, NOW);
      if (!built.ok) return ["the draft was refused"];
      const draft = { ...structuredClone(built.value.request), ...change };
      const before = text(draft);
      if (expected.issues) {
        return targetError(waevent, thrownBy(() => waevent.authorize(draft, secrets)), expected.issues, hidden(input, target, secrets));
      }
      const done = waevent.authorize(draft, secrets);
      return [
        ...same(text(draft), before, "the draft was changed"),
        ...same(done.method, "POST", "method"),
        ...(url === undefined ? [] : same(done.url, url, "url")),
        ...(headers === undefined ? [] : same(text(done.headers), text(headers), "headers")),
        ...(body === undefined ? [] : fields(JSON.parse(done.body), body, "body")),
        ...same(text(Object.keys(JSON.parse(done.body))), text(Object.keys(JSON.parse(draft.body))), "keys of the body"),
        ...differences(done.missingSecrets, missingSecrets, "missingSecrets"),
      ];
    });
  }),
};
