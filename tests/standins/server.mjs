// A gateway's stand-in: a small HTTP server that takes what the gateway's page takes, refuses what it refuses, and answers
// as it answers.
import { createServer } from "node:http";

/**
 * Starts a stand-in on a free port. `gateway` is the module of one gateway.
 *
 * Answers { url, received, answerNext, close }: `received` lists what was taken, parsed, and `answerNext` gives the next
 * request an answer of your own, `{ status, headers, body }`, whatever it asks.
 */
export async function start(gateway) {
  const received = [];
  const queued = [];
  const server = createServer(async (incoming, outgoing) => {
    const { status, headers = {}, body } = queued.shift() ?? (await answer(gateway, incoming, received));
    outgoing.writeHead(status, { "content-type": typeof body === "string" ? "text/plain" : "application/json", ...headers });
    outgoing.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    received,
    answerNext: (...answers) => queued.push(...answers),
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

async function answer(gateway, incoming, received) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { pathname, searchParams } = new URL(incoming.url, "http://stand-in");
  const request = { method: incoming.method, path: pathname, query: searchParams, headers: incoming.headers, text: Buffer.concat(chunks).toString("utf8") };
  try {
    request.body = JSON.parse(request.text);
  } catch {
    request.body = undefined;
  }
  const refused = gateway.refuse(request);
  if (refused) return refused;
  received.push(request);
  return gateway.accept(request);
}
