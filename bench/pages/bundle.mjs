// Bundles and minifies a page's script, like the pages whose size xtask/src/pages.rs limits.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../speed/", import.meta.url));

/** Bundles code, whose relative imports are resolved from `speed/`. Returns the script. */
export async function bundle(contents) {
  const { outputFiles: [script] } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true, minify: true, format: "esm", charset: "utf8", logLevel: "warning", write: false,
  });
  return Buffer.from(script.contents);
}
