// The playground and the built package, for this machine only: `node xtask/serve.mjs [--port N]`.
//
// The page carries its Content-Security-Policy, so that it holds wherever it is put. It is sent as a header too, because a
// worker is under the policy that its own script comes with. What a page cannot say of itself is who may frame it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { preview } from "vite";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [, policy] = readFileSync(at("www/index.html"), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
const { port } = parseArgs({ options: { port: { type: "string" } } }).values;

/** Files as they are on the disk now: the next build must show at the next reload. */
const folder = (path, headers) => sirv(at(path), {
  dev: true,
  setHeaders: (response) => response.setHeaders(new Map(Object.entries({ "X-Content-Type-Options": "nosniff", ...headers }))),
});

// Vite refuses requests for other hosts: a page whose name was led to this machine would read what is served here.
const server = await preview({
  configFile: false,
  root: at("www"),
  logLevel: "warn",
  // Nothing is Vite's to build, and what is in neither folder is not found.
  appType: "custom",
  preview: { host: "127.0.0.1", port: Number(port ?? 8080), strictPort: port !== undefined, cors: false },
  plugins: [{
    name: "folders",
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use("/pkg", folder("pkg"));
      middlewares.use(folder("www", { "Content-Security-Policy": `${policy}; frame-ancestors 'none'` }));
    },
  }],
});
console.log(`\nplayground: ${server.resolvedUrls.local[0]}   (Ctrl+C ends it)`);
