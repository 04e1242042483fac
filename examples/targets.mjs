// Where the examples send: the gateway that GATEWAY names, and its account and secrets, all from the environment.

const env = process.env;

export const gateway = env.GATEWAY ?? "ryzeapi";

const accounts = {
  ryzeapi: { instance: env.RYZEAPI_INSTANCE },
  wappfy: { session: env.WAPPFY_SESSION },
  wawp: { instanceId: env.WAWP_INSTANCE_ID },
  waha: { session: env.WAHA_SESSION },
  zapi: { instanceId: env.ZAPI_INSTANCE_ID },
};

if (!Object.hasOwn(accounts, gateway)) throw new RangeError(`GATEWAY is "${gateway}": give one of ${Object.keys(accounts).join(", ")}`);

const allSecrets = {
  ryzeapi: { token: env.RYZEAPI_TOKEN },
  wappfy: { apiKey: env.WAPPFY_API_KEY },
  wawp: { accessToken: env.WAWP_ACCESS_TOKEN },
  waha: { apiKey: env.WAHA_API_KEY },
  zapi: { token: env.ZAPI_TOKEN, clientToken: env.ZAPI_CLIENT_TOKEN },
};

/** The account. GATEWAY_URL is the address where it is not the gateway's own. No secret is in it: pages may have it. */
export const target = { gateway, baseUrl: env.GATEWAY_URL, ...accounts[gateway] };

/** The secrets that are set. */
export const secrets = Object.fromEntries(Object.entries(allSecrets[gateway]).filter(([, value]) => value));
