// Runs the suite in a page in Chromium.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../pages/bundle.mjs";
import { browsing } from "../pages/chromium.mjs";
import { serving } from "../pages/server.mjs";
import { LITE, OTHER, WHOLE } from "../names.mjs";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));

export function inChromium({ rounds, other }) {
  const entries = { [WHOLE]: join(pkg, "inline.js"), [LITE]: join(pkg, "lite-inline.js") };
  if (other && existsSync(join(other, "inline.js"))) entries[OTHER] = join(other, "inline.js");
  return browsing(async (browser) => {
    // Each build is bundled separately. In one bundle, lite would run on the whole module.
    const scripts = await Promise.all(Object.values(entries).map((entry) => bundle(`export * from ${JSON.stringify(entry)};`)));
    const files = Object.fromEntries(scripts.map((script, at) => [`/${at}.js`, script]));
    files["/suite.js"] = await bundle('export { run } from "./suite.mjs";');
    files["/"] = "<!doctype html><title>bench</title>";
    return serving(files, async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      const groups = await page.evaluate(async ([names, count]) => {
        const { run } = await import("/suite.js");
        const builds = {};
        for (const [at, name] of names.entries()) builds[name] = await import(`/${at}.js`);
        return run(builds, count);
      }, [Object.keys(entries), rounds]);
      const name = `Chromium ${browser.version()}`;
      return { name, engine: name, groups };
    });
  });
}
