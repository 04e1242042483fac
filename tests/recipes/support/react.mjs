// A React page that a server renders and a browser hydrates, with React's warnings on.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { consumer } from "../../package/support/files.mjs";

const folderOf = (name, from) => dirname(createRequire(new URL(from, import.meta.url)).resolve(`${name}/package.json`));

/** Where each version of React is installed. */
export const REACTS = {
  18: { react: folderOf("react-18", "../"), "react-dom": folderOf("react-dom-18", "../") },
  19: { react: folderOf("react", "../../bundlers/"), "react-dom": folderOf("react-dom", "../../bundlers/") },
};

const SERVER = `import { renderToString } from "react-dom/server"; import { createElement } from "react"; import { App } from "./app.jsx";
  export const html = renderToString(createElement(App));`;
const CLIENT = `import { hydrateRoot } from "react-dom/client"; import { createElement } from "react"; import { App } from "./app.jsx";
  globalThis.root = hydrateRoot(document.querySelector("#root"), createElement(App)); globalThis.answers = "ready";`;

/** Bundles the app, which exports `App`, for this version of React: { html, script }. */
export async function rendered(react, app) {
  const folder = mkdtempSync(join(consumer(), "bundle-react-"));
  try {
    for (const [name, text] of Object.entries({ "app.jsx": app, "server.mjs": SERVER, "client.mjs": CLIENT })) writeFileSync(join(folder, name), text);
    const bundle = (entry, more) => build({
      entryPoints: [join(folder, entry)], bundle: true, format: "esm", jsx: "automatic", jsxDev: true, alias: REACTS[react], logLevel: "error",
      define: { "process.env.NODE_ENV": '"development"' }, outdir: join(folder, "out"), outExtension: { ".js": ".mjs" }, ...more,
    });
    // React's server code requires Node's modules.
    const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };
    await bundle("server.mjs", { platform: "node", banner });
    const { html } = await import(pathToFileURL(join(folder, "out/server.mjs")).href);
    const { outputFiles: [{ text }] } = await bundle("client.mjs", { platform: "browser", write: false });
    return { html, script: text };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
