// The pace of a long run, with mocked timers. In its own file, because HTTP uses timers too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVENT } from "./support/gateways.mjs";
import { answered, credentialAt, description } from "./support/own.mjs";
import { run } from "./support/run.mjs";

const parameters = { operation: "send", gateway: "ryzeapi", ...EVENT };
const credentials = { baseUrl: "https://ryzeapi.cloud", instance: "demo", token: "any" };

const GOES_ON = { onError: "continueRegularOutput" };
const sent = { statusCode: 200, headers: {}, body: '{"success":true,"status":"sent","data":{"messageId":"3EB0AAAAAAAA"}}' };
const refused = { statusCode: 400, headers: {}, body: '{"success":false,"error":{"message":"Invalid request"}}' };
const busy = (seconds) => ({ statusCode: 429, headers: { "retry-after": String(seconds) }, body: '{"success":false,"error":{"message":"Too many requests"}}' });

/** Runs the node; returns how many seconds passed on the mocked clock, and the outcome of each item. */
async function waited(context, count, setup) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let isDone = false;
  const items = setup.items ?? Array(count).fill({});
  const done = run({ parameters, credentials, settings: GOES_ON, ...setup, items }).finally(() => { isDone = true; });
  let tenths = 0;
  for (; !isDone && tenths < 5000; tenths += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    context.mock.timers.tick(100);
  }
  const { items: output, timeouts } = await done;
  context.mock.timers.reset();
  return { seconds: tenths / 10, asked: timeouts.length, output: output.map(({ json }) => json), outcomes: output.map(({ json }) => json.outcome) };
}

// RyzeAPI accepts 100 requests a minute: one every 600 ms.
for (const [what, reply] of [["accepted", sent], ["refused", refused]]) {
  test(`a run of more items than the gateway accepts in a minute keeps its limit, even if they are ${what}`, async (context) => {
    assert.ok((await waited(context, 100, { replies: Array(100).fill(reply) })).seconds < 30);
    assert.ok((await waited(context, 101, { replies: Array(101).fill(reply) })).seconds >= 60);
  });
}

test("the description of one's own gateway sets its limit per minute", async (context) => {
  const gatewayDescription = JSON.stringify({ ...description, limits: { requestsPerMinute: 2 } });
  const setup = { parameters: { operation: "send", gateway: "own", gatewayDescription, ...EVENT }, credentials: credentialAt("https://events.example.com") };
  assert.ok((await waited(context, 2, { ...setup, replies: Array(2).fill(answered) })).seconds < 5);
  const { seconds, outcomes } = await waited(context, 3, { ...setup, replies: Array(3).fill(answered) });
  assert.deepEqual(outcomes, Array(3).fill("sent"));
  assert.ok(seconds >= 60, `${seconds} s`);
});

test("faulty items do not count towards the limit", async (context) => {
  const items = [...Array(100).fill({ name: "Good" }), ...Array(50).fill({ name: "" })];
  const { seconds, asked } = await waited(context, 150, { parameters: { ...parameters, name: "={{ $json.name }}" }, items, replies: Array(100).fill(sent) });
  assert.equal(asked, 100);
  assert.ok(seconds < 30, `${seconds} s`);
});

test("nothing is sent before the time that the gateway says to wait", async (context) => {
  const { seconds, outcomes } = await waited(context, 3, { replies: [busy(30), sent, sent] });
  assert.deepEqual(outcomes, ["not_sent", "sent", "sent"]);
  assert.ok(seconds >= 30 && seconds < 35, `${seconds} s`);
  // After the last item there is no need to wait.
  assert.ok((await waited(context, 1, { replies: [busy(30)] })).seconds < 5);
});

test("if the gateway does not say how long, the node waits 10 s, then 20 s, and then stops sending in this run", async (context) => {
  const busyWithoutWords = { ...busy(0), headers: {} };
  const { seconds, asked, outcomes } = await waited(context, 6, { replies: Array(6).fill(busyWithoutWords) });
  assert.equal(asked, 3);
  assert.ok(seconds >= 30 && seconds < 35, `${seconds} s`);
  assert.deepEqual(outcomes, Array(6).fill("not_sent"));
});

test("a cancelled execution stops waiting", async (context) => {
  const controller = new AbortController();
  const replies = [busy(30), sent];
  const request = { signal: controller.signal, replies: { shift: () => { setTimeout(() => controller.abort(), 1000); return replies.shift(); } } };
  const { seconds, asked, outcomes } = await waited(context, 2, request);
  assert.deepEqual([asked, outcomes], [1, ["not_sent", "not_sent"]]);
  assert.ok(seconds < 5, `${seconds} s`);
});

test("if the waits add up to more than a minute, the remaining items are not sent in this run", async (context) => {
  for (const [replies, least] of [[[busy(61), sent, sent, sent], 0], [[busy(30), sent, busy(31), sent], 30]]) {
    const count = replies.indexOf(replies.findLast(({ statusCode }) => statusCode === 429)) + 1;
    const { seconds, asked, output } = await waited(context, 4, { replies });
    assert.equal(asked, count);
    assert.ok(seconds >= least && seconds < least + 5, `${seconds} s`);
    for (const { outcome, code, retry, retryAfterSeconds } of output.slice(count)) {
      assert.deepEqual([outcome, code, retry, retryAfterSeconds], ["not_sent", "rate_limited", "after", least === 0 ? 61 : 31]);
    }
  }
});
