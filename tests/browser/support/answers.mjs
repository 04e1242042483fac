// Compares what an entry point returns in a page with what the entry point for Node returns.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test as playwright } from "@playwright/test";
import { consumer, load } from "../../package/support/files.mjs";
import { everyAnswer } from "../../package/support/sample.mjs";
import { site } from "./site.mjs";
import { openWebKit } from "./webkit.mjs";

export { expect };
export const installed = join(consumer(), "node_modules", "waevent");
export const sampleFile = new URL("../../package/support/sample.mjs", import.meta.url).pathname;
export const expected = async () => everyAnswer(await load());

/** A script that imports an entry point as a module, calls everything, and leaves the results for `answers`. */
export const asking = (entryPoint, sample = "/sample.mjs") => `
  import * as entryPoint from ${JSON.stringify(entryPoint)};
  import { everyAnswer } from ${JSON.stringify(sample)};
  globalThis.answers = everyAnswer(entryPoint);`;

/** Playwright cannot drive a WebKit that it did not patch. */
const base = process.env.WAEVENT_BROWSER === "webkit" ? playwright.extend({ page: openWebKit }) : playwright;

/** Fails with the page's own errors: a script that stopped early leaves no results. */
export const test = base.extend({
  faults: async ({ page }, use) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(message.text()); });
    await use(faults);
  },

  /** Opens a page on its own site, and returns its results. */
  answers: async ({ page, faults }, use) => {
    const open = [];
    await use(async ({ pages, path = "/", ...rest }) => {
      const served = await site({ ...rest, pages: { "/sample.mjs": readFileSync(sampleFile), ...pages } });
      open.push(served);
      await page.goto(served.url + path);
      const done = await page.waitForFunction(() => globalThis.answers, undefined, { timeout: 600_000 }).catch(() => undefined);
      return { text: done ? await done.jsonValue() : undefined, faults: faults.filter((fault) => !fault.includes("favicon")), asked: served.asked };
    });
    for (const served of open) await served.close();
  },
});

/** A page with only this script. The icon stops the browser from requesting one. */
export const pageOf = (script, head = "") => `<!doctype html><html lang="en"><meta charset="utf-8"><title>waevent</title><link rel="icon" href="data:,">${head}${script}</html>`;
