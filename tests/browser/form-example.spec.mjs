// Fills in the example form for guests with one thumb.
import { readFileSync } from "node:fs";
import { devices } from "@playwright/test";
import { expect, installed, test as base } from "./support/answers.mjs";
import { violations } from "./support/axe.mjs";
import { site } from "./support/site.mjs";

const { defaultBrowserType, ...pixel } = devices["Pixel 7"];
const test = base.extend({
  open: async ({ page, faults }, use) => {
    const html = readFileSync(new URL("../../examples/form.html", import.meta.url), "utf8");
    const served = await site({ folders: { "/pkg/": installed }, pages: { "/examples/form.html": html } });
    await page.clock.setFixedTime("2027-01-04T12:00:00Z");
    await use(async () => {
      await page.goto(`${served.url}/examples/form.html`);
      await page.locator(".waevent-summary").waitFor({ state: "attached" });
    });
    expect(faults).toEqual([]);
    // The page preloads the module.
    expect(served.asked.filter((path) => path.endsWith(".wasm"))).toEqual(["/pkg/waevent_bg.wasm"]);
    await served.close();
  },
});
test.use({ ...pixel, locale: "en-US" });

const book = (page) => page.getByRole("button", { name: "Book" }).tap();

test("a thumb alone books at the first tap on the button", async ({ page, open }) => {
  await open();
  await page.getByLabel("Your name").tap();
  await page.keyboard.type("Ana");
  // The lists of countries and hours and the calendar are system windows, which tests cannot tap.
  await page.getByLabel("Country").selectOption("BR");
  await expect(page.getByLabel("WhatsApp number")).toHaveAttribute("placeholder", "(11) 96123-4567");
  await page.getByLabel("Day").fill("2027-03-01");
  await page.getByLabel("Time").selectOption("10:30");
  await page.getByLabel("One hour").tap();
  await page.getByLabel("WhatsApp number").tap();
  await page.keyboard.type("11999999999");
  await book(page);
  await expect(page.locator("#sent")).toHaveText(/{/);
  expect(JSON.parse(await page.locator("#sent").textContent())).toMatchObject({
    number: "5511999999999", name: "Haircut: Ana", startAt: "2027-03-01T10:30:00-05:00", endAt: "2027-03-01T11:30:00-05:00",
  });
  await expect(page.getByLabel("WhatsApp number")).toHaveValue("(11) 99999-9999");
  await expect(page.locator(".waevent-issue")).toHaveCount(0);
});

test("issues name the fields as the form does, and axe finds no violation", async ({ page, open }) => {
  await open();
  await book(page);
  await expect(page.locator(".waevent-summary")).toBeFocused();
  await expect(page.locator(".waevent-summary li")).toHaveText([/^Your name: /, /"WhatsApp number"/, /"When"/]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: /When/ }).tap();
  await expect(page.getByLabel("Day")).toBeFocused();
});
