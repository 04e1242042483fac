// The pace of a long run, on a clock of the test's own: in a file of its own, since HTTP has timers too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVENT } from "./support/gateways.mjs";
import { run } from "./support/run.mjs";

const parameters = { operation: "send", gateway: "ryzeapi", ...EVENT };
const credentials = { baseUrl: "https://ryzeapi.cloud", instance: "demo", token: "any" };

/** Runs the node, and answers how many seconds passed on the test's clock, to a tenth. */
async function waited(context, count, setup) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let isDone = false;
  const done = run({ parameters, credentials, items: Array(count).fill({}), ...setup }).finally(() => { isDone = true; });
  let tenths = 0;
  for (; !isDone && tenths < 5000; tenths += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    context.mock.timers.tick(100);
  }
  const { items } = await done;
  context.mock.timers.reset();
  return { seconds: tenths / 10, outcomes: items.map(({ json }) => json.outcome) };
}

test("a run of more items than the gateway takes in a minute goes at the gateway's pace", async (context) => {
  // RyzeAPI takes 100 a minute: 600 ms each. The failure may have been sent, so that each item counts.
  const failure = new Error("socket hang up");
  assert.ok((await waited(context, 100, { failure })).seconds < 60);
  assert.ok((await waited(context, 101, { failure })).seconds >= 60);
});

test("a gateway that says how long to wait is not asked before, but for a pause of more than a minute", async (context) => {
  const sent = { statusCode: 200, headers: {}, body: '{"success":true,"status":"sent","data":{"messageId":"3EB0AAAAAAAA"}}' };
  const busy = (seconds) => ({ statusCode: 429, headers: { "retry-after": String(seconds) }, body: '{"success":false,"error":{"message":"Too many requests"}}' });
  const settings = { onError: "continueRegularOutput" };
  for (const [asked, expected] of [[30, 30], [3600, 60]]) {
    const { seconds, outcomes } = await waited(context, 3, { settings, replies: [busy(asked), sent, sent] });
    assert.deepEqual(outcomes, ["not_sent", "sent", "sent"]);
    assert.ok(seconds >= expected && seconds < expected + 5, `${seconds} s`);
  }
  // Behind the last item nothing is waited for.
  assert.ok((await waited(context, 1, { settings, replies: [busy(30)] })).seconds < 5);
});
