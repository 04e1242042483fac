// <waevent-card> of the installed package, under a policy that forbids inline code and styles, and HTML made from text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, installed, test as base } from "./support/answers.mjs";
import { violations } from "./support/axe.mjs";
import { contrast, lightness } from "./support/contrast.mjs";
import { site } from "./support/site.mjs";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";

// 10 September 2027 is a Friday. At 14:00 in São Paulo, UTC-03:00 all year, it is 13:00 in New York and 20:00 in Cairo, in summer time.
const EVENT = {
  name: "Team meeting",
  start: { epochSeconds: 1820595600, epochMilliseconds: 1820595600000, rfc3339: "2027-09-10T14:00:00-03:00", timeZone: "America/Sao_Paulo" },
  end: { epochSeconds: 1820601000, epochMilliseconds: 1820601000000, rfc3339: "2027-09-10T15:30:00-03:00", timeZone: "America/Sao_Paulo" },
  description: "Bring *two* copies, see https://example.com/a.\nNo _fee_.",
  location: { name: "Room A", address: "Av. Paulista, 1000" },
  joinLink: "https://meet.example.com/x",
  scheduledCall: false,
  reminderSeconds: 7200,
  extraGuestsAllowed: true,
  canceled: false,
};

const test = base.extend({
  locale: "en-US",
  // Tokyo is in no event's zone.
  timezoneId: "Asia/Tokyo",
  /** Opens a page with this card in it. */
  open: async ({ page, faults }, use) => {
    const sites = [];
    await use(async (card = "<waevent-card></waevent-card>", { event = EVENT, html = 'lang="en"', style = "" } = {}) => {
      const body = `<!doctype html><html ${html}><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Card</title>
        <link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><body><main><h1>Invitation</h1>${card}</main><script type="module" src="/waevent/card.js"></script>`;
      const served = await site({ folders: { "/waevent/": installed }, pages: { "/": body, "/style.css": style }, headers: () => ({ "content-security-policy": POLICY }) });
      sites.push(served);
      await page.goto(served.url);
      await page.evaluate(async (given) => {
        await customElements.whenDefined("waevent-card");
        if (given) document.querySelector("waevent-card").event = given;
      }, event);
      // Only the element is loaded: no WebAssembly module and no other script.
      expect(served.asked.filter((path) => path.startsWith("/waevent/"))).toEqual(["/waevent/card.js"]);
    });
    for (const served of sites) await served.close();
    expect(faults).toEqual([]);
  },
});

/** The rows' lines. Browsers differ in the space that they write around a dash. */
const rows = async (page) => (await page.locator("waevent-card .row").evaluateAll((all) => all.map((row) => [...row.querySelectorAll("p")].map((line) => line.textContent).join(" | "))))
  .map((text) => text.replaceAll(/\s*–\s*/g, "–").replaceAll(/\s/g, " "));

test("the card shows the event in the page's language, at the event's offset", async ({ page, open }) => {
  await open();
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toHaveText("Team meeting");
  expect(await rows(page)).toEqual([
    expect.stringMatching(/^Friday, September 10, 2027 \| 2:00–3:30 PM \| Brasilia (Standard )?Time$/), "Room A | Av. Paulista, 1000", "https://meet.example.com/x", "Reminder 2 hours before", "You may bring a guest",
  ]);
  const description = page.locator("waevent-card").locator(".description");
  await expect(description).toHaveText("Bring two copies, see https://example.com/a.\nNo fee.");
  await expect(description.locator("strong")).toHaveText("two");
  // The full stop belongs to the sentence, not to the address.
  await expect(description.getByRole("link")).toHaveAttribute("href", "https://example.com/a");
  await expect(page.locator("waevent-card").locator(".answers li")).toHaveText(["Going", "Maybe", "Can’t go"]);
  expect(await violations(page)).toEqual([]);
});

for (const [lang, timeZone, when, reminder] of [
  ["pt-BR", "America/New_York", "sexta-feira, 10 de setembro de 2027 | 13:00–14:30 | Horário do Leste", "Lembrete 2 horas antes"],
  ["es-MX", "America/Sao_Paulo", /^viernes, 10 de septiembre de 2027 \| 2:00–3:30 p\.m\. \| hora (estándar )?de Brasilia$/, "Recordatorio 2 horas antes"],
  ["en-GB", "Asia/Tokyo", /^Saturday,? 11 September 2027 \| 02:00–03:30$/, "Reminder 2 hours before"],
  // There are no French words, so the whole card is English, not a mixture.
  ["fr", "Asia/Tokyo", "Saturday, September 11, 2027 | 2:00–3:30 AM", "Reminder 2 hours before"],
]) {
  test(`${lang}, in ${timeZone}`, async ({ page, open }) => {
    await open(`<waevent-card lang="${lang}" time-zone="${timeZone}"></waevent-card>`);
    const [told, , , reminded] = await rows(page);
    expect([told, reminded]).toEqual([typeof when === "string" ? when : expect.stringMatching(when), reminder]);
    expect(await violations(page)).toEqual([]);
  });
}

test("Arabic is right to left, and addresses stay left to right", async ({ page, open }) => {
  await open(undefined, { html: 'lang="ar" dir="rtl"' });
  await expect(page.getByRole("article")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("waevent-card").locator(".answers li")).toHaveText(["سأحضر", "ربما", "لن أحضر"]);
  const [tile, name] = await Promise.all([".tile", "h2"].map((part) => page.locator(`waevent-card ${part}`).boundingBox()));
  expect(tile.x).toBeGreaterThan(name.x);
  await expect(page.locator("waevent-card .link p")).toHaveCSS("direction", "ltr");
  expect(await violations(page)).toEqual([]);
});

test("an event that ends on another day shows both days", async ({ page, open }) => {
  // Three days later, at 01:00 of the 14th in São Paulo.
  const end = { epochMilliseconds: 1820894400000, rfc3339: "2027-09-14T01:00:00-03:00" };
  await open(undefined, { event: { name: "Retreat", start: EVENT.start, end } });
  expect((await rows(page))[0]).toEqual(expect.stringMatching(/^Sep 10, 2027, 2:00 PM–Sep 14, 2027, 1:00 AM \| Brasilia/));
});

test("an event during a clock change shows both offsets", async ({ page, open }) => {
  // On 7 November 2027 New York goes back from UTC-04:00 at 02:00: these are three hours.
  const start = { epochMilliseconds: 1825560000000, rfc3339: "2027-11-07T00:00:00-04:00" };
  const end = { epochMilliseconds: 1825570800000, rfc3339: "2027-11-07T02:00:00-05:00" };
  await open(undefined, { event: { name: "Night", start, end } });
  expect((await rows(page))[0]).toMatch(/12:00.*2:00.*UTC-4–UTC-5$/);
});

test("the card names what is missing, and marks a canceled event", async ({ page, open }) => {
  await open(undefined, { event: {} });
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Untitled event");
  expect(await rows(page)).toEqual(["No time yet"]);
  await page.evaluate((event) => { document.querySelector("waevent-card").event = { ...event, canceled: true, joinLink: undefined, scheduledCall: true, location: { latitude: -23.5, longitude: -46.6 } }; }, EVENT);
  await expect(page.locator("waevent-card .tag")).toHaveText("Event cancelled");
  expect((await rows(page)).slice(1, 3)).toEqual(["-23.5, -46.6", "WhatsApp call"]);
  await expect(page.locator("waevent-card .answers")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => { document.querySelector("waevent-card").event = null; });
  await expect(page.getByRole("article")).toHaveCount(0);
});

test("texts are never read as HTML, and only web addresses become links", async ({ page, open }) => {
  const hostile = `<img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`;
  for (const joinLink of ["javascript:document.title='ran'", " javascript:document.title='ran'", "data:text/html,x", "//example.com", "blob:https://example.com/1", hostile]) {
    await open(undefined, { event: { ...EVENT, name: hostile, joinLink, description: `*${hostile}* javascript:alert(1)`, location: { name: hostile, address: hostile } } });
    await expect(page.getByRole("heading", { level: 2 })).toHaveText(hostile);
    await expect(page.locator("waevent-card .link p")).toHaveText(joinLink);
    await expect(page.getByRole("link")).toHaveCount(0);
    await expect(page.locator("waevent-card img, waevent-card script")).toHaveCount(0);
    await expect(page).toHaveTitle("Card");
  }
});

test("the event may be JSON in an attribute, or a property that was set before the script loaded", async ({ page, open }) => {
  await open(`<waevent-card event='${JSON.stringify(EVENT)}' heading-level="3">Team meeting, 14:00</waevent-card>`, { event: null });
  await expect(page.getByRole("heading", { level: 3 })).toHaveText("Team meeting");
  await page.evaluate(() => document.querySelector("waevent-card").setAttribute("event", '{ "name": "Other" }'));
  await expect(page.getByRole("heading", { level: 3 })).toHaveText("Other");
  await page.evaluate(() => document.querySelector("waevent-card").removeAttribute("event"));
  await expect(page.getByRole("article")).toHaveCount(0);
  // Like an element that a framework filled in before its class was defined.
  const early = await page.evaluate((event) => {
    const card = document.createElement("waevent-card");
    Object.defineProperty(card, "event", { value: event, configurable: true, writable: true, enumerable: true });
    document.body.append(card);
    return [Object.hasOwn(card, "event"), card.shadowRoot.textContent.includes(event.name)];
  }, EVENT);
  expect(early).toEqual([false, true]);
});

test("an unusable event or time zone is reported, and the card still works", async ({ page, open, faults }) => {
  await open(`<waevent-card event="[object Object]" time-zone="Nowhere/Else"></waevent-card>`, { event: null });
  await expect(page.getByRole("article")).toHaveCount(0);
  await page.evaluate((event) => { document.querySelector("waevent-card").event = event; }, EVENT);
  expect((await rows(page))[0]).toContain("Brasilia");
  expect(faults.splice(0).map((fault) => /not the JSON of an event|time zone/i.test(fault))).not.toContain(false);
});

test("colours follow the page's color-scheme, and the page may set them", async ({ page, open }) => {
  const style = ".own { --waevent-background: rgb(1, 2, 3); color-scheme: light } .own::part(answers) { display: none }";
  for (const colorScheme of ["light", "dark"]) {
    await open(undefined, { style: `:root { color-scheme: ${colorScheme} } ${style}` });
    const background = () => page.getByRole("article").evaluate((one) => getComputedStyle(one).backgroundColor);
    expect([colorScheme, lightness(await background()) > 0.5]).toEqual([colorScheme, colorScheme === "light"]);
    for (const part of ["h2", ".when p", ".when p:last-child", ".link a", ".answers li", ".description"]) {
      expect([part, (await contrast(page, `waevent-card ${part}`)) >= 4.5]).toEqual([part, true]);
    }
    await page.evaluate(() => { document.querySelector("waevent-card").className = "own"; });
    expect(await background()).toBe("rgb(1, 2, 3)");
    await expect(page.locator("waevent-card .answers")).toBeHidden();
  }
  // A page that supports no dark scheme is light, whatever the system prefers. The playground supports both, and is
  // tested for that.
  await page.emulateMedia({ colorScheme: "dark" });
  await open();
  expect(lightness(await page.getByRole("article").evaluate((one) => getComputedStyle(one).backgroundColor))).toBeGreaterThan(0.5);
});

test("the card is never wider than a narrow screen", async ({ page, open }) => {
  await open(undefined, { event: { ...EVENT, name: "x".repeat(200), description: "y".repeat(900), joinLink: `https://example.com/${"z".repeat(200)}` } });
  for (const width of [240, 320, 800]) {
    await page.setViewportSize({ width, height: 700 });
    expect([width, await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)]).toEqual([width, false]);
  }
});

test("a server may import waevent/card, and nothing is defined there", async () => {
  const { WaeventCard } = await import(join(installed, "card.js"));
  expect([typeof WaeventCard, globalThis.customElements]).toEqual(["function", undefined]);
});

test("the example in card.d.ts works", async ({ page, faults }) => {
  const html = /```html\n([\s\S]*?)```/.exec(readFileSync(join(installed, "card.d.ts"), "utf8").replace(/^ \* ?/gm, ""))[1];
  const map = '<script type="importmap">{ "imports": { "waevent": "/waevent/browser.js", "waevent/card": "/waevent/card.js" } }</script>';
  const served = await site({ folders: { "/waevent/": installed }, pages: { "/": `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${map}${html}` } });
  await page.goto(served.url);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Reunião de equipe");
  expect(await rows(page)).toEqual([expect.stringMatching(/^sexta-feira, 10 de setembro de 2027 \| 14:00 \| Horário (Padrão )?de Brasília$/)]);
  expect(faults).toEqual([]);
  await served.close();
});
