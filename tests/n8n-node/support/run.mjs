// What n8n provides to a running node, as far as this one uses it: parameters with n8n's own defaults and display
// rules, credentials, and its HTTP helper, over real HTTP.
import { Readable } from "node:stream";
import { credentialOf, credentialTypes, n8n, node } from "./node.mjs";

/** The workflow's zone. It differs from the machine's in every test environment. */
export const WORKFLOW_ZONE = "America/Sao_Paulo";

/** Evaluates expressions: the node's defaults, and references to a field of the item. */
function evaluate(expression, { json }) {
  if (expression === "={{ $now.zoneName }}") return WORKFLOW_ZONE;
  if (expression === "={{ $json }}") return json;
  if (expression === "={{ $json.body ?? $json }}") return json.body ?? json;
  const [, field, inner] = /^=\{\{ \$json\.(\w+)(?:\.(\w+))? \}\}$/.exec(expression) ?? [];
  if (field === undefined) throw new Error(`no such expression here: ${expression}`);
  if (inner === undefined) return json[field];
  if (json[field] === undefined) throw new n8n.ExpressionError(`Cannot read properties of undefined (reading '${inner}')`);
  return json[field][inner];
}

/**
 * Runs the node. `parameters` and `settings` are those of the editor. `credentials` may be a function of the item,
 * because credentials may contain expressions. `failure` is the error with which each request fails, `replies` are
 * replies without HTTP, and `signal` is that of a cancelled execution. Returns { items, hints, timeouts }, where
 * `timeouts` has one entry for each request.
 */
export async function run({ parameters, credentials = {}, items = [{}], settings = {}, timeZone = WORKFLOW_ZONE, failure, replies, signal }) {
  const input = items.map((json) => ({ json }));
  const type = { name: "WhatsApp Event", type: "n8n-nodes-waevent.whatsAppEvent", typeVersion: 1, id: "1", position: [0, 0], parameters, ...settings };
  const shown = n8n.NodeHelpers.getNodeParameters(node.description.properties, parameters, true, false, type, node.description);
  const hints = [];
  const timeouts = [];
  // An expression may fail although it worked before. If that happened after a request, n8n would send everything
  // again.
  const readsAll = (what) => {
    if (timeouts.length > 0) throw new Error(`a ${what} is read after the first request`);
  };
  const context = {
    getInputData: () => input,
    getNode: () => type,
    getTimezone: () => timeZone,
    continueOnFail: () => ["continueRegularOutput", "continueErrorOutput"].includes(settings.onError),
    getExecutionCancelSignal: () => signal,
    addExecutionHints: (...more) => hints.push(...more),
    getNodeParameter(name, item, fallback, { rawExpressions = false } = {}) {
      readsAll("parameter");
      if (!Object.hasOwn(shown, name)) {
        if (fallback !== undefined) return fallback;
        throw new Error(`Could not get parameter "${name}"`);
      }
      if (rawExpressions) return shown[name];
      try {
        return resolve(shown[name], input[item]);
      } catch (error) {
        if (error.context) error.context.parameter = name;
        throw error;
      }
    },
    getCredentials: async (name, item) => {
      readsAll("credential");
      if (name !== credentialOf[parameters.gateway]) throw new Error(`Node does not have any credentials of type ${name}`);
      return structuredClone(typeof credentials === "function" ? credentials(item) : credentials);
    },
    helpers: {
      httpRequestWithAuthentication(...all) {
        timeouts.push(all[1].timeout);
        if (replies) return replies.shift();
        return (failure ? failing(failure) : request).apply(this, all);
      },
    },
  };
  const [output] = await node.execute.call(context);
  return { items: output, hints, timeouts };
}

function resolve(value, item) {
  if (typeof value === "string" && value.startsWith("=")) return evaluate(value, item);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each, item)]));
}

/** Like n8n's helper: the credential type adds the secrets, any status is a reply, and failures are wrapped. */
async function request(name, options, { credentialsDecrypted }) {
  try {
    const complete = await credentialTypes[name].authenticate(credentialsDecrypted.data, options);
    const { method, url, headers, body, timeout, disableFollowRedirect, encoding } = complete;
    const redirect = disableFollowRedirect ? "manual" : "follow";
    const reply = await fetch(url, { method, headers, body, redirect, signal: AbortSignal.timeout(timeout) });
    const answer = encoding === "stream" ? Readable.fromWeb(reply.body ?? new Blob([]).stream()) : await reply.text();
    return { statusCode: reply.status, headers: Object.fromEntries(reply.headers), body: answer };
  } catch (error) {
    throw new n8n.NodeApiError(this.getNode(), error);
  }
}

/** A request that fails in a way that only other machines could cause, wrapped as in n8n. */
const failing = (failure) => async function () {
  throw new n8n.NodeApiError(this.getNode(), failure);
};
