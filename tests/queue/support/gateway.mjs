// RyzeAPI's stand-in with the faults of the plan: it refuses, fails, hangs and hangs up, and records everything.
import { createServer } from "node:http";
import * as ryzeapi from "../../standins/ryzeapi.mjs";
import { faultOf } from "./plan.mjs";

export const { target, secrets } = ryzeapi;

const error = (status, message, headers = {}) => ({ status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ success: false, error: { message } }) });

const ANSWERS = {
  throttled: error(429, "Rate limit exceeded. Try again later.", { "retry-after": "1" }),
  unavailable: error(503, "Instance is not connected to WhatsApp"),
  unreached: { status: 404, headers: { "content-type": "text/plain" }, body: "404 page not found\n" },
  refused: error(400, "Invalid phone number format"),
  500: error(500, "Failed to send event: timed out"),
  429: { ...error(429), body: JSON.stringify({ success: true, status: "sent", data: { messageId: ryzeapi.messageId } }) },
  503: { ...error(503), body: JSON.stringify({ success: false, error: { message: "Instance is not connected to WhatsApp" }, data: { messageId: ryzeapi.messageId } }) },
  502: { status: 502, headers: { "content-type": "text/html" }, body: "<html><h1>502 Bad Gateway</h1></html>" },
};

/** Long enough that a worker that dies has requests under way. */
const LATENCY_MILLISECONDS = 300;

/**
 * Returns { url, arrivals, requests, taken, acknowledged, open, close }. `arrivals` are the times of all requests.
 * `requests` counts them by booking, `taken` those that were sent, and `acknowledged` those whose reply the worker
 * received. `open` returns how many wait for their reply.
 */
export async function startGateway({ latencyMilliseconds = LATENCY_MILLISECONDS } = {}) {
  const arrivals = [];
  const requests = new Map();
  const taken = new Map();
  const acknowledged = new Map();
  let open = 0;
  const add = (map, name) => map.set(name, (map.get(name) ?? 0) + 1);

  const server = createServer(async (incoming, outgoing) => {
    arrivals.push(performance.now());
    const request = await read(incoming);
    const name = request.body?.name;
    // A request that does not follow the documentation is a fault of the example.
    const wrong = ryzeapi.refuse(request);
    if (wrong) return answer(outgoing, { ...wrong, body: JSON.stringify(wrong.body) });
    const isFirst = !requests.has(name);
    add(requests, name);
    // A booking meets its fault again only if the fault is permanent.
    const fault = isFirst || faultOf(name) === "refused" ? faultOf(name) : "none";
    const [kind, isTaken] = fault.split(" ");
    if (kind === "none" || isTaken === "taken") add(taken, name);
    open += 1;
    await new Promise((resolve) => setTimeout(resolve, latencyMilliseconds));
    open -= 1;
    if (kind === "closed") return outgoing.destroy();
    if (kind === "hung") return undefined;
    if (ANSWERS[kind]) return answer(outgoing, ANSWERS[kind]);
    // A reply that a dead worker no longer receives is not acknowledged.
    if (outgoing.destroyed) return undefined;
    add(acknowledged, name);
    const { status, body } = ryzeapi.accept(request);
    return answer(outgoing, { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    arrivals,
    requests,
    taken,
    acknowledged,
    open: () => open,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

const answer = (outgoing, { status, headers, body }) => outgoing.writeHead(status, headers).end(body);

async function read(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { pathname, searchParams } = new URL(incoming.url, "http://stand-in");
  return { method: incoming.method, path: pathname, query: searchParams, headers: incoming.headers, body: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
}
