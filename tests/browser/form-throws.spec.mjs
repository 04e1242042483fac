// Mistakes that only the page's author can make are thrown at once or logged, and never shown to somebody who fills in
// the form.
import { expect, field, FORM, installed, messages, send, summary, test } from "./support/form.mjs";

test("bindForm throws at once if no entry point was started", async ({ page, answers }) => {
  const script = `
    import { bindForm } from "/waevent/form.js";
    try { bindForm(document.querySelector("form")); } catch (error) { globalThis.answers = String(error); }`;
  const pages = { "/": `<!doctype html><title>x</title><link rel="icon" href="data:,"><form></form><script type="module" src="/main.js"></script>`, "/main.js": script };
  expect((await answers({ folders: { "/waevent/": installed }, pages })).text).toMatch(/^NotInitializedError: waevent is not started: import "waevent" first/);
});

test("without a form, bindForm says what is missing", async ({ page, open }) => {
  await open();
  const found = await page.evaluate(async () => {
    const { bindForm } = await import("/waevent/form.js");
    return [[], [null], ["#form"], [document.querySelector("main")]].map((given) => {
      try { bindForm(...given); } catch (error) { return String(error); }
    });
  });
  expect(found).toEqual(Array(4).fill("TypeError: waevent: a form element is missing from the arguments"));
});

/** What bindForm throws for each of these options, as "name: codes", or a note if the form was changed. */
const thrown = (page, all) => page.evaluate(async (given) => {
  bound.destroy();
  const { bindForm } = await import("/waevent/form.js");
  const form = document.querySelector("form");
  const before = form.outerHTML;
  return given.map((one) => {
    try {
      bindForm(form, one).destroy();
      return "nothing";
    } catch (error) {
      if (form.outerHTML !== before) return "the form was changed";
      return `${error.name}: ${error.issues.map(({ code, path }) => `${code} ${path.join(".")}`)}`;
    }
  });
}, all);

const FAULTS = {
  "required target": { target: null }, "required gateway": { target: {} }, "unknown_gateway gateway": { target: { gateway: "wharf" } },
  "required session": { target: { gateway: "wappfy" } }, "target_segment session": { target: { gateway: "wappfy", session: "../x" } },
  "invalid_option country": { country: "Brazil" }, "time_zone_unknown timeZone": { timeZone: "America/Sao_Paolo" },
  "invalid_option language": { language: "es" }, "wrong_type strict": { strict: "yes" },
};

test("bindForm throws all issues of target and options", async ({ page, open }) => {
  await open();
  expect(await thrown(page, Object.values(FAULTS))).toEqual(Object.keys(FAULTS).map((fault) => `TargetError: ${fault}`));
  expect(await thrown(page, [{}, { target: { gateway: "wawp", instanceId: "A1" } }, { country: "" }])).toEqual(["nothing", "nothing", "nothing"]);
});

test("options that are not a plain object are refused, and the issue names what they are", async ({ page, open }) => {
  await open();
  const found = await page.evaluate(async () => {
    bound.destroy();
    const { bindForm } = await import("/waevent/form.js");
    class Options { country = "US"; }
    return [new Map([["country", "US"]]), [], new Options(), Object.assign(Object.create(null), { country: "US" })].map((options) => {
      try {
        bindForm(document.querySelector("form"), options).destroy();
      } catch ({ issues: [{ code, params }] }) {
        return `${code} ${params.found}`;
      }
    });
  });
  expect(found).toEqual(["wrong_type map", "wrong_type class instance", "wrong_type class instance", undefined]);
});

test("a target value that comes from a field is reported there, not thrown", async ({ page, open }) => {
  await open({}, FORM.replace("<details>", '<label>Session <input name="session"></label><details>'));
  await page.evaluate(async () => {
    bound.destroy();
    const { bindForm } = await import("/waevent/form.js");
    const form = document.querySelector("form");
    globalThis.bound = bindForm(form, { get target() { return { gateway: "waha", baseUrl: "https://waha.example.com", session: form.elements.session.value }; } });
  });
  await field(page, "session").focus();
  await field(page, "session").blur();
  expect(await messages(page, "session")).toEqual(["issue target_segment"]);
  await page.evaluate(() => bound.refresh());
  await send(page);
  await expect(summary(page).getByRole("link", { name: /Session/ })).toHaveCount(1);
});

test("refresh throws if an option has become invalid", async ({ page, open }) => {
  await open();
  const name = await page.evaluate(async () => {
    bound.destroy();
    const { bindForm } = await import("/waevent/form.js");
    const options = { language: "en" };
    const again = bindForm(document.querySelector("form"), options);
    options.language = "tlh";
    try { again.refresh(); } catch (error) { return error.name; }
  });
  expect(name).toBe("TargetError");
});

test("an option in another spelling is logged once, in the words for developers, and not shown", async ({ page, open, faults }) => {
  await open();
  const shown = await page.evaluate(async () => {
    bound.destroy();
    const { bindForm } = await import("/waevent/form.js");
    const form = document.querySelector("form");
    const options = { target: { gateway: "wawp", instanceId: "A1", colour: "red" }, contry: "US", onsubmit() {}, labels: { start: "Start" } };
    globalThis.bound = bindForm(form, options);
    bound.refresh();
    const { issues } = bound.validate();
    return [issues.filter(({ code }) => code === "unknown_field"), form.textContent.includes("contry")];
  });
  expect(shown).toEqual([[], false]);
  expect(faults.splice(0).sort()).toEqual([
    'waevent/form: No field is called "colour", so it was ignored.',
    'waevent/form: No field is called "contry", so it was ignored; did you mean "country"?',
    'waevent/form: No field is called "onsubmit", so it was ignored.',
  ]);
  expect(await thrown(page, [{ strict: true, contry: "US" }])).toEqual(["TargetError: unknown_field contry"]);
});
