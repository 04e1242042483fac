// What messages call a form's fields: the label that guests see, never a name from the API.
import { expect, field, FORM, SCRIPT, send, summary, test } from "./support/form.mjs";

/** A field for the title, labelled in each possible way, and the name that messages must use for it. */
const LABELS = {
  "a label around": ['<label>Event <b>title</b>: <input name="name"></label>', "Event title"],
  "a label that refers to it, with the mark of a required field": ['<label for="n">Event title *</label><input id="n" name="name">', "Event title"],
  "a label with a hint and a button in it": ['<label>Event title <span hidden>internal</span><i aria-hidden="true">!</i> <input name="name"><button type="button">?</button></label>', "Event title"],
  "aria-label": ['<input name="name" aria-label="Event title">', "Event title"],
  "aria-labelledby, before any other label": ['<b id="one">Event</b> <b id="two">title</b><label>Other <input name="name" aria-label="No" aria-labelledby="one two"></label>', "Event title"],
  "the legend of a fieldset that contains nothing else": ['<fieldset><legend>Event title</legend><input name="name"></fieldset>', "Event title"],
  "the name of a group that contains nothing else": ['<div role="group" aria-label="Event title"><input name="name"></div>', "Event title"],
  "its own label, not the legend of a shared fieldset": ['<fieldset><legend>All</legend><label>Event title <input name="name"></label><input name="source"></fieldset>', "Event title"],
  "nothing": ['<input name="name">', undefined],
};

for (const [way, [html, label]] of Object.entries(LABELS)) {
  test(`a field is named by ${way}`, async ({ page, open }) => {
    await open({}, FORM.replace('<label>Title <input name="name"></label>', html));
    await field(page, "name").fill("x".repeat(201));
    await field(page, "name").blur();
    const told = page.locator(".waevent-issue");
    await expect(told).toContainText(label === undefined ? "Shorten " : `"${label}"`);
    await send(page);
    // The summary contains the label once, and never the API's name.
    const item = summary(page).locator("[data-issue^=too_long]");
    expect((await item.textContent()).split("Event title").length - 1).toBe(label === undefined ? 0 : 1);
    await expect(summary(page)).not.toContainText(/"name"|\bname:/);
  });
}

test("radio buttons and the parts of a time are named by their legend, even if the group has other fields", async ({ page, open }) => {
  await open({ timeZone: undefined }, `<form>
    <fieldset><legend>Haircut</legend>
      <label>Title <input name="name"></label>
      <label><input type="radio" name="durationMinutes" value="1.500" checked> Short</label>
    </fieldset>
    <fieldset><legend>Appointment</legend><input name="start.date" type="date" value="2020-03-01"><input name="start.time" type="time" value="09:00"></fieldset>
    <select name="timeZone"></select><button>Send</button></form>`);
  await send(page);
  await expect(summary(page).locator("[data-issue*=durationMinutes]")).toContainText("Haircut");
  await expect(summary(page).locator("[data-issue*=start]")).toContainText("Appointment");
});

test("labels in the options override those of the page, and null leaves a field unnamed", async ({ page, open }) => {
  await open({ labels: { name: "Subject", "location.name": null } });
  await field(page, "name").fill("x".repeat(201));
  await field(page, "location.name").fill("x".repeat(1001));
  await field(page, "location.name").blur();
  await expect(page.locator(".waevent-issue").first()).toContainText('"Subject"');
  await expect(page.locator(".waevent-issue").last()).not.toContainText("Place");
});

test("a right-to-left label is isolated inside a message, and precedes it in the summary", async ({ page, open }) => {
  await open({ language: "ar" }, FORM.replace("Title", "عنوان الموعد"), `import "/waevent/locales/ar.js"; ${SCRIPT}`);
  await field(page, "name").fill("x".repeat(201));
  await send(page);
  await expect(page.locator(".waevent-issue").filter({ hasText: "عنوان الموعد" })).toHaveCount(1);
  await expect(summary(page).getByRole("link", { name: /عنوان الموعد/ })).toHaveCount(1);
});
