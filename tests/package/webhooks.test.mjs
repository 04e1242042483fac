// Signatures of webhooks: the example in WAHA's documentation, those that openssl and node:crypto produce, and
// everything that can be wrong.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { once } from "node:events";
import test from "node:test";
import { answer } from "./support/child.mjs";
import { load } from "./support/files.mjs";

const { gateways } = await load();
const { verifyWebhook } = await load("waevent/webhooks");

const SECRET = "my-secret-key";
const BODY = '{"event":"message","session":"default","engine":"WEBJS"}';
// https://waha.devlike.pro/docs/how-to/events/#hmac-authentication, 24 July 2026. `openssl dgst -sha512 -hmac
// my-secret-key` gives the same.
const PAGE = "208f8a55dde9e05519e898b10b89bf0d0b3b0fdf11fdbf09b6b90476301b98d8097c462b2b17a6ce93b6b47a136cf2e78a33a63f6752c2c1631777076153fa89";
const WAHA = { gateway: "waha", secret: SECRET, headers: { "X-Webhook-Hmac": PAGE, "X-Webhook-Hmac-Algorithm": "sha512" }, body: BODY };
// From `openssl dgst -sha256 -hmac my-secret-key`. Wawp's SDK for Python has no example and names no header, so this
// one is made up.
const WAWP = { ...WAHA, gateway: "wawp", header: "X-Signature", headers: { "x-signature": "46270e6ad829217a54d67026afb4ef20e76d3a4ea36d64b140834b5fb3e8b83a" } };

const signed = (headers) => ({ ...WAHA, headers });
const codes = async (delivery, options) => {
  const { ok, value, issues = [] } = await verifyWebhook(delivery, options);
  assert.equal(ok, issues.length === 0);
  assert.equal(Boolean(value), ok);
  // No issue repeats anything of the request, and certainly not the secret.
  for (const text of [SECRET, PAGE, BODY, "abc"]) assert.ok(!JSON.stringify(issues).includes(text), text);
  for (const { message } of issues) assert.match(message, /^[A-Z].+(\.|; did you mean "[a-z]+"\?)$/);
  return issues.map(({ code, path }) => [code, ...path].join(" "));
};

test("the example in WAHA's documentation and a signature by openssl are verified", async () => {
  assert.deepEqual(await verifyWebhook(WAHA), { ok: true, value: { body: BODY }, warnings: [] });
  assert.deepEqual(await codes(WAWP), []);
  // printf '{"name":"Açaí às 14:00"}' | openssl dgst -sha512 -hmac 'chave-çã'
  const portuguese = "cd33d76cb7c5040d26d2c2d8fef55ad8e2b50dec4c11b3b5c448211ff95641b67e17065c31fe2a91d7fe7cf172ac94283209d443513ad751ed6da6ea634c5b47";
  assert.deepEqual(await codes({ ...WAHA, secret: "chave-çã", body: '{"name":"Açaí às 14:00"}', headers: { "x-webhook-hmac": portuguese } }), []);
});

test("signatures by node:crypto are verified, for keys and bodies of many lengths", async () => {
  for (const length of [1, 63, 64, 65, 127, 128, 129, 5000]) {
    const [secret, body] = ["k".repeat(length), Buffer.alloc(length, length)];
    for (const [gateway, hash] of [["waha", "sha512"], ["wawp", "sha256"]]) {
      const headers = { s: createHmac(hash, secret).update(body).digest("hex") };
      assert.deepEqual(await codes({ gateway, secret, header: "s", headers, body }), [], `${gateway} ${length}`);
      assert.deepEqual(await codes({ gateway, secret: `${secret}k`, header: "s", headers, body }), ["signature_mismatch body"]);
    }
  }
});

test("the body may be text or bytes of any kind, and a single changed bit is noticed", async () => {
  const bytes = new TextEncoder().encode(`__${BODY}__`);
  const inside = bytes.subarray(2, -2);
  const shared = new Uint8Array(new SharedArrayBuffer(inside.length));
  shared.set(inside);
  for (const body of [inside, inside.slice().buffer, new DataView(bytes.buffer, 2, inside.length), Buffer.from(BODY), shared]) {
    const { ok, value } = await verifyWebhook({ ...WAHA, body });
    assert.ok(ok && value.body === body, Object.prototype.toString.call(body));
  }
  for (const body of [`${BODY}\n`, BODY.slice(1), BODY.replace("default", "Default"), `\ufeff${BODY}`, ""]) assert.deepEqual(await codes({ ...WAHA, body }), ["signature_mismatch body"]);
});

test("a body that was parsed, or not read, cannot be verified", async () => {
  for (const body of [JSON.parse(BODY), [BODY], null, undefined, 5, new Blob([BODY]), new ReadableStream(), Promise.resolve(BODY), JSON.parse(JSON.stringify(Buffer.from(BODY)))]) {
    assert.deepEqual(await codes({ ...WAHA, body }), ["wrong_type body"], String(body));
  }
});

test("headers may be those of fetch, of Node or a plain object, with names in any case", async () => {
  const [[name, value]] = Object.entries(WAHA.headers);
  for (const headers of [new Headers(WAHA.headers), new Map(Object.entries(WAHA.headers)), Object.entries(WAHA.headers), { [name.toUpperCase()]: ` ${value.toUpperCase()} ` }, { [name]: [value] }]) {
    assert.deepEqual(await codes(signed(headers)), []);
  }
  const seen = [];
  const server = createServer(async (request, response) => {
    const body = await new Response(request).arrayBuffer();
    seen.push(await codes({ ...WAHA, headers: request.headers, body }));
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const send = (headers) => fetch(`http://127.0.0.1:${server.address().port}`, { method: "POST", body: BODY, headers });
  await send(WAHA.headers);
  await send([...Object.entries(WAHA.headers), [name, value]]);
  await send({});
  server.closeAllConnections();
  server.close();
  assert.deepEqual(seen, [[], ["repeated_field headers x-webhook-hmac"], ["signature_missing headers x-webhook-hmac"]]);
});

for (const [why, headers, issue] of [
  ["no signature", {}, "signature_missing headers x-webhook-hmac"],
  ["an empty signature", { "x-webhook-hmac": " " }, "signature_missing headers x-webhook-hmac"],
  ["two signatures", { "x-webhook-hmac": [PAGE, PAGE] }, "repeated_field headers x-webhook-hmac"],
  ["two signatures that a server joined", { "x-webhook-hmac": `${PAGE}, ${PAGE}` }, "repeated_field headers x-webhook-hmac"],
  ["two signatures under spellings of one name", { "x-webhook-hmac": PAGE, "X-Webhook-Hmac": PAGE }, "repeated_field headers x-webhook-hmac"],
  ["one digit less", { "x-webhook-hmac": PAGE.slice(1) }, "signature_format headers x-webhook-hmac"],
  ["one digit more", { "x-webhook-hmac": `${PAGE}0` }, "signature_format headers x-webhook-hmac"],
  ["a letter that is not a hexadecimal digit", { "x-webhook-hmac": PAGE.replace("f", "g") }, "signature_format headers x-webhook-hmac"],
  ["Base64", { "x-webhook-hmac": Buffer.from(PAGE, "hex").toString("base64") }, "signature_format headers x-webhook-hmac"],
  ["a prefix", { "x-webhook-hmac": `sha512=${PAGE}` }, "signature_format headers x-webhook-hmac"],
  ["another digit", { "x-webhook-hmac": PAGE.replace("2", "3") }, "signature_mismatch body"],
  ["another algorithm", { ...WAHA.headers, "X-Webhook-Hmac-Algorithm": "none" }, "signature_algorithm headers x-webhook-hmac-algorithm"],
  ["one of two algorithms", { ...WAHA.headers, "X-Webhook-Hmac-Algorithm": "sha512, md5" }, "signature_algorithm headers x-webhook-hmac-algorithm"],
  ["headers of a wrong type", PAGE, "wrong_type headers"],
  ["no headers", undefined, "required headers"],
  ["headers that throw", new Proxy({}, { ownKeys() { throw new Error("abc"); } }), "wrong_type headers"],
  ["a value that throws", { "x-webhook-hmac": { toString() { throw new Error("abc"); } } }, "wrong_type headers"],
]) {
  test(`${why}: ${issue}`, async () => assert.deepEqual(await codes(signed(headers)), [issue]));
}

test("endless headers are read up to a limit", async () => {
  const endless = { *[Symbol.iterator]() { for (;;) yield ["a", "b"]; } };
  assert.deepEqual(await codes(signed(endless)), ["signature_missing headers x-webhook-hmac"]);
});

test("the secret must be there, and Wawp's header must be named", async () => {
  for (const secret of ["", undefined, null]) assert.deepEqual(await codes({ ...WAHA, secret }), ["required secret"]);
  assert.deepEqual(await codes({ ...WAHA, secret: 5 }), ["wrong_type secret"]);
  for (const header of ["", undefined]) assert.deepEqual(await codes({ ...WAWP, header }), ["required header"]);
  assert.deepEqual(await codes({ ...WAHA, header: 5 }), ["wrong_type header"]);
  // A proxy may pass on WAHA's header under another name.
  assert.deepEqual(await codes({ ...WAHA, header: "X-Forwarded-Hmac", headers: { "x-forwarded-hmac": PAGE } }), []);
});

test("gateways that publish no signature are distinguished from unknown ones", async () => {
  const silent = gateways.map(({ id }) => id).filter((id) => !["waha", "wawp"].includes(id));
  for (const gateway of silent) assert.deepEqual(await codes({ ...WAHA, gateway }), ["signature_unpublished gateway"]);
  for (const gateway of ["Waha", "constructor", "__proto__", undefined, 5]) assert.match((await codes({ ...WAHA, gateway }))[0], / gateway$/);
});

test("all issues are reported at once, in the language of the options", async () => {
  assert.deepEqual(await codes({ gateway: "wawp", body: {} }, { language: "xx" }), ["invalid_option language", "required secret", "required header", "wrong_type body"]);
  for (const delivery of [undefined, null, 5, "", new Map(), { get secret() { throw new Error("abc"); } }]) assert.ok((await codes(delivery)).length > 0);
  const { issues } = await verifyWebhook({ ...WAHA, body: {} }, { language: "es" });
  assert.equal(issues[0].message, "Indique el cuerpo tal como llegó, en bytes o como texto: lo que se extrajo de él no puede verificarse.");
  assert.deepEqual((await verifyWebhook(WAHA, { lang: "es" })).warnings.map(({ code }) => code), ["unknown_field"]);
  await assert.rejects(() => verifyWebhook(), { name: "TypeError", message: "waevent: a webhook is missing from the arguments" });
});

test("a runtime without WebCrypto is reported as such", async () => {
  const told = await answer(`
    import "waevent";
    import { verifyWebhook } from "waevent/webhooks";
    Object.defineProperty(globalThis, "crypto", { value: undefined });
    console.log(JSON.stringify(await verifyWebhook(${JSON.stringify(WAHA)}).catch(({ message }) => message)));
  `);
  assert.equal(told, "This runtime has no WebCrypto, which waevent/webhooks needs");
});
