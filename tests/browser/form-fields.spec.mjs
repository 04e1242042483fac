// Fields that consist of more than one control, and controls that are added and removed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./support/axe.mjs";
import { expect, field, installed, messages, send, sent, summary, test } from "./support/form.mjs";

const PARTS = `
  <h1>Book a haircut</h1>
  <form>
    <p><label>Number <input name="to" type="tel"></label>
    <p><label>Title <input name="name" value="Haircut"></label>
    <fieldset><legend>When</legend>
      <label>Day <input name="start.date" type="date"></label>
      <label>Hour <select name="start.time"><option></option><option>09:00</option><option>10:30</option></select></label>
    </fieldset>
    <fieldset><legend>How long</legend>
      <label><input type="radio" name="durationMinutes" value="30"> Half an hour</label>
      <label><input type="radio" name="durationMinutes" value="1.500"> A whole hour</label>
    </fieldset>
    <div data-waevent-for="durationMinutes"></div>
    <label>Zone <select name="timeZone"></select></label>
    <button>Send</button>
  </form>`;

/** Appends inputs with these names to an element, as a framework does. */
const add = (page, selector, names) => page.evaluate(([where, all]) => {
  document.querySelector(where).append(...all.map((name) => Object.assign(document.createElement("input"), { name })));
}, [selector, names]);

const group = (page, name) => page.getByRole("group", { name });

test("date and time are one field, named by its legend", async ({ page, open }) => {
  await open({}, PARTS);
  await field(page, "to").fill("(212) 555-0123");
  await send(page);
  await expect(summary(page).getByRole("link")).toHaveText([/"When"/]);
  expect(await messages(page, "start.date")).toEqual(["issue required"]);
  expect(await messages(page, "start.time")).toEqual(["issue required"]);
  await expect(page.locator(".waevent-issue")).toHaveCount(1);
  // The message is next to the group's controls, not inside a label.
  await expect(group(page, "When").locator("> .waevent-messages > .waevent-issue")).toHaveCount(1);
  for (const part of ["start.date", "start.time"]) await expect(field(page, part)).toHaveAttribute("aria-invalid", "true");
  expect(await violations(page)).toEqual([]);

  await summary(page).getByRole("link").click();
  await expect(field(page, "start.date")).toBeFocused();
  await field(page, "start.date").fill("2027-03-01");
  // The next control is the time, so half a start is no issue yet, and the issue shown before stays.
  await field(page, "start.time").focus();
  expect(await messages(page, "start.date")).toEqual(["issue required"]);
  await field(page, "start.time").selectOption("10:30");
  expect(await messages(page, "start.date")).toEqual([]);
  await expect(summary(page)).toBeHidden();
  await send(page);
  expect(await sent(page)).toMatchObject([{ input: { start: "2027-03-01T10:30" } }]);
});

test("half a start is an issue once the focus leaves the group, and its link leads to the missing part", async ({ page, open }) => {
  await open({}, PARTS);
  // A choice in a select is complete, but the start that it is part of is not.
  await field(page, "start.time").selectOption("10:30");
  expect(await messages(page, "start.time")).toEqual([]);
  await field(page, "start.time").selectOption("");
  await field(page, "start.date").fill("2027-03-01");
  await field(page, "start.time").focus();
  expect(await messages(page, "start.date")).toEqual([]);
  await field(page, "timeZone").focus();
  expect(await messages(page, "start.date")).toEqual(["issue time_missing"]);
  await send(page);
  await summary(page).getByRole("link", { name: /"When"/ }).click();
  await expect(field(page, "start.time")).toBeFocused();
  await field(page, "start.time").selectOption("10:30");
  await field(page, "start.date").fill("");
  await send(page);
  await summary(page).getByRole("link", { name: /"When"/ }).click();
  await expect(field(page, "start.date")).toBeFocused();
});

test("an ambiguous time in two controls offers both times, and a FormData contains the chosen one", async ({ page, open }) => {
  await open({}, PARTS.replace("09:00", "01:30"));
  await field(page, "to").fill("(212) 555-0123");
  await field(page, "start.date").fill("2027-11-07");
  await field(page, "start.time").selectOption("01:30");
  await page.getByRole("radiogroup", { name: "When" }).getByRole("radio").last().check();
  const data = await page.evaluate(() => [...new FormData(document.querySelector("form"))].filter(([name]) => /start|end/.test(name)));
  expect(data).toEqual([["start", "2027-11-07T01:30:00-05:00"]]);
  await send(page);
  expect(await sent(page)).toMatchObject([{ input: { start: "2027-11-07T01:30:00-05:00" } }]);
});

test("an end without a date control is on the day of the start, but not if its date is empty", async ({ page, open }) => {
  const read = () => page.evaluate(() => { const { start, end } = bound.read(); return { start, end }; });
  await open({}, PARTS.replace("</fieldset>", '<label>Until <input name="end.time" type="time"></label></fieldset>'));
  await field(page, "start.date").fill("2027-03-01");
  expect(await read()).toEqual({ start: "2027-03-01", end: undefined });
  await field(page, "end.time").fill("11:00");
  expect(await read()).toEqual({ start: "2027-03-01", end: "2027-03-01T11:00" });
  await add(page, "fieldset", ["end.date"]);
  expect(await read()).toEqual({ start: "2027-03-01", end: "11:00" });
});

test("radio buttons are one field, named by its legend, and reported once", async ({ page, open }) => {
  await open({}, PARTS);
  await field(page, "to").fill("(212) 555-0123");
  await field(page, "start.date").fill("2027-03-01");
  await field(page, "start.time").selectOption("10:30");
  // This value can be read in two ways, so it is refused.
  await page.getByLabel("A whole hour").check();
  await expect(page.locator('[data-waevent-for="durationMinutes"] .waevent-issue')).toHaveCount(1);
  await expect(page.locator(".waevent-issue")).toHaveCount(1);
  expect(await messages(page, "durationMinutes").catch(() => "two of them")).toBe("two of them");
  const place = await page.locator('[data-waevent-for="durationMinutes"]').getAttribute("id");
  await expect(group(page, "How long")).toHaveAttribute("aria-describedby", place);
  await expect(page.locator("[type=radio][aria-describedby]")).toHaveCount(0);
  await send(page);
  await expect(summary(page).getByRole("link")).toHaveText([/"How long"/]);
  expect(await violations(page)).toEqual([]);
  await summary(page).getByRole("link").click();
  await expect(page.getByLabel("A whole hour")).toBeFocused();
  await page.getByLabel("Half an hour").check();
  await expect(group(page, "How long")).not.toHaveAttribute("aria-describedby");
  await expect(page.locator(".waevent-issue")).toHaveCount(0);
  await send(page);
  expect(await sent(page)).toMatchObject([{ input: { durationMinutes: "30" } }]);
});

test("a removed field takes its message along, and an added field is checked", async ({ page, open }) => {
  await open();
  await send(page);
  await expect(page.locator(".waevent-issue")).toHaveCount(4);
  await page.evaluate(() => document.querySelector("[name=name]").closest("label").remove());
  await expect(page.locator(".waevent-issue")).toHaveCount(3);
  // An issue whose field is gone stays in the summary, without a link.
  await expect(summary(page).getByRole("listitem")).toHaveCount(4);
  await add(page, "p:nth-of-type(2)", ["name"]);
  await summary(page).getByRole("link", { name: /"Title"/ }).click();
  await expect(field(page, "name")).toBeFocused();
  await field(page, "name").blur();
  expect(await messages(page, "name")).toEqual(["issue required"]);
  // A disabled field is treated like a removed one.
  await page.evaluate(() => { document.querySelector("[name=to]").disabled = true; });
  await expect(page.locator(".waevent-issue")).toHaveCount(3);
});

test("the form reads exactly the fields that the types name", async ({ page, open }) => {
  await open();
  const types = readFileSync(join(installed, "index.d.ts"), "utf8");
  const names = (type) => [...new RegExp(`export interface ${type} \\{([\\s\\S]*?)\\n\\}`).exec(types)[1].matchAll(/^ {2}(\w+)\??: .*;$/gm)].map(([, name]) => name);
  const [fields, parts] = [names("EventInput"), names("LocationInput")];
  const read = (all) => page.evaluate((given) => {
    const form = document.querySelector("form");
    form.replaceChildren(...[...given, "guest", "address"].map((name) => Object.assign(document.createElement("input"), { name, value: "x" })));
    const { location, ...event } = bound.read();
    return [Object.keys(event).sort(), typeof location === "object" ? Object.keys(location).sort() : location];
  }, all);
  expect(await read(fields)).toEqual([fields.filter((name) => name !== "location").sort(), ["name"]]);
  expect(await read(parts.map((name) => `location.${name}`))).toEqual([[], parts.sort()]);
});
