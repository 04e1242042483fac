// Cloudflare's runtime: a worker as wrangler bundles it, with the module as a separate file, called over HTTP.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { build } from "esbuild";
import { consumer, read } from "../package/support/files.mjs";
import { cases, expected } from "./support/cases.mjs";
import { programOf } from "./support/programs.mjs";

const { file, version, skip } = programOf("@cloudflare/workerd-linux-64");
const folder = mkdtempSync(join(consumer(), "workerd-"));
after(() => rmSync(folder, { recursive: true }));

const REPORT = "report(entryPoint, await request.json())";

/** The parts of the worker: its script first, and the module if the script imports it. */
const config = (names) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "worker", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
const worker :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [${names.map((name) => `(name = "${name}", ${name.endsWith(".wasm") ? "wasm" : "esModule"} = embed "${name}")`).join(", ")}],
);
`;

/** Bundles a worker with an entry point, serves it and calls it once. */
async function ask(take, answer = REPORT) {
  const out = mkdtempSync(join(folder, "worker-"));
  const contents = `${take}
    import { report } from ${JSON.stringify(new URL("./support/report.mjs", import.meta.url).pathname)};
    export default { async fetch(request) { return Response.json(${answer}); } };`;
  await build({
    stdin: { contents, resolveDir: consumer() }, outfile: join(out, "worker.js"), bundle: true, format: "esm", target: "es2022",
    conditions: ["workerd"], loader: { ".wasm": "copy" }, assetNames: "[name]", logLevel: "error",
  });
  writeFileSync(join(out, "config.capnp"), config(["worker.js", ...readdirSync(out).filter((name) => name.endsWith(".wasm"))]));
  const child = spawn(file, ["serve", "config.capnp", "--control-fd=3"], { cwd: out, stdio: ["ignore", "inherit", "inherit", "pipe"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    // The system chooses the port, which is printed in a line of JSON.
    const { value: line } = await createInterface(child.stdio[3])[Symbol.asyncIterator]().next();
    assert.ok(line, "it ended before it listened");
    const response = await fetch(`http://127.0.0.1:${JSON.parse(line).port}/`, { method: "POST", body: JSON.stringify(cases) });
    assert.equal(response.status, 200, await response.clone().text());
    return await response.json();
  } finally {
    child.kill();
    await ended;
  }
}

test("workerd has the version in the lock file", { skip }, async () => {
  const said = await new Promise((resolve) => createInterface(spawn(file, ["--version"]).stdout).on("line", resolve));
  assert.equal(`1.${said.replace(/^workerd |-/g, "")}.`, version.replace(/\d+$/, ""));
});

test('workerd: import "waevent" gives the expected results', { skip }, async () => {
  assert.deepEqual(await ask('import * as entryPoint from "waevent";'), { ...expected, faults: [] });
});

test('workerd: import "waevent/slim" and the module give the expected results', { skip }, async () => {
  const take = 'import * as slim from "waevent/slim"; import module from "waevent/waevent_bg.wasm"; const { init, initSync, ...entryPoint } = slim; initSync(module);';
  assert.deepEqual(await ask(take), { ...expected, faults: [] });
});

test('workerd: import "waevent/inline", compiled during the start, gives the expected results', { skip }, async () => {
  assert.deepEqual(await ask('import * as entryPoint from "waevent/inline";'), { ...expected, faults: [] });
});

test('workerd: import "waevent/define" works, with its module compiled ahead of time', { skip }, async () => {
  const { description } = read("descriptions");
  const take = `import { buildEdit, buildRequest } from "waevent"; import { defineGateway } from "waevent/define";
    const input = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00-03:00" };
    const edit = { url: "{baseUrl}/{instance}/messages/{messageId}", body: { phone: null } };
    const description = ${JSON.stringify(description)};
    function made() {
      const target = { gateway: defineGateway({ ...description, edit }), instance: "main" };
      try { defineGateway({ ...description, id: "waha", name: "" }); } catch ({ name, issues }) {
        return [buildRequest(input, target).value.request.url, buildEdit(input, "3EB0C767D82A", target).value.request.url, name, ...issues.map(({ path }) => path.join("."))];
      }
    }`;
  assert.deepEqual(await ask(take, "made()"), [
    "https://events.example.com/main/send/event?v=1", "https://events.example.com/main/messages/3EB0C767D82A?v=1", "TargetError", "name", "id",
  ]);
});

test("workerd: the inline entry point, imported during a request, says which one to import instead", { skip }, async () => {
  const [message, cause] = await ask("", 'await import("waevent/inline").then(() => ["ready"], ({ message, cause }) => [message, cause.name])');
  assert.match(message, /in workerd import waevent itself/);
  assert.equal(cause, "CompileError");
});
