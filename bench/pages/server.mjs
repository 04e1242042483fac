// Serves files from memory while they are needed.
import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** Cross-origin isolated pages have a clock resolution of 5 µs instead of 100 µs. */
const ALONE = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** Serves `files` ({ path: text or bytes }), with the strongest Brotli compression if `brotli` is set. Browsers may cache them. */
export async function serving(files, use, { brotli = false } = {}) {
  const bodies = new Map(Object.entries(files).map(([path, body]) => [path, brotli ? brotliCompressSync(body) : body]));
  const headers = { ...ALONE, "cache-control": "max-age=3600", ...(brotli && { "content-encoding": "br" }) };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const body = bodies.get(path);
    if (body === undefined) return response.writeHead(404).end();
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(path)] ?? "text/html; charset=utf-8" }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
