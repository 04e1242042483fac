// Vite 5 to 8: a page with the package works in development, where Vite pre-bundles dependencies, and after a build.
import { expect, expected, test } from "../browser/support/answers.mjs";
import { needs } from "../package/support/documents.mjs";
import { project } from "./support/project.mjs";
import { built, developed, vite } from "./support/vite.mjs";

/** The settings that the guide gives for each version, for the main entry point and for the inline one. */
const settings = (row) => needs(row).map((line = "") => Function(`return { ${line} };`)());
const OLD = settings("Vite 5 and 6");
const NEW = settings("Vite 7 and 8");
const VERSIONS = [[5, OLD], [6, OLD], [7, NEW], [8, NEW]];

const files = (entryPoint, folder = "") => ({
  [`${folder}index.html`]: '<!doctype html><title>waevent</title><link rel="icon" href="data:,"><script type="module" src="./entry.mjs"></script>',
  [`${folder}entry.mjs`]: `import * as entryPoint from "${entryPoint}";
    import { bindForm } from "waevent/form";
    import { everyAnswer } from "${folder && "."}./sample.mjs";
    document.body.innerHTML = '<form><input name="to" aria-label="To"><button>Send</button></form>';
    bindForm(document.querySelector("form"), { country: "US" });
    globalThis.answers = everyAnswer(entryPoint);`,
  [`${folder}server.mjs`]: `import * as entryPoint from "${entryPoint}"; import { everyAnswer } from "${folder && "."}./sample.mjs"; export const answers = everyAnswer(entryPoint);`,
});

/** The entry point works, and so does the form, which shares its module. */
async function answersIn(page, faults) {
  const answers = await page.waitForFunction(() => globalThis.answers, undefined, { timeout: 600_000 }).catch(() => undefined);
  expect(faults).toEqual([]);
  expect(await answers?.jsonValue()).toBe(await expected());
  await page.getByLabel("To").fill("call me");
  await page.getByLabel("To").blur();
  await expect(page.locator(".waevent-issue")).toHaveText("Remove the letters: a phone number has digits only.");
}

/** The content types with which modules were served. */
const modulesOf = (page) => {
  const types = [];
  page.on("response", (response) => { if (response.url().includes(".wasm")) types.push(response.headers()["content-type"]); });
  return types;
};

for (const [major, entryPoints] of VERSIONS) {
  for (const [at, entryPoint] of ["waevent", "waevent/inline"].entries()) {
    const modules = entryPoint === "waevent" ? ["application/wasm"] : [];

    test(`${entryPoint} works in development with Vite ${major}, in the page and on its server`, async ({ page, faults }) => {
      await project(files(entryPoint), async (folder) => {
        await developed(await vite(major), folder, entryPoints[at], async (url, server) => {
          const asked = modulesOf(page);
          await page.goto(url);
          await answersIn(page, faults);
          expect(asked).toEqual(modules);
          expect((await server.ssrLoadModule("/server.mjs")).answers).toBe(await expected());
        });
      });
    });

    test(`${entryPoint} works when built with Vite ${major}`, async ({ page, faults, answers }) => {
      await project(files(entryPoint), async (folder) => {
        const asked = modulesOf(page);
        await answers({ folders: { "/": await built(await vite(major), folder, entryPoints[at]) }, path: "/index.html" });
        await answersIn(page, faults);
        expect(asked).toEqual(modules);
      });
    });
  }
}

/** In a workspace, packages are installed in the folder above. */
const workspace = (use) => project({ ...files("waevent", "app/"), "package.json": '{ "workspaces": ["app"] }', "app/package.json": '{ "name": "app" }' }, (folder) => use(`${folder}/app`));

for (const [major, [setting]] of VERSIONS.filter(([major]) => major !== 7)) {
  test(`the package works in a workspace in development with Vite ${major}`, async ({ page, faults }) => {
    await workspace(async (folder) => developed(await vite(major), folder, setting, async (url) => {
      await page.goto(url);
      await answersIn(page, faults);
    }));
  });
}

test("the setting that the error names fixes a workspace in development with Vite 7", async ({ page, faults }) => {
  await workspace(async (folder) => {
    await developed(await vite(7), folder, {}, async (url) => {
      await page.goto(url);
      await expect.poll(() => faults.join()).toContain("(in Vite set optimizeDeps.exclude to [\"waevent\"])");
    });
    faults.length = 0;
    await developed(await vite(7), folder, { optimizeDeps: { exclude: ["waevent"] } }, async (url) => {
      await page.goto(url);
      await answersIn(page, faults);
    });
  });
});
