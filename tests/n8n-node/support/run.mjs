// What n8n gives to a node that runs, so far as this one uses it: parameters with n8n's own defaults and rules of what is
// shown, credentials, and its HTTP helper, over real HTTP.
import { Readable } from "node:stream";
import { credentialOf, credentialTypes, n8n, node } from "./node.mjs";

/** The workflow's zone; an hour from the machine's in every test environment that there is. */
export const WORKFLOW_ZONE = "America/Sao_Paulo";

/** Expressions: the node's defaults, and a field of the item. */
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
 * Runs the node. `parameters` and `settings` are those of the editor; `credentials` may be a function of the item, as credentials
 * may hold expressions. `failure` is what a request fails with,
 * `replies` are answers without HTTP, and `signal` is the one of a cancelled execution. Returns { items, hints, timeouts }, where
 * `timeouts` has one for each request.
 */
export async function run({ parameters, credentials = {}, items = [{}], settings = {}, timeZone = WORKFLOW_ZONE, failure, replies, signal }) {
  const input = items.map((json) => ({ json }));
  const type = { name: "WhatsApp Event", type: "n8n-nodes-waevent.whatsAppEvent", typeVersion: 1, id: "1", position: [0, 0], parameters, ...settings };
  const shown = n8n.NodeHelpers.getNodeParameters(node.description.properties, parameters, true, false, type, node.description);
  const hints = [];
  const timeouts = [];
  // An expression may fail that went well before: then what had been sent would be sent again.
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

/** As n8n's: the credential type puts the secrets in, any status is an answer, and a failure is wrapped. */
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

/** A request that fails as only other machines make it fail, wrapped as n8n does. */
const failing = (failure) => async function () {
  throw new n8n.NodeApiError(this.getNode(), failure);
};
