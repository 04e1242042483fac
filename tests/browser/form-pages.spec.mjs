// Forms as real pages have them: in a shadow root, split up, two on a page, removed and put back.
import { expect, field, fill, FORM, messages, SCRIPT, send, sent, summary, test } from "./support/form.mjs";

/** Leaves the title empty, and then fills it in and submits, like a user. */
async function goThrough(page) {
  await fill(page, { name: "" });
  await field(page, "name").focus();
  await field(page, "name").blur();
  expect(await messages(page, "name")).toEqual(["issue required"]);
  await field(page, "name").fill("Stand-up");
  await send(page);
  await expect(summary(page)).toBeHidden();
  expect(await sent(page)).toMatchObject([{ name: "Stand-up", input: { to: "(212) 555-0123" } }]);
}

test("a form works in a shadow root", async ({ page, open }) => {
  await open({}, FORM, SCRIPT.replace('const form = document.querySelector("form");', `
    const form = document.querySelector("form");
    const root = form.parentElement.attachShadow({ mode: "open" });
    root.append(form);
    form.elements.name.setAttribute("aria-labelledby", "named");
    form.append(Object.assign(document.createElement("b"), { id: "named", textContent: "Subject" }));`));
  await fill(page, { name: "" });
  await field(page, "name").focus();
  await field(page, "to").focus();
  await expect(page.locator(".waevent-issue")).toHaveCount(1);
  await send(page);
  await expect(summary(page)).toBeFocused();
  await summary(page).getByRole("link").click();
  await expect(field(page, "name")).toBeFocused();
  await page.keyboard.type("Stand-up");
  await send(page);
  expect(await sent(page)).toMatchObject([{ name: "Stand-up" }]);
});

test("fields outside the form element work, with a place for their messages", async ({ page, open }) => {
  const outside = '<input name="name" form="form" aria-label="Title"> <p data-waevent-for="name"></p> <input name="location.name" form="form" aria-label="Place">';
  await open({}, FORM.replace('<p><label>Title <input name="name"></label>', "").replace('<p><label>Place <input name="location.name"></label>', "") + outside);
  await field(page, "location.name").fill("x".repeat(1001));
  await field(page, "location.name").blur();
  await expect(page.locator('[name="location.name"] + .waevent-messages .waevent-issue')).toHaveCount(1);
  await field(page, "location.name").fill("Room A");
  await field(page, "name").focus();
  await field(page, "name").blur();
  await expect(page.locator('[data-waevent-for="name"] .waevent-issue')).toHaveCount(1);
  await goThrough(page);
  expect(await page.evaluate(() => { bound.destroy(); return document.querySelectorAll(".waevent-messages, .waevent-issue").length; })).toBe(0);
  await field(page, "name").fill("");
  await field(page, "name").blur();
  await expect(page.locator(".waevent-issue")).toHaveCount(0);
});

test("two forms in a page show only their own issues", async ({ page, open }) => {
  const other = '<form id="other"><input name="name" aria-label="Other title"><p data-waevent-for="to"></p><button>Other</button></form>';
  await open({}, other + FORM, SCRIPT.replace('querySelector("form")', 'querySelector("#form")'));
  await page.evaluate(async () => {
    const { bindForm } = await import("/waevent/form.js");
    globalThis.second = bindForm(document.querySelector("#other"));
  });
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator("#form .waevent-issue")).toHaveCount(4);
  await expect(page.locator("#other .waevent-issue")).toHaveCount(0);
  await page.getByRole("button", { name: "Other" }).click();
  await expect(page.locator("#other .waevent-issue")).toHaveCount(1);
  await page.evaluate(() => second.destroy());
  await expect(page.locator("#other .waevent-issue")).toHaveCount(0);
  await expect(page.locator("#form .waevent-issue")).toHaveCount(4);
});

test("fields may have the names of a form's methods and properties", async ({ page, open }) => {
  const names = ["submit", "reset", "action", "id"];
  await open({}, FORM.replace("</form>", `${names.map((name) => `<input name="${name}" aria-label="${name}">`).join("")}</form>`));
  await goThrough(page);
});

test("the fields of a disabled fieldset are ignored", async ({ page, open }) => {
  await open({}, FORM.replace("<p><label>Place", '<fieldset id="set"><legend>Where</legend><label>Place').replace("<details>", "</fieldset><details>"));
  await field(page, "location.name").fill("x".repeat(1001));
  await field(page, "location.name").blur();
  await expect(page.locator("#set .waevent-issue")).toHaveCount(1);
  await page.evaluate(() => { document.querySelector("#set").disabled = true; });
  await expect(page.locator(".waevent-issue")).toHaveCount(0);
  await goThrough(page);
  expect((await sent(page))[0].input).not.toHaveProperty("location");
});

test("a form that is removed and put back still works", async ({ page, open }) => {
  await open();
  await field(page, "name").focus();
  await field(page, "name").blur();
  await page.evaluate(() => {
    const form = document.querySelector("form");
    const { parentElement } = form;
    form.remove();
    return new Promise((resolve) => { setTimeout(() => { parentElement.append(form); resolve(); }); });
  });
  await goThrough(page);
});

test("destroying a binding twice, or using it afterwards, does not affect the next binding", async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    globalThis.first = bound;
    first.destroy();
    bind();
    first.destroy();
  });
  await send(page);
  await expect(page.locator(".waevent-issue")).toHaveCount(4);
  const { ok, count } = await page.evaluate(() => {
    first.refresh();
    first.destroy();
    return { ok: first.validate().ok, count: document.querySelectorAll(".waevent-summary").length };
  });
  expect({ ok, count }).toEqual({ ok: false, count: 1 });
  expect(await page.evaluate(() => document.querySelector("form").noValidate)).toBe(true);
  await expect(page.locator(".waevent-issue")).toHaveCount(4);
  await goThrough(page);
});

test("a reset removes all messages", async ({ page, open }) => {
  await open();
  await field(page, "name").fill("x".repeat(201));
  await field(page, "name").blur();
  expect(await messages(page, "name")).toEqual(["issue too_long"]);
  await page.getByRole("button", { name: "Start anew" }).click();
  expect(await messages(page, "name")).toEqual([]);
  await expect(field(page, "name")).toHaveValue("");
  expect(await field(page, "name").evaluate((one) => one.validationMessage)).toBe("");
  // A script chose the zone, so the reset does not restore it.
  await field(page, "timeZone").selectOption("America/New_York");
  await goThrough(page);
});
