// The link that contains the form's values, none of which reaches a server.

import { body, booking, choose, expect, field, open, test } from "./support/playground.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a copied link restores the form where it is opened, and sends none of its values to the server", async ({ page, context, baseURL }) => {
  await open(page);
  await choose(page, "Wappfy");
  await field(page, "Session").fill("front-desk");
  await field(page, "Contract").selectOption("reference");
  await field(page, "Name").fill("Müller & Söhne: 100 % #1 = \"gut\" 🎉");
  await field(page, "Country").selectOption("BR");
  await field(page, "Recipient").fill("(51) 98020-1045");
  await page.getByText("More fields").click();
  await field(page, "It is a scheduled call").check();
  const shown = await body(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.locator("#shared")).toContainText("Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(page.url()).toBe(link);
  expect(link.startsWith(`${baseURL}#`)).toBe(true);

  const other = await context.newPage();
  await other.clock.setFixedTime("2026-06-10T12:00:00Z");
  const asked = [];
  other.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`));
  await other.goto(link);
  await expect(other.locator("#url")).toHaveText("https://api.wappfy.com.br/api/front-desk/events");
  expect(await body(other)).toEqual(shown);
  await expect(other.locator("#country")).toHaveValue("BR");
  await expect(other.locator("#scheduledCall")).toBeChecked();
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((one) => /98020|ller/.test(one))).toEqual([]);
  await other.close();
});

test("a new link in an open page changes the form, but a link to a place in the page does not", async ({ page }) => {
  await open(page);
  await page.evaluate(() => { location.hash = "name=Other&to=%2B5511999999999"; });
  await expect(field(page, "Name")).toHaveValue("Other");
  await expect(field(page, "Description")).toHaveValue("");
  await page.evaluate(() => { location.hash = "wire"; });
  await expect(field(page, "Name")).toHaveValue("Other");
});

test("values in a link are never read as HTML, and unknown names and values are ignored", async ({ page }) => {
  await open(page, "#name=%3Cimg%20src%3Dx%3E&gateway=none&constructor=1&__proto__=2&extraGuestsAllowed=maybe");
  await expect(field(page, "Name")).toHaveValue("<img src=x>");
  await expect(page.locator("img")).toHaveCount(0);
  await expect(page.locator("#gateways").getByRole("radio").first()).toBeChecked();
  await expect(field(page, "Guests may bring others")).not.toBeChecked();
});

test("a link without values shows the example", async ({ page }) => {
  await open(page, "#wire");
  await expect(field(page, "Name")).toHaveValue(booking.name);
});
