// The playground in each language and both colour schemes: its texts, its direction, and what axe reports.

import { readdirSync, readFileSync } from "node:fs";
import { violations } from "./support/axe.mjs";
import { check, expect, field, open, test } from "./support/playground.mjs";

const folder = new URL("../../www/", import.meta.url);
const names = readdirSync(new URL("languages/", folder)).map((name) => name.replace(".js", ""));
const words = Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await import(new URL(`languages/${name}.js`, folder))).default])));

/** The target fields that are not secrets: each has a field on the page, labelled with its name. */
const pages = new URL("../../gateways/", import.meta.url);
const targets = readdirSync(pages).filter((name) => /^[a-z]+\.json$/.test(name)).map((name) => JSON.parse(readFileSync(new URL(name, pages), "utf8")).target);
const ofTargets = targets.flatMap((target) => Object.entries(target).filter(([, { is }]) => is !== "secret").map(([name]) => name));

/** The placeholders in a text, or in all plural forms of a text. */
const places = (text) => [...new Set(Object.values(typeof text === "string" ? [text] : text).join(" ").match(/\{\w+\}/g) ?? [])].sort();

test("every language has the same texts, with the same placeholders, in all its plural forms", () => {
  expect(names.sort()).toEqual(["ar", "en", "es", "pt-BR"]);
  for (const name of names) {
    expect([name, Object.keys(words[name])]).toEqual([name, Object.keys(words.en)]);
    const forms = new Intl.PluralRules(name).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of Object.entries(words[name])) {
      expect([name, key, places(text)]).toEqual([name, key, places(words.en[key])]);
      expect([name, key, typeof text]).toEqual([name, key, typeof words.en[key]]);
      if (typeof text !== "string") expect([name, key, Object.keys(text).sort()]).toEqual([name, key, forms]);
    }
  }
});

test("every text that the page uses exists, and no text is unused", () => {
  const sources = readdirSync(folder, { recursive: true }).map(String).filter((name) => /\.(js|html)$/.test(name) && !name.startsWith("languages"));
  const text = sources.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const asked = new Set([...text.matchAll(/data-(?:text|label)="(\w+)"|say(?:Nodes)?\("(\w+)"|"(\w+)"/g)].flatMap(([, ...found]) => found.filter(Boolean)).concat(ofTargets));
  expect(Object.keys(words.en).filter((key) => !asked.has(key))).toEqual([]);
  const needed = [...text.matchAll(/data-(?:text|label)="(\w+)"|say(?:Nodes)?\("(\w+)"/g)].map(([, one, other]) => one ?? other).concat(ofTargets);
  expect(needed.filter((key) => !Object.hasOwn(words.en, key))).toEqual([]);
});

/** The texts of WhatsApp's own buttons. */
const ANSWERS = { es: "IréQuizásNo iré", ar: "سأحضرربمالن أحضر" };

for (const [locale, name] of [["en-GB", "en"], ["pt-BR", "pt-BR"], ["pt-PT", "pt-BR"], ["es-MX", "es"], ["ar-EG", "ar"], ["fr-FR", "en"]]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the page uses the browser's language until another one is chosen", async ({ page }) => {
      await open(page);
      await expect(page.locator("html")).toHaveAttribute("lang", name);
      await expect(page.locator("html")).toHaveAttribute("dir", name === "ar" ? "rtl" : "ltr");
      await expect(page.locator("#event-title")).toHaveText(words[name].event);
      const other = name === "es" ? "ar" : "es";
      await page.locator("#language").selectOption(other);
      await expect(page.locator("#event-title")).toHaveText(words[other].event);
      await expect(page.locator("#card .answers")).toHaveText(ANSWERS[other]);
      await page.reload();
      await expect(page.locator("#event-title")).toHaveText(words[other].event);
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  for (const name of names) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ locale: name, colorScheme });

      test("axe finds no violation when the page is ready, with issues, and with a file", async ({ page }) => {
        test.slow();
        await open(page);
        expect(await violations(page)).toEqual([]);
        await page.locator("#sample").click();
        await expect(page.locator("#downloads")).toBeVisible();
        await page.locator("#more").locator("summary").click();
        await page.locator("#to").fill("call me");
        await page.locator("#end").fill("");
        await page.locator("#start").fill("2026-11-01T01:30");
        await page.locator("#timeZone").selectOption("America/New_York");
        await check(page);
        await expect(page.locator("#summary")).toBeFocused();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test.describe("ar", () => {
  test.use({ locale: "ar" });

  test("values inserted into a sentence cannot change its direction", async ({ page }) => {
    await open(page);
    await page.locator("#name").fill("");
    await page.locator("#to").fill("");
    await page.locator("#start").fill("");
    // "3 things to fix", with the number isolated.
    await expect(page.locator("#status")).toHaveText("\u20683\u2069 أمور للتصحيح.");
    await page.locator("#show-example").click();
    await expect(page.locator("#card-note")).toContainText("\u2068America/New_York\u2069");
  });

  test("code and requests stay left to right", async ({ page }) => {
    await open(page);
    await page.getByText(words.ar.callInCode).click();
    for (const id of ["url", "headers", "body", "call"]) {
      expect([id, await page.locator(`#${id}`).evaluate((one) => getComputedStyle(one).direction)]).toEqual([id, "ltr"]);
    }
    for (const width of [320, 800, 1500]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)]).toEqual([width, false]);
    }
  });
});

test("the colours follow the system until the visitor chooses, and the choice is kept", async ({ page }) => {
  const background = () => page.locator("body").evaluate((one) => getComputedStyle(one).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background();
  expect(dark).not.toBe(light);
  await field(page, "Colours").selectOption("light");
  expect(await background()).toBe(light);
  await page.reload();
  expect(await background()).toBe(light);
  await page.emulateMedia({ colorScheme: "light" });
  await field(page, "Colours").selectOption("dark");
  expect(await background()).toBe(dark);
});
