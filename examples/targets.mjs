// Where the examples send: the gateway that GATEWAY names, and its account and secrets, all from the environment. A variable is called
// after the gateway and what its target says: RYZEAPI_INSTANCE, RYZEAPI_TOKEN, WAPPFY_API_KEY.
// In your own project the import is "waevent".

import { gateways } from "../pkg/node.js";

const env = process.env;

export const gateway = env.GATEWAY ?? "ryzeapi";

const facts = gateways.find(({ id }) => id === gateway);
if (!facts) throw new RangeError(`GATEWAY is "${gateway}": give one of ${gateways.map(({ id }) => id).join(", ")}`);

/** What the environment says of the target's fields of a kind; `apiKey` is API_KEY there. */
function said(kinds) {
  const names = facts.target.filter(({ is }) => kinds.includes(is)).map(({ name }) => name);
  const variable = (name) => `${gateway}_${name.replace(/[A-Z]/g, "_$&")}`.toUpperCase();
  return Object.fromEntries(names.map((name) => [name, env[variable(name)]]).filter(([, value]) => value));
}

/** The account. GATEWAY_URL is the address where it is not the gateway's own. No secret is in it: pages may have it. */
export const target = { gateway, baseUrl: env.GATEWAY_URL, ...said(["segment", "label"]) };

/** The secrets that are set. */
export const secrets = said(["secret"]);
