// Runs the TypeScript compiler over sources in the folder where the tarball is installed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { start } from "./child.mjs";
import { consumer } from "./files.mjs";

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

/** `sources` is { name: text }. Answers the errors: { file, line, code, message }. */
export async function compile(sources, options) {
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
    // A compiler that fell over must not pass for one that found nothing.
    if (stderr !== "" || (code !== 0) !== (errors.length > 0)) throw new Error(`tsc ended with ${code}\n${stdout}${stderr}`);
    return errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
