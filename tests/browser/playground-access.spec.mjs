// Whether everyone can use the playground: by keyboard, on a small screen, in both colour schemes; and what it shows if
// the package cannot be loaded.

import { contrast, lightness } from "./support/contrast.mjs";
import { body, check, choose, expect, field, open, test } from "./support/playground.mjs";

test("the playground can be used by keyboard alone", async ({ page }) => {
  await open(page);
  for (const name of ["language", "theme"]) {
    await page.keyboard.press("Tab");
    await expect(page.locator(`#${name}`)).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "RyzeAPI" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#url")).toHaveText("https://api.wappfy.com.br/api/clinic/events");

  await field(page, "Name").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator("#issues a:focus").count()) break;
  }
  await expect(page.locator("#issues a")).toBeFocused();
  await expect(page.locator("#issues a")).toHaveCSS("outline-style", "solid");
  await page.keyboard.press("Enter");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("Retorno");
  await expect(page.locator("#request")).toBeVisible();
  expect((await body(page)).event.name).toBe("Retorno");
});

test("a booking is entered, checked and copied by keyboard alone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  /** Presses Tab until this element has the focus. */
  const tabTo = async (selector) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if (await page.locator(`${selector}:focus`).count()) return;
    }
    throw new Error(`Tab did not reach ${selector}`);
  };
  await tabTo("#clear");
  await page.keyboard.press("Enter");
  await tabTo("#to");
  await page.keyboard.type("(212) 555-0123");
  await tabTo("#country");
  await page.keyboard.type("United States");
  await tabTo("#name");
  await page.keyboard.type("Haircut");
  await tabTo("#start");
  // After four digits, the year is complete and the hour gets the focus.
  await page.keyboard.type("070120260930AM");
  await tabTo("#timeZone");
  await page.keyboard.type("New York");
  await tabTo("#durationMinutes");
  await page.keyboard.type("45");
  await page.keyboard.press("Enter");
  await expect(page.locator("#wire")).toBeFocused();
  expect(await body(page)).toMatchObject({ number: "12125550123", name: "Haircut", startAt: "2026-07-01T09:30:00-04:00", endAt: "2026-07-01T10:15:00-04:00" });
  await tabTo("[data-copy=curl]");
  await page.keyboard.press("Space");
  await expect(page.locator("#copied")).toHaveText("Copied as curl.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Haircut");
  await tabTo("#sample");
  await page.keyboard.press("Enter");
  await expect(page.locator("#downloads")).toBeVisible();
  await tabTo("#download-faults");
});

test("no field asks for a secret", async ({ page }) => {
  await open(page);
  const names = await page.locator("input, select, textarea").evaluateAll((controls) =>
    controls.flatMap((one) => [one.type, one.id, one.name]),
  );
  expect(names).toContain("wappfy-session"); // the fields of hidden gateways are checked too
  expect(names.filter((name) => /token|secret|password|apikey/i.test(name))).toEqual([]);
});

test("nothing is wider than the screen", async ({ page }) => {
  await open(page);
  await choose(page, "Wawp");
  await page.getByText("More fields").click();
  await page.getByText("The call in your code").click();
  await field(page, "Name").fill("x".repeat(150));
  await field(page, "Description").fill("y".repeat(900));
  for (const width of [320, 375, 768, 1024, 1344, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => {
      const wide = document.documentElement.clientWidth;
      return [...document.querySelectorAll("body *")]
        .filter((one) => one.checkVisibility() && !one.closest(".link, .unseen, option, symbol"))
        .filter((one) => one.getBoundingClientRect().right > wide + 1)
        .map((one) => `${one.tagName} ${one.id}`);
    });
    expect([width, ...over]).toEqual([width]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect([width, scrolls]).toEqual([width, false]);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("all text has enough contrast", async ({ page }) => {
      await open(page);
      await choose(page, "Wappfy");
      await check(page);
      const background = await page.locator("body").evaluate((one) => getComputedStyle(one).backgroundColor);
      expect(lightness(background) > 0.5).toBe(colorScheme === "light");
      const ready = ["#url", "#headers dt", "pre .key", "pre .text", "pre .value", "mark", "button", "h2", ".hint"];
      for (const selector of [...ready, ".waevent-warning", "#warnings a", ".answers li", ".when p", "#card-dark .answers li", "#card-dark .when p", "#all .verdict", ".button", ".primary"]) {
        expect([selector, (await contrast(page, selector)) >= 4.5]).toEqual([selector, true]);
      }
      await field(page, "Recipient").fill("call me");
      await check(page);
      for (const selector of [".waevent-issue", ".waevent-summary a", "#issues a", "#issues bdi"]) {
        expect([selector, (await contrast(page, selector)) >= 4.5]).toEqual([selector, true]);
      }
    });
  });
}

test.describe("if the package cannot be loaded", () => {
  test.use({ mayFail: true });

  test("the page reports it", async ({ page }) => {
    await page.route("**/pkg/*.wasm", (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("could not be loaded");
    await expect(page.locator("main")).toBeHidden();
  });
});
