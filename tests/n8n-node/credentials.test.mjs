// Each credential type's own test request: the stand-ins answer it as the gateways' pages say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../package/support/files.mjs";
import { credentialOf, credentialTypes } from "./support/node.mjs";
import { standIns, withStandIn } from "./support/gateways.mjs";

const { buildRequest, gateways } = await load();

/** n8n's expressions, so far as test requests have them. */
function evaluate(value, $credentials) {
  if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, evaluate(each, $credentials)]));
  if (!value.startsWith("=")) return value;
  return value.slice(1).replace(/\{\{(.*?)\}\}(?!\})/g, (_, code) => new Function("$credentials", `return ${code}`)($credentials));
}

async function tryOut(type, credentials) {
  const { baseURL, url, qs = {}, method = "GET", headers, body } = evaluate(type.test.request, credentials);
  const query = new URLSearchParams(qs).toString();
  const asked = { method, url: `${baseURL}${url}${query && `?${query}`}`, headers, ...(body && { body }) };
  const complete = await type.authenticate(credentials, asked);
  const reply = await fetch(complete.url, { ...complete, body: complete.body && JSON.stringify(complete.body) });
  return { status: reply.status, body: await reply.json() };
}

/** As n8n looks into an answer. */
const at = (body, path) => path.split(".").reduce((value, name) => value?.[name], body);

const modules = Object.entries(standIns).filter(([name]) => !name.includes(","));

for (const [name, module] of modules) {
  const type = credentialTypes[credentialOf[module.target.gateway]];

  test(`${name}: the test request passes with the account's secrets`, () =>
    withStandIn(module, async ({ credentials }) => {
      const { status, body } = await tryOut(type, credentials);
      assert.equal(status, 200);
      for (const { properties: { key, value } } of type.test.rules ?? []) assert.notEqual(at(body, key), value, key);
    }));

  test(`${name}: it fails with a wrong secret, and with another account`, () =>
    withStandIn(module, async ({ credentials }) => {
      for (const secret of Object.keys(module.secrets)) {
        const { status } = await tryOut(type, { ...credentials, [secret]: "wrong-1" });
        assert.ok([401, 403].includes(status), `${secret}: ${status}`);
      }
      const { target } = gateways.find(({ id }) => id === module.target.gateway);
      for (const { name: account } of target.filter((field) => field.account)) {
        assert.equal((await tryOut(type, { ...credentials, [account]: "another" })).status, 404);
      }
    }));

  test(`${name}: the address offered is the gateway's own`, () => {
    const baseUrl = type.properties.find((property) => property.name === "baseUrl").default;
    const own = gateways.find(({ id }) => id === name).target.find(({ is }) => is === "baseUrl").default;
    if (!own) return assert.equal(baseUrl, "");
    const event = { to: "+55 11 99999-9999", name: "Any", start: "2037-01-01T00:00:00Z", location: "Any", ...module.event };
    const { value } = buildRequest(event, module.target);
    assert.equal(new URL(value.request.url).origin, baseUrl);
  });
}

for (const [name, module] of modules) {
  test(`${name}: white space around what was pasted does not count`, () =>
    withStandIn(module, async ({ credentials }) => {
      const pasted = Object.fromEntries(Object.entries(credentials).map(([key, value]) => [key, ` ${value}\n`]));
      assert.equal((await tryOut(credentialTypes[credentialOf[module.target.gateway]], pasted)).status, 200);
    }));
}

test("an account of Z-API without a security token is asked about without one", async () => {
  const { zapi } = standIns;
  await withStandIn(zapi, async ({ server, credentials }) => {
    await tryOut(credentialTypes.zapiEventsApi, { ...credentials, clientToken: " " });
    assert.ok(!Object.hasOwn(server.seen[0].headers, "client-token"));
  });
});

test("a credential serves n8n's HTTP Request node too, which has other words for a request", async () => {
  const { ryzeapi, wawp } = { ryzeapi: credentialTypes.ryzeapiEventsApi, wawp: credentialTypes.wawpEventsApi };
  const filled = await ryzeapi.authenticate({ token: "t-1" }, { uri: "https://ryzeapi.cloud/api", headers: { token: "{token}" }, json: true });
  assert.deepEqual(filled, { uri: "https://ryzeapi.cloud/api", headers: { token: "t-1" }, json: true });
  const body = { access_token: "{accessToken}", "event.name": "Use \"it\"" };
  const written = await wawp.authenticate({ accessToken: 'a"b' }, { uri: "https://api.wawp.net", body });
  assert.deepEqual(written.body, { ...body, access_token: 'a"b' });
  // A file goes through untouched.
  const file = Buffer.from("{token}");
  assert.equal((await ryzeapi.authenticate({ token: "t-1" }, { uri: "https://ryzeapi.cloud/api", body: file })).body, file);
});
