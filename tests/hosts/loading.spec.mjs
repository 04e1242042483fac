// The code of the guide's page on loading: an app is drawn while the module is still loading, and the module is fetched
// once.
import { expect, test } from "../browser/support/answers.mjs";
import { documents, needs } from "../package/support/documents.mjs";
import { blocks } from "../package/support/snippets.mjs";
import { project } from "./support/project.mjs";
import { built, developed, vite } from "./support/vite.mjs";

const guide = documents["docs/guide/loading.md"];
const [{ code: script }] = blocks(guide, ["js"]);
const [{ code: link }] = blocks(guide, ["html"]);
const [, address] = /^\| Vite \| `(\S+)` in `index\.html`/m.exec(guide);

/** An app that draws itself, followed by the guide's code. */
const FILES = {
  "index.html": `<!doctype html><title>waevent</title><link rel="icon" href="data:,">${link.replace(/href="[^"]+"/, `href="${address}"`)}<body><script type="module" src="./entry.mjs"></script>`,
  "entry.mjs": `document.body.append("drawn");\n${script}\nglobalThis.answers = String(parseRecipient("+55 (11) 99999-9999").ok);`,
};

/** The server delays the module until the app is drawn, so an app that waits for the module would never be drawn. */
async function held(page) {
  const asked = [];
  page.on("request", (request) => { if (request.url().endsWith(".wasm")) asked.push(request.url()); });
  await page.route("**/*.wasm", async (route) => {
    await expect(page.getByText("drawn")).toBeVisible();
    await route.continue();
  });
  return asked;
}

const onceIn = async (page, faults, asked) => {
  expect(await (await page.waitForFunction(() => globalThis.answers)).jsonValue()).toBe("true");
  expect(asked).toHaveLength(1);
  expect(faults).toEqual([]);
};

for (const [major, row] of [[5, "Vite 5 and 6"], [6, "Vite 5 and 6"], [7, "Vite 7 and 8"], [8, "Vite 7 and 8"]]) {
  const settings = Function(`return { ${needs(row)[0] ?? ""} };`)();

  test(`an app developed with Vite ${major} is drawn first, and its module is fetched once`, async ({ page, faults }) => {
    const asked = await held(page);
    await project(FILES, async (folder) => developed(await vite(major), folder, settings, async (url) => {
      await page.goto(url);
      await onceIn(page, faults, asked);
    }));
  });

  test(`an app built with Vite ${major} is drawn first, and its module is fetched once`, async ({ page, faults, answers }) => {
    const asked = await held(page);
    await project(FILES, async (folder) => {
      await answers({ folders: { "/": await built(await vite(major), folder, settings) }, path: "/index.html" });
      await onceIn(page, faults, asked);
    });
  });
}
