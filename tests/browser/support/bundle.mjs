// Bundles a script that imports the installed package, as its users do: without a setting made for the package.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { consumer } from "../../package/support/files.mjs";

const bundlers = {
  async vite({ folder, out, entry }) {
    const { build } = await import("vite");
    writeFileSync(join(folder, "index.html"), `<!doctype html><title>waevent</title><link rel="icon" href="data:,"><script type="module" src="./${entry}"></script>`);
    await build({ root: folder, configFile: false, logLevel: "error", build: { outDir: out, emptyOutDir: false } });
  },
  async esbuild({ folder, out, entry, settings }) {
    const { build } = await import("esbuild");
    await build({ entryPoints: [join(folder, entry)], outfile: join(out, "main.js"), bundle: true, minify: true, platform: "browser", format: "esm", target: "es2022", logLevel: "error", ...settings });
  },
  async rollup({ folder, out, entry }) {
    const { rollup } = await import("rollup");
    const { resolve } = createRequire(join(folder, "x.js"));
    const warnings = [];
    // The bundler itself finds no packages.
    const packages = { name: "packages", resolveId: (id) => (id.startsWith("waevent") ? resolve(id) : null) };
    const bundle = await rollup({ input: join(folder, entry), plugins: [packages], onwarn: (warning) => warnings.push(warning.message) });
    await bundle.write({ file: join(out, "main.js"), format: "es" });
    await bundle.close();
    if (warnings.length > 0) throw new Error(warnings.join("\n"));
  },
};

/** Writes `script`, bundles it, and gives `use` the folder of what came out. */
export async function bundled(bundler, script, use, settings) {
  const folder = mkdtempSync(join(consumer(), "bundle-"));
  try {
    const entry = "entry.mjs";
    const out = join(folder, "out");
    writeFileSync(join(folder, entry), script);
    await bundlers[bundler]({ folder, out, entry, settings });
    return await use(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
