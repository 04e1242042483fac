// A gateway repeats its token in every reply, in many encodings: it must end up nowhere outside the worker's
// environment.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../support/process.mjs";
import { booking } from "./support/plan.mjs";
import { withPrograms } from "./support/programs.mjs";

/** The token looks like a word, which can be recognised only if it is known. */
const TOKEN = "flores-do-campo";
const NUMBER = "5511977776666";

const ways = [
  TOKEN,
  TOKEN.toUpperCase(),
  encodeURIComponent(TOKEN).replaceAll("-", "%2D"),
  Buffer.from(TOKEN).toString("base64"),
  Buffer.from(`user:${TOKEN}`).toString("base64url"),
  Buffer.from(TOKEN).toString("hex"),
  [...TOKEN].map((character) => `&#${character.charCodeAt(0)};`).join(""),
];
const words = ways.map((way) => `Bad ${way} for ${NUMBER}`).join(". ");

/** The reply with which a booking counts as sent. */
const SENT = [200, { "content-type": "application/json" }, JSON.stringify({ success: true, message: "Event sent successfully", status: "sent", data: { messageId: "3EB0AA", content: words } })];

/** Each reply, and what becomes of its booking. If the request is repeated, the repeated one is accepted. */
const ANSWERS = [
  ["dead", 400, { "content-type": "application/json" }, JSON.stringify({ success: false, error: { message: `Invalid token ${words}` } })],
  ["dead", 401, { "content-type": "application/json" }, JSON.stringify({ success: false, error: { message: words }, token: TOKEN })],
  ["dead", 403, { "content-type": "text/html" }, `<html><h1>${words}</h1></html>`],
  ["dead", 404, { "content-type": "text/plain" }, `Cannot POST /api/${TOKEN}/x?token=${TOKEN}: ${words}`],
  ["held", 500, { "content-type": "application/json" }, `{"error":"${words}`],
  ["held", 502, { "content-type": "application/xml" }, `<?xml version="1.0"?><error><message><![CDATA[${words}]]></message></error>`],
  ["held", 200, { "content-type": "application/json" }, JSON.stringify({ success: true, message: words, status: "sent", data: { messageId: TOKEN } })],
  ["sent", ...SENT],
  // This other text of a success is not in the gateway's documentation.
  ["held", 200, { "content-type": "application/json" }, JSON.stringify({ success: true, message: words, status: "sent", data: { messageId: "3EB0AA" } })],
  ["sent", 429, { "content-type": "application/json", "retry-after": "1" }, JSON.stringify({ success: false, error: { message: `Rate limit exceeded for token ${words}` } })],
  ["sent", 503, { "content-type": "application/json" }, JSON.stringify({ success: false, error: { message: `Instance is not connected to WhatsApp. ${words}` } })],
  ["sent", 404, { "content-type": "text/plain" }, `404 page not found: ${words}`],
  ["held", 429, { "content-type": "application/json" }, JSON.stringify({ success: false, error: { message: words }, data: { messageId: TOKEN } })],
];

/** The bytes of all files below a folder. */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));

test("a token that the gateway repeats is in no list, no log and no file of Redis", async () => {
  const bookings = ANSWERS.map((_, at) => booking(at));
  const asked = new Set();
  const server = createServer(async (incoming, outgoing) => {
    let text = "";
    for await (const chunk of incoming) text += chunk;
    const at = bookings.findIndex(({ name }) => name === JSON.parse(text).name);
    const [, status, headers, body] = asked.has(at) ? ["sent", ...SENT] : ANSWERS[at];
    asked.add(at);
    outgoing.writeHead(status, { ...headers, "x-token": TOKEN }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await withPrograms({ GATEWAY_URL: `http://127.0.0.1:${server.address().port}`, REQUESTS_PER_MINUTE: "600" }, async ({ folder, run, worker, ledger }) => {
      const file = join(folder, "bookings.ndjson");
      writeFileSync(file, bookings.map((each) => `${JSON.stringify(each)}\n`).join(""));
      await run("enqueue", [file]).done;
      const sender = worker({ RYZEAPI_TOKEN: TOKEN });
      const expected = { leaving: 0, sent: 0, held: 0, dead: 0 };
      for (const [list] of ANSWERS) expected[list] += 1;
      await until("all have a reply", async () => JSON.stringify(await ledger.counts()) === JSON.stringify(expected));
      const lists = run("lists");
      await Promise.all([lists.done, run("progress").done]);
      assert.equal(lists.log().match(/\[removed\]/g)?.length > ways.length, true);
      await sender.stop();

      const all = files(folder);
      assert.ok(all.some((name) => name.includes("appendonly")), "Redis has written its file");
      for (const name of all) {
        const found = readFileSync(name, "latin1").toLowerCase();
        for (const way of ways) assert.ok(!found.includes(way.toLowerCase()), `${way} in ${name}`);
        assert.ok(!found.includes(NUMBER), `the number in ${name}`);
      }
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
