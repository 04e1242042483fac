// How the playground shows issues: at the field, in the summary, and not during typing.

import { beside, body, check, choose, codes, expect, field, open, test } from "./support/playground.mjs";

test("a faulty number is reported at its field until it is corrected", async ({ page }) => {
  await open(page);
  const to = field(page, "Recipient");
  await to.fill("call me");
  await expect(page.locator("#request")).toBeHidden();
  await to.blur();
  await expect(to).toHaveAttribute("aria-invalid", "true");
  await expect(to).toHaveAttribute("aria-describedby", /^to-hint \S+$/);
  await expect(beside(page, "to", "issue")).toHaveAttribute("data-code", "phone_letters");
  expect(await codes(page.locator("#issues"))).toEqual(["phone_letters"]);
  await expect(page.locator("#status")).toHaveText("1 thing to fix.");

  await to.fill("+44 7911 123456");
  await to.blur();
  await expect(beside(page, "to", "issue")).toHaveCount(0);
  await expect(to).not.toHaveAttribute("aria-invalid");
  await expect(to).toHaveAttribute("aria-describedby", "to-hint");
  await expect(page.locator("#issues")).toBeHidden();
  expect((await body(page)).number).toBe("447911123456");
});

test("a field shows no issue during typing, and shows it once it is left", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Empty" }).click();
  expect(await codes(page.locator("#issues"))).toEqual(["required", "required", "required"]);
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);

  await field(page, "Recipient").pressSequentially("call", { delay: 20 });
  await expect(page.locator("#issues li").first()).toHaveAttribute("data-code", "phone_letters");
  await expect(beside(page, "to", "issue")).toHaveCount(0);
  await field(page, "Recipient").blur();
  await expect(beside(page, "to", "issue")).toHaveCount(1);
  await expect(field(page, "Name")).not.toHaveAttribute("aria-invalid");
});

test("checking moves the focus to the summary, or to the request", async ({ page }) => {
  await open(page);
  await field(page, "Name").fill("");
  await check(page);
  await expect(page.locator("#summary")).toBeFocused();
  await page.locator("#summary").getByRole("link", { name: /"Name"/ }).click();
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("Retorno");
  await page.keyboard.press("Enter");
  await expect(page.locator("#summary")).toBeHidden();
  await expect(page.locator("#wire")).toBeFocused();
});

test("a national number is accepted with its country", async ({ page }) => {
  await open(page);
  await field(page, "Recipient").fill("(51) 98020-1045");
  expect(await codes(page.locator("#issues"))).toEqual(["phone_country_missing"]);
  await field(page, "Country").selectOption("BR");
  expect((await body(page)).number).toBe("5551980201045");
});

test("one of two ambiguous times is chosen, and the request contains it", async ({ page }) => {
  await open(page);
  await field(page, "End").fill("");
  await field(page, "Time zone of both").selectOption("America/New_York");
  await field(page, "Start").fill("2026-11-01T01:30");
  await field(page, "Start").blur();
  expect(await codes(page.locator("#issues"))).toEqual(["time_ambiguous"]);
  await page.getByRole("radiogroup", { name: "Start" }).getByText("UTC-05:00").click();
  expect((await body(page)).startAt).toBe("2026-11-01T01:30:00-05:00");
  await expect(beside(page, "start", "issue")).toHaveCount(0);
});

test("an issue of the target is reported at the target's field", async ({ page }) => {
  await open(page);
  await field(page, "Instance").fill("../admin");
  await field(page, "Instance").blur();
  await expect(beside(page, "ryzeapi-instance", "issue")).toHaveAttribute("data-code", "target_segment");
  await choose(page, "Wawp");
  await expect(page.locator("#status")).toHaveText(/^Ready\./);
  const address = page.getByRole("textbox", { name: "Base URL" }); // the visible gateway's
  await address.fill("http://wawp.example");
  await address.blur();
  await expect(beside(page, "wawp-baseUrl", "issue")).toHaveAttribute("data-code", "target_base_url");
});

test("an end before the start is reported at the end, even if the start was changed", async ({ page }) => {
  await open(page);
  await field(page, "End").focus();
  await field(page, "Start").fill("2026-06-23T16:00");
  await field(page, "Start").blur();
  await expect(beside(page, "end", "issue")).toHaveAttribute("data-code", "end_before_start");
  await expect(field(page, "Start")).not.toHaveAttribute("aria-invalid");
  await field(page, "End").fill("2026-06-23T16:30");
  await field(page, "End").blur();
  await expect(beside(page, "end", "issue")).toHaveCount(0);
  // Browsers may list Asia/Kolkata under its old name.
  await field(page, "Time zone of both").selectOption({ label: await page.locator("#timeZone option").filter({ hasText: /^(Kolkata|Calcutta)$/ }).textContent() });
  expect(await body(page)).toMatchObject({
    startAt: "2026-06-23T16:00:00+05:30",
    endAt: "2026-06-23T16:30:00+05:30",
  });
});

test("a link in the summary leads to its field, even in a folded part", async ({ page }) => {
  await open(page);
  await page.getByText("More fields").click();
  await field(page, "Latitude").fill("-23,5505");
  await page.getByText("More fields").click();
  await expect(field(page, "Latitude")).toBeHidden();
  expect(await codes(page.locator("#issues"))).toEqual(["decimal_comma"]);
  await page.locator("#issues").getByRole("link", { name: "Latitude" }).click();
  await expect(field(page, "Latitude")).toBeFocused();
  await field(page, "Latitude").blur();
  await expect(beside(page, "location-latitude", "issue")).toBeVisible();
});
