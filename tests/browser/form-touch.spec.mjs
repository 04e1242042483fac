// A form under a finger: the first tap on its button counts, whatever appears or goes at the field that is left by it.
import { devices } from "@playwright/test";
import { expect, field, fill, FORM, messages, SCRIPT, sent, summary, test } from "./support/form.mjs";

const { defaultBrowserType, ...pixel } = devices["Pixel 7"];
test.use(pixel);

const button = (page) => page.getByRole("button", { name: "Send" });

/** A finger that rests on the button for so long, as the browser itself learns of it. */
async function press(page, held) {
  await button(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = await button(page).boundingBox();
  const client = await page.context().newCDPSession(page);
  const tell = (type, ...touchPoints) => client.send("Input.dispatchTouchEvent", { type, touchPoints });
  await tell("touchStart", { x: x + width / 2, y: y + height / 2 });
  if (held > 0) await page.waitForTimeout(held);
  await tell("touchEnd");
}

const TAPS = {
  "Playwright's tap": (page) => button(page).tap(),
  ...Object.fromEntries([0, 60, 120].map((held) => [`a finger for ${held} ms`, (page) => press(page, held)])),
};

/** What moves the button away: the field that is left is above it, and its message as tall as the button. */
const fault = (page) => field(page, "location.name").fill("x".repeat(1001));

for (const [name, tap] of Object.entries(TAPS)) {
  test(`a tap counts where a fault appears with it: ${name}`, async ({ page, open }) => {
    await open();
    await fill(page);
    await fault(page);
    await tap(page);
    await expect(summary(page)).toBeFocused();
    expect(await messages(page, "location.name")).toEqual(["issue too_long"]);
    expect(await sent(page)).toEqual([]);
  });

  test(`a tap counts where a fault goes with it: ${name}`, async ({ page, open }) => {
    await open();
    await fill(page);
    await fault(page);
    await field(page, "terms").focus();
    expect(await messages(page, "location.name")).toEqual(["issue too_long"]);
    await field(page, "location.name").fill("Room A");
    await tap(page);
    await expect.poll(() => sent(page)).toMatchObject([{ name: "Stand-up" }]);
    expect(await messages(page, "location.name")).toEqual([]);
  });

  test(`a tap counts where the summary above goes with it: ${name}`, async ({ page, open }) => {
    await open();
    await fill(page, { "location.name": "x".repeat(1001) });
    await tap(page);
    await expect(summary(page)).toBeFocused();
    await field(page, "location.name").fill("Room A");
    await tap(page);
    await expect.poll(() => sent(page)).toMatchObject([{ name: "Stand-up" }]);
    await expect(summary(page)).toBeHidden();
  });
}

const PAGES = {
  "keeps the mouse from being told": 'addEventListener("pointerdown", (event) => event.preventDefault());',
  "lets no press through to others": 'for (const type of ["pointerdown", "mousedown", "mouseup", "click"]) addEventListener(type, (event) => event.stopImmediatePropagation());',
};

for (const [name, script] of Object.entries(PAGES)) {
  test(`a tap counts in a page that ${name}`, async ({ page, open }) => {
    await open({}, FORM, `${SCRIPT} ${script}`);
    await fill(page);
    await fault(page);
    await press(page, 60);
    await expect(summary(page)).toBeFocused();
    expect(await messages(page, "location.name")).toEqual(["issue too_long"]);
  });
}

test("what a tap on another field has to say is said after it", async ({ page, open }) => {
  await open();
  await fault(page);
  await field(page, "location.name").scrollIntoViewIfNeeded();
  await field(page, "extraGuestsAllowed").tap();
  await expect(field(page, "extraGuestsAllowed")).toBeChecked();
  await expect(field(page, "location.name")).toHaveAttribute("aria-invalid", "true");
});
