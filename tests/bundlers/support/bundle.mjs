// Bundles a script that imports the installed package, as users do.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { sampleFile } from "../../browser/support/answers.mjs";
import { consumer } from "../../package/support/files.mjs";

const PAGE = (script) => `<!doctype html><title>waevent</title><link rel="icon" href="data:,"><script type="module" src="./${script}"></script>`;

const bundlers = {
  async vite({ folder, out, entry }) {
    const { build } = await import("vite");
    writeFileSync(join(folder, "index.html"), PAGE(entry));
    await build({ root: folder, configFile: false, logLevel: "error", build: { outDir: out, emptyOutDir: false } });
  },

  async esbuild({ folder, out, entry, settings }) {
    const { build } = await import("esbuild");
    await build({ entryPoints: [join(folder, entry)], outfile: join(out, "main.js"), bundle: true, minify: true, platform: "browser", format: "esm", target: "es2022", logLevel: "error", ...settings });
    writeFileSync(join(out, "index.html"), PAGE("main.js"));
  },

  async rollup({ folder, out, entry, settings }) {
    const { rollup } = await import("rollup");
    const warnings = [];
    const bundle = await rollup({ input: join(folder, entry), ...settings, onwarn: (warning) => warnings.push(warning.message) });
    await bundle.write({ dir: out, entryFileNames: "main.js", format: "es" });
    await bundle.close();
    if (warnings.length > 0) throw new Error(warnings.join("\n"));
    writeFileSync(join(out, "index.html"), PAGE("main.js"));
  },

  async webpack(given) {
    await compile((await import("webpack")).default, given);
  },

  async rspack(given) {
    await compile((await import("@rspack/core")).rspack, given);
  },

  async parcel({ folder, out, entry, settings = {} }) {
    const { Parcel } = await import("@parcel/core");
    writeFileSync(join(folder, "index.html"), PAGE(entry));
    // A separate project with its own lock file, because the repository's package.json says that it is for Node.
    writeFileSync(join(folder, "package.json"), JSON.stringify(settings));
    writeFileSync(join(folder, "yarn.lock"), "");
    const { resolve } = createRequire(import.meta.url);
    await new Parcel({
      entries: join(folder, "index.html"), defaultConfig: resolve("@parcel/config-default"), mode: "production", shouldDisableCache: true,
      defaultTargetOptions: { distDir: out, publicUrl: "./", sourceMaps: false }, shouldContentHash: false,
    }).run();
  },
};

/** Compiles with webpack, or with Rspack, which takes the same settings. */
async function compile(bundler, { folder, out, entry }) {
  const stats = await new Promise((resolve, reject) => {
    bundler({ mode: "production", context: folder, entry: join(folder, entry), output: { path: out, filename: "main.js" }, performance: { hints: false } },
      (error, result) => (error ? reject(error) : resolve(result)));
  });
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  if (errors.length + warnings.length > 0) throw new Error([...errors, ...warnings].map(({ message }) => message).join("\n"));
  writeFileSync(join(out, "index.html"), PAGE("main.js"));
}

/** Writes `script`, bundles it, and calls `use` with the output folder. */
export async function bundled(bundler, script, use, settings) {
  const folder = mkdtempSync(join(consumer(), "bundle-"));
  try {
    const entry = "entry.mjs";
    const out = join(folder, "out");
    writeFileSync(join(folder, entry), script);
    copyFileSync(sampleFile, join(folder, "sample.mjs"));
    await bundlers[bundler]({ folder, out, entry, settings });
    return await use(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
