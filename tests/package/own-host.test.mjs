// The example servers respond only to requests meant for them, not to pages of other sites, under whatever name those
// reach this machine.
import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { refusal } from "../../examples/own-host.mjs";
import { environment, listen } from "../browser/support/example.mjs";

const target = { target: { gateway: "ryzeapi", instance: "sales" }, secrets: { token: "a-token" } };

/** The status and the body of a response. */
const asked = (url, options, body) => new Promise((resolve, reject) => {
  const sent = request(url, options, (answer) => {
    let text = "";
    answer.setEncoding("utf8").on("data", (more) => { text += more; }).on("end", () => resolve([answer.statusCode, text]));
  });
  sent.on("error", reject).end(body);
});

test("a foreign host name that resolves to this machine is refused", async () => {
  for (const name of ["drafts.mjs", "server.mjs"]) {
    const server = await listen(name, environment(target, "http://127.0.0.1:9/"));
    const { port } = new URL(server.url);
    const post = (headers) => asked(server.url, { method: "POST", headers: { "Content-Type": "application/json", ...headers } }, "[]").then(([status]) => status);
    try {
      for (const host of ["attacker.example", `attacker.example:${port}`, `localhost.attacker.example:${port}`, `127.0.0.1.nip.io:${port}`, `0.0.0.0:${port}`]) {
        assert.equal(await post({ Host: host }), 421, `${name} ${host}`);
        const [status, text] = await asked(server.url + "target.json", { headers: { Host: host } });
        assert.deepEqual([status, text.includes("sales")], [421, false], `${name} ${host}`);
      }
      for (const origin of ["https://attacker.example", `http://attacker.example:${port}`, "null", "http://127.0.0.1", `http://127.0.0.1:${Number(port) - 1}`, "file://"]) {
        assert.equal(await post({ Origin: origin }), 403, `${name} ${origin}`);
      }
      for (const headers of [{}, { Host: `localhost:${port}` }, { Host: `LOCALHOST:${port}` }, { Origin: server.url.slice(0, -1) }, { Host: `localhost:${port}`, Origin: `http://localhost:${port}` }]) {
        assert.ok(![421, 403].includes(await post(headers)), `${name} ${JSON.stringify(headers)}`);
      }
      const own = `127.0.0.1:${port}`;
      const raw = (path, ...hosts) => asked(server.url, { path, setHost: false, headers: ["Connection", "close", ...hosts.flatMap((host) => ["Host", host])] }).then(([status]) => status);
      // If there are two hosts, or a full URL and a host, the other one may be meant.
      for (const [path, ...hosts] of [["/", own, "attacker.example"], ["/", "attacker.example", own], ["/", own, own], ["http://attacker.example/target.json", own], [`http://${own}/target.json`, own], ["/", `localhost.:${port}`], ["/", "[::ffff:127.0.0.1]"], ["/", "2130706433"], ["/", "localhost@attacker.example"], ["/", "localhost, attacker.example"]]) {
        assert.equal(await raw(path, ...hosts), 421, `${name} ${path} ${hosts}`);
      }
      for (const [path, host] of [["/", own], ["//", own], ["/?//a", own], ["/", `[::1]:${port}`]]) assert.ok([200, 404, 405].includes(await raw(path, host)), `${name} ${path} ${host}`);
    } finally {
      await server.close();
    }
  }
});

test("a proxy's host name is accepted if it is listed in OWN_HOSTS", async () => {
  const server = await listen("server.mjs", { ...environment(target, "http://127.0.0.1:9/"), OWN_HOSTS: "Events.example.com, other.example:8443" });
  const { host } = new URL(server.url);
  const post = (headers) => asked(server.url, { method: "POST", headers: { "Content-Type": "application/json", ...headers } }, "{").then(([status]) => status);
  try {
    for (const headers of [{ Host: "events.example.com" }, { Host: "events.example.com", Origin: "https://events.example.com" }, { Host: host, Origin: "https://events.example.com" }, { Host: "other.example:8443" }]) {
      assert.equal(await post(headers), 400, JSON.stringify(headers));
    }
    assert.equal(await post({ Host: "other.example" }), 421);
    assert.equal(await post({ Host: "events.example.com", Origin: "https://example.com" }), 403);
  } finally {
    await server.close();
  }
});

test("a request without a host is refused", () => {
  assert.deepEqual(refusal({ headers: {} })?.[0], 421);
  assert.equal(refusal({ headers: { host: "127.0.0.1:3000" } }), undefined);
});
