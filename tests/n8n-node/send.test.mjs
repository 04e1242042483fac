// Sending, over real HTTP: the stand-ins receive what the node sends, and their replies become data or errors.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { startOf } from "../standins/rules.mjs";
import { n8n } from "./support/node.mjs";
import { EVENT, standIns, START_SECONDS, withStandIn } from "./support/gateways.mjs";
import { run } from "./support/run.mjs";

const GOES_ON = { onError: "continueRegularOutput" };

for (const [name, module] of Object.entries(standIns)) {
  test(`${name}: an event is sent once, in the workflow's time zone`, () =>
    withStandIn(module, async ({ server, ...setup }) => {
      const { items, hints } = await run(setup);
      assert.equal(items.length, 1);
      const [{ json, pairedItem }] = items;
      assert.deepEqual(pairedItem, { item: 0 });
      assert.equal(json.outcome, module.outcome);
      assert.equal(json.messageId, module.messageId);
      assert.match(json.fingerprint, /^[0-9a-f]{32}$/);
      assert.deepEqual(hints, []);
      assert.equal(server.received.length, 1);
      assert.equal(startOf(server.received[0]), START_SECONDS);
      // The items that continue through the workflow contain no secret.
      for (const secret of Object.values(module.secrets)) assert.ok(!JSON.stringify(items).includes(secret));
    }));

  test(`${name}: a wrong secret is an error that names gateway, reason and item, and no secret`, () =>
    withStandIn(module, async ({ server, credentials, ...setup }) => {
      const [secret] = Object.keys(module.secrets);
      const wrong = { ...credentials, [secret]: "wrong-secret-1" };
      await assert.rejects(run({ ...setup, credentials: wrong }), (error) => {
        assert.ok(error instanceof n8n.NodeApiError);
        assert.match(error.message, /did not send the event: unauthorized/);
        assert.match(error.description, /The same request would fail again\./);
        assert.equal(error.context.itemIndex, 0);
        assert.ok(!JSON.stringify(error).includes("wrong-secret-1"));
        return true;
      });
      assert.deepEqual(server.received, []);
    }));

  for (const [what, answer, expected] of module.failures.filter(([, , { outcome }]) => outcome)) {
    test(`${name}: ${what} is ${expected.outcome}`, () =>
      withStandIn(module, async ({ server, ...setup }) => {
        server.answerNext(answer);
        if (expected.outcome === "not_sent") {
          await assert.rejects(run(setup), (error) => error instanceof n8n.NodeApiError && error.message.includes("did not send"));
          // If the node continues on errors, the same reply becomes data.
          server.answerNext(answer);
          const { items: [item] } = await run({ ...setup, settings: GOES_ON });
          for (const [key, value] of Object.entries(expected)) assert.deepEqual(item.json[key], value, key);
          assert.equal(item.error, undefined);
        } else {
          // As an error, "Retry On Fail" would send it again.
          const { items: [item], hints } = await run(setup);
          for (const [key, value] of Object.entries(expected)) assert.deepEqual(item.json[key], value, key);
          assert.equal(item.error, undefined);
          assert.match(hints[0].message, /item 0 .*Look in the chat/);
        }
      }));
  }
}

for (const [name, module] of Object.entries(standIns)) {
  test(`${name}: a secret that the gateway repeats is removed, in any encoding`, () =>
    withStandIn(module, async ({ server, credentials, ...setup }) => {
      const [secret] = Object.keys(module.secrets);
      // A plain word, which is recognised as a secret only because it is known.
      const mine = { ...credentials, [secret]: "flores" };
      const ways = ["flores", "FLORES", "ZmxvcmVz", "%66lores", "666c6f726573"];
      const words = ways.join(", so ");
      for (const status of [400, 500]) {
        server.answerNext({ status, body: { message: words, error: { message: words } } });
        const { items } = await run({ ...setup, credentials: mine, settings: GOES_ON });
        const text = JSON.stringify(items);
        assert.match(text, /\[removed\]/);
        for (const way of ways) assert.ok(!text.includes(way), `${way} in ${text}`);
      }
    }));
}

const { ryzeapi, zapi } = standIns;
const names = (server) => server.received.map(({ body }) => body.name);
const NAMED = { name: "={{ $json.name }}" };
const three = [{ name: "One" }, { name: "Two" }, { name: "Three" }];
const refusal = { status: 503, body: { success: false, error: { message: "Instance is not connected to WhatsApp" } } };

test("a faulty item is reported before any other item is sent", () =>
  withStandIn(ryzeapi, async ({ server, parameters, ...setup }) => {
    const items = [{ name: "One" }, { name: "" }, { name: "Three\u0000" }];
    await assert.rejects(run({ ...setup, parameters: { ...parameters, ...NAMED }, items }), (error) => {
      assert.ok(error instanceof n8n.NodeOperationError);
      assert.equal(error.message, "name: Give the event a name.");
      assert.equal(error.context.itemIndex, 1);
      const lines = error.description.split("\n");
      assert.equal(lines.length, 2);
      assert.match(lines[0], /^Item 1: name: /);
      assert.match(lines[1], /^Item 2: name: /);
      return true;
    });
    assert.deepEqual(names(server), []);
  }));

test("if the node continues on errors, good items are sent, and a faulty one becomes its issues, in the same order", () =>
  withStandIn(ryzeapi, async ({ server, parameters, ...setup }) => {
    const items = [{ name: "One" }, { name: "" }, { name: "Three" }];
    const done = await run({ ...setup, parameters: { ...parameters, ...NAMED }, items, settings: GOES_ON });
    assert.deepEqual(names(server), ["One", "Three"]);
    assert.deepEqual(done.items.map(({ pairedItem }) => pairedItem.item), [0, 1, 2]);
    const [, faulty] = done.items;
    assert.deepEqual(faulty.json.issues.map(({ code, path }) => [code, path]), [["required", ["name"]]]);
    assert.equal(faulty.error, undefined);
    // A workflow that branches on the outcome must not treat it as sent.
    assert.deepEqual([faulty.json.outcome, faulty.json.retry], ["not_sent", "never"]);
    assert.match(done.hints[0].message, /item 1 was not sent/);
  }));

test("the error output gets the key error, but not with Retry On Fail, which would run the node again for it", () =>
  withStandIn(ryzeapi, async ({ parameters, ...setup }) => {
    const items = [{ name: "" }, { name: "Two" }];
    const ask = (settings) => run({ ...setup, parameters: { ...parameters, ...NAMED }, items, settings });
    const { items: [plain] } = await ask({ onError: "continueErrorOutput" });
    assert.deepEqual(Object.keys(plain.json), ["error", "details"]);
    assert.equal(plain.json.error, "name: Give the event a name.");
    assert.equal(plain.json.details.issues[0].code, "required");
    const { items: [retried] } = await ask({ onError: "continueErrorOutput", retryOnFail: true });
    assert.ok(!Object.hasOwn(retried.json, "error"));
    assert.ok(retried.error instanceof n8n.NodeOperationError);
    // n8n keeps only the message of an error, so the message lists all issues.
    const { items: [twice] } = await run({ ...setup, parameters: { ...parameters, ...NAMED, to: "123" }, items, settings: { onError: "continueErrorOutput", retryOnFail: true } });
    assert.match(twice.error.message, /^to: .+\nname: /);
    // n8n checks only the first item for errors, so the others keep their issues.
    const { items: [, second] } = await run({ ...setup, parameters: { ...parameters, ...NAMED }, items: [...items].reverse(), settings: { onError: "continueErrorOutput", retryOnFail: true } });
    assert.equal(second.json.details.issues[0].code, "required");
  }));

test("with Retry On Fail, the error of a refusal contains the gateway's words", () =>
  withStandIn(ryzeapi, async ({ server, ...setup }) => {
    server.answerNext(refusal);
    const { items: [{ error }] } = await run({ ...setup, settings: { onError: "continueErrorOutput", retryOnFail: true } });
    assert.match(error.message, /^RyzeAPI did not send the event: disconnected\nInstance is not connected to WhatsApp\nSend it again later\.$/);
  }));

test("once an item was sent, a failure becomes data, because n8n would send all items again after an error", () =>
  withStandIn(ryzeapi, async ({ server, parameters, ...setup }) => {
    const sent = { status: 200, body: { success: true, status: "sent", data: { messageId: "3EB0AAAAAAAA" } } };
    server.answerNext(sent, refusal);
    const { items, hints } = await run({ ...setup, parameters: { ...parameters, ...NAMED }, items: three });
    assert.deepEqual(items.map(({ json }) => json.outcome), ["sent", "not_sent", "sent"]);
    assert.deepEqual(names(server), ["Three"]);
    assert.equal(items[1].error, undefined);
    assert.match(hints[0].message, /item 1 was not sent/);
  }));

test("after an unknown outcome, too, a failure becomes data", () =>
  withStandIn(ryzeapi, async ({ server, parameters, ...setup }) => {
    server.answerNext({ status: 502, body: "<h1>Bad Gateway</h1>" }, refusal);
    const { items } = await run({ ...setup, parameters: { ...parameters, ...NAMED }, items: three });
    assert.deepEqual(items.map(({ json }) => json.outcome), ["unknown", "not_sent", "sent"]);
  }));

for (const [name, module] of Object.entries(standIns)) {
  test(`${name}: a refusal that contains a message id is not an error, so n8n does not send the event again`, () =>
    withStandIn(module, async ({ server, ...setup }) => {
      for (const status of [400, 422, 429, 503]) {
        const { body } = module.accept({ body: { name: "x", chatId: "5511999999999@c.us" } });
        server.answerNext({ status, headers: { "retry-after": "0" }, body });
        const { items: [{ json, error }] } = await run({ ...setup, settings: { retryOnFail: true } });
        assert.deepEqual([json.outcome, json.retry, error], ["unknown", "check_first", undefined], String(status));
      }
      assert.equal(server.seen.length, 4);
    }));
}

test("after a reply from a proxy, the event can be sent again", () =>
  withStandIn(ryzeapi, async ({ server, ...setup }) => {
    server.answerNext({ status: 404, body: "404 page not found\n" });
    await assert.rejects(run(setup), (error) => /did not send the event: gateway_unreachable/.test(error.message) && /Send it again later/.test(error.description));
  }));

test("as long as nothing was sent, the first failure ends the run", () =>
  withStandIn(ryzeapi, async ({ server, parameters, ...setup }) => {
    server.answerNext(refusal);
    await assert.rejects(run({ ...setup, parameters: { ...parameters, ...NAMED }, items: three }), /did not send the event: disconnected/);
    assert.deepEqual(names(server), []);
  }));

test("without a reply, nothing was sent if nobody listens, and otherwise the outcome is unknown", async () => {
  const parameters = { operation: "send", gateway: "ryzeapi", ...EVENT };
  const closed = await withStandIn(ryzeapi, async ({ credentials }) => credentials);
  await assert.rejects(run({ parameters, credentials: closed }), /did not send the event: disconnected/);

  await withStandIn(ryzeapi, async ({ server, credentials }) => {
    server.hangNext();
    const { items: [{ json }] } = await run({ parameters: { ...parameters, options: { timeoutSeconds: 1 } }, credentials });
    assert.equal(json.outcome, "unknown");
    assert.equal(json.retry, "check_first");
  });
});

test("the system call decides, not the error code, which a connection that broke later may share", () =>
  withStandIn(ryzeapi, async (setup) => {
    const system = (code, syscall) => Object.assign(new Error(code), { code, syscall });
    /** Like axios wraps an error, with the URL, and so the secret, in it. */
    const wrapped = (cause) => Object.assign(new Error(cause.code), { code: cause.code, config: { url: "http://secret-1" }, cause });
    const several = Object.assign(new AggregateError([system("ECONNREFUSED", "connect"), system("ETIMEDOUT", "connect")]), { code: "ECONNREFUSED" });
    const cases = [
      [wrapped(system("EHOSTUNREACH", "connect")), "not_sent"],
      [wrapped(system("ENOTFOUND", "getaddrinfo")), "not_sent"],
      [wrapped(several), "not_sent"],
      [Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), "not_sent"],
      [Object.assign(new Error("unable to get local issuer certificate"), { code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }), "not_sent"],
      [Object.assign(new Error("wrong version number"), { code: "EPROTO" }), "unknown"],
      [wrapped(system("EHOSTUNREACH", "read")), "unknown"],
      [wrapped(system("ECONNRESET", "read")), "unknown"],
      [Object.assign(new Error("timeout of 60000ms exceeded"), { code: "ECONNABORTED" }), "unknown"],
      [new Error("socket hang up"), "unknown"],
    ];
    for (const [failure, expected] of cases) {
      const { items: [{ json }] } = await run({ ...setup, settings: GOES_ON, failure });
      assert.equal(json.outcome, expected, `${failure.code} ${failure.cause?.syscall}`);
      assert.ok(!JSON.stringify(json).includes("secret-1"));
    }
  }));

test("an address that n8n itself blocks was certainly not called, and is not tried again", () =>
  withStandIn(ryzeapi, async (setup) => {
    for (const name of ["SsrfBlockedIpError", "SsrfBlockedHostnameError"]) {
      const failure = Object.assign(new n8n.UserError("The request was blocked because it resolves to a restricted IP address"), { name });
      const { items: [{ json }] } = await run({ ...setup, settings: GOES_ON, failure });
      assert.deepEqual([json.outcome, json.retry], ["not_sent", "never"]);
      assert.match(json.message, /administrator/);
    }
  }));

test("a redirect is not followed: the secret and the event stay with the gateway", () =>
  withStandIn(ryzeapi, (other) =>
    withStandIn(ryzeapi, async ({ server, ...setup }) => {
      server.answerNext({ status: 307, headers: { location: `${other.server.url}/api/message/event/demo` }, body: "" });
      const { items: [{ json }] } = await run({ ...setup, settings: GOES_ON });
      assert.notEqual(json.outcome, "sent");
      assert.deepEqual(other.server.received, []);
    })));

test("an unusable secret is reported before anything is sent", () =>
  withStandIn(zapi, async ({ server, credentials, ...setup }) => {
    await assert.rejects(run({ ...setup, credentials: { ...credentials, token: "a/../b" } }), /^NodeOperationError: credential\.token: /);
    await assert.rejects(run({ ...setup, credentials: { ...credentials, token: "" } }), /credential\.token: /);
    assert.deepEqual(server.received, []);
  }));

test("the unusable secret of a later item is reported before anything is sent, because credentials may contain expressions", () =>
  withStandIn(ryzeapi, async ({ server, credentials, parameters, ...setup }) => {
    const byItem = [credentials, { ...credentials, token: "" }];
    const items = [{ name: "One" }, { name: "Two" }];
    const sending = run({ ...setup, parameters: { ...parameters, ...NAMED }, credentials: (item) => byItem[item], items });
    await assert.rejects(sending, (error) => /^credential\.token: /.test(error.message) && error.context.itemIndex === 1);
    assert.deepEqual(server.seen, []);
  }));

test("if the node continues on errors, an unusable credential is an issue of its item", () =>
  withStandIn(ryzeapi, async ({ server, credentials, parameters, ...setup }) => {
    const missing = () => { throw new Error("Node does not have access to the credential"); };
    const byItem = [() => ({ ...credentials, token: "" }), () => ({ ...credentials, instance: "" }), missing, () => credentials];
    const items = ["One", "Two", "Three", "Four"].map((name) => ({ name }));
    const done = await run({ ...setup, parameters: { ...parameters, ...NAMED }, credentials: (item) => byItem[item](), items, settings: GOES_ON });
    assert.deepEqual(done.items.map(({ json }) => json.issues?.map(({ code, path }) => [code, ...path])), [
      [["required", "credential", "token"]], [["target_segment", "credential", "instance"]], [["parameter_failed"]], undefined,
    ]);
    assert.deepEqual(names(server), ["Four"]);
  }));

test("white space around a pasted account is ignored", () =>
  withStandIn(ryzeapi, async ({ server, credentials, ...setup }) => {
    const { baseUrl, instance, token } = credentials;
    const { items: [{ json }] } = await run({ ...setup, credentials: { baseUrl: ` ${baseUrl}\n`, instance: `\t${instance} `, token: `${token} ` } });
    assert.equal(json.outcome, "sent");
  }));

test("each item is sent with its own credential", () =>
  withStandIn(ryzeapi, async ({ server, credentials, parameters, ...setup }) => {
    const byItem = [credentials, { ...credentials, token: "another-token" }];
    const items = [{ name: "One" }, { name: "Two" }];
    await run({ ...setup, parameters: { ...parameters, ...NAMED }, credentials: (item) => byItem[item], items });
    assert.deepEqual(server.seen.map(({ headers }) => headers.token), [credentials.token, "another-token"]);
  }));

test("a text that looks like the placeholder of a secret that the account lacks is sent unchanged", () =>
  withStandIn(zapi, async ({ server, credentials, parameters, ...setup }) => {
    server.answerNext(zapi.accept());
    const { items: [{ json }] } = await run({ ...setup, parameters: { ...parameters, name: "Use {clientToken}" }, credentials: { ...credentials, clientToken: " " } });
    assert.equal(json.outcome, "accepted");
    assert.equal(server.seen[0].body.event.name, "Use {clientToken}");
  }));

test("an invalid timeout means a minute, and no timeout is endless or immediate", () =>
  withStandIn(ryzeapi, async ({ parameters, ...setup }) => {
    for (const timeoutSeconds of [0, -1, "", "soon", null, true, NaN, "30", 3_600_000, 1e19, Infinity, 0.0005]) {
      const { items: [{ json }] } = await run({ ...setup, parameters: { ...parameters, options: { timeoutSeconds } } });
      assert.equal(json.outcome, "sent", String(timeoutSeconds));
    }
  }));

test("the node waits longer by the event's delay, after which the gateway replies", () =>
  withStandIn(ryzeapi, async ({ parameters, ...setup }) => {
    const waits = async (more) => (await run({ ...setup, parameters: { ...parameters, ...more } })).timeouts;
    assert.deepEqual(await waits({}), [60_000]);
    assert.deepEqual(await waits({ additionalFields: { delaySeconds: 300 } }), [360_000]);
    assert.deepEqual(await waits({ additionalFields: { delaySeconds: 120 }, options: { timeoutSeconds: 30 } }), [150_000]);
  }));

test("a secret that the gateway repeats is in no item and no error", () =>
  withStandIn(ryzeapi, async ({ server, credentials, ...setup }) => {
    server.answerNext({ status: 401, body: { success: false, error: { message: `Instance token ${credentials.token} invalid` } } });
    const { items: [{ json }] } = await run({ ...setup, credentials, settings: GOES_ON });
    assert.equal(json.code, "unauthorized");
    assert.ok(!JSON.stringify(json).includes(credentials.token), json.message);
  }));

test("when the execution is cancelled, the remaining items are not sent", () =>
  withStandIn(ryzeapi, async ({ server, parameters, ...setup }) => {
    const { items } = await run({ ...setup, parameters: { ...parameters, ...NAMED }, items: three, settings: GOES_ON, signal: AbortSignal.abort() });
    assert.deepEqual(items.map(({ json }) => json.outcome), ["not_sent", "not_sent", "not_sent"]);
    assert.deepEqual(server.seen, []);
  }));

test("no security token is sent for a Z-API account without one", () =>
  withStandIn(zapi, async ({ server, credentials, ...setup }) => {
    server.answerNext(zapi.accept());
    await run({ ...setup, credentials: { ...credentials, clientToken: "" } });
    assert.equal(server.seen[0].headers["client-token"], undefined);
  }));

test("at most a mebibyte of a reply is read; a longer or endless one does not count as sent", () =>
  withStandIn(standIns.waha, async ({ server, ...setup }) => {
    const sent = '{"id":"true_5511999999999@c.us_3EB0C767D82A"}';
    const streamed = (body) => run({ ...setup, replies: [{ statusCode: 201, headers: {}, body }] }).then(({ items: [item] }) => item.json.outcome);
    let given = 0;
    const endless = Readable.from((function* () { yield Buffer.from(sent); for (;;) { given += 65_536; yield Buffer.alloc(65_536, " "); } })());
    assert.equal(await streamed(endless), "unknown");
    assert.ok(given < 4 * 2 ** 20 && endless.destroyed, `${given}`);
    const padded = (length) => Readable.from([Buffer.from(sent), Buffer.alloc(length - sent.length, " ")]);
    assert.deepEqual([await streamed(padded(2 ** 20)), await streamed(padded(2 ** 20 + 1))], ["sent", "unknown"]);
    // A replacement of n8n's helper may return these, although a stream was requested.
    for (const body of [sent, Buffer.from(sent), new Uint8Array(Buffer.from(sent)), JSON.parse(sent)]) assert.equal(await streamed(body), "sent");
    for (const body of [undefined, null, "", 5, Buffer.alloc(0), () => sent]) assert.equal(await streamed(body), "unknown");
    const broken = Readable.from((function* () { yield Buffer.from(sent); throw Object.assign(new Error("reset"), { code: "ECONNRESET", syscall: "read" }); })());
    assert.equal(await streamed(broken), "unknown");
    const halt = new Readable({ read() {} });
    halt.push(sent);
    assert.equal(await run({ ...setup, parameters: { ...setup.parameters, options: { ...setup.parameters.options, timeoutSeconds: 1 } }, replies: [{ statusCode: 201, headers: {}, body: halt }] }).then(({ items: [item] }) => item.json.outcome), "unknown");
    assert.ok(halt.destroyed);
  }));
