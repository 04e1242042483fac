// What bundlers make of the package runs in a browser, and answers as the door for Node does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asking, expect, expected, pageOf, sampleFile, test } from "./support/answers.mjs";
import { bundled } from "./support/bundle.mjs";

const ownPage = { "/": pageOf('<script type="module" src="/main.js"></script>') };
const files = (folder) => readdirSync(folder, { recursive: true }).map(String);

test("the main door, bundled by Vite: the module is a file beside the scripts, fetched once", async ({ answers }) => {
  await bundled("vite", asking("waevent", sampleFile), async (out) => {
    const made = files(out).filter((name) => name.endsWith(".wasm"));
    expect(made).toHaveLength(1);
    const { text, faults, asked } = await answers({ folders: { "/": out }, path: "/index.html" });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
    expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual([`/${made[0]}`]);
    // Neither the bytes a second time, nor a door of another host.
    const scripts = files(out).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(out, name), "utf8")).join("");
    expect(scripts.length).toBeLessThan(100_000);
    expect(scripts).not.toMatch(/readFileSync|node:fs/);
  });
});

for (const bundler of ["vite", "esbuild", "rollup"]) {
  test(`the inline door, bundled by ${bundler}: one script is all`, async ({ answers }) => {
    await bundled(bundler, asking("waevent/inline", sampleFile), async (out) => {
      expect(files(out).filter((name) => name.endsWith(".wasm"))).toEqual([]);
      const given = bundler === "vite" ? { path: "/index.html" } : { pages: ownPage };
      const { text, faults, asked } = await answers({ folders: { "/": out }, ...given });
      expect(faults).toEqual([]);
      expect(text).toBe(await expected());
      expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual([]);
    });
  });
}

test("the inline door as a classic script, bundled by esbuild", async ({ answers }) => {
  await bundled("esbuild", asking("waevent/inline", sampleFile), async (out) => {
    const { text, faults } = await answers({ folders: { "/": out }, pages: { "/": pageOf('<script src="/main.js"></script>') } });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
  }, { format: "iife" });
});

test("the slim door with the module as a file of esbuild", async ({ answers }) => {
  const script = `import * as all from "waevent/slim"; import address from "waevent/waevent_bg.wasm"; import { everyAnswer } from ${JSON.stringify(sampleFile)};
    const { init, initSync, ...door } = all;
    init(new URL(address, import.meta.url)).then(() => { globalThis.answers = everyAnswer(door); });`;
  await bundled("esbuild", script, async (out) => {
    const { text, faults } = await answers({ folders: { "/": out }, pages: ownPage });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
  }, { loader: { ".wasm": "file" } });
});

test("a script that uses the facts alone leaves the rest out", async () => {
  await bundled("esbuild", 'import { gateways } from "waevent/slim"; console.log(gateways.length);', async (out) => {
    const script = readFileSync(join(out, "main.js"), "utf8");
    expect(script).toContain("ryzeapi");
    expect(script.length).toBeLessThan(6000);
  });
});
