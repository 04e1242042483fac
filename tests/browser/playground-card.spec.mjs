// The card as the guest sees it, with the texts that a visitor types.

import { lightness } from "./support/contrast.mjs";
import { body, booking, card as cardOf, choose, expect, field, open, test } from "./support/playground.mjs";

test("the card shows what the guest gets, in the viewer's zone", async ({ page }) => {
  await open(page);
  const card = cardOf(page);
  await expect(card.getByRole("heading")).toHaveText(booking.name);
  await expect(card.locator(".when")).toHaveText(/Tuesday, June 23, 2026\s*1:00\s*[–-]\s*2:00\sPM/u);
  await expect(card.locator(".place")).toContainText("Clínica Vila Nova");
  await expect(card.locator(".link p")).toHaveText(booking.joinLink);
  await expect(card.locator(".reminder")).toHaveText("Reminder 2 hours before");
  await expect(card.locator(".answers")).toHaveText("GoingMaybeCan’t go");
  await expect(card.locator("strong")).toHaveText("consulta de retorno");
  await expect(card.locator("em")).toHaveText("Chegue 10 minutos antes");

  await choose(page, "Wawp");
  await expect(card.locator(".row.link")).toHaveCount(0);
  await expect(card.locator(".reminder")).toHaveCount(0);
  await expect(card.locator(".description")).toContainText(booking.joinLink);
  await expect(card.locator(".place")).toHaveText("Clínica Vila Nova, Rua Harmonia, 123, São Paulo");

  await field(page, "Description").fill("2*3*4 ~old~ `x*y*` *one _two_*");
  await expect(card.locator("strong")).toHaveText("one two");
  await expect(card.locator("s")).toHaveText("old");
  await expect(card.locator("code")).toHaveText("x*y*");
  await expect(card.locator(".description")).toContainText("2*3*4 old x*y* one two");
});

test("what the visitor types is never read as HTML", async ({ page }) => {
  await open(page);
  const hostile = `<img src=x onerror="document.title='ran'">`;
  await field(page, "Name").fill(hostile);
  await field(page, "Description").fill(`*${hostile}*`);
  await field(page, "Place").fill(hostile);
  await expect(page.locator("#card h3")).toHaveText(hostile);
  expect((await body(page)).name).toBe(hostile);
  await expect(page.locator("img")).toHaveCount(0);
  await expect(page).toHaveTitle("waevent playground");
});

test("the card is shown in light and in dark colours, whatever the page's colours", async ({ page }) => {
  await open(page);
  for (const theme of ["light", "dark"]) {
    await field(page, "Colours").selectOption(theme);
    const [light, dark] = await page.locator(".card").evaluateAll((cards) => cards.map((one) => getComputedStyle(one).backgroundColor));
    expect([theme, lightness(light) > 0.5, lightness(dark) < 0.1]).toEqual([theme, true, true]);
  }
  const [one, other] = await page.locator(".card").evaluateAll((cards) => cards.map(({ innerText }) => innerText));
  expect(other).toBe(one);
  // The second card repeats the first, so screen readers read only one.
  await expect(page.getByRole("heading", { name: booking.name })).toHaveCount(1);
});
