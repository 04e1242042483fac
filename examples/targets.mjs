// Where the examples send: the gateway that GATEWAY names, with its account and secrets, all from the environment. A
// variable's name consists of the gateway and the target's field: RYZEAPI_INSTANCE, RYZEAPI_TOKEN, WAPPFY_API_KEY. In
// your own project, import "waevent" instead.

import { gateways } from "../pkg/node.js";

const env = process.env;

export const gateway = env.GATEWAY ?? "ryzeapi";

const facts = gateways.find(({ id }) => id === gateway);
if (!facts) throw new RangeError(`GATEWAY is "${gateway}": give one of ${gateways.map(({ id }) => id).join(", ")}`);

/** The target's fields of these kinds, from the environment. The variable for `apiKey` ends in API_KEY. */
function fromEnvironment(kinds) {
  const names = facts.target.filter(({ is }) => kinds.includes(is)).map(({ name }) => name);
  const variable = (name) => `${gateway}_${name.replace(/[A-Z]/g, "_$&")}`.toUpperCase();
  return Object.fromEntries(names.map((name) => [name, env[variable(name)]]).filter(([, value]) => value));
}

/** The account. GATEWAY_URL replaces the gateway's default base URL. It has no secret, so pages may receive it. */
export const target = { gateway, baseUrl: env.GATEWAY_URL, ...fromEnvironment(["segment", "label"]) };

/** The secrets that are set. */
export const secrets = fromEnvironment(["secret"]);
