// Who wrote a field's messages, in which language they are, and how much room they take.
import { expect, field, FORM, messages, SCRIPT, send, summary, test } from "./support/form.mjs";

const issueAt = (page, name) => page.locator(`label:has([name="${name}"]) + .waevent-messages .waevent-issue`);

test("the browser's messages are marked with its language, and the page's own with that of the page", async ({ page, open }) => {
  await open({ language: "pt-BR" }, FORM, `import "/waevent/locales/pt-BR.js"; ${SCRIPT}`);
  await page.evaluate(() => {
    document.querySelector("form").parentElement.lang = "fr";
    document.querySelector("[name=durationMinutes]").setCustomValidity("C'est complet.");
  });
  await send(page);
  await expect(issueAt(page, "name")).toHaveAttribute("lang", "pt-BR");
  await expect(issueAt(page, "terms")).toHaveAttribute("lang", "en-US");
  await expect(issueAt(page, "terms")).toHaveText("Please check this box if you want to proceed.");
  await expect(issueAt(page, "durationMinutes")).toHaveText("C'est complet.");
  await expect(issueAt(page, "durationMinutes")).toHaveAttribute("lang", "fr");
  expect(await summary(page).locator("bdi[lang]").evaluateAll((all) => all.map(({ lang }) => lang))).toEqual(["pt-BR", "pt-BR", "pt-BR", "fr", "en-US"]);
});

test("a message that the page sets with setCustomValidity is neither removed nor replaced", async ({ page, open }) => {
  await open();
  const say = (message) => page.evaluate((text) => document.querySelector("[name=name]").setCustomValidity(text), message);
  const said = () => field(page, "name").evaluate((one) => one.validationMessage);
  await say("This one is booked.");
  await field(page, "name").fill("Haircut");
  await field(page, "name").blur();
  expect(await messages(page, "name")).toEqual(["issue constraint"]);
  expect(await said()).toBe("This one is booked.");
  // If the package has an issue for the field too, it is shown first, and the page's own message remains.
  await field(page, "name").fill("");
  await field(page, "name").blur();
  expect(await messages(page, "name")).toEqual(["issue required"]);
  expect(await said()).toBe("This one is booked.");
  await page.evaluate(() => bound.destroy());
  expect(await said()).toBe("This one is booked.");
  await say("");
  await page.evaluate(() => bind());
  await field(page, "name").fill("");
  await field(page, "name").blur();
  expect(await said()).toBe("Fill in \"Title\".");
  await page.evaluate(() => bound.destroy());
  expect(await said()).toBe("");
});

for (const display of ["grid", "flex"]) {
  test(`empty message boxes take no room in a ${display}`, async ({ page, open }) => {
    await open();
    const heights = await page.evaluate((layout) => {
      const form = document.querySelector("form");
      const inputs = ["to", "name", "start"].map((name) => Object.assign(document.createElement("input"), { name }));
      form.replaceChildren(...inputs);
      Object.assign(form.style, { display: layout, flexDirection: "column", gap: "30px" });
      bound.refresh();
      const bare = form.cloneNode(true);
      bare.querySelectorAll("div").forEach((one) => one.remove());
      form.after(bare);
      return [form, bare].map((one) => one.getBoundingClientRect().height);
    }, display);
    await expect(page.locator("form .waevent-messages")).toHaveCount(3);
    expect(heights[0]).toBe(heights[1]);
    await field(page, "to").first().focus();
    await field(page, "to").first().blur();
    await expect(page.locator("form").first().locator(".waevent-messages").first()).toHaveCSS("position", "static");
  });
}
