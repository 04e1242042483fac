// How long a page's downloaded code takes to start in Chromium, each time in a fresh page.
import { inputs, options, target } from "../speed/inputs.mjs";
import { LITE, OTHER, WHOLE, ZOD } from "../names.mjs";
import { turns } from "../turns.mjs";
import { browsing } from "../pages/chromium.mjs";
import { pages } from "../pages/pages.mjs";
import { serving } from "../pages/server.mjs";

const STARTED = [WHOLE, LITE, OTHER, ZOD, "valibot + temporal-polyfill + libphonenumber-js/max"];

/**
 * Returns two groups of times: from the import until its functions can be called, and until the first event is checked. The
 * import parses and runs the scripts, and compiles and starts the module. Both come from the browser's cache.
 */
export async function inChromium({ rounds, other }) {
  const found = await pages(other);
  const names = STARTED.filter((name) => found[name]);
  const files = { "/": "<!doctype html><title>bench</title>" };
  for (const [at, { script, wasm, module }] of names.map((name) => found[name]).entries()) {
    files[`/${at}/page.js`] = script;
    if (wasm) files[`/${at}/${wasm}`] = module;
  }
  const both = await browsing((browser) => serving(files, (url) => turns(names, rounds, async (name) => {
    const folder = `/${names.indexOf(name)}/`;
    const downloads = Object.keys(files).filter((path) => path.startsWith(folder));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    const taken = await page.evaluate(inPage, [`${folder}page.js`, downloads, [inputs.zone, target, options]]);
    await context.close();
    return taken;
  })));
  const part = (which) => Object.fromEntries(names.map((name) => [name, both[name].map((taken) => taken[which])]));
  return [
    { what: "in Chromium, from the import until it is done", references: [ZOD], times: part("ready") },
    { what: "in Chromium, from the import until an event is checked", references: [ZOD], times: part("checked") },
  ];
}

async function inPage([script, downloads, args]) {
  for (const path of downloads) await (await fetch(path)).arrayBuffer();
  const from = performance.now();
  await import(script);
  const ready = performance.now() - from;
  globalThis.check(...args);
  return { ready, checked: performance.now() - from };
}
