// A page as Vite serves it in development, and as Vite builds it.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "../../support/process.mjs";

const { resolve } = createRequire(import.meta.url);
const folderOf = (name) => dirname(resolve(`${name}/package.json`));

/** Vite in this major version. The root folder has the newest one. */
export async function vite(major) {
  const vite = await import(pathToFileURL(join(folderOf(major === 8 ? "vite" : `vite-${major}`), "dist/node/index.js")).href);
  if (!vite.version.startsWith(`${major}.`)) throw new Error(`Vite ${vite.version} is not ${major}`);
  return vite;
}

const config = ({ mergeConfig }, root, settings) => mergeConfig({ root, configFile: false, logLevel: "error" }, settings);

/** Starts the development server, and calls `use` with its URL and the server. */
export async function developed(vite, root, settings, use) {
  const server = await vite.createServer(config(vite, root, { ...settings, server: { host: "127.0.0.1", port: await freePort(), strictPort: true } }));
  try {
    await server.listen();
    await use(`http://127.0.0.1:${server.config.server.port}/`, server);
  } finally {
    await server.close();
  }
}

/** Builds the page, and returns the output folder. */
export async function built(vite, root, settings) {
  await vite.build(config(vite, root, settings));
  return join(root, "dist");
}
