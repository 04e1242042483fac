// What an editor suggests: asks TypeScript's own language server over its protocol.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

/** Starts the server for a folder. `ask` gets a response, `tell` does not. */
function serve(folder) {
  const child = spawn(process.execPath, [tsc, "--lsp", "--stdio"], { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map();
  const send = (message) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  let held = Buffer.alloc(0);
  child.stdout.on("data", (bytes) => {
    held = Buffer.concat([held, bytes]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(held.toString("latin1"));
      if (!head || held.length < head[0].length + Number(head[1])) return;
      const end = head[0].length + Number(head[1]);
      const { id, method, result, error } = JSON.parse(held.subarray(head[0].length, end));
      held = held.subarray(end);
      // The server requests things of an editor, such as its settings, which do not exist here.
      if (method !== undefined) { if (id !== undefined) send({ id, result: null }); continue; }
      const { resolve, reject } = waiting.get(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  });
  const ended = new Promise((resolve) => child.on("close", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the language server ended with ${code}`));
    resolve();
  }));
  const ask = (method, params) => new Promise((resolve, reject) => {
    const id = waiting.size + 1;
    waiting.set(id, { resolve, reject });
    send({ id, method, params });
  });
  return { ask, tell: (method, params) => send({ method, params }), end: () => { child.kill(); return ended; } };
}

/** The names suggested at each `|` in a module in this folder, in order, with a question mark after optional ones. */
export async function completions(folder, code) {
  const { ask, tell, end } = serve(folder);
  try {
    const rootUri = pathToFileURL(folder).href;
    await ask("initialize", { processId: process.pid, rootUri, capabilities: {} });
    tell("initialized", {});
    const uri = `${rootUri}/typed.mts`;
    const lines = code.split("\n");
    tell("textDocument/didOpen", { textDocument: { uri, languageId: "typescript", version: 1, text: code.replaceAll("|", "") } });
    const offered = [];
    for (const [line, text] of lines.entries()) {
      for (const [before, { index }] of [...text.matchAll(/\|/g)].entries()) {
        const found = await ask("textDocument/completion", { textDocument: { uri }, position: { line, character: index - before } });
        offered.push((found?.items ?? found ?? []).map(({ label }) => label).sort());
      }
    }
    return offered;
  } finally {
    await end();
  }
}
