// The event for the guest's own calendar, next to the card: a file that ical.js can read, and links.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { booking, expect, field, open, startSeconds, test } from "./support/playground.mjs";

async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "File (.ics)" }).click()]);
  expect(download.suggestedFilename()).toBe("event.ics");
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), "utf8")));
  const [event] = calendar.getAllSubcomponents("vevent");
  return Object.fromEntries(event.getAllProperties().map((property) => [property.name, property.getFirstValue()]));
}

test("the event is offered as a file and as links to calendars", async ({ page }) => {
  await open(page);
  const { summary, dtstart, status, uid } = await downloaded(page);
  expect([summary, String(dtstart), status]).toEqual([booking.name, "2026-06-23T14:00:00", "CONFIRMED"]);
  expect(uid).toMatch(/^[0-9a-f]{32}@waevent$/);
  const group = page.getByRole("group", { name: "In the guest’s own calendar" });
  const hosts = await group.locator("[data-calendar]").evaluateAll((links) => links.map(({ hostname }) => hostname));
  expect(hosts).toEqual(["calendar.google.com", "outlook.live.com", "outlook.office.com", "calendar.yahoo.com"]);
  const google = new URL(await group.getByRole("link", { name: "Google" }).getAttribute("href"));
  const utc = new Date(startSeconds * 1000).toISOString().replace(/[-:]|\.000/g, "");
  expect(google.searchParams.get("dates").split("/")[0]).toBe(utc);
});

test("a canceled event becomes a file with the status CANCELLED, and a refused event is not offered", async ({ page }) => {
  await open(page);
  await page.locator("#more summary").click();
  await field(page, "It is cancelled").check();
  await expect(page.locator("[data-calendar]:visible")).toHaveCount(0);
  expect((await downloaded(page)).status).toBe("CANCELLED");
  await field(page, "Name").fill("");
  await expect(page.locator("#calendar")).toBeHidden();
});
