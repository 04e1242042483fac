// The example that completes a page's drafts: the page may send any body, and the account and the secret stay the
// server's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { environment, listen } from "../browser/support/example.mjs";
import { standIns, start } from "../standins/all.mjs";

const MINE = '"instance_id":"DEMO01"';
const SLOT = '"access_token":"{accessToken}"';
const REST = '"chatId":"5511999999999","event.name":"Team meeting","event.startTime":2122000000,"event.extraGuestsAllowed":false';

/** Posts bodies to the example with a stand-in behind it; returns the statuses, and what arrived. */
async function posted(module, bodies) {
  const gateway = await start(module);
  try {
    const statuses = await statusesOf(bodies, module, gateway.url);
    return { statuses, received: gateway.received.map(({ body }) => body), sent: gateway.received };
  } finally {
    await gateway.close();
  }
}

/** Starts the example and posts the bodies to it. */
async function statusesOf(bodies, module, url) {
  const example = await listen("drafts.mjs", environment(module, url));
  try {
    const statuses = [];
    for (const body of bodies) {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${example.url}send`, { method: "POST", headers, body: JSON.stringify({ body }) });
      statuses.push(answer.status);
      assert.ok(!(await answer.text()).includes(Object.values(module.secrets)[0]), body);
    }
    return statuses;
  } finally {
    await example.close();
  }
}

test("a draft of the account is completed and sent", async () => {
  const { statuses, received } = await posted(standIns.wawp, [`{${MINE},${SLOT},${REST}}`]);
  assert.deepEqual([statuses, received.length], [[200], 1]);
  assert.equal(received[0].access_token, standIns.wawp.secrets.accessToken);
});

test("a title that looks like the secret's placeholder stays a title", async () => {
  const named = REST.replace("Team meeting", "{accessToken}");
  const { received } = await posted(standIns.wawp, [`{${named},${MINE},${SLOT}}`]);
  assert.equal(received[0]["event.name"], "{accessToken}");
  assert.equal(received[0].access_token, standIns.wawp.secrets.accessToken);
});

test("another account is refused, however it is written, and nothing is sent", async () => {
  const other = '"instance_id":"OTHER1"';
  const { statuses, received } = await posted(standIns.wawp, [
    `{${other},${SLOT},${REST}}`,
    `{${SLOT},${REST}}`,
    `{"instance_id":["DEMO01"],${SLOT},${REST}}`,
    `{"__proto__":{${MINE}},${SLOT},${REST}}`,
    `{${MINE},${other},${SLOT},${REST}}`,
    `{${other},${MINE},${SLOT},${REST}}`,
    `{${MINE},"\\u0069nstance_id":"OTHER1",${SLOT},${REST}}`,
    `{"instance\\u005fid":"OTHER1",${MINE},${SLOT},${REST}}`,
  ]);
  assert.deepEqual(statuses, [403, 403, 403, 403, 400, 400, 400, 400]);
  assert.deepEqual(received, []);
});

test("a body without exactly one placeholder for the secret is refused, and nothing is sent", async () => {
  const { statuses, received } = await posted(standIns.wawp, [
    `{${MINE},${REST}}`,
    `{${MINE},"access_token":"x",${REST}}`,
    `{${MINE},"event":{${SLOT}},${REST}}`,
    `{${MINE},${REST.replace("Team meeting", "{accessToken}")}}`,
    `{${MINE},${SLOT},${SLOT},${REST}}`,
    `{${MINE},${SLOT},"access_token":"x",${REST}}`,
    "", "{", "[]", `[{${MINE},${SLOT},${REST}}]`, 7, null,
  ]);
  assert.deepEqual(statuses, Array(12).fill(400));
  assert.deepEqual(received, []);
});

test("if the account is in the URL, a body that names one is refused", async () => {
  const body = '"number":"5511999999999","name":"{token}","startAt":"2037-09-10T14:00:00-03:00","isScheduleCall":false,"hasReminder":false,"extraGuestsAllowed":false,"isCanceled":false';
  const { statuses, received } = await posted(standIns.ryzeapi, [`{${body}}`, `{${body},"instance_id":"x"}`, `{${body},"token":"{token}"}`, `{${body},"name":"x"}`]);
  assert.deepEqual(statuses, [200, 403, 400, 400]);
  assert.deepEqual(received.map(({ name }) => name), ["{token}"]);
});

test("for a gateway with idempotency keys, different drafts get different keys, and the same draft the same key", async () => {
  const draft = (name) => JSON.stringify({ to: { number: "+5511999999999" }, content: { name, start_at: "2037-09-10T14:00:00-03:00", has_reminder: false, extra_guests_allowed: false } });
  const { statuses, sent } = await posted(standIns.turbonotify, ["One", "Two", "One"].map(draft));
  assert.deepEqual(statuses, [200, 200, 200]);
  const [one, two, again] = sent.map(({ headers }) => headers["idempotency-key"]);
  assert.notEqual(one, two);
  assert.equal(one, again);
});

test("without its secret the example does not start", async () => {
  const { target } = standIns.wawp;
  await assert.rejects(listen("drafts.mjs", environment({ target, secrets: {} }, "http://127.0.0.1:9")), /Set the secrets of wawp: accessToken/);
});
