// `waevent/lite` in a browser: every case that it supports gives the same result as with the whole module, and a form
// works beside it.
import { dirname, join } from "node:path";
import { everyCase, tests } from "../package/support/files.mjs";
import { LITE_KINDS } from "../package/support/record.mjs";
import { expect, installed, pageOf, test } from "./support/answers.mjs";
import { site } from "./support/site.mjs";

const cases = everyCase().filter(([kind]) => LITE_KINDS.includes(kind));
const folders = { "/installed/": dirname(installed), "/cases/": join(tests, "cases"), "/support/": join(tests, "package/support") };

/** What an entry point returns for every case, in its own page. */
const answersOf = (page, entry) => page.evaluate(async ([entry, all]) => {
  const waevent = await import(`/installed/waevent/${entry}`);
  const { recorded } = await import("/support/record.mjs");
  const fetched = new Map();
  const get = async (name) => (await fetch(`/cases/${name}.json`)).json();
  await Promise.all(all.map(async ([, name]) => fetched.set(name, await get(name))));
  return all.map(([kind, name]) => recorded(waevent, kind, fetched.get(name), (event) => fetched.get(`events/${event}`)));
}, [entry, cases]);

test("every case that waevent/lite supports gives the same result as with waevent", async ({ page }) => {
  test.setTimeout(900_000);
  const { url, asked, close } = await site({ folders, pages: { "/": pageOf("") } });
  await page.goto(url);
  const lite = await answersOf(page, "lite.js");
  expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual(["/installed/waevent/waevent_lite.wasm"]);
  await page.goto(url);
  const whole = await answersOf(page, "browser.js");
  await close();
  expect(lite.flatMap(({ faults }) => faults)).toEqual([]);
  for (const [at, [, name]] of cases.entries()) expect(lite[at], name).toEqual(whole[at]);
});

test("a form works beside waevent/lite, which also reports the mistakes of the page's author", async ({ page }) => {
  const { url, asked, close } = await site({ folders, pages: { "/": pageOf(`
    <form><label>To <input name="to"></label><label>Title <input name="name"></label><button>Send</button></form>
    <script type="module">
      import "/installed/waevent/lite.js";
      import { bindForm } from "/installed/waevent/form.js";
      const [form] = document.forms;
      const told = (options) => { try { bindForm(form, options); } catch (error) { return error.name; } };
      globalThis.told = [told({ country: "XX" }), told({ target: { gateway: "ryzeapi" } })];
      bindForm(form, { country: "US" });
    </script>`) } });
  await page.goto(url);
  await page.waitForFunction(() => globalThis.told);
  expect(await page.evaluate(() => globalThis.told)).toEqual(["TargetError", "TargetError"]);
  await page.getByLabel("To").fill("call me");
  await page.getByLabel("To").blur();
  await expect(page.locator(".waevent-issue").first()).toHaveText("Remove the letters: a phone number has digits only.");
  expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual(["/installed/waevent/waevent_lite.wasm"]);
  await close();
});
