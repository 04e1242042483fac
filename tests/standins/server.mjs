// A stand-in for a gateway: a small HTTP server that accepts, refuses and responds as the gateway's documentation says.
import { createServer } from "node:http";

/** Instead of a status: the request is read and gets no response. */
const HANG = 0;

/**
 * Starts a stand-in on a free port. `gateway` is the module of one gateway: `refuse` and `accept` are about events, and
 * `status` responds to the request by which the gateway reports on an account.
 *
 * Returns { url, received, seen, answerNext, hangNext, close }. `received` lists the accepted requests, parsed, and
 * `seen` all requests. `answerNext` sets the response to the next request, `{ status, headers, body }`, whatever it is,
 * and `hangNext` leaves it without one.
 */
export async function start(gateway) {
  const received = [];
  const seen = [];
  const queued = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    seen.push(request);
    const { status, headers = {}, body } = queued.shift() ?? answer(gateway, request, received);
    if (status === HANG) return;
    outgoing.writeHead(status, { "content-type": typeof body === "string" ? "text/plain" : "application/json", ...headers });
    outgoing.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    received,
    seen,
    hangNext: () => queued.push({ status: HANG }),
    answerNext: (...answers) => queued.push(...answers),
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

/** A request in the form that the gateways' modules check. */
async function read(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { pathname, searchParams } = new URL(incoming.url, "http://stand-in");
  const request = { method: incoming.method, path: pathname, query: searchParams, headers: incoming.headers, text: Buffer.concat(chunks).toString("utf8") };
  try {
    request.body = JSON.parse(request.text);
  } catch {
    request.body = undefined;
  }
  return request;
}

function answer(gateway, request, received) {
  const status = gateway.status(request);
  if (status) return status;
  const refused = gateway.refuse(request);
  if (refused) return refused;
  received.push(request);
  return gateway.accept(request);
}
