// A small Next.js app: a page that is rendered on the server and then in the browser, and a route handler.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { consumer } from "../../package/support/files.mjs";
import { sampleFile } from "../../browser/support/answers.mjs";
import { ran, serving } from "../../support/program.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { resolve } = createRequire(import.meta.url);

const files = (entryPoint, settings) => ({
  "package.json": "{}",
  // The app is inside the repository, so without these settings Next.js would use the repository's lock files.
  "next.config.mjs": `export default ${JSON.stringify({ ...settings, turbopack: { root }, outputFileTracingRoot: root })};`,
  "app/layout.jsx": `export default ({ children }) => <html lang="en"><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;`,
  "app/page.jsx": `"use client";
    import { useEffect } from "react";
    import * as entryPoint from "${entryPoint}";
    import { everyAnswer } from "../sample.mjs";
    export default function Page() {
      useEffect(() => { globalThis.answers = everyAnswer(entryPoint); }, []);
      return <p>{entryPoint.parseTime("2031-04-28T14:00:00-03:00").value.epochSeconds}</p>;
    }`,
  "app/answers/route.js": `
    import * as entryPoint from "${entryPoint}";
    import { everyAnswer } from "../../sample.mjs";
    export const dynamic = "force-dynamic";
    export const GET = () => new Response(everyAnswer(entryPoint));`,
});

/** Builds the app with these settings and the files `more`, and calls `use` with the URL where it is served. */
export async function served(entryPoint, settings, use, more = {}) {
  const folder = mkdtempSync(join(consumer(), "bundle-next-"));
  try {
    for (const [name, text] of Object.entries({ ...files(entryPoint, settings), ...more })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    copyFileSync(sampleFile, join(folder, "sample.mjs"));
    cpSync(join(consumer(), "node_modules/waevent"), join(folder, "node_modules/waevent"), { recursive: true });
    for (const name of ["next", "react", "react-dom"]) symlinkSync(dirname(resolve(`${name}/package.json`)), join(folder, "node_modules", name));
    const next = resolve("next/dist/bin/next");
    const options = { cwd: folder, env: { NEXT_TELEMETRY_DISABLED: "1" } };
    await ran([next, "build"], options);
    await serving([next, "start", "--hostname", "127.0.0.1", "--port", "0"], options, use);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
