// Runs the TypeScript compiler on sources in the folder where the tarball is installed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { start } from "./child.mjs";
import { consumer } from "./files.mjs";

/** The compiler in the package that resolves from a module by this name. */
export const compilerOf = (module, name) => join(dirname(createRequire(module).resolve(`${name}/package.json`)), "bin", "tsc");

const newest = compilerOf(import.meta.url, "typescript");

/**
 * The ways to resolve packages. The extension makes a file a module or a CommonJS script, if the mode distinguishes
 * them.
 */
export const MODES = {
  node16: { options: { module: "node16", moduleResolution: "node16" }, endings: ["mts"] },
  nodenext: { options: { module: "nodenext", moduleResolution: "nodenext" }, endings: ["mts", "cts"] },
  bundler: { options: { module: "esnext", moduleResolution: "bundler" }, endings: ["ts"] },
};

/** `sources` is { name: text }. Returns the errors: { file, line, code, message }. */
export async function compile(sources, options, tsc = newest) {
  const folder = mkdtempSync(join(consumer(), "types-"));
  try {
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    const config = {
      compilerOptions: { strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: true,
        target: "es2022", lib: ["es2022", "dom"], types: [], ...options },
      files: Object.keys(sources),
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { stdout, stderr, code } = await start([tsc, "--pretty", "false", "-p", "tsconfig.json"], { cwd: folder });
    const errors = [...stdout.matchAll(/^(?:(\S+?)\((\d+),\d+\): )?error TS(\d+): (.*)$/gm)].map(([, file, line, number, message]) =>
      ({ file, line: Number(line), code: Number(number), message }));
    // A compiler that crashed must not look like one that found no errors.
    if (stderr !== "" || (code !== 0) !== (errors.length > 0)) throw new Error(`tsc ended with ${code}\n${stdout}${stderr}`);
    return errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
