// A form on a touch screen: the first tap on its button works, whatever messages appear or disappear at the field that
// loses the focus.
import { devices } from "@playwright/test";
import { expect, field, fill, FORM, messages, SCRIPT, sent, summary, test } from "./support/form.mjs";

const { defaultBrowserType, ...pixel } = devices["Pixel 7"];
test.use(pixel);

const button = (page) => page.getByRole("button", { name: "Send" });

/** Sends the touch events of a finger that rests on the button for this many milliseconds. */
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

/** The issue moves the button: its field is above the button, and its message is as tall as the button. */
const fault = (page) => field(page, "location.name").fill("x".repeat(1001));

for (const [name, tap] of Object.entries(TAPS)) {
  test(`a tap submits even if it makes an issue appear: ${name}`, async ({ page, open }) => {
    await open();
    await fill(page);
    await fault(page);
    await tap(page);
    await expect(summary(page)).toBeFocused();
    expect(await messages(page, "location.name")).toEqual(["issue too_long"]);
    expect(await sent(page)).toEqual([]);
  });

  test(`a tap submits even if it removes an issue: ${name}`, async ({ page, open }) => {
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

  test(`a tap submits even if it removes the summary above: ${name}`, async ({ page, open }) => {
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
  "prevents the default of pointerdown, and so mouse events": 'addEventListener("pointerdown", (event) => event.preventDefault());',
  "stops the propagation of every press": 'for (const type of ["pointerdown", "mousedown", "mouseup", "click"]) addEventListener(type, (event) => event.stopImmediatePropagation());',
};

for (const [name, script] of Object.entries(PAGES)) {
  test(`a tap submits in a page that ${name}`, async ({ page, open }) => {
    await open({}, FORM, `${SCRIPT} ${script}`);
    await fill(page);
    await fault(page);
    await press(page, 60);
    await expect(summary(page)).toBeFocused();
    expect(await messages(page, "location.name")).toEqual(["issue too_long"]);
  });
}

test("a tap on another field works before the issue of the field that it leaves appears", async ({ page, open }) => {
  await open();
  await fault(page);
  await field(page, "location.name").scrollIntoViewIfNeeded();
  await field(page, "extraGuestsAllowed").tap();
  await expect(field(page, "extraGuestsAllowed")).toBeChecked();
  await expect(field(page, "location.name")).toHaveAttribute("aria-invalid", "true");
});
