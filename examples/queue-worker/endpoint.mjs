// Takes bookings over HTTP: 202 with the job's id, 200 with its state where it is known already, 422 with
// everything that is wrong.
//
//     GATEWAY=ryzeapi RYZEAPI_INSTANCE=clinic node endpoint.mjs
//     curl -H 'Content-Type: application/json' -d @../booking.json http://127.0.0.1:3000/
//
// Needs no secret. Put your own login in front of it.

import { createServer } from "node:http";
import { numberFrom } from "../numbers.mjs";
import { refusal } from "../own-host.mjs";
import { submit } from "./submit.mjs";
import { Ledger } from "./ledger.mjs";
import { connect, drafts, openQueue } from "./queue.mjs";

const STATUS = { queued: 202, known: 200, faulty: 422 };
const MAX_BYTES = 64 * 1024;
/** How long to wait for Redis, and at the end for those who ask. */
const PATIENCE_SECONDS = 5;

const redis = connect();
const context = { builder: drafts(), queue: openQueue(redis), ledger: new Ledger(redis) };

const server = createServer(async (request, response) => {
  const [status, answer, headers = {}] = await handle(request).catch((error) => {
    // Whoever hung up is not waiting for a response.
    if (!request.destroyed) console.error(error);
    return [500, { error: "The booking could not be queued" }];
  });
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(answer));
});

async function handle(request) {
  const refused = refusal(request);
  if (refused) return [refused[0], { error: refused[1] }];
  if (request.method !== "POST") return [405, { error: "POST a booking" }];
  // A page of another site cannot send this type without asking first.
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return [415, { error: "The booking must be application/json" }];
  const bytes = await readBytes(request);
  if (bytes === null) return [413, { error: `At most ${MAX_BYTES} bytes` }];
  let event;
  try {
    // Letters that are not UTF-8 would be lost without a word.
    event = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return [400, { error: "Not JSON in UTF-8" }];
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_SECONDS * 1000).unref());
  const result = await Promise.race([submit(event, context), late]);
  // To hand it in again is safe, whatever became of it.
  if (result === undefined) return [503, { error: "Redis is away. Hand the booking in again." }, { "Retry-After": PATIENCE_SECONDS }];
  return [STATUS[result.status], result];
}

async function readBytes(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks) : null;
}

server.listen(numberFrom("PORT", 3000, { least: 0, most: 65_535 }), "127.0.0.1", () => {
  console.log(`Bookings: http://127.0.0.1:${server.address().port}/`);
});

process.once("SIGTERM", async () => {
  // What is being submitted gets its response first. A connection that asks nothing would be waited for without end.
  setTimeout(() => process.exit(1), 2 * PATIENCE_SECONDS * 1000).unref();
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE_SECONDS * 1000);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(late);
  await context.queue.close();
  await redis.quit();
});
