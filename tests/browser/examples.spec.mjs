// The examples against the gateways' stand-ins, over real HTTP: the page makes the draft, the server adds the secret.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { standIns, start } from "../standins/all.mjs";
import { environment, listen } from "./support/example.mjs";

const booking = JSON.parse(readFileSync(new URL("../../examples/booking.json", import.meta.url), "utf8"));

// The examples use the gateways' default choices.
const gateways = Object.entries(standIns).filter(([name, { target }]) => name === target.gateway);

for (const [name, module] of gateways) {
  test(`${name}: the page makes the draft, and its server sends it`, async ({ page }) => {
    const gateway = await start(module);
    const example = await listen("drafts.mjs", environment(module, gateway.url));
    try {
      const posted = [];
      page.on("request", (request) => posted.push(request.postData() ?? ""));
      await page.goto(example.url);
      await page.getByLabel("Recipient").fill("call me");
      await page.getByLabel("Title").fill("Team meeting");
      await page.getByLabel("Start").fill("2027-09-10T14:00");
      await page.getByLabel("Place").fill("Room A");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByRole("listitem").first()).toHaveText("Remove the letters: a phone number has digits only.");
      expect(gateway.received).toEqual([]);

      await page.getByLabel("Recipient").fill(module.event.to ?? "(11) 99999-9999");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByRole("status")).toHaveText(`${module.outcome}: ${module.messageId}`);
      expect(gateway.received.length).toBe(1);
      const secrets = Object.values(module.secrets);
      expect(posted.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
      expect(await page.evaluate(async () => (await fetch("/target.json")).text())).not.toContain(secrets[0]);

      const [, failure] = module.failures.find(([, { status }]) => status >= 400);
      gateway.answerNext(failure);
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByRole("status")).toHaveText(/^(not_sent|unknown): /);
    } finally {
      await example.close();
      await gateway.close();
    }
  });

  test(`${name}: the example server builds and sends`, async ({ request }) => {
    const gateway = await start(module);
    const example = await listen("server.mjs", environment(module, gateway.url));
    try {
      const event = { ...booking, start: "2027-09-10T14:00:00-03:00", end: "2027-09-10T15:00:00-03:00", ...module.event };
      delete event.timeZone;
      delete event.durationMinutes;
      const answer = await request.post(example.url, { data: event });
      const reply = await answer.json();
      expect(answer.status(), JSON.stringify(reply)).toBe(200);
      expect(reply).toMatchObject({ outcome: module.outcome, messageId: module.messageId });
      expect(reply.fingerprint).toMatch(/^[0-9a-f]{32}$/);
      expect(gateway.received.length).toBe(1);

      const refused = await request.post(example.url, { data: { ...event, to: "abc" } });
      expect(refused.status()).toBe(422);

      for (const [, failure, expected] of module.failures) {
        gateway.answerNext(failure);
        const failed = await (await request.post(example.url, { data: event })).json();
        expect(failed.outcome).toBe(expected.outcome ?? failed.outcome);
        expect(failed.outcome).toMatch(/^(not_sent|unknown)$/);
      }
    } finally {
      await example.close();
      await gateway.close();
    }
  });
}
