// The entry point for Cloudflare's runtime, which provides compiled modules for static imports and compiles nothing at
// run time.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { answer } from "./support/child.mjs";
import { consumer, load } from "./support/files.mjs";
import { everyAnswer } from "./support/sample.mjs";

const sample = JSON.stringify(new URL("./support/sample.mjs", import.meta.url).href);

/** Provides a compiled module for `.wasm`, like that runtime. */
const HOOKS = `
  export async function load(url, context, next) {
    if (!url.endsWith(".wasm")) return next(url, context);
    const source = "import { readFileSync } from 'node:fs'; export default new WebAssembly.Module(readFileSync(new URL(" + JSON.stringify(url) + ")));";
    return { format: "module", source, shortCircuit: true };
  }`;
const asModule = (code) => `data:text/javascript,${encodeURIComponent(code)}`;
const loader = asModule(`import { register } from "node:module"; register(${JSON.stringify(asModule(HOOKS))});`);

test("the entry point for workerd returns the same as the one for Node, and compiles nothing", async () => {
  // The static import is hoisted, so the hook compiles the module before compiling is forbidden; the entry point runs
  // after that.
  const told = await answer(`
    import "waevent/waevent_bg.wasm";
    const forbid = () => { throw new Error("Wasm code generation disallowed by embedder"); };
    WebAssembly.Module = new Proxy(WebAssembly.Module, { construct: forbid });
    for (const name of ["compile", "compileStreaming", "instantiateStreaming"]) WebAssembly[name] = forbid;
    globalThis.fetch = () => { throw new Error("asked the network"); };
    globalThis.atob = () => { throw new Error("decoded the inline bytes"); };
    const entryPoint = await import("waevent");
    const { everyAnswer } = await import(${sample});
    console.log(JSON.stringify({ from: import.meta.resolve("waevent"), answers: everyAnswer(entryPoint) }));
  `, { flags: ["--conditions=workerd", "--import", loader] });
  assert.match(told.from, /\/workerd\.js$/);
  assert.equal(told.answers, everyAnswer(await load()));
});

test("it imports only the module and the package's own scripts", async () => {
  const { metafile, outputFiles } = await build({
    stdin: { contents: 'export * from "waevent";', resolveDir: consumer() },
    bundle: true, format: "esm", conditions: ["workerd"], platform: "neutral", metafile: true, write: false, absWorkingDir: consumer(),
    outdir: join(consumer(), "out"), loader: { ".wasm": "copy" }, logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs).filter((name) => name !== "<stdin>").map((name) => name.replace("node_modules/waevent/", "")).sort();
  assert.deepEqual(inputs, ["api.js", "ask.js", "buffers.js", "builder.js", "bytes.js", "dates.js", "engine.js", "errors.js", "facts.js", "guests.js", "host.js", "lines.js", "needs.js", "overlaps.js", "plain.js", "read.js", "schema.js", "schemas.js", "waevent.js", "waevent_bg.wasm", "webhook.js", "wire.js", "workerd.js"]);
  assert.deepEqual(metafile.inputs["node_modules/waevent/workerd.js"].imports.map(({ path, kind }) => [path.split("/").at(-1), kind]),
    [["waevent_bg.wasm", "import-statement"], ["engine.js", "import-statement"], ["waevent.js", "import-statement"], ["api.js", "import-statement"]]);
  const script = outputFiles.find((file) => file.path.endsWith(".js")).text;
  assert.doesNotMatch(script, /\bimport\.meta\b|\beval\(|new Function|from "node:/);
});
