// How the playground tells faults: at the field, in the summary, when one pauses.

import { beside, body, choose, codes, expect, field, open, test } from "./support/playground.mjs";

test("a bad number is told at its field, and gone when it is put right", async ({ page }) => {
  await open(page);
  const to = field(page, "Recipient");
  await to.fill("call me");
  await expect(page.locator("#request")).toBeHidden();
  await to.blur();
  await expect(to).toHaveAttribute("aria-invalid", "true");
  await expect(to).toHaveAttribute("aria-describedby", "to-hint to-message");
  await expect(beside(page, "to", "issue")).toHaveAttribute("data-code", "phone_letters");
  expect(await codes(page.locator("#issues"))).toEqual(["phone_letters"]);
  await expect(page.locator("#status")).toHaveText("1 thing to fix.");

  await to.fill("+44 7911 123456");
  await expect(beside(page, "to", "issue")).toHaveCount(0);
  await expect(to).not.toHaveAttribute("aria-invalid");
  await expect(to).toHaveAttribute("aria-describedby", "to-hint");
  await expect(page.locator("#issues")).toBeHidden();
  expect((await body(page)).number).toBe("447911123456");
});

test("a field stays quiet while one types, and speaks when one pauses", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Empty" }).click();
  expect(await codes(page.locator("#issues"))).toEqual(["required", "required", "required"]);
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);

  await field(page, "Recipient").pressSequentially("call", { delay: 20 });
  await expect(page.locator("#issues li").first()).toHaveAttribute("data-code", "phone_letters");
  await expect(beside(page, "to", "issue")).toHaveCount(0);
  await expect(beside(page, "to", "issue")).toHaveCount(1); // after the pause, still in the field
  await expect(field(page, "Recipient")).toBeFocused();
  await expect(field(page, "Name")).not.toHaveAttribute("aria-invalid");
});

test("a fault of the target is told at the target's field", async ({ page }) => {
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

test("the end before the start is told at the end, also when the start was moved", async ({ page }) => {
  await open(page);
  await field(page, "Start").fill("2026-06-23T16:00");
  await expect(beside(page, "end", "issue")).toHaveAttribute("data-code", "end_before_start");
  await expect(field(page, "Start")).not.toHaveAttribute("aria-invalid");
  await field(page, "End").fill("2026-06-23T16:30");
  await expect(beside(page, "end", "issue")).toHaveCount(0);
  await field(page, "UTC offset of both").selectOption("+05:30");
  expect(await body(page)).toMatchObject({
    startAt: "2026-06-23T16:00:00+05:30",
    endAt: "2026-06-23T16:30:00+05:30",
  });
});

test("the summary leads to the field, into a folded part too", async ({ page }) => {
  await open(page);
  await page.getByText("More fields").click();
  await field(page, "Latitude").fill("-23,5505");
  await page.getByText("More fields").click();
  await expect(field(page, "Latitude")).toBeHidden();
  expect(await codes(page.locator("#issues"))).toEqual(["decimal_comma"]);
  await page.locator("#issues").getByRole("link", { name: "Latitude" }).click();
  await expect(field(page, "Latitude")).toBeFocused();
  await expect(beside(page, "location-latitude", "issue")).toBeVisible();
});
