// The playground in a real browser: what a visitor types, sees, copies. Expected requests are written
// by hand from the gateways' pages, not taken from the package.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";

const booking = JSON.parse(readFileSync(new URL("../../examples/booking.json", import.meta.url), "utf8"));

// Wednesday. The example is then Tuesday 23 June, 14:00 at UTC−03:00.
const now = "2026-06-10T12:00:00Z";
const startSeconds = 1782234000;
const endSeconds = 1782237600;

// Every test fails when the page logs an error, breaks its own policy or asks another host for something.
const test = base.extend({
  mayFail: [false, { option: true }],
  page: async ({ page, baseURL, mayFail }, use) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(baseURL)) faults.push(`request to ${request.url()}`);
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

test.use({ locale: "en-US", timezoneId: "America/New_York" });

async function open(page) {
  await page.goto("./");
  await expect(page.locator("#status")).not.toHaveText("Loading…");
}

const field = (page, label) => page.getByLabel(label, { exact: true });
const choose = (page, gateway) => page.locator("#gateways").getByText(gateway, { exact: true }).click();
const codes = (list) => list.locator("li").evaluateAll((items) => items.map((item) => item.dataset.code));
const body = async (page) => JSON.parse(await page.locator("#body").textContent());
const beside = (page, id, kind) => page.locator(`#${id}-message .${kind}`);

test("starts with the example booking, ready for the first gateway", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("radio")).toHaveCount(3);
  await expect(page.locator("#gateways")).toHaveText("RyzeAPIWappfyWawp");
  await expect(page.locator("#status")).toHaveText("Ready.");
  await expect(page.locator("#method")).toHaveText("POST");
  await expect(page.locator("#url")).toHaveText("https://ryzeapi.cloud/api/message/event/clinic");
  await expect(page.locator("#headers")).toHaveText("Content-Typeapplication/jsontoken{token}");
  expect(await body(page)).toEqual({
    number: "5511999999999",
    name: booking.name,
    startAt: "2026-06-23T14:00:00-03:00",
    endAt: "2026-06-23T15:00:00-03:00",
    description: booking.description,
    location: booking.location,
    joinLink: booking.joinLink,
    isScheduleCall: false,
    hasReminder: true,
    reminderOffsetSec: 7200,
    extraGuestsAllowed: true,
    isCanceled: false,
    source: "site",
  });
  await expect(page.locator("#secrets")).toContainText("authorize(request, { token })");
  await expect(page.locator("#more-count")).toHaveText("· 3 in use");
});

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

  await to.fill("+44 20 7946 0018");
  await expect(beside(page, "to", "issue")).toHaveCount(0);
  await expect(to).not.toHaveAttribute("aria-invalid");
  await expect(to).toHaveAttribute("aria-describedby", "to-hint");
  await expect(page.locator("#issues")).toBeHidden();
  expect((await body(page)).number).toBe("442079460018");
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

test("Wappfy: both contracts, with what moves and what is dropped", async ({ page }) => {
  await open(page);
  await choose(page, "Wappfy");
  await expect(page.locator("#url")).toHaveText("https://api.wappfy.com.br/api/clinic/events");
  await expect(page.locator("#headers")).toHaveText("Content-Typeapplication/jsonapikey{apiKey}");
  const event = {
    name: booking.name,
    description: `${booking.description}\n\n${booking.joinLink}`,
    startTime: startSeconds * 1000,
    endTime: endSeconds * 1000,
    location: {
      name: "Clínica Vila Nova, Rua Harmonia, 123, São Paulo",
      latitude: -23.5558,
      longitude: -46.6891,
    },
    extraGuestsAllowed: true,
  };
  expect(await body(page)).toEqual({ jid: "5511999999999@s.whatsapp.net", event });
  const moved = ["field_moved", "field_moved", "field_unsupported", "field_unsupported"];
  expect(await codes(page.locator("#warnings"))).toEqual(moved);
  await expect(page.locator("#status")).toHaveText("Ready. 4 notes.");
  for (const id of ["location-address", "joinLink", "reminderMinutes", "source"]) {
    await expect(beside(page, id, "warning")).toHaveCount(1);
    await expect(page.locator(`#${id}`)).not.toHaveAttribute("aria-invalid");
  }

  await field(page, "Session").fill("front-desk");
  await field(page, "Contract").selectOption("reference");
  await expect(page.locator("#url")).toHaveText("https://api.wappfy.com.br/api/front-desk/events");
  expect(await body(page)).toEqual({
    chatId: "5511999999999@c.us",
    event: { ...event, startTime: startSeconds, endTime: endSeconds, location: { name: event.location.name } },
  });
  await expect(beside(page, "location-latitude", "warning")).toHaveAttribute("data-code", "field_unsupported");

  await choose(page, "RyzeAPI");
  await expect(page.locator("#warnings")).toBeHidden();
  await expect(beside(page, "source", "warning")).toHaveCount(0);
});

test("Wawp: the credentials' three places, and values as texts", async ({ page }) => {
  await open(page);
  await choose(page, "Wawp");
  const rest = {
    chatId: "5511999999999",
    "event.name": booking.name,
    "event.description": `${booking.description}\n\n${booking.joinLink}`,
    "event.startTime": startSeconds,
    "event.endTime": endSeconds,
    "event.location.name": "Clínica Vila Nova, Rua Harmonia, 123, São Paulo",
    "event.extraGuestsAllowed": true,
  };
  await expect(page.locator("#url")).toHaveText("https://api.wawp.net/v2/send/event");
  expect(await body(page)).toEqual({ instance_id: "CLINIC01", access_token: "{accessToken}", ...rest });
  await expect(page.locator("#body mark")).toHaveText('"{accessToken}"');

  await field(page, "Credentials go in the").selectOption("query");
  await expect(page.locator("#url")).toHaveText(
    "https://api.wawp.net/v2/send/event?instance_id=CLINIC01&access_token={accessToken}",
  );
  expect(await body(page)).toEqual(rest);

  await field(page, "Credentials go in the").selectOption("header");
  await expect(page.locator("#headers")).toHaveText(
    "Content-Typeapplication/jsonX-Instance-IDCLINIC01AuthorizationBearer {accessToken}",
  );

  await field(page, "Values").selectOption("strings");
  expect(await body(page)).toEqual({
    ...rest,
    "event.startTime": String(startSeconds),
    "event.endTime": String(endSeconds),
    "event.extraGuestsAllowed": "true",
  });
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

test("a canceled event: sent where there is a field for it, refused elsewhere", async ({ page }) => {
  await open(page);
  await page.getByText("More fields").click();
  await field(page, "It is canceled").check();
  expect((await body(page)).isCanceled).toBe(true);
  await expect(page.locator(".bubble")).toContainText("Event canceled");
  await choose(page, "Wawp");
  expect(await codes(page.locator("#issues"))).toEqual(["field_unsupported"]);
  await expect(page.locator("#request")).toBeHidden();
});

test("the card shows what the guest gets, in the viewer's zone", async ({ page }) => {
  await open(page);
  const card = page.locator(".bubble");
  await expect(card.getByRole("heading")).toHaveText(booking.name);
  await expect(card.locator(".when")).toHaveText(/Tuesday, June 23, 2026\s*1:00\s*[–-]\s*2:00\sPM/u);
  await expect(card.locator(".place")).toContainText("Clínica Vila Nova");
  await expect(card.locator(".link p")).toHaveText(booking.joinLink);
  await expect(card.locator(".reminder")).toHaveText("Reminder 2 hours before");
  await expect(card.locator(".answers")).toHaveText("GoingMaybeCan’t go");
  await expect(card.locator("strong")).toHaveText("consulta de retorno");
  await expect(card.locator("em")).toHaveText("Chegue 10 minutos antes");

  await choose(page, "Wawp");
  await expect(card.locator(".row.link")).toHaveCount(0);
  await expect(card.locator(".reminder")).toHaveCount(0);
  await expect(card.locator(".description")).toContainText(booking.joinLink);
  await expect(card.locator(".place")).toHaveText("Clínica Vila Nova, Rua Harmonia, 123, São Paulo");

  await field(page, "Description").fill("2*3*4 ~old~ `x*y*` *one _two_*");
  await expect(card.locator("strong")).toHaveText("one two");
  await expect(card.locator("s")).toHaveText("old");
  await expect(card.locator("code")).toHaveText("x*y*");
  await expect(card.locator(".description")).toContainText("2*3*4 old x*y* one two");
});

test("what the visitor types stays text", async ({ page }) => {
  await open(page);
  const hostile = `<img src=x onerror="document.title='ran'">`;
  await field(page, "Name").fill(hostile);
  await field(page, "Description").fill(`*${hostile}*`);
  await field(page, "Place").fill(hostile);
  await expect(page.locator(".bubble h3")).toHaveText(hostile);
  expect((await body(page)).name).toBe(hostile);
  await expect(page.locator("img")).toHaveCount(0);
  await expect(page).toHaveTitle("waevent playground");
});

test.describe("copying", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  async function copied(page, name) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.locator("#copied")).toHaveText(`Copied as ${name}.`);
    return page.evaluate(() => navigator.clipboard.readText());
  }

  test("JSON, curl and fetch each carry the request as it is", async ({ page }) => {
    await open(page);
    await choose(page, "Wawp");
    await field(page, "Credentials go in the").selectOption("query");
    await field(page, "Name").fill("It's $HOME `date` \"now\" \\ 🎉");
    const url = "https://api.wawp.net/v2/send/event?instance_id=CLINIC01&access_token={accessToken}";
    const shown = await body(page);
    expect(shown["event.name"]).toBe("It's $HOME `date` \"now\" \\ 🎉");

    const json = await copied(page, "JSON");
    expect(json).toBe(JSON.stringify(shown, null, 2));

    // A real shell reads the line; a function in curl's place says what it was given.
    const curl = await copied(page, "curl");
    const heard = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${curl}`], { encoding: "utf8" });
    const words = heard.split("\0").slice(0, -1);
    expect(words.slice(0, -1)).toEqual([
      ...["--globoff", "--request", "POST", "--url", url],
      ...["--header", "Content-Type: application/json", "--data-raw"],
    ]);
    expect(JSON.parse(words.at(-1))).toEqual(shown);

    const code = await copied(page, "fetch");
    const calls = [];
    const run = Object.getPrototypeOf(async () => {}).constructor;
    await new run("fetch", code)(async (...call) => calls.push(call));
    expect(calls).toEqual([
      [url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(shown) }],
    ]);
  });

  test("without the clipboard the text is there to be copied by hand", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await open(page);
    await page.getByRole("button", { name: "curl", exact: true }).click();
    const text = field(page, "Text to copy");
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(/^curl \\\n {2}--request POST \\\n {2}--url 'https:\/\/ryzeapi\.cloud\//);
  });
});

test("the keyboard alone is enough", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "RyzeAPI" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#url")).toHaveText("https://api.wappfy.com.br/api/clinic/events");

  await field(page, "Name").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator("#issues a:focus").count()) break;
  }
  await expect(page.locator("#issues a")).toBeFocused();
  await expect(page.locator("#issues a")).toHaveCSS("outline-style", "solid");
  await page.keyboard.press("Enter");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("Retorno");
  await expect(page.locator("#request")).toBeVisible();
  expect((await body(page)).event.name).toBe("Retorno");
});

test("there is no place for a secret", async ({ page }) => {
  await open(page);
  const names = await page.locator("input, select, textarea").evaluateAll((controls) =>
    controls.flatMap((one) => [one.type, one.id, one.name, one.dataset.path ?? ""]),
  );
  expect(names).toContain("wappfy-session"); // the hidden gateways' fields are looked at too
  expect(names.filter((name) => /token|secret|password|apikey/i.test(name))).toEqual([]);
});

test("nothing is wider than the screen", async ({ page }) => {
  await open(page);
  await choose(page, "Wawp");
  await page.getByText("More fields").click();
  await page.getByText("The call in your code").click();
  await field(page, "Name").fill("x".repeat(150));
  await field(page, "Description").fill("y".repeat(900));
  for (const width of [320, 375, 768, 1024, 1344, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => {
      const wide = document.documentElement.clientWidth;
      return [...document.querySelectorAll("body *")]
        .filter((one) => one.checkVisibility() && !one.closest(".link, .unseen, option, symbol"))
        .filter((one) => one.getBoundingClientRect().right > wide + 1)
        .map((one) => `${one.tagName} ${one.id}`);
    });
    expect([width, ...over]).toEqual([width]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect([width, scrolls]).toEqual([width, false]);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("text can be read on its background", async ({ page }) => {
      await open(page);
      await choose(page, "Wappfy");
      const background = await page.locator("body").evaluate((one) => getComputedStyle(one).backgroundColor);
      expect(lightness(background) > 0.5).toBe(colorScheme === "light");
      const ready = ["#url", "#headers dt", "pre .key", "pre .text", "pre .value", "mark", "button", "h2", ".hint"];
      for (const selector of [...ready, ".message .warning", "#warnings a", ".answers li", ".when p"]) {
        expect([selector, (await contrast(page, selector)) >= 4.5]).toEqual([selector, true]);
      }
      await field(page, "Recipient").fill("call me");
      await field(page, "Recipient").blur();
      for (const selector of [".message .issue", "#issues a", "#issues span"]) {
        expect([selector, (await contrast(page, selector)) >= 4.5]).toEqual([selector, true]);
      }
    });
  });
}

test.describe("without the package", () => {
  test.use({ mayFail: true });

  test("the page says so", async ({ page }) => {
    await page.route("**/pkg/*.wasm", (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("could not be loaded");
    await expect(page.locator("main")).toBeHidden();
  });
});

/** WCAG's contrast of the first such element against the nearest background that is painted. */
async function contrast(page, selector) {
  const colours = await page.locator(selector).first().evaluate((one) => {
    let behind = one;
    while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    return [getComputedStyle(one).color, getComputedStyle(behind).backgroundColor];
  });
  const [light, dark] = colours.map(lightness).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function lightness(colour) {
  const [red, green, blue] = colour.match(/\d+/g).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
