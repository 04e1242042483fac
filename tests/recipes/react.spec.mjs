// waevent/react with real React, rendered on a server and in Chromium, in StrictMode, with all of React's warnings.
import { transform } from "esbuild";
import { expect, pageOf, test as base } from "../browser/support/answers.mjs";
import { textOf } from "../package/support/pieces.mjs";
import { blocks } from "../package/support/snippets.mjs";
import { REACTS, rendered } from "./support/react.mjs";

const APP = `
  import "waevent/inline";
  import "waevent/locales/pt-BR";
  import { Component, StrictMode, useState } from "react";
  import { useEventForm } from "waevent/react";

  function Booking() {
    const [language, setLanguage] = useState("en");
    const [typed, setTyped] = useState("");
    const [isTimed, setTimed] = useState(true);
    const { ref, bound } = useEventForm({
      country: "US", timeZone: "America/New_York", language,
      target: { gateway: "ryzeapi", instance: "sales" },
      // The callback of the last render, which knows what was typed.
      onSubmit: ({ value }) => { globalThis.sent = [typed, JSON.parse(value.request.body)]; },
    });
    return (
      <form ref={ref}>
        <label>Number <input name="to" /></label>
        <label>Title <input name="name" value={typed} onChange={({ target }) => setTyped(target.value)} /></label>
        {isTimed && <label>Start <input name="start" type="datetime-local" /></label>}
        <button>Send</button>
        <button type="button" onClick={() => setLanguage("pt-BR")}>Português</button>
        <button type="button" onClick={() => setTimed(!isTimed)}>Time or none</button>
        <button type="button" onClick={() => { globalThis.read = bound.current.read(); }}>Read</button>
      </form>
    );
  }

  class Boundary extends Component {
    state = {};
    static getDerivedStateFromError(error) { return { error }; }
    render() { return this.state.error ? <p role="alert">{this.state.error.name}</p> : this.props.children; }
  }

  export function App() {
    const [isOpen, setOpen] = useState(true);
    return (
      <StrictMode>
        <Boundary>{isOpen && <Booking />}</Boundary>
        <button onClick={() => setOpen(!isOpen)}>Open or close</button>
      </StrictMode>
    );
  }`;

const test = base.extend({
  locale: "en-US",
  open: async ({ page, answers, faults }, use) => {
    await page.clock.setFixedTime("2027-01-04T12:00:00Z");
    await use(async (react, app = APP) => {
      const { html, script } = await rendered(react, app);
      const { text } = await answers({ pages: { "/": pageOf(`<div id="root">${html}</div><script type="module" src="/main.mjs"></script>`), "/main.mjs": script } });
      expect(text).toBe("ready");
      return html;
    });
    expect(faults).toEqual([]);
  },
});

const issues = (page) => page.locator(".waevent-issue");
const button = (page, name) => page.getByRole("button", { name, exact: true });

for (const react of Object.keys(REACTS)) {
  test(`React ${react}: a form is checked, updated and sent with the options of the last render`, async ({ page, open }) => {
    expect(await open(react)).toMatch(/^<form>.*name="to"/);
    // StrictMode runs every effect twice.
    await expect(page.locator(".waevent-summary")).toHaveCount(1);
    await button(page, "Send").click();
    await expect(page.locator(".waevent-summary")).toBeFocused();
    await expect(page.locator(".waevent-summary li")).toHaveCount(3);
    await page.getByLabel("Number").fill("(212) 555-0123");
    await page.getByLabel("Title").fill("Stand-up");
    await page.getByLabel("Start").fill("2027-03-01T09:30");
    await button(page, "Read").click();
    expect(await page.evaluate(() => globalThis.read)).toEqual({ to: "(212) 555-0123", name: "Stand-up", start: "2027-03-01T09:30" });
    await button(page, "Send").click();
    const [typed, body] = await page.evaluate(() => globalThis.sent);
    expect([typed, body.number, body.name, body.startAt]).toEqual(["Stand-up", "12125550123", "Stand-up", "2027-03-01T09:30:00-05:00"]);
  });

  test(`React ${react}: a field is not checked during typing, although each letter causes a new render`, async ({ page, open }) => {
    await open(react);
    await page.getByLabel("Title").pressSequentially("x");
    await page.getByLabel("Title").press("Backspace");
    await expect(issues(page)).toHaveCount(0);
    await page.getByLabel("Title").press("Tab");
    await expect(issues(page)).toHaveText(["Fill in \"Title\"."]);
    // While the value is being corrected, the message stays until the field is left.
    await page.getByLabel("Title").focus();
    await page.getByLabel("Title").pressSequentially("Stand");
    await expect(issues(page)).toHaveText(["Fill in \"Title\".", "Fill in \"Start\"."]);
    await page.getByLabel("Title").press("Tab");
    await expect(issues(page)).toHaveText(["Fill in \"Start\"."]);
  });

  test(`React ${react}: a changed option takes effect at once, and an unmounted form leaves nothing behind`, async ({ page, open }) => {
    await open(react);
    await page.getByLabel("Title").focus();
    await page.getByLabel("Title").blur();
    await expect(issues(page)).toHaveText(["Fill in \"Title\"."]);
    await button(page, "Português").click();
    await expect(issues(page)).toHaveText(["Preencha \"Title\"."]);
    await button(page, "Open or close").click();
    await expect(page.locator("form, .waevent-messages, .waevent-summary")).toHaveCount(0);
    await button(page, "Open or close").click();
    await expect(page.locator(".waevent-summary")).toHaveCount(1);
    await expect(issues(page)).toHaveCount(0);
    await button(page, "Send").click();
    await expect(page.locator(".waevent-summary")).toBeFocused();
  });

  test(`React ${react}: an error thrown by bindForm reaches the nearest error boundary`, async ({ page, open, faults }) => {
    await open(react, APP.replace('import "waevent/inline";', 'import "waevent/slim";').replace('import "waevent/locales/pt-BR";', ""));
    await expect(page.getByRole("alert")).toHaveText("NotInitializedError");
    // React also logs it.
    expect(faults.splice(0).length).toBeGreaterThan(0);
  });

  test(`React ${react}: an unusable option reaches the error boundary, when the form is mounted and later`, async ({ page, open, faults }) => {
    await open(react, APP.replace('instance: "sales"', ""));
    await expect(page.getByRole("alert")).toHaveText("TargetError");
    await open(react, APP.replace('setLanguage("pt-BR")', 'setLanguage("tlh")'));
    await expect(page.locator("form")).toHaveCount(1);
    await button(page, "Português").click();
    await expect(page.getByRole("alert")).toHaveText("TargetError");
    await expect(page.locator("form, .waevent-summary")).toHaveCount(0);
    expect(faults.splice(0).length).toBeGreaterThan(0);
  });

  test(`React ${react}: a field that is no longer rendered takes its message along, and comes back without it`, async ({ page, open }) => {
    await open(react);
    await button(page, "Send").click();
    await expect(issues(page)).toHaveCount(3);
    await button(page, "Time or none").click();
    await expect(page.getByLabel("Start")).toHaveCount(0);
    await expect(issues(page)).toHaveCount(2);
    await expect(page.locator(".waevent-messages")).toHaveCount(2);
    await button(page, "Time or none").click();
    await expect(page.getByLabel("Start")).toHaveCount(1);
    await button(page, "Send").click();
    await expect(issues(page)).toHaveCount(3);
  });
}

test("the example in react.d.ts works", async ({ page, open }) => {
  const [{ code }] = blocks(textOf("react.d.ts"), ["tsx"]);
  const { code: script } = await transform(code, { loader: "tsx", jsx: "preserve", format: "esm" });
  // The page has only one script, so it uses the inline entry point.
  const app = script.replace('import "waevent";', 'import "waevent/inline";');
  await open(19, `${app}\nexport const App = () => <Booking onSent={(request) => { globalThis.sent = request; }} />;`);
  await page.getByLabel("WhatsApp number").fill("(212) 555-0123");
  await page.getByLabel("Title").fill("Stand-up");
  await page.getByLabel("Start").fill("2027-03-01T09:30");
  await button(page, "Send").click();
  const { url, body } = await page.evaluate(() => globalThis.sent);
  expect([url, JSON.parse(body).name]).toEqual(["https://ryzeapi.cloud/api/message/event/sales", "Stand-up"]);
});
