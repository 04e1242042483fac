// The entry point that the caller starts: named errors before that, every source that its types allow, and no harm from
// a second start.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer } from "./support/child.mjs";
import { load } from "./support/files.mjs";
import { everyAnswer } from "./support/sample.mjs";

const sample = JSON.stringify(new URL("./support/sample.mjs", import.meta.url).href);
const expected = everyAnswer(await load());

/** The start of every script: the entry point, the bytes, and a server that sends them with various content types. */
const HEAD = `
  import * as slim from "waevent/slim";
  import { createServer } from "node:http";
  import { readFileSync } from "node:fs";
  import { everyAnswer } from ${sample};
  const bytes = readFileSync("node_modules/waevent/waevent_bg.wasm");
  const asked = [];
  async function serve(headers, status = 200) {
    const server = createServer((request, response) => { asked.push(request.url); response.writeHead(status, headers).end(bytes); });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    server.unref();
    return "http://127.0.0.1:" + server.address().port + "/some.wasm";
  }
  const WASM = { "content-type": "application/wasm", connection: "close" };
  const state = () => { try { slim.parseTime(0); return "ready"; } catch (error) { return error.name; } };
  const thrown = async (call) => { try { await call(); return "nothing"; } catch (error) { return error; } };
`;

test("before the start every function throws a NotInitializedError, and the facts are available", async () => {
  const told = await answer(`${HEAD}
    const calls = [
      () => slim.parseEvent({}), () => slim.parseTime("x"), () => slim.parseRecipient("x"), () => slim.buildRequest({}, {}),
      () => slim.createBuilder({ gateway: "ryzeapi", instance: "a" }), () => slim.createBuilder({}), () => slim.authorize({}, {}),
      () => slim.parseReply("wawp", {}), () => slim.sameMessage("a", "b"), () => slim.eventSchema(),
    ];
    const errors = calls.map((call) => { try { call(); } catch (error) { return error; } });
    console.log(JSON.stringify({
      names: errors.map((error) => [error?.name, error instanceof slim.NotInitializedError, error instanceof Error, error instanceof slim.TargetError].join()),
      messages: [...new Set(errors.map((error) => error?.message))],
      facts: [slim.gateways.length > 0, typeof slim.versions.waevent],
    }));
  `);
  assert.deepEqual(told.names, Array(10).fill("NotInitializedError,true,true,false"));
  assert.equal(told.messages.length, 1);
  assert.match(told.messages[0], /\binit\(\)/);
  assert.match(told.messages[0], /\binitSync\(\)/);
  assert.deepEqual(told.facts, [true, "string"]);
});

const sources = {
  "initSync(bytes)": "slim.initSync(bytes);",
  "initSync(an ArrayBuffer)": "slim.initSync(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));",
  "initSync(a DataView)": "slim.initSync(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));",
  "initSync(a module)": "slim.initSync(new WebAssembly.Module(bytes));",
  "init(bytes)": "await slim.init(bytes);",
  "init(a module)": "await slim.init(new WebAssembly.Module(bytes));",
  "init(a promise of a module)": "await slim.init(WebAssembly.compile(bytes));",
  "init(a URL)": "await slim.init(new URL(await serve(WASM)));",
  "init(an address)": "await slim.init(await serve(WASM));",
  "init(a response)": "await slim.init(await fetch(await serve(WASM)));",
  "init(a promise of a response)": "await slim.init(fetch(await serve(WASM)));",
  "init(a constructed response)": "await slim.init(new Response(bytes));",
  "init(a URL whose server sends another type)": "await slim.init(await serve({ ...WASM, 'content-type': 'application/octet-stream' }));",
  "init(a URL whose server sends no type)": "await slim.init(await serve({ connection: 'close' }));",
  "init(a URL whose server adds a charset)": "await slim.init(await serve({ ...WASM, 'content-type': 'application/wasm; charset=utf-8' }));",
  "init(a URL whose server sends the type in capitals)": "await slim.init(await serve({ ...WASM, 'content-type': 'Application/WASM' }));",
};

for (const [name, start] of Object.entries(sources)) {
  test(name, async () => {
    assert.equal(JSON.stringify(await answer(`${HEAD} ${start} console.log(everyAnswer(slim));`)), expected);
  });
}

test("a second start changes nothing, whatever its argument is", async () => {
  const told = await answer(`${HEAD}
    slim.initSync(bytes);
    const builder = slim.createBuilder({ gateway: "ryzeapi", instance: "a" });
    const seconds = [() => slim.initSync(bytes), () => slim.init(bytes), () => slim.initSync(new Uint8Array(4)), () => slim.initSync(new WebAssembly.Module(bytes))];
    const errors = [];
    for (const second of seconds) errors.push(String(await thrown(second)));
    const built = builder.build({ to: "+5511999999999", name: "A", start: "2037-01-01T00:00:00Z" });
    console.log(JSON.stringify({ errors, built: built.ok, answers: everyAnswer(slim) }));
  `);
  assert.deepEqual([told.errors, told.built, told.answers], [Array(4).fill("nothing"), true, expected]);
});

test("two simultaneous starts count as one", async () => {
  const told = await answer(`${HEAD}
    const address = await serve(WASM);
    await Promise.all([slim.init(address), slim.init(fetch(address)), slim.init(bytes)]);
    console.log(JSON.stringify(everyAnswer(slim)));
  `);
  assert.equal(told, expected);
});

test("a failed start says why, and leaves the entry point unstarted", async () => {
  const told = await answer(`${HEAD}
    const missing = await serve(WASM, 404);
    const page = await serve({ "content-type": "text/html; charset=utf-8" });
    const errors = [
      await thrown(() => slim.initSync(new Uint8Array([1, 2, 3]))),
      await thrown(() => slim.initSync(undefined)),
      await thrown(() => slim.init(undefined)),
      await thrown(() => slim.init(Buffer.from("<html>"))),
      await thrown(() => slim.init(Promise.reject(new Error("mine")))),
      await thrown(() => slim.init(missing)),
      await thrown(() => slim.init("http://127.0.0.1:1/")),
      await thrown(() => slim.init(new URL("file:///waevent_bg.wasm"))),
      await thrown(() => slim.init("waevent_bg.wasm")),
      await thrown(() => slim.init(page)),
      await thrown(() => slim.init(fetch(page))),
    ].map((error) => [error.name, error.message]);
    const before = state();
    slim.initSync(bytes);
    console.log(JSON.stringify({ errors, before, missing, page, after: state() }));
  `);
  const names = told.errors.map(([name]) => name);
  assert.deepEqual(names, ["CompileError", "TypeError", "TypeError", "CompileError", "Error", "Error", "TypeError", "TypeError", "TypeError", "Error", "Error"]);
  assert.equal(told.errors[4][1], "mine");
  assert.ok(told.errors[5][1].includes("404") && told.errors[5][1].includes(told.missing), told.errors[5][1]);
  for (const [at, address] of [[6, "http://127.0.0.1:1/"], [7, "file:///waevent_bg.wasm"], [8, "waevent_bg.wasm"]]) {
    assert.equal(told.errors[at][1], `waevent's module could not be fetched from ${address}. Of a file hand over the bytes, or import "waevent/inline"`);
  }
  // A server that responds to every URL with a page sends the status 200.
  for (const at of [9, 10]) {
    assert.equal(told.errors[at][1], `waevent's module is not at ${told.page} (200, text/html; charset=utf-8): put waevent_bg.wasm there (in Vite set optimizeDeps.exclude to ["waevent"]), or import "waevent/inline"`);
  }
  assert.deepEqual([told.before, told.after], ["NotInitializedError", "ready"]);
});

test("only the URL is fetched, and only once", async () => {
  const asked = await answer(`${HEAD} await slim.init(await serve(WASM)); console.log(JSON.stringify(asked));`);
  assert.deepEqual(asked, ["/some.wasm"]);
});
