// Serves the playground and the built package, to this machine only: `node xtask/serve.mjs [--port N]`.
//
// The page contains its Content-Security-Policy, so that it applies wherever the page is hosted. It is sent as a header too,
// because a worker is subject to the policy that its own script is served with, and because only a header can say who may frame
// the page.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { preview } from "vite";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [, policy] = readFileSync(at("www/index.html"), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
const { port } = parseArgs({ options: { port: { type: "string" } } }).values;

/** Serves files as they are on the disk now: after a build, a reload must show the new ones. */
const folder = (path, headers) => sirv(at(path), {
  dev: true,
  setHeaders: (response) => response.setHeaders(new Map(Object.entries({ "X-Content-Type-Options": "nosniff", ...headers }))),
});

// Vite refuses requests for other hosts. Otherwise a page whose host name is pointed at this machine could read what is served.
const server = await preview({
  configFile: false,
  root: at("www"),
  logLevel: "warn",
  // Vite has nothing to build here, and what is in neither folder is not found.
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
console.log(`\nplayground: ${server.resolvedUrls.local[0]}   (Ctrl+C stops it)`);
