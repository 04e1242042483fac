// The pace of a long run, on a clock of the test's own: in a file of its own, since HTTP has timers too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVENT } from "./support/gateways.mjs";
import { run } from "./support/run.mjs";

test("a run of more items than the gateway takes in a minute goes at the gateway's pace", async (context) => {
  // RyzeAPI takes 100 a minute: 600 ms each. The failure may have been sent, so that each item counts.
  const parameters = { operation: "send", gateway: "ryzeapi", ...EVENT };
  const credentials = { baseUrl: "https://ryzeapi.cloud", instance: "demo", token: "any" };
  const waited = async (count) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    let isDone = false;
    const done = run({ parameters, credentials, items: Array(count).fill({}), failure: new Error("socket hang up") }).finally(() => { isDone = true; });
    let milliseconds = 0;
    for (; !isDone && milliseconds < 200_000; milliseconds += 100) {
      await new Promise((resolve) => setImmediate(resolve));
      context.mock.timers.tick(100);
    }
    await done;
    context.mock.timers.reset();
    return milliseconds;
  };
  assert.ok((await waited(100)) < 60_000);
  assert.ok((await waited(101)) >= 60_000);
});
