// Each credential type's test request: the stand-ins reply as the gateways' documentation says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../package/support/files.mjs";
import { credentialOf, credentialTypes } from "./support/node.mjs";
import { standIns, withStandIn } from "./support/gateways.mjs";

const { buildRequest, gateways } = await load();

/** Evaluates n8n's expressions, as far as test requests use them. */
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

/** The value at a path of a response's body, as n8n looks it up. */
const at = (body, path) => path.split(".").reduce((value, name) => value?.[name], body);

const modules = Object.entries(standIns).filter(([name]) => !name.includes(","));

for (const [name, module] of modules) {
  const type = credentialTypes[credentialOf[module.target.gateway]];

  test(`${name}: the credential's test succeeds with the account's secrets`, () =>
    withStandIn(module, async ({ credentials }) => {
      const { status, body } = await tryOut(type, credentials);
      assert.equal(status, 200);
      for (const { properties: { key, value } } of type.test.rules ?? []) assert.notEqual(at(body, key), value, key);
    }));

  test(`${name}: the credential's test fails with a wrong secret, and with another account`, () =>
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

  test(`${name}: the default base URL is the gateway's own`, () => {
    const baseUrl = type.properties.find((property) => property.name === "baseUrl").default;
    const own = gateways.find(({ id }) => id === name).target.find(({ is }) => is === "baseUrl").default;
    if (!own) return assert.equal(baseUrl, "");
    const event = { to: "+55 11 99999-9999", name: "Any", start: "2037-01-01T00:00:00Z", location: "Any", ...module.event };
    const { value } = buildRequest(event, module.target);
    assert.equal(new URL(value.request.url).origin, baseUrl);
  });
}

test("a name that means the same as none is offered", () => {
  const of = (type) => type.properties.filter(({ name }) => name === "alias").map((property) => property.default);
  assert.deepEqual(of(credentialTypes.turbonotifyEventsApi), ["main"]);
});

for (const [name, module] of modules) {
  test(`${name}: white space around pasted values is ignored`, () =>
    withStandIn(module, async ({ credentials }) => {
      const pasted = Object.fromEntries(Object.entries(credentials).map(([key, value]) => [key, ` ${value}\n`]));
      assert.equal((await tryOut(credentialTypes[credentialOf[module.target.gateway]], pasted)).status, 200);
    }));
}

test("the test of a Z-API account without a security token sends none", async () => {
  const { zapi } = standIns;
  await withStandIn(zapi, async ({ server, credentials }) => {
    await tryOut(credentialTypes.zapiEventsApi, { ...credentials, clientToken: " " });
    assert.ok(!Object.hasOwn(server.seen[0].headers, "client-token"));
  });
});

test("a credential also works for n8n's HTTP Request node, whose requests have other field names", async () => {
  const { ryzeapi, wawp } = { ryzeapi: credentialTypes.ryzeapiEventsApi, wawp: credentialTypes.wawpEventsApi };
  const filled = await ryzeapi.authenticate({ token: "t-1" }, { uri: "https://ryzeapi.cloud/api", headers: { token: "{token}" }, json: true });
  assert.deepEqual(filled, { uri: "https://ryzeapi.cloud/api", headers: { token: "t-1" }, json: true });
  const body = { access_token: "{accessToken}", "event.name": "Use \"it\"" };
  const written = await wawp.authenticate({ accessToken: 'a"b' }, { uri: "https://api.wawp.net", body });
  assert.deepEqual(written.body, { ...body, access_token: 'a"b' });
  // A file is passed on unchanged.
  const file = Buffer.from("{token}");
  assert.equal((await ryzeapi.authenticate({ token: "t-1" }, { uri: "https://ryzeapi.cloud/api", body: file })).body, file);
});
