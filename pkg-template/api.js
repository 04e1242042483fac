// The package's functions. Every door exports these; what each takes and gives is said in index.d.ts.
import { call, generation } from "./engine.js";
import { TargetError } from "./errors.js";
import { Frame } from "./read.js";

export { gateways, versions } from "./facts.js";
export { InternalError, NotInitializedError, TargetError } from "./errors.js";

export function parseEvent(input, options) {
  const result = ask("parseEvent", input, options);
  if (result.ok) freeze(result.value);
  return result;
}

export function parseTime(input, options) {
  return ask("parseTime", input, options);
}

export function parseRecipient(text, options) {
  return ask("parseRecipient", text, options);
}

export function buildRequest(input, target, options) {
  const now = Date.now();
  const event = Frame.of(input, options);
  const { slots, text } = Frame.of(input, target, options);
  const result = call((module) => module.buildRequest(slots, text, now));
  if (result.ok) {
    result.value = built(result.value, () =>
      call((module) => module.parseEvent(event.slots, event.text, now)).value);
  }
  return result;
}

export function createBuilder(target, options) {
  const frame = Frame.of(target, options);
  const open = () => call((module) => {
    try {
      return new module.Builder(frame.slots, frame.text, Date.now());
    } catch (answer) {
      throw answer.issues === undefined ? answer : new TargetError(answer.issues);
    }
  });
  let builder = open();
  let owner = generation;
  const current = () => {
    // The instance that held this builder trapped and was replaced.
    if (owner !== generation) {
      builder = open();
      owner = generation;
    }
    return builder;
  };
  const { warnings, endpoint } = builder;
  const build = (input) => {
    const now = Date.now();
    const { slots, text } = Frame.of(input);
    const answer = call(() => current().build(slots, text, now));
    if (typeof answer !== "string" && !answer.ok) return answer;
    const body = typeof answer === "string" ? answer : answer.value;
    const request = {
      ...endpoint,
      headers: { ...endpoint.headers },
      body,
      missingSecrets: [...endpoint.missingSecrets],
    };
    const event = () => call(() => current().event(slots, text, now));
    return { ok: true, value: built(request, event), warnings: answer.warnings ?? [] };
  };
  return { build, warnings };
}

export function authorize(request, secrets) {
  const { url, body, headers, missingSecrets } = request;
  const names = Object.keys(headers);
  const given = Object.entries(secrets).filter(([, secret]) => typeof secret === "string");
  const parts = [url, body, ...names.map((name) => headers[name])];
  const filled = call((module) => {
    try {
      return module.authorize(parts, missingSecrets, given.map(([name]) => name), given.map(([, secret]) => secret));
    } catch (answer) {
      throw answer.issues === undefined ? answer : new TargetError(answer.issues);
    }
  });
  const values = filled.parts.slice(2);
  return {
    ...request,
    url: filled.parts[0],
    body: filled.parts[1],
    headers: Object.fromEntries(names.map((name, at) => [name, values[at]])),
    missingSecrets: filled.missingSecrets,
  };
}

/** Runs a function of the module over a value and options. */
function ask(name, value, options) {
  const { slots, text } = Frame.of(value, options);
  return call((module) => module[name](slots, text, Date.now()));
}

/** A request and its event, which is worked out when it is first read. */
function built(request, parse) {
  let event;
  return {
    request,
    get event() {
      event ??= freeze(parse());
      return event;
    },
  };
}

function freeze(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
