// Takes an event as JSON, sends it through the gateway that the environment names.
//
//     GATEWAY=ryzeapi RYZEAPI_INSTANCE=clinic RYZEAPI_TOKEN=… node examples/server.mjs
//     curl -H 'Content-Type: application/json' -d @examples/booking.json http://127.0.0.1:3000/
//
// Without the secret it prints the request instead of sending it. The client sends the event only: gateway, secret
// and address (GATEWAY_URL, where it is not the gateway's own) are the server's. Put your own login in front of this.
// In your own project the import is "waevent".

import { createServer } from "node:http";
import { createBuilder } from "../pkg/node.js";

const env = process.env;
const targets = {
  ryzeapi: { instance: env.RYZEAPI_INSTANCE, token: env.RYZEAPI_TOKEN },
  wappfy: { session: env.WAPPFY_SESSION, apiKey: env.WAPPFY_API_KEY },
  wawp: { instanceId: env.WAWP_INSTANCE_ID, accessToken: env.WAWP_ACCESS_TOKEN },
  waha: { session: env.WAHA_SESSION, apiKey: env.WAHA_API_KEY }, // and GATEWAY_URL
  zapi: { instanceId: env.ZAPI_INSTANCE_ID, token: env.ZAPI_TOKEN, clientToken: env.ZAPI_CLIENT_TOKEN },
};
const gateway = env.GATEWAY ?? "ryzeapi";

// A wrong target is the operator's fault, not the client's: this throws before the server listens.
const builder = createBuilder({ gateway, baseUrl: env.GATEWAY_URL, ...targets[gateway] });

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
  if (request.method !== "POST") return { status: 405, error: "POST an event" };
  // A page of another site cannot send this type without asking first.
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    return { status: 415, error: "The event must be application/json" };
  }
  const text = await readText(request);
  if (text === null) return { status: 413, error: `At most ${maxBytes} bytes` };
  const event = parseJson(text);
  if (event === undefined) return { status: 400, error: "Not JSON" };

  const built = builder.build(event);
  if (!built.ok) return { status: 422, issues: built.issues, warnings: built.warnings };
  return { ...(await send(built.value.request)), warnings: built.warnings };
}

async function send(request) {
  if (request.missingSecrets.length > 0) {
    console.log("Dry run, missing:", request.missingSecrets.join(", "));
    console.log(request.method, request.url, request.body);
    return { status: 200, sent: false };
  }
  try {
    const reply = await fetch(request.url, {
      ...request,
      redirect: "error", // a redirect must not carry the secret elsewhere
      signal: AbortSignal.timeout(20_000),
    });
    return { status: reply.ok ? 200 : 502, sent: reply.ok, gatewayStatus: reply.status };
  } catch {
    // No answer does not mean not sent: look in the chat before sending again.
    return { status: 504, sent: "unknown" };
  }
}

async function readText(request) {
  const chunks = [];
  let size = 0;
  // What is too much is read and forgotten: leaving early would cut the line before the answer.
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

const port = Number(env.PORT ?? 3000);
server.listen(port, "127.0.0.1", () => {
  console.log(`Events for ${gateway}: http://127.0.0.1:${server.address().port}/`);
});
