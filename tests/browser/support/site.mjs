// Starts a server for one test. The tests' usual server has fixed headers, which are what these tests vary.
import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/**
 * Serves `pages` ({ path: text }) and then the files of `folders` ({ prefix: folder }), except the paths in `missing`.
 * `headers(path)` adds headers or replaces the usual ones; null removes one. Returns { url, asked, close }.
 */
export async function site({ pages = {}, folders = {}, missing = [], headers = () => ({}) }) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    asked.push(path);
    const body = missing.includes(path) ? undefined : pages[path] ?? file(path, folders);
    if (body === undefined) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    const all = { "content-type": TYPES[extname(path)] ?? "text/html; charset=utf-8", "cache-control": "no-store", ...headers(path) };
    response.writeHead(200, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { url: `http://127.0.0.1:${server.address().port}`, asked, close };
}

function file(path, folders) {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!path.startsWith(prefix)) continue;
    const found = join(folder, path.slice(prefix.length));
    if (statSync(found, { throwIfNoEntry: false })?.isFile()) return readFileSync(found);
  }
  return undefined;
}
