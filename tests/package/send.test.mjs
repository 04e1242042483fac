// How the examples' `send` treats a request without a reply: only one that certainly never left may be sent again.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { send } from "../../examples/send.mjs";
import { standIns, start } from "../standins/all.mjs";

const outcomeOf = async (url) => {
  const { outcome, code, retry } = await send("ryzeapi", { method: "POST", url, headers: {}, body: "{}" });
  return [outcome, code, retry];
};

const NOT_SENT = ["not_sent", "unreachable", "after"];
const UNKNOWN = ["unknown", "no_answer", "check_first"];

/** Calls `use` with the URL of a server that does `what` with each connection. */
async function withServer(what, use) {
  const server = createServer(what);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  try {
    return await use(`http://127.0.0.1:${port}/`);
  } finally {
    server.close();
  }
}

test("nothing was sent if nobody listens or the host does not exist", async () => {
  const url = await withServer(() => {}, (address) => address);
  assert.deepEqual(await outcomeOf(url), NOT_SENT);
  // RFC 6761 guarantees that this name does not exist.
  assert.deepEqual(await outcomeOf("http://gateway.invalid/"), NOT_SENT);
});

test("the event may have been sent once there was a connection", async () => {
  const ways = {
    "closed at once": (socket) => socket.destroy(),
    "closed after the request": (socket) => socket.once("data", () => socket.end()),
    "reset after the request": (socket) => socket.once("data", () => socket.resetAndDestroy()),
    "cut off in the middle of the reply": (socket) => socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")),
  };
  for (const [way, what] of Object.entries(ways)) assert.deepEqual(await withServer(what, outcomeOf), UNKNOWN, way);
});

// Failures that cannot be produced on one machine, as Node reports them.
test("the system call decides, not the error code", async (context) => {
  const failure = (cause) => context.mock.method(globalThis, "fetch", async () => { throw new TypeError("fetch failed", { cause }); });
  const connect = (code) => Object.assign(new Error(code), { code, syscall: "connect" });
  const cases = [
    [connect("EHOSTUNREACH"), NOT_SENT],
    // In the first, the connection broke after the request was sent.
    [Object.assign(new Error("EHOSTUNREACH"), { code: "EHOSTUNREACH", syscall: "read" }), UNKNOWN],
    [Object.assign(new AggregateError([connect("ECONNREFUSED"), connect("ETIMEDOUT")]), { code: "ECONNREFUSED" }), NOT_SENT],
    [Object.assign(new Error("Connect Timeout Error"), { code: "UND_ERR_CONNECT_TIMEOUT" }), NOT_SENT],
    [Object.assign(new Error("Headers Timeout Error"), { code: "UND_ERR_HEADERS_TIMEOUT" }), UNKNOWN],
    [Object.assign(new Error("certificate has expired"), { code: "CERT_HAS_EXPIRED" }), NOT_SENT],
    [Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), NOT_SENT],
    [Object.assign(new Error("wrong version number"), { code: "EPROTO" }), UNKNOWN],
    [undefined, UNKNOWN],
  ];
  for (const [cause, expected] of cases) {
    const mocked = failure(cause);
    assert.deepEqual(await outcomeOf("http://127.0.0.1/"), expected, cause?.code);
    mocked.mock.restore();
  }
});

test("a refusal that contains a message id may have sent the event, and is not repeated", async () => {
  for (const [name, module] of Object.entries(standIns)) {
    const server = await start(module);
    try {
      for (const status of [400, 422, 429, 503]) {
        server.answerNext({ ...module.accept({ body: { name: "x", chatId: "5511999999999@c.us" } }), status });
        const { outcome, retry } = await send(module.target.gateway, { method: "POST", url: server.url, headers: {}, body: "{}" });
        assert.deepEqual([outcome, retry], ["unknown", "check_first"], `${name}: ${status}`);
      }
      assert.equal(server.seen.length, 4);
    } finally {
      await server.close();
    }
  }
});

/**
 * A server that streams `start` and then spaces, endlessly. Calls `use` with its URL and a function that returns how
 * many bytes it sent.
 */
async function withEndlessAnswer({ status, start, blank = " ".repeat(65_536) }, use) {
  let sent = 0;
  const answer = (socket) => socket.once("data", () => {
    socket.on("error", () => {});
    socket.write(`HTTP/1.1 ${status} Whatever\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n${start}`);
    const more = () => {
      while (!socket.destroyed && socket.write(blank)) sent += blank.length;
      sent += blank.length;
    };
    socket.on("drain", more);
    more();
  });
  return withServer(answer, async (url) => use(url, () => sent));
}

test("a mebibyte of an endless reply is read, and a reply that was cut off never means sent", async () => {
  const sent = '{"success":true,"status":"sent","data":{"messageId":"3EB0C767D82A"}}';
  await withEndlessAnswer({ status: 200, start: sent }, async (url, bytes) => {
    const { outcome, retry } = await send("ryzeapi", { method: "POST", url, headers: {}, body: "{}" });
    assert.deepEqual([outcome, retry], ["unknown", "check_first"]);
    // The system's buffers hold some bytes more.
    assert.ok(bytes() < 32 * 2 ** 20, `${bytes()} bytes`);
  });
  await withEndlessAnswer({ status: 401, start: '{"error":"' }, async (url) => {
    const { outcome, code } = await send("ryzeapi", { method: "POST", url, headers: {}, body: "{}" });
    // The part that was not read may have contained a message id.
    assert.deepEqual([outcome, code], ["unknown", "unauthorized"]);
  });
});

test("a reply of a mebibyte is complete, with or without a byte order mark", async () => {
  const id = '{"success":true,"status":"sent","data":{"messageId":"3EB0C767D82A"}}';
  for (const mark of ["", "\ufeff"]) {
    for (const [more, expected] of [[0, "sent"], [1, "unknown"]]) {
      const start = mark + id;
      const body = start + " ".repeat(2 ** 20 - Buffer.byteLength(start) + more);
      const answer = (socket) => socket.once("data", () => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`));
      const { outcome } = await withServer(answer, (url) => send("ryzeapi", { method: "POST", url, headers: {}, body: "{}" }));
      assert.equal(outcome, expected, `${mark.length} ${more}`);
    }
  }
});
