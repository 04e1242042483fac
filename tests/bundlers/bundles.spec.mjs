// Bundled code runs in a browser and returns the same as the entry point for Node.
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { importMetaAssets } from "@web/rollup-plugin-import-meta-assets";
import { asking, expect, expected, installed, pageOf, test } from "../browser/support/answers.mjs";
import { documents, needs } from "../package/support/documents.mjs";
import { consumer, load } from "../package/support/files.mjs";
import { blocks } from "../package/support/snippets.mjs";
import { bundled } from "./support/bundle.mjs";
import { served } from "./support/next.mjs";

const files = (folder) => readdirSync(folder, { recursive: true }).map(String);
const modules = (folder) => files(folder).filter((name) => name.endsWith(".wasm"));
const script = (entryPoint) => asking(entryPoint, "./sample.mjs");

/** The settings that the guide gives for a bundler: one for the main entry point and one for the inline one. */
const [next, rollup, esbuild] = ["Next.js", "Rollup", "esbuild"].map(needs);
const asSettings = (line = "") => Function("nodeResolve", "importMetaAssets", `return { ${line} };`)(nodeResolve, importMetaAssets);

/** Runs a `cp` line of the guide, in the folder where the package is installed. */
function copy(line, out) {
  const [, from, to] = /^cp (\S+) dist\/(\S*)$/.exec(line);
  copyFileSync(join(consumer(), from), join(out, to, basename(from)));
}

const nothing = [{}, {}];
const NEEDS = { vite: nothing, webpack: nothing, rspack: nothing, parcel: nothing, rollup: rollup.map(asSettings), esbuild: nothing };

for (const [bundler, [settings, inlineSettings]] of Object.entries(NEEDS)) {
  test(`the main entry point, bundled by ${bundler}: the module is a separate file and is fetched once`, async ({ answers }) => {
    await bundled(bundler, script("waevent"), async (out) => {
      if (bundler === "esbuild") copy(esbuild[0], out);
      const made = modules(out);
      expect(made).toHaveLength(1);
      const { text, faults, asked } = await answers({ folders: { "/": out }, path: "/index.html" });
      expect(faults).toEqual([]);
      expect(text).toBe(await expected());
      expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual([`/${made[0]}`]);
      // The scripts contain neither the module's bytes nor the entry point of another host.
      const scripts = files(out).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(out, name), "utf8")).join("");
      expect(scripts.length).toBeLessThan(100_000);
      expect(scripts).not.toMatch(/readFileSync|node:fs/);
    }, settings);
  });

  test(`the inline entry point, bundled by ${bundler}: the script contains everything`, async ({ answers }) => {
    await bundled(bundler, script("waevent/inline"), async (out) => {
      expect(modules(out)).toEqual([]);
      const { text, faults, asked } = await answers({ folders: { "/": out }, path: "/index.html" });
      expect(faults).toEqual([]);
      expect(text).toBe(await expected());
      expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual([]);
    }, inlineSettings);
  });
}

for (const [bundler, [settings]] of Object.entries(NEEDS)) {
  test(`waevent/lite, bundled by ${bundler}: its module is a separate file, and the only one`, async ({ answers }) => {
    const start = (entry) => `import { buildRequest } from "${entry}";
      const input = { to: "+5511999999999", name: "A", start: "2037-01-01T00:00:00Z" };
      globalThis.answers = JSON.stringify(buildRequest(input, { gateway: "ryzeapi", instance: "a" }));`;
    await bundled(bundler, start("waevent/lite"), async (out) => {
      if (bundler === "esbuild") copy(esbuild[0].replace("waevent_bg", "waevent_lite"), out);
      const made = modules(out);
      expect(made).toHaveLength(1);
      expect(readFileSync(join(out, made[0]))).toEqual(readFileSync(join(installed, "waevent_lite.wasm")));
      const { text, faults, asked } = await answers({ folders: { "/": out }, path: "/index.html" });
      expect(faults).toEqual([]);
      expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual([`/${made[0]}`]);
      const { buildRequest } = await load();
      const input = { to: "+5511999999999", name: "A", start: "2037-01-01T00:00:00Z" };
      expect(text).toBe(JSON.stringify(buildRequest(input, { gateway: "ryzeapi", instance: "a" })));
    }, settings);
  });
}

for (const [bundler, [, settings]] of Object.entries(NEEDS)) {
  test(`waevent/form, bundled by ${bundler} with an entry point: both share one module`, async ({ answers, page }) => {
    const form = `import "waevent/inline"; import { bindForm } from "waevent/form";
      document.body.innerHTML = '<form><input name="to" aria-label="To"><button>Send</button></form>';
      bindForm(document.querySelector("form"), { country: "US" });
      globalThis.answers = "ready";`;
    await bundled(bundler, form, async (out) => {
      const { faults } = await answers({ folders: { "/": out }, path: "/index.html" });
      await page.getByLabel("To").fill("call me");
      await page.getByLabel("To").blur();
      await expect(page.locator(".waevent-issue")).toHaveText("Remove the letters: a phone number has digits only.");
      expect(faults).toEqual([]);
    }, settings);
  });
}

for (const [entryPoint, settings] of [["waevent", asSettings(next[0])], ["waevent/inline", asSettings(next[1])]]) {
  test(`${entryPoint} in Next.js: works in a page on the server and in the browser, and in a route handler`, async ({ page, faults }) => {
    test.setTimeout(1_800_000);
    await served(entryPoint, settings, async (url) => {
      const modulesAsked = [];
      page.on("request", (request) => { if (request.url().endsWith(".wasm")) modulesAsked.push(request.url()); });
      const response = await page.goto(url);
      // 28 April 2031, 17:00 UTC.
      expect(await response.text()).toContain("<p>1935162000</p>");
      const answers = await page.waitForFunction(() => globalThis.answers);
      expect(faults).toEqual([]);
      expect(await answers.jsonValue()).toBe(await expected());
      expect(modulesAsked).toHaveLength(entryPoint === "waevent" ? 1 : 0);
      expect(await (await fetch(`${url}/answers`)).text()).toBe(await expected());
    });
  });
}

test("the guide's page in Next.js preloads the module, and fetches it once", async ({ page, faults }) => {
  test.setTimeout(1_800_000);
  const [{ code }] = blocks(documents["docs/guide/loading.md"], ["jsx"]);
  await served("waevent", asSettings(next[0]), async (url) => {
    const modulesAsked = [];
    page.on("request", (request) => { if (request.url().endsWith(".wasm")) modulesAsked.push(request.url()); });
    const response = await page.goto(url);
    expect(await response.text()).toMatch(/<link rel="preload" href="[^"]+\.wasm" as="fetch"/);
    await expect(page.getByText("Ready")).toBeVisible();
    expect(modulesAsked).toHaveLength(1);
    expect(faults).toEqual([]);
  }, { "app/page.jsx": code });
});

test("the inline entry point works as a classic script, bundled by esbuild", async ({ answers }) => {
  await bundled("esbuild", script("waevent/inline"), async (out) => {
    const { text, faults } = await answers({ folders: { "/": out }, pages: { "/": pageOf('<script src="/main.js"></script>') } });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
  }, { format: "iife" });
});

test("the slim entry point works with esbuild's file loader for the module", async ({ answers }) => {
  const start = `import * as all from "waevent/slim"; import address from "waevent/waevent_bg.wasm"; import { everyAnswer } from "./sample.mjs";
    const { init, initSync, ...entryPoint } = all;
    init(new URL(address, import.meta.url)).then(() => { globalThis.answers = everyAnswer(entryPoint); });`;
  await bundled("esbuild", start, async (out) => {
    const { text, faults } = await answers({ folders: { "/": out }, path: "/index.html" });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
  }, { loader: { ".wasm": "file" } });
});

test("a bundle that uses only the facts about gateways contains nothing else", async () => {
  await bundled("esbuild", 'import { gateways } from "waevent/slim"; console.log(gateways.length);', async (out) => {
    const main = readFileSync(join(out, "main.js"), "utf8");
    expect(main).toContain("ryzeapi");
    expect(main.length).toBeLessThan(6000);
  });
});
