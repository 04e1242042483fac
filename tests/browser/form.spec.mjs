// A form of plain HTML: what it shows, and when.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./support/axe.mjs";
import { expect, field, fill, FORM, installed, messages, SCRIPT, send, sent, summary, test } from "./support/form.mjs";
import { site } from "./support/site.mjs";

test("the form can be filled in and sent by keyboard alone", async ({ page, open }) => {
  await open({ target: { gateway: "ryzeapi", instance: "sales" } });
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  await press("Tab");
  await expect(field(page, "to")).toBeFocused();
  await page.keyboard.type("(212) 555-0123");
  await press("Tab");
  await page.keyboard.type("Stand-up");
  await press("Tab");
  // The parts of a datetime-local, as typed in American English.
  await page.keyboard.type("03012027");
  await press("Tab");
  await page.keyboard.type("0930AM");
  await field(page, "durationMinutes").focus();
  await page.keyboard.type("90");
  await press("Tab");
  await page.keyboard.type("Room A");
  await field(page, "extraGuestsAllowed").focus();
  await press("Space", "Tab", "Space", "Tab", "Enter");
  // 1 March 2027 is winter time in New York.
  expect(await sent(page)).toEqual([{
    input: { to: "(212) 555-0123", name: "Stand-up", start: "2027-03-01T09:30", timeZone: "America/New_York", durationMinutes: "90", location: { name: "Room A" }, extraGuestsAllowed: true },
    body: {
      number: "12125550123", name: "Stand-up", startAt: "2027-03-01T09:30:00-05:00", endAt: "2027-03-01T11:00:00-05:00", location: { name: "Room A" },
      isScheduleCall: false, hasReminder: false, extraGuestsAllowed: true, isCanceled: false,
    },
    warnings: [], by: "Send",
  }]);
  await expect(summary(page)).toBeHidden();
});

test("submitting with issues shows all of them in a summary that takes the focus", async ({ page, open }) => {
  await open();
  await send(page);
  expect(await sent(page)).toEqual([]);
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText("There is a problem");
  // In the order of the page; the page's own constraint comes after those of the event.
  await expect(summary(page).getByRole("link")).toHaveText([/"Number"/, /"Title"/, /"Start"/, /^I agree: /]);
  for (const name of ["to", "name", "start"]) {
    expect(await messages(page, name)).toEqual(["issue required"]);
    await expect(field(page, name)).toHaveAttribute("aria-invalid", "true");
    expect(await field(page, name).evaluate((one) => one.validationMessage)).toMatch(/^Fill in "/);
  }
  expect(await messages(page, "terms")).toEqual(["issue constraint"]);
  // The field's own description stays first.
  await expect(field(page, "to")).toHaveAttribute("aria-describedby", /^hint \S+$/);
  // A message inside its label would be part of the field's name.
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await summary(page).getByRole("link", { name: /"Title"/ }).press("Enter");
  await expect(field(page, "name")).toBeFocused();
  await page.keyboard.type("Stand-up");
  await page.keyboard.press("Tab");
  await expect(field(page, "name")).not.toHaveAttribute("aria-invalid");
  await expect(field(page, "name")).not.toHaveAttribute("aria-describedby");
  expect(await field(page, "name").evaluate((one) => one.validity.valid)).toBe(true);
  await expect(summary(page).getByRole("link")).toHaveText([/"Number"/, /"Start"/, /^I agree: /]);
  await expect(field(page, "start")).toBeFocused();

  await fill(page);
  await field(page, "name").blur();
  await expect(summary(page)).toBeHidden();
  await send(page);
  expect((await sent(page)).map(({ name }) => name)).toEqual(["Stand-up"]);
});

test("a field is checked from when it was first left, and never during typing", async ({ page, open }) => {
  await open();
  await field(page, "to").pressSequentially("call me");
  expect(await messages(page, "to")).toEqual([]);
  await page.keyboard.press("Tab");
  expect(await messages(page, "to")).toEqual(["issue phone_letters"]);
  // The other fields have not been left yet.
  expect(await messages(page, "name")).toEqual([]);
  await expect(field(page, "start")).not.toHaveAttribute("aria-invalid");
  await expect(summary(page)).toBeHidden();

  await field(page, "to").fill("(212) 555-0123");
  expect(await messages(page, "to")).toEqual(["issue phone_letters"]);
  await field(page, "to").blur();
  expect(await messages(page, "to")).toEqual([]);
  await expect(field(page, "to")).toHaveAttribute("aria-describedby", "hint");
  await expect(field(page, "to")).not.toHaveAttribute("aria-invalid");
});

test("a click on the next control is not lost to the message that appears with it", async ({ page, open }) => {
  await open();
  await field(page, "location.name").fill("x".repeat(1001));
  await field(page, "extraGuestsAllowed").click();
  expect(await messages(page, "location.name")).toEqual(["issue too_long"]);
  await expect(field(page, "extraGuestsAllowed")).toBeChecked();
});

test("leaving a field for the button shows nothing until the button is released", async ({ page, open }) => {
  await open();
  await field(page, "name").focus();
  await page.evaluate(() => { globalThis.shown = 0; new MutationObserver(() => { shown += 1; }).observe(document.querySelector("form"), { subtree: true, childList: true }); });
  const box = await page.getByRole("button", { name: "Send" }).boundingBox();
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  expect(await page.evaluate(() => shown)).toBe(0);
  await page.mouse.up();
  await expect(summary(page)).toBeFocused();
});

test("warnings are shown and do not make a field invalid", async ({ page, open }) => {
  await open({ target: { gateway: "wawp", instanceId: "A1" } });
  await fill(page, { to: "+1 ٢١٢ 555 0123", "location.name": "Room A" });
  await field(page, "location.name").blur();
  expect(await messages(page, "to")).toEqual(["warning phone_digits_normalized"]);
  await expect(field(page, "to")).not.toHaveAttribute("aria-invalid");
  expect(await field(page, "to").evaluate((one) => one.validity.valid)).toBe(true);
  await expect(page.locator(".waevent-warning").first()).toBeVisible();
});

test("an ambiguous time offers both times, and the chosen one is sent with its offset", async ({ page, open }) => {
  await open({ target: { gateway: "ryzeapi", instance: "sales" } });
  // The clocks go back from 02:00 to 01:00 on 7 November 2027.
  await fill(page, { start: "2027-11-07T01:30", durationMinutes: "30" });
  await field(page, "start").blur();
  const choices = page.getByRole("radiogroup", { name: "Start" });
  await expect(choices.locator("label")).toHaveText(["01:30 UTC-04:00", "01:30 UTC-05:00"]);
  expect(await messages(page, "start")).toEqual(["issue time_ambiguous"]);
  await send(page);
  expect(await sent(page)).toEqual([]);
  await expect(summary(page).getByRole("listitem")).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await choices.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(choices.getByRole("radio").last()).toBeChecked();
  expect(await messages(page, "start")).toEqual([]);
  await expect(summary(page)).toBeHidden();
  expect(await page.evaluate(() => new FormData(document.querySelector("form")).get("start"))).toBe("2027-11-07T01:30:00-05:00");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await send(page);
  const [{ body }, ...more] = await sent(page);
  expect(body.startAt).toBe("2027-11-07T01:30:00-04:00");
  expect(new Date(body.endAt).toISOString()).toBe("2027-11-07T06:00:00.000Z");
  expect(more).toEqual([]);

  // A different time and back: the choice belonged to the earlier text, so it has to be made again.
  await field(page, "start").fill("2027-11-07T01:45");
  await expect(choices).toHaveCount(0);
  await field(page, "start").fill("2027-11-07T01:30");
  await field(page, "start").blur();
  await expect(choices.getByRole("radio", { checked: true })).toHaveCount(0);
  await send(page);
  expect(await sent(page)).toHaveLength(1);
  await expect(summary(page)).toBeFocused();
});

test("a choice is forgotten when the user or a script changes the zone", async ({ page, open }) => {
  await open();
  await fill(page, { start: "2027-11-07T01:30" });
  await field(page, "start").blur();
  await page.getByRole("radio").first().check();
  expect(await page.evaluate(() => bound.read().start)).toBe("2027-11-07T01:30:00-04:00");
  await field(page, "timeZone").selectOption("America/Chicago");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("radiogroup").locator("label")).toHaveText(["01:30 UTC-05:00", "01:30 UTC-06:00"]);
  await page.getByRole("radio").first().check();
  await page.evaluate(() => { document.querySelector("form").elements.timeZone.value = "Europe/Paris"; });
  expect(await page.evaluate(() => bound.read().start)).toBe("2027-11-07T01:30");
  await send(page);
  // The clocks in Paris went back a week before, so the time occurs once.
  await expect(page.getByRole("radiogroup")).toHaveCount(0);
  expect(await sent(page)).toMatchObject([{ input: { start: "2027-11-07T01:30", timeZone: "Europe/Paris" } }]);
});

test("a time that the clocks skip offers the times with the offsets before and after", async ({ page, open }) => {
  await open();
  await fill(page, { start: "2027-03-14T02:30" });
  await field(page, "start").blur();
  expect(await messages(page, "start")).toEqual(["issue time_nonexistent"]);
  await expect(page.getByRole("radiogroup").locator("label")).toHaveText(["01:30 UTC-05:00", "03:30 UTC-04:00"]);
  await page.getByRole("radio").last().check();
  await send(page);
  expect(await sent(page)).toMatchObject([{ input: { start: "2027-03-14T03:30:00-04:00" } }]);
});

test("half a date is reported with the browser's message, not as missing", async ({ page, open }) => {
  await open();
  await fill(page, { start: "" });
  await field(page, "end").focus();
  await page.keyboard.type("0301");
  await field(page, "end").blur();
  expect(await messages(page, "end")).toEqual(["issue constraint"]);
  // The page has its own place for these messages.
  await expect(page.locator('[data-waevent-for="end"] p')).toHaveText(/\w/);
  await field(page, "start").focus();
  await page.keyboard.type("03");
  await field(page, "start").blur();
  expect(await messages(page, "start")).toEqual(["issue constraint"]);
  await send(page);
  expect(await sent(page)).toEqual([]);
});

test("issues without a field are reported in the summary alone", async ({ page, open }) => {
  await open();
  await page.evaluate(async () => {
    bound.destroy();
    const { bindForm } = await import("/waevent/form.js");
    globalThis.session = "x";
    bindForm(document.querySelector("form"), { country: "US", get target() { return { gateway: "wawp", instanceId: session }; } });
    globalThis.session = "../x";
  });
  await fill(page);
  await send(page);
  await expect(summary(page).getByRole("listitem")).toHaveCount(1);
  await expect(summary(page).getByRole("link")).toHaveCount(0);
  await expect(page.locator(".waevent-issue")).toHaveCount(0);
});

test("a field that the gateway requires is reported at that field", async ({ page, open }) => {
  await open({ target: { gateway: "wappfy", session: "x" } });
  await fill(page);
  await send(page);
  await expect(summary(page).getByRole("link")).toHaveText([/"Place"/]);
  expect(await messages(page, "location.name")).toEqual(["issue field_required_by_gateway"]);
});

test("a link in the summary opens the folded part that contains its field", async ({ page, open }) => {
  await open();
  await fill(page);
  await page.evaluate(() => { document.querySelector("form").elements["location.latitude"].value = "-23,5"; });
  await send(page);
  await summary(page).getByRole("link", { name: /"Latitude"/ }).click();
  await expect(field(page, "location.latitude")).toBeFocused();
  expect(new URL(page.url()).hash).toBe("");
});

test("reset and destroy leave the form as it was", async ({ page, open }) => {
  await open();
  const before = await page.evaluate(() => { bound.destroy(); return document.querySelector("form").outerHTML; });
  await page.evaluate(() => bind({ timeZone: "America/New_York" }));
  await field(page, "start").fill("2027-11-07T01:30");
  await field(page, "start").blur();
  await send(page);
  await expect(page.getByRole("radiogroup")).toHaveCount(1);
  await page.getByRole("button", { name: "Start anew" }).click();
  await expect(page.getByRole("radiogroup")).toHaveCount(0);
  await expect(page.locator(".waevent-issue, [aria-invalid]")).toHaveCount(0);
  await expect(summary(page)).toBeHidden();
  await field(page, "to").focus();
  await field(page, "to").blur();
  expect(await messages(page, "name")).toEqual([]);

  const ids = (html) => html.replace(/ id="waevent-\d+"| lang="en"| aria-live="\w+"/g, "");
  const after = await page.evaluate(() => { bound.destroy(); return document.querySelector("form").outerHTML; });
  expect(ids(after)).toBe(ids(before));
  expect(await page.evaluate(() => [...document.querySelector("form").elements].every((one) => one.name === "terms" || one.validity.valid))).toBe(true);

  // An abort signal does the same.
  await page.evaluate(() => { globalThis.ending = new AbortController(); bind({ signal: ending.signal }); ending.abort(); });
  expect(ids(await page.evaluate(() => document.querySelector("form").outerHTML))).toBe(ids(before));
  // So does a signal that was aborted before.
  await page.evaluate(() => bind({ signal: AbortSignal.abort() }));
  expect(ids(await page.evaluate(() => document.querySelector("form").outerHTML))).toBe(ids(before));
  await field(page, "to").focus();
  await field(page, "to").blur();
  await expect(page.locator(".waevent-issue")).toHaveCount(0);
});

test("the list has every zone that the package knows, and none is guessed", async ({ page, open }) => {
  await open();
  const zones = await field(page, "timeZone").evaluate((one) => [...one.options].map(({ value }) => value));
  expect(zones.length).toBeGreaterThan(400);
  expect(zones).toEqual(expect.arrayContaining(["", "UTC", "America/Sao_Paulo", "Asia/Tokyo"]));
  expect(new Set(zones).size).toBe(zones.length);
  const chosen = (options) => page.evaluate((given) => {
    const select = document.createElement("select");
    fillTimeZones(select, given);
    return select.value;
  }, options);
  expect(await chosen()).toBe("");
  expect(await chosen({ host: true })).toBe("Asia/Tokyo");
  expect(await chosen({ timeZone: "America/Sao_Paulo", host: true })).toBe("America/Sao_Paulo");
  expect(await chosen({ timeZone: "Nowhere/Else" })).toBe("");
  // A name that the host does not list but the package knows.
  expect(await chosen({ timeZone: "US/Pacific" })).toBe("US/Pacific");
});

test("a form without onSubmit is submitted by the browser once it has no issues", async ({ page, open }) => {
  await open({ onSubmit: undefined });
  await send(page);
  await expect(summary(page)).toBeFocused();
  await fill(page, { start: "2027-11-07T01:30" });
  await field(page, "start").blur();
  await page.getByRole("radio").first().check();
  await send(page);
  await page.waitForURL(/\?/);
  expect(new URL(page.url()).searchParams.get("start")).toBe("2027-11-07T01:30:00-04:00");
});

test("the page may choose the place and the heading of the summary, which is marked with its language", async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    bound.destroy();
    const place = document.createElement("section");
    place.id = "place";
    document.querySelector("h1").after(place);
    bind({ summary: place, heading: "Please look again", language: "en" });
  });
  await send(page);
  await expect(page.locator("#place")).toBeFocused();
  await expect(page.locator("#place p")).toHaveText("Please look again");
  await expect(page.locator("#place p")).toHaveAttribute("lang", "en");
  await expect(page.locator(".waevent-issue").first()).toHaveAttribute("lang", "en");
  await expect(page.locator("form .waevent-summary")).toHaveCount(0);
  await page.evaluate(() => bound.destroy());
  await expect(page.locator("#place")).toBeEmpty();
});

test("a language tag is matched to a language, and messages are marked with that language", async ({ page, open }) => {
  await open();
  await page.evaluate(async () => {
    await import("/waevent/locales/pt-BR.js");
    bound.destroy();
    bind({ language: "pt_BR", labels: { to: "Telefone" } });
  });
  await send(page);
  await expect(summary(page).locator("p")).toHaveText("Há um problema");
  await expect(summary(page).locator("p")).toHaveAttribute("lang", "pt-BR");
  await expect(page.locator(".waevent-issue").first()).toHaveText('Preencha "Telefone".');
  await expect(page.locator(".waevent-issue").first()).toHaveAttribute("lang", "pt-BR");
});

test("messages are updated when an option has changed", async ({ page, open }) => {
  await open();
  await page.evaluate(() => { bound.destroy(); globalThis.target = { gateway: "ryzeapi", instance: "a" }; globalThis.bound = null; });
  await page.evaluate(async () => {
    const { bindForm } = await import("/waevent/form.js");
    globalThis.bound = bindForm(document.querySelector("form"), { country: "US", get target() { return globalThis.target; } });
  });
  await fill(page);
  await field(page, "location.name").focus();
  await field(page, "location.name").blur();
  await field(page, "terms").focus();
  expect(await messages(page, "location.name")).toEqual([]);
  await page.evaluate(() => { globalThis.target = { gateway: "wappfy", session: "a" }; bound.refresh(); });
  expect(await messages(page, "location.name")).toEqual(["issue field_required_by_gateway"]);
  await expect(summary(page)).toBeHidden();
  await expect(field(page, "terms")).toBeFocused();
});

for (const [entryPoint, start] of [["inline.js", ""], ["slim.js", 'await entryPoint.init("/waevent/waevent_bg.wasm");']]) {
  test(`the form works beside the entry point ${entryPoint}`, async ({ page, open }) => {
    await open({}, FORM, SCRIPT.replace('import "/waevent/browser.js";', `import * as entryPoint from "/waevent/${entryPoint}"; ${start}`));
    await fill(page);
    await send(page);
    expect(await sent(page)).toMatchObject([{ name: "Stand-up" }]);
  });
}

for (const [name, text] of [["README.md", (all) => all], ["form.d.ts", (all) => all.replace(/^ \* ?/gm, "")]]) {
  test(`the example in ${name} works`, async ({ page, faults }) => {
    const html = /```html\n([\s\S]*?)```/.exec(text(readFileSync(join(installed, name), "utf8")))[1];
    const map = '<script type="importmap">{ "imports": { "waevent": "/waevent/browser.js", "waevent/form": "/waevent/form.js" } }</script>';
    const served = await site({ folders: { "/waevent/": installed }, pages: { "/": `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${map}${html}` } });
    await page.clock.setFixedTime("2027-01-04T12:00:00Z");
    await page.goto(served.url);
    await expect(page.getByLabel("Time zone")).not.toHaveValue("");
    await page.getByLabel("WhatsApp number").fill("(212) 555-0123");
    await page.getByLabel("Title").fill("Stand-up");
    await page.getByLabel("Start").fill("2027-03-01T09:30");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.locator("output")).toHaveText(/"number":"12125550123","name":"Stand-up","startAt":"2027-03-01T09:30:00-05:00"/);
    expect(faults).toEqual([]);
    await served.close();
  });
}
