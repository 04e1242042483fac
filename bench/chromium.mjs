// The suite in a page of Chromium.
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export async function inChromium(rounds) {
  const bundle = await build({
    stdin: { contents: `
      import * as waevent from "../pkg/inline.js";
      import { run } from "./suite.mjs";
      globalThis.suite = (rounds) => run(waevent, rounds);`, resolveDir: here(".") },
    bundle: true, format: "esm", write: false, target: "es2023",
  });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
  try {
    const page = await browser.newPage();
    // Behind a host, since clocks of pages without one are coarse.
    await page.route("https://bench.example/**", (route) => route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><script type="module">${bundle.outputFiles[0].text.replaceAll("</script", "<\\/script")}</script>`,
    }));
    await page.goto("https://bench.example/");
    await page.waitForFunction(() => globalThis.suite !== undefined);
    const groups = await page.evaluate((count) => globalThis.suite(count), rounds);
    return { engine: `Chromium ${browser.version()}`, groups };
  } finally {
    await browser.close();
  }
}
