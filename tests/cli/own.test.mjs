// One's own gateway: its requests, its journal, and the secrets of its account.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cli, folder } from "./support/run.mjs";

const page = {
  id: "my-gateway", name: "My gateway", limits: { requestsPerMinute: 6000 },
  target: { room: { is: "segment", account: true }, roomKey: { is: "secret" }, baseUrl: { is: "baseUrl" } },
  request: { url: "{baseUrl}/{room}", headers: { "X-Key": "{roomKey}" }, recipients: { person: "{digits}" }, body: { phone: "$to", title: "$name", at: "$start.seconds" } },
  answers: { successes: [{ statuses: [201], messageId: ["id"] }] },
};

test("rows are built for one's own gateway, sent to it once, and its replies are read as described", async () => {
  const came = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (more) => { text += more; }).on("end", () => {
      came.push([request.url, request.headers["x-key"], JSON.parse(text).title]);
      response.writeHead(201, { "Content-Type": "application/json" }).end(JSON.stringify({ id: `3EB0${came.length}` }));
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const [file, requests, journal] = ["mine.json", "requests.ndjson", "journal"].map((name) => join(folder, name));
  writeFileSync(file, JSON.stringify(page));
  const target = ["--gateway", file, "--room", "blue", "--base-url", `http://127.0.0.1:${server.address().port}`];
  try {
    const built = await cli(["build", ...target, "--now", "2026-11-22T00:00:00Z", "--output", requests], { input: "Title;Phone;Start\nOne;+5511961234567;2037-09-10T14:00-03:00\n" });
    assert.equal(built.code, 0, built.stderr);
    const without = await cli(["send", ...target, "--journal", journal, requests]);
    assert.deepEqual([without.code, /MY_GATEWAY_ROOM_KEY/.test(without.stderr)], [2, true], without.stderr);
    for (const round of [1, 2]) {
      const sent = await cli(["send", ...target, "--journal", journal, requests], { env: { MY_GATEWAY_ROOM_KEY: "5ecret" } });
      assert.equal(sent.code, 0, `${round}: ${sent.stderr}`);
    }
    assert.deepEqual(came, [["/blue", "5ecret", "One"]]);
  } finally {
    server.close();
  }
});
