// The number of a form as people write it, and its countries to choose from.
import { expect, field, FORM, messages, SCRIPT, send, sent, summary, test } from "./support/form.mjs";

const WITH = `import * as phones from "/waevent/phones.js"; globalThis.phones = phones; ${SCRIPT}`;
const COUNTRY = FORM.replace('<p><label for="to">', '<p><label>Country <select id="country"><option value="">None</option></select></label> <label for="to">');

/** Opens the form with the country's select, and binds it with what `waevent/phones` has. */
async function start(page, open, { html = COUNTRY, ...given } = {}) {
  await open({}, html, WITH);
  await page.evaluate(async (options) => {
    bound.destroy();
    const { bindForm } = await import("/waevent/form.js");
    const form = document.querySelector("form");
    const select = document.querySelector("#country");
    if (select) phones.fillCountries(select, { example: form.elements.to, ...options });
    globalThis.bound = bindForm(form, {
      writeRecipient: phones.writeRecipient,
      get country() { return select?.value ?? options.country; },
      onSubmit: ({ input }) => sent.push({ input }),
    });
  }, given);
}

const leave = async (page, text) => {
  await field(page, "to").fill(text);
  await field(page, "to").blur();
  return field(page, "to").inputValue();
};

test("a number is written as people do once its field was left, and not before", async ({ page, open }) => {
  await start(page, open, { country: "US" });
  await field(page, "to").pressSequentially("2125550123");
  await expect(field(page, "to")).toHaveValue("2125550123");
  await page.keyboard.press("Tab");
  // As libphonenumber writes it in the country, and with a plus sign abroad or where it was typed with one.
  await expect(field(page, "to")).toHaveValue("(212) 555-0123");
  expect(await leave(page, "+12125550123")).toBe("+1 212-555-0123");
  expect(await leave(page, "+5511999999999")).toBe("+55 11 99999-9999");
  expect(await leave(page, "https://wa.me/5511999999999")).toBe("+55 11 99999-9999");
  // A fault is left as it was typed.
  expect(await leave(page, "212 555")).toBe("212 555");
  expect(await messages(page, "to")).toEqual(["issue phone_too_short"]);
  expect(await leave(page, "call me")).toBe("call me");
  // An id is no number: it stays.
  expect(await leave(page, "120363041234567890@g.us")).toBe("120363041234567890@g.us");
});

test("what stands in the field afterwards is the same recipient, in every country", async ({ page, open }) => {
  await start(page, open, { country: "BR" });
  const others = await page.evaluate(async () => {
    const { parseRecipient } = await import("/waevent/browser.js");
    const said = (text, options) => JSON.stringify(parseRecipient(text, options).value);
    const control = document.createElement("input");
    return phones.countries().flatMap(({ country, example }) => ["BR", country].flatMap((home) => [...Object.values(example), example.e164.slice(1)].flatMap((typed) => {
      const options = { country: home };
      const before = said(typed, options);
      control.value = typed;
      phones.writeRecipient(control, options);
      return said(control.value, options) === before ? [] : [`${typed} in ${home}: ${control.value}`];
    })));
  });
  expect(others).toEqual([]);
  // Two ids of one account: the one that was typed is the one that is sent to.
  expect(await leave(page, "5551980201045")).toBe("(51) 98020-1045");
  expect(await leave(page, "555180201045")).toBe("555180201045");
});

test("another country is chosen: the number is read and written anew, and the example follows", async ({ page, open }) => {
  await start(page, open, { country: "BR" });
  const select = page.getByLabel("Country");
  await expect(field(page, "to")).toHaveAttribute("placeholder", "(11) 96123-4567");
  expect(await leave(page, "11999999999")).toBe("(11) 99999-9999");
  await select.selectOption("US");
  await expect(field(page, "to")).toHaveAttribute("placeholder", "(201) 555-0123");
  await expect(field(page, "to")).toHaveValue("(11) 99999-9999");
  expect(await messages(page, "to")).not.toEqual([]);
  await select.selectOption("BR");
  expect(await messages(page, "to")).toEqual([]);
  expect(await leave(page, "2025550123")).toBe("2025550123");
  await select.selectOption("US");
  await expect(field(page, "to")).toHaveValue("(202) 555-0123");
  await select.selectOption("");
  await expect(field(page, "to")).not.toHaveAttribute("placeholder", /\d/);
});

test("countries stand by their names in the language, with calling codes, and none is guessed", async ({ page, open }) => {
  await start(page, open, { language: "es" });
  const options = await page.getByLabel("Country").evaluate((one) => [...one.options].map(({ value, text }) => [value, text]));
  expect(options[0]).toEqual(["", "None"]);
  expect(options).toContainEqual(["DE", "Alemania \u2066+49\u2069"]);
  expect(options).toContainEqual(["BR", "Brasil \u2066+55\u2069"]);
  expect(options.length).toBeGreaterThan(200);
  await expect(page.getByLabel("Country")).toHaveValue("");
  expect(await page.evaluate(() => {
    const select = document.createElement("select");
    return ["br", "XX", ""].map((country) => { select.replaceChildren(); phones.fillCountries(select, { country }); return [select.value, select.options[0].value]; });
  })).toEqual([["BR", ""], ["", ""], ["", ""]]);
});

test("a number that was typed back is the one that is typed, whatever was written in between", async ({ page, open }) => {
  await start(page, open, { country: "US" });
  await field(page, "to").pressSequentially("2125550123");
  await page.keyboard.press("Tab");
  await expect(field(page, "to")).toHaveValue("(212) 555-0123");
  await page.keyboard.press("Shift+Tab");
  // Undoing never gives a text that nobody typed and nobody wrote.
  for (let times = 0; times < 12; times += 1) {
    await page.keyboard.press("Control+z");
    expect("2125550123".startsWith(await field(page, "to").inputValue()) || await field(page, "to").inputValue() === "(212) 555-0123").toBe(true);
  }
  await page.keyboard.press("Control+a");
  await page.keyboard.type("2125550199");
  await page.keyboard.press("Tab");
  await expect(field(page, "to")).toHaveValue("(212) 555-0199");
});

test("a composition that is under way is not touched, and neither is the place of the caret", async ({ page, open }) => {
  await start(page, open, { country: "EG" });
  // It was left before, and would be written if it were left now.
  await leave(page, "01");
  await field(page, "to").fill("");
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "٠١٠٠١٢٣٤٥٦٧", selectionStart: 4, selectionEnd: 4 });
  await page.evaluate(() => bound.refresh());
  await expect(field(page, "to")).toHaveValue("٠١٠٠١٢٣٤٥٦٧");
  await field(page, "to").focus();
  await client.send("Input.insertText", { text: "٠١٠٠١٢٣٤٥٦٧" });
  await page.evaluate(() => { const { to } = document.querySelector("form").elements; to.setSelectionRange(3, 3); });
  await page.evaluate(() => bound.refresh());
  expect(await field(page, "to").evaluate((one) => one.selectionStart)).toBe(3);
  await field(page, "to").blur();
  await expect(field(page, "to")).toHaveValue("010 01234567");
});

const LEFT = {
  "read only": "readonly", "too long for its maxlength": 'maxlength="12"', "other than its pattern": 'pattern="\\d+"', "no text": 'type="number"',
};
for (const [name, attribute] of Object.entries(LEFT)) {
  test(`what would be ${name} stays as it was typed`, async ({ page, open }) => {
    await start(page, open, { country: "US", html: FORM.replace('name="to" type="tel"', `name="to" ${attribute}`) });
    await page.evaluate(() => { const { to } = document.querySelector("form").elements; to.value = "2125550123"; to.focus(); });
    await field(page, "to").blur();
    await expect(field(page, "to")).toHaveValue("2125550123");
    expect(await messages(page, "to")).toEqual([]);
  });
}

test("who keeps the values hears of it, and what is sent is what is shown", async ({ page, open }) => {
  await start(page, open, { country: "US" });
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const type of ["input", "change"]) document.querySelector("form").addEventListener(type, ({ target }) => heard.push(`${type} ${target.value}`));
  });
  await field(page, "to").fill("2125550123");
  await field(page, "name").fill("Haircut");
  await field(page, "start").fill("2027-03-01T09:30");
  await field(page, "terms").check();
  expect(await page.evaluate(() => heard.filter((one) => one.includes("555")))).toEqual(["input 2125550123", "change 2125550123", "input (212) 555-0123", "change (212) 555-0123"]);
  await send(page);
  await expect(summary(page)).toBeHidden();
  expect(await sent(page)).toMatchObject([{ input: { to: "(212) 555-0123" } }]);
});
