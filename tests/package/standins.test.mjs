// Requests over real HTTP: the gateways' stand-ins accept what the package builds and refuse faulty requests, and their
// replies are read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { standIns, start } from "../standins/all.mjs";
import { isTime } from "../standins/rules.mjs";
import { load } from "./support/files.mjs";

const { authorize, buildRequest, gateways, parseReply, sameMessage } = await load();

const MINIMAL = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00-03:00", location: "Room A" };
const FULL = {
  ...MINIMAL,
  end: "2027-09-10T15:30:00-03:00",
  description: "Agenda:\n1. \"Figures\" 🎉",
  location: { name: "Room A", address: "Av. Paulista, 1000", latitude: -23.5613, longitude: -46.6565 },
  joinLink: "https://call.whatsapp.com/video/abc",
  scheduledCall: true,
  reminderMinutes: 15,
  extraGuestsAllowed: true,
  replyTo: "3EB0C767D82A",
  delaySeconds: 2,
  source: "crm",
};
/** Ways to spoil a body, as the second argument of JSON.stringify. */
const SPOILED = {
  // Seconds become milliseconds, milliseconds become seconds, and texts become numbers.
  "the wrong unit": (key, value) => (!isTime(key) ? value : typeof value === "string" ? Date.parse(value) : value > 1e11 ? value / 1000 : value * 1000),
  "a time as text": (key, value) => (isTime(key) ? "tomorrow" : value),
  "a name that is a number": (key, value) => (/(^|\.)(name|title)$/.test(key) ? 7 : value),
};

const OPTIONS = { now: "2026-11-22T00:00:00Z" };

async function send(gateway, request) {
  const reply = await fetch(request.url, request);
  return parseReply(gateway, { status: reply.status, headers: reply.headers, body: await reply.text() }, OPTIONS);
}

/** Calls `use` with a stand-in and a function that builds complete requests to it. */
async function withStandIn(module, use) {
  const server = await start(module);
  try {
    const target = { ...module.target, baseUrl: server.url };
    const draft = (event) => {
      const built = buildRequest({ ...event, ...module.event }, target, OPTIONS);
      assert.deepEqual(built.issues, undefined);
      return built.value.request;
    };
    await use({ server, draft, complete: (event) => authorize(draft(event), module.secrets) });
  } finally {
    await server.close();
  }
}

test("every gateway has a stand-in", () => {
  const stood = new Set(Object.values(standIns).map(({ target }) => target.gateway));
  assert.deepEqual([...stood].sort(), gateways.map(({ id }) => id).sort());
});

for (const [name, module] of Object.entries(standIns)) {
  const { gateway } = module.target;

  test(`${name} accepts what is built, and its reply is read`, () => withStandIn(module, async ({ server, complete }) => {
    for (const event of [MINIMAL, FULL]) {
      const request = complete(event);
      assert.deepEqual(request.missingSecrets, []);
      const reply = await send(gateway, request);
      assert.equal(reply.outcome, module.outcome, JSON.stringify(reply));
      assert.ok(sameMessage(reply.messageId, module.messageId), reply.messageId);
    }
    assert.equal(server.received.length, 2);
    assert.deepEqual(server.received[1].body, JSON.parse(complete(FULL).body));
  }));

  test(`${name} refuses a request without its secrets`, () => withStandIn(module, async ({ server, draft }) => {
    const request = draft(MINIMAL);
    const reply = await send(gateway, { ...request, url: request.url.replaceAll(/[{}]/g, "") });
    assert.equal(reply.outcome, "not_sent");
    assert.match(reply.code, /^(unauthorized|forbidden)$/);
    assert.equal(reply.retry, "never");
    assert.equal(server.received.length, 0);
  }));

  test(`${name} refuses a wrong unit, a wrong key and a wrong type`, () => withStandIn(module, async ({ server, complete }) => {
    const request = complete(FULL);
    for (const [what, spoil] of Object.entries(SPOILED)) {
      const body = JSON.stringify(JSON.parse(request.body), spoil);
      assert.notEqual(body, request.body, `${what} changed nothing`);
      const reply = await send(gateway, { ...request, body });
      assert.equal(reply.outcome, "not_sent", `${what}: ${JSON.stringify(reply)}`);
    }
    const renamed = request.body.replace(/"(event\.)?(name|title)":/, '"$1$2s":');
    assert.notEqual(renamed, request.body);
    assert.equal((await send(gateway, { ...request, body: renamed })).outcome, "not_sent");
    assert.equal((await send(gateway, { ...request, body: request.body.slice(0, -5) })).outcome, "not_sent");
    assert.equal(server.received.length, 0);
  }));

  test(`${name}: every documented failure is read as what it is`, () => withStandIn(module, async ({ server, complete }) => {
    const request = complete(MINIMAL);
    for (const [what, answer, expected] of module.failures) {
      server.answerNext(answer);
      const reply = await send(gateway, request);
      assert.notEqual(reply.outcome, "sent", what);
      const found = Object.fromEntries(Object.keys(expected).map((key) => [key, reply[key]]));
      assert.deepEqual(found, expected, `${what}: ${JSON.stringify(reply)}`);
      const secrets = Object.values(module.secrets);
      assert.ok(!secrets.some((secret) => JSON.stringify(reply).includes(secret)), what);
    }
  }));

  test(`${name}: odd replies are never read as sent`, () => withStandIn(module, async ({ server, complete }) => {
    const request = complete(MINIMAL);
    const odd = [
      { status: 200, body: "" },
      { status: 200, body: "OK" },
      { status: 200, body: "<html><body>Welcome to nginx</body></html>" },
      { status: 200, body: "{".repeat(100_000) },
      { status: 200, body: '{"success":true,"data":{"messageId":"3EB0' },
      { status: 200, body: Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x22]) },
      { status: 204, body: "" },
      { status: 418, body: "short and stout" },
    ];
    for (const answer of odd) {
      server.answerNext(answer);
      const reply = await send(gateway, request);
      assert.notEqual(reply.outcome, "sent", JSON.stringify(answer).slice(0, 80));
      assert.notEqual(reply.outcome, "accepted", JSON.stringify(answer).slice(0, 80));
    }
  }));
}
