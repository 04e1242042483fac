// What every test of the playground needs to open the page, fill it in and read it.

import { readFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";

export { expect };
export const booking = JSON.parse(readFileSync(new URL("../../../examples/booking.json", import.meta.url), "utf8"));

// A Wednesday. The example then starts on Tuesday 23 June at 14:00 in UTC-03:00.
const now = "2026-06-10T12:00:00Z";
export const startSeconds = 1782234000;
export const endSeconds = 1782237600;

// Every test fails if the page logs an error, breaks its own policy or sends a request to another host.
export const test = base.extend({
  mayFail: [false, { option: true }],
  locale: "en-US",
  timezoneId: "America/New_York",
  // A service worker's requests cannot be watched, so it is blocked; the offline tests allow it.
  serviceWorkers: "block",
  page: async ({ page, baseURL, mayFail }, use) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      const isExpected = /^Service Worker registration blocked/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !isExpected) faults.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(baseURL) && !request.url().startsWith(`blob:${baseURL}`)) faults.push(`request to ${request.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error("policy", violatedDirective, blockedURI),
      );
    });
    await page.clock.setFixedTime(now);
    await use(page);
    if (!mayFail) expect(faults).toEqual([]);
  },
});

export async function open(page, fragment = "") {
  await page.goto(`./${fragment}`);
  await expect(page.locator("#status")).toHaveAttribute("data-state");
}

// Only visible fields, because other gateways have fields with the same names.
export const field = (page, label) => page.getByLabel(label, { exact: true }).filter({ visible: true });
export const choose = (page, gateway) => page.locator("#gateways").getByText(gateway, { exact: true }).click();
export const codes = (list) => list.locator("li").evaluateAll((items) => items.map((item) => item.dataset.code));
export const body = async (page) => JSON.parse(await page.locator("#body").textContent());
export const beside = (page, id, kind) => page.locator(`.field:has(> #${id}) .waevent-${kind}`);
export const card = (page) => page.locator("#card .card");
/** Makes all fields show their issues, like a submission. */
export const check = (page) => page.locator("button.primary").click();
