// The phone number of a form in its usual notation, and the select for its country.
import { expect, field, FORM, messages, SCRIPT, send, sent, summary, test } from "./support/form.mjs";

const WITH = `import * as phones from "/waevent/phones.js"; globalThis.phones = phones; ${SCRIPT}`;
const COUNTRY = FORM.replace('<p><label for="to">', '<p><label>Country <select id="country"><option value="">None</option></select></label> <label for="to">');

/** Opens the form with a select for the country, and binds it with the functions of `waevent/phones`. */
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

test("a number is formatted once its field is left, and not before", async ({ page, open }) => {
  await start(page, open, { country: "US" });
  await field(page, "to").pressSequentially("2125550123");
  await expect(field(page, "to")).toHaveValue("2125550123");
  await page.keyboard.press("Tab");
  // As libphonenumber formats it for the country, or with a plus sign if it is from abroad or was typed with one.
  await expect(field(page, "to")).toHaveValue("(212) 555-0123");
  expect(await leave(page, "+12125550123")).toBe("+1 212-555-0123");
  expect(await leave(page, "+5511999999999")).toBe("+55 11 99999-9999");
  expect(await leave(page, "https://wa.me/5511999999999")).toBe("+55 11 99999-9999");
  // A faulty number stays as it was typed.
  expect(await leave(page, "212 555")).toBe("212 555");
  expect(await messages(page, "to")).toEqual(["issue phone_too_short"]);
  expect(await leave(page, "call me")).toBe("call me");
  // A WhatsApp id is not a phone number, so it stays as it is.
  expect(await leave(page, "120363041234567890@g.us")).toBe("120363041234567890@g.us");
});

test("formatting never changes the recipient, in any country", async ({ page, open }) => {
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
  // One account may have two ids: the request must go to the one that was typed.
  expect(await leave(page, "5551980201045")).toBe("(51) 98020-1045");
  expect(await leave(page, "555180201045")).toBe("555180201045");
});

test("choosing another country checks and formats the number again, and updates the example", async ({ page, open }) => {
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

test("countries are listed by their names in the language, with calling codes, and none is guessed", async ({ page, open }) => {
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

test("undo only restores texts that were typed or formatted, and a number typed afterwards is kept", async ({ page, open }) => {
  await start(page, open, { country: "US" });
  await field(page, "to").pressSequentially("2125550123");
  await page.keyboard.press("Tab");
  await expect(field(page, "to")).toHaveValue("(212) 555-0123");
  await page.keyboard.press("Shift+Tab");
  // Undo must never restore a text that was neither typed nor formatted.
  for (let times = 0; times < 12; times += 1) {
    await page.keyboard.press("Control+z");
    expect("2125550123".startsWith(await field(page, "to").inputValue()) || await field(page, "to").inputValue() === "(212) 555-0123").toBe(true);
  }
  await page.keyboard.press("Control+a");
  await page.keyboard.type("2125550199");
  await page.keyboard.press("Tab");
  await expect(field(page, "to")).toHaveValue("(212) 555-0199");
});

test("formatting leaves an unfinished IME composition and the position of the caret alone", async ({ page, open }) => {
  await start(page, open, { country: "EG" });
  // The field was left before, so it would be formatted if it were left now.
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
  "read only": "readonly", "too long for its maxlength": 'maxlength="12"', "invalid by its pattern": 'pattern="\\d+"', "invalid for its type": 'type="number"',
};
for (const [name, attribute] of Object.entries(LEFT)) {
  test(`a number whose formatted text would be ${name} stays as it was typed`, async ({ page, open }) => {
    await start(page, open, { country: "US", html: FORM.replace('name="to" type="tel"', `name="to" ${attribute}`) });
    await page.evaluate(() => { const { to } = document.querySelector("form").elements; to.value = "2125550123"; to.focus(); });
    await field(page, "to").blur();
    await expect(field(page, "to")).toHaveValue("2125550123");
    expect(await messages(page, "to")).toEqual([]);
  });
}

test("formatting dispatches input and change events, and the text that is shown is the one that is sent", async ({ page, open }) => {
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
