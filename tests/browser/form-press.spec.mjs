// Pressing a form's button works in every browser, whatever messages appear or disappear at the field that loses the
// focus.
import { expect, NOW, test } from "./support/form.mjs";

const LONG = "x".repeat(1001);

/** Fills in the form with this place, and leaves the focus in the field of the place. */
const fillIn = (page, place) => page.evaluate((text) => {
  const { elements } = document.querySelector("form");
  const values = { to: "(212) 555-0123", name: "Stand-up", start: "2027-03-01T09:30", "location.name": text };
  for (const [name, value] of Object.entries(values)) elements[name].value = value;
  elements.terms.checked = true;
  elements["location.name"].focus();
}, place);

/** Presses the button with the mouse, with time between the events, as with a hand. */
async function press(page) {
  const { x, y } = await page.evaluate(() => {
    const button = document.querySelector("form button");
    button.scrollIntoView({ block: "center" });
    const box = button.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  const early = await told(page);
  await page.mouse.up();
  return early;
}

const told = (page) => page.evaluate(() => ({
  issues: [...document.querySelectorAll(".waevent-issue")].map(({ dataset }) => dataset.code),
  isSummaryShown: !document.querySelector(".waevent-summary").hidden,
  sent: globalThis.sent.map(({ name }) => name),
}));

test("a press submits even if it makes an issue appear", async ({ page, open }) => {
  await open({ now: NOW });
  await fillIn(page, LONG);
  const nothing = { issues: [], isSummaryShown: false, sent: [] };
  expect(await told(page)).toEqual(nothing);
  expect(await press(page)).toEqual(nothing);
  expect(await told(page)).toEqual({ issues: ["too_long"], isSummaryShown: true, sent: [] });
});

test("a press submits even if it removes an issue and the summary above", async ({ page, open }) => {
  await open({ now: NOW });
  await fillIn(page, LONG);
  await press(page);
  await fillIn(page, "Room A");
  const fault = { issues: ["too_long"], isSummaryShown: true, sent: [] };
  expect(await press(page)).toEqual(fault);
  expect(await told(page)).toEqual({ issues: [], isSummaryShown: false, sent: ["Stand-up"] });
});

test("a press that ends elsewhere submits nothing, and then shows the field's issue", async ({ page, open }) => {
  await open({ now: NOW });
  await fillIn(page, LONG);
  await page.mouse.move(3, 3);
  await page.mouse.down();
  await page.mouse.move(30, 30);
  expect((await told(page)).issues).toEqual([]);
  await page.mouse.up();
  await expect.poll(() => told(page)).toEqual({ issues: ["too_long"], isSummaryShown: false, sent: [] });
});
