// Accepts bookings over HTTP. Responds with 202 and the job's id, with 200 and its state if it is known already, or
// with 422 and every issue.
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
/** How long to wait for Redis, and, when stopping, for requests that are still open. */
const PATIENCE_SECONDS = 5;

const redis = connect();
const context = { builder: drafts(), queue: openQueue(redis), ledger: new Ledger(redis) };

const server = createServer(async (request, response) => {
  const [status, answer, headers = {}] = await handle(request).catch((error) => {
    // A client that hung up is not waiting for a response.
    if (!request.destroyed) console.error(error);
    return [500, { error: "The booking could not be queued" }];
  });
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(answer));
});

async function handle(request) {
  const refused = refusal(request);
  if (refused) return [refused[0], { error: refused[1] }];
  if (request.method !== "POST") return [405, { error: "POST a booking" }];
  // Another site's page cannot send this content type without a CORS preflight.
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return [415, { error: "The booking must be application/json" }];
  const bytes = await readBytes(request);
  if (bytes === null) return [413, { error: `At most ${MAX_BYTES} bytes` }];
  let event;
  try {
    // Bytes that are not UTF-8 would otherwise be replaced silently.
    event = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return [400, { error: "Not JSON in UTF-8" }];
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_SECONDS * 1000).unref());
  const result = await Promise.race([submit(event, context), late]);
  // Submitting again is safe, whatever became of this attempt.
  if (result === undefined) return [503, { error: "Redis is away. Submit the booking again." }, { "Retry-After": PATIENCE_SECONDS }];
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
  // Bookings being submitted get their response first. Idle connections are closed, because waiting for them would
  // never end.
  setTimeout(() => process.exit(1), 2 * PATIENCE_SECONDS * 1000).unref();
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE_SECONDS * 1000);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(late);
  await context.queue.close();
  await redis.quit();
});
