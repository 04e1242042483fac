// The playground without a network, and its content security policy.

import { readdirSync, readFileSync } from "node:fs";
import { body, choose, expect, field, open, test } from "./support/playground.mjs";

const folder = new URL("../../www/", import.meta.url);
const script = readFileSync(new URL("sw.js", folder), "utf8");

test("the service worker caches exactly the files that the page needs", () => {
  const list = (name) => [...new RegExp(`const ${name} = \\[([\\s\\S]*?)\\]`).exec(script)[1].matchAll(/"([^"]+)"/g)].map((found) => found[1]).sort();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => `${one.parentPath ?? one.path}/${one.name}`.split("/www/")[1].replace(/^\//, ""));
  expect(list("PAGE")).toEqual([...files.filter((name) => !["index.html", "sw.js"].includes(name)), "./"].sort());
  const installed = new URL("../../pkg/", import.meta.url);
  const reached = new Set(["browser.js", "calendar.js", "card.js", "form.js"]);
  for (const name of reached) {
    const text = readFileSync(new URL(name, installed), "utf8");
    for (const [, other] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) reached.add(other);
  }
  expect(list("PACKAGE").filter((name) => !name.startsWith("locales/"))).toEqual([...reached, "waevent_bg.wasm"].sort());
});

test.describe("with its service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("the playground works offline after it was opened once", async ({ page, context }) => {
    await open(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // All languages are cached, not only the one that was used.
    await expect.poll(() => page.evaluate(async () => (await caches.open("waevent-playground")).match("languages/ar.js").then(Boolean))).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator("#status")).toHaveText("Ready.");
    await choose(page, "Wawp");
    expect((await body(page))["event.name"]).toBe("Consulta com a Dra. Helena");
    await field(page, "Language").selectOption("es");
    await expect(page.locator("#event-title")).toHaveText("Evento");
    await page.locator("#sample").click();
    await expect(page.locator("#downloads")).toBeVisible();
    await context.setOffline(false);
  });

  test("the page is cached once, whatever query it was opened with", async ({ page, context }) => {
    await open(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const kept = () => page.evaluate(async () => (await (await caches.open("waevent-playground")).keys()).map(({ url }) => url));
    await expect.poll(async () => (await kept()).some((url) => url.endsWith("languages/ar.js"))).toBe(true);
    const before = (await kept()).sort();
    for (const query of ["?utm_source=a", "?utm_source=b", "?fbclid=c"]) {
      await page.goto(`./${query}`);
      await expect(page.locator("#status")).toHaveText("Ready.");
    }
    await page.evaluate(() => fetch("languages/ar.js?v=1").then((answer) => answer.text()));
    expect((await kept()).sort()).toEqual(before);
    expect(before.filter((url) => url.includes("?"))).toEqual([]);
    await context.setOffline(true);
    await page.goto("./?utm_source=d");
    await expect(page.locator("#status")).toHaveText("Ready.");
    await context.setOffline(false);
  });
});

test("the server sends the page's policy, also for its workers, and forbids framing", async ({ request }) => {
  const page = readFileSync(new URL("index.html", folder), "utf8");
  const [, own] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page);
  for (const path of ["", "bulk/worker.js", "sw.js"]) {
    const sent = (await request.get(`./${path}`)).headers()["content-security-policy"];
    expect([path, sent]).toEqual([path, `${own}; frame-ancestors 'none'`]);
  }
  for (const word of ["default-src 'none'", "require-trusted-types-for 'script'", "form-action 'none'", "base-uri 'none'"]) expect(own).toContain(word);
  expect(own).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
});

test.describe("injection", () => {
  test.use({ mayFail: true });

  test("assigning HTML to the page throws", async ({ page }) => {
    await open(page);
    const outcome = await page.evaluate(() => {
      const element = document.createElement("div");
      try { element.innerHTML = "<b>x</b>"; return "set"; } catch (error) { return error.name; }
    });
    expect(outcome).toBe("TypeError");
  });
});
