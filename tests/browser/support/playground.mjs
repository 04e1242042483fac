// The playground's page as its tests see it: what each of them needs to open it, fill it and read it.

import { readFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";

export { expect };
export const booking = JSON.parse(readFileSync(new URL("../../../examples/booking.json", import.meta.url), "utf8"));

// Wednesday. The example is then Tuesday 23 June, 14:00 at UTC−03:00.
const now = "2026-06-10T12:00:00Z";
export const startSeconds = 1782234000;
export const endSeconds = 1782237600;

// Every test fails when the page logs an error, breaks its own policy or asks another host for something.
export const test = base.extend({
  mayFail: [false, { option: true }],
  locale: "en-US",
  timezoneId: "America/New_York",
  // Requests of a service worker cannot be watched; the test of what works offline lets it in.
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

// Only what is shown: the other gateways have fields of the same names.
export const field = (page, label) => page.getByLabel(label, { exact: true }).filter({ visible: true });
export const choose = (page, gateway) => page.locator("#gateways").getByText(gateway, { exact: true }).click();
export const codes = (list) => list.locator("li").evaluateAll((items) => items.map((item) => item.dataset.code));
export const body = async (page) => JSON.parse(await page.locator("#body").textContent());
export const beside = (page, id, kind) => page.locator(`.field:has(> #${id}) .waevent-${kind}`);
export const card = (page) => page.locator("#card .card");
/** All fields speak, as after a submission. */
export const check = (page) => page.locator("button.primary").click();
