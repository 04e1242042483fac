// What the form shows while an event is being sent, and after sending may have failed.
import { expect, fill, send, sent, summary, test } from "./support/form.mjs";

/** Binds the form again, with an `onSubmit` that waits until the test calls `finish` or `fail`. */
async function waiting(page, options = {}) {
  await page.evaluate((given) => {
    bound.destroy();
    globalThis.calls = 0;
    const onSubmit = () => {
      calls += 1;
      return new Promise((resolve, reject) => Object.assign(globalThis, { finish: resolve, fail: () => reject(new Error("no way")) }));
    };
    bind({ ...given, onSubmit });
  }, options);
  await fill(page);
}

const button = (page) => page.getByRole("button", { name: "Send" });

test("while an event is being sent, form and button are marked busy, the focus stays, and nothing is sent twice", async ({ page, open }) => {
  await open();
  await waiting(page);
  await send(page);
  await expect(page.locator("form")).toHaveAttribute("aria-busy", "true");
  await expect(button(page)).toHaveAttribute("aria-disabled", "true");
  await expect(button(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await button(page).click({ force: true });
  expect(await page.evaluate(() => calls)).toBe(1);
  await page.evaluate(() => finish());
  await expect(page.locator("form")).not.toHaveAttribute("aria-busy");
  await expect(button(page)).not.toHaveAttribute("aria-disabled");
  await send(page);
  expect(await page.evaluate(() => calls)).toBe(2);
});

test("a rejected onSubmit is reported in the summary until the next attempt", async ({ page, open, faults }) => {
  await open();
  await waiting(page);
  await send(page);
  await page.evaluate(() => fail());
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole("listitem")).toHaveText("Sending may have failed. Try again later.");
  await expect(summary(page).getByRole("link")).toHaveCount(0);
  await expect(page.locator("[aria-busy], [aria-disabled]")).toHaveCount(0);
  // Visiting the fields does not fix a failed sending.
  await page.getByLabel("Title").focus();
  await page.getByLabel("Title").blur();
  await expect(summary(page)).toBeVisible();
  await send(page);
  await expect(summary(page)).toBeHidden();
  await page.evaluate(() => finish());
  // The reason is logged for the page's author, and the rejection was handled: otherwise the page would report an
  // error.
  expect(faults.splice(0)).toEqual([expect.stringContaining("no way")]);
});

test("the page may choose the text of a failure, and an onSubmit that throws is a failure too", async ({ page, open, faults }) => {
  await open();
  await page.evaluate(() => {
    bound.destroy();
    bind({ onSubmit() { throw new Error("offline"); }, failure: ({ message }) => `Sorry: ${message}` });
  });
  await fill(page);
  await send(page);
  await expect(summary(page).getByRole("listitem")).toHaveText("Sorry: offline");
  expect(faults.splice(0)).toHaveLength(1);
});

test("a failure callback that throws does not leave the form busy", async ({ page, open, faults }) => {
  await open();
  await waiting(page);
  await page.evaluate(() => {
    bound.destroy();
    globalThis.calls = 0;
    bind({ onSubmit() { calls += 1; throw new Error("offline"); }, failure() { throw new Error("no words"); } });
  });
  await send(page);
  await expect.poll(() => faults.length).toBe(2);
  await expect(page.locator("[aria-busy], [aria-disabled]")).toHaveCount(0);
  await send(page);
  await expect.poll(() => page.evaluate(() => calls)).toBe(2);
  // Both errors are logged for the page's author.
  await expect.poll(() => faults.length).toBe(4);
  faults.splice(0);
});

test("a form that is unbound while an event is being sent shows nothing more, and does not stay busy", async ({ page, open, faults }) => {
  await open();
  await page.evaluate(() => document.querySelector("button").setAttribute("aria-disabled", "false"));
  await waiting(page);
  await send(page);
  await page.evaluate(() => { bound.destroy(); fail(); });
  await expect(page.locator("form")).not.toHaveAttribute("aria-busy");
  await expect(button(page)).toHaveAttribute("aria-disabled", "false");
  await expect(page.locator(".waevent-summary")).toHaveCount(0);
  expect(await sent(page)).toEqual([]);
  expect(faults.splice(0)).toHaveLength(1);
});
