// Accepts an event as JSON and sends it through the gateway that the environment names.
//
//     GATEWAY=ryzeapi RYZEAPI_INSTANCE=clinic RYZEAPI_TOKEN=… node examples/server.mjs
//     curl -H 'Content-Type: application/json' -d @examples/booking.json http://127.0.0.1:3000/
//
// Without the secret, it prints the request instead of sending it. The client sends only the event. The gateway, the
// secret and the base URL (GATEWAY_URL, unless the gateway's default is used) come from the server. Put your own login
// in front of it. In your own project, import "waevent" instead.

import { createServer } from "node:http";
import { createBuilder } from "../pkg/node.js";
import { refusal } from "./own-host.mjs";
import { send } from "./send.mjs";
import { gateway, secrets, target } from "./targets.mjs";

// A wrong target is the operator's fault, not the client's, so this throws before the server listens.
const builder = createBuilder({ ...target, ...secrets });

const maxBytes = 64 * 1024;

const server = createServer(async (request, response) => {
  try {
    const { status, ...answer } = await handle(request);
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer));
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});

async function handle(request) {
  const refused = refusal(request);
  if (refused) return { status: refused[0], error: refused[1] };
  if (request.method !== "POST") return { status: 405, error: "POST an event" };
  // Another site's page cannot send this content type without a CORS preflight.
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    return { status: 415, error: "The event must be application/json" };
  }
  const text = await readText(request);
  if (text === null) return { status: 413, error: `At most ${maxBytes} bytes` };
  const event = parseJson(text);
  if (event === undefined) return { status: 400, error: "Not JSON" };

  const built = builder.build(event);
  if (!built.ok) return { status: 422, issues: built.issues, warnings: built.warnings };
  const { request: complete, fingerprint } = built.value;
  if (complete.missingSecrets.length > 0) {
    console.log("Dry run, missing:", complete.missingSecrets.join(", "));
    console.log(complete.method, complete.url, complete.body);
    return { status: 200, outcome: "dry_run", warnings: built.warnings };
  }
  // If events come from a queue, `fingerprint` identifies one that was submitted twice.
  const reply = await send(gateway, complete, secrets);
  const hasTaken = reply.outcome === "sent" || reply.outcome === "accepted";
  return { status: hasTaken ? 200 : 502, ...reply, fingerprint, warnings: built.warnings };
}

async function readText(request) {
  const chunks = [];
  let size = 0;
  // Anything beyond the limit is read and dropped: leaving the loop would close the connection before the response.
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  return size <= maxBytes ? Buffer.concat(chunks).toString("utf8") : null;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const port = Number(process.env.PORT ?? 3000);
server.listen(port, "127.0.0.1", () => {
  console.log(`Events for ${gateway}: http://127.0.0.1:${server.address().port}/`);
});
