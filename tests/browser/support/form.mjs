// A form of plain HTML with the installed package's `waevent/form`, under a policy that forbids inline code and styles.
import { expect, installed, test as base } from "./answers.mjs";

export { expect, installed };

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; form-action 'self'; require-trusted-types-for 'script'";

export const NOW = "2027-01-04T12:00:00Z";

export const FORM = `
  <h1>Book a meeting</h1>
  <form id="form">
    <p><label for="to">Number</label> <input id="to" name="to" type="tel" aria-describedby="hint"> <span id="hint">With its area code</span>
    <p><label>Title <input name="name"></label>
    <p><label>Start <input name="start" type="datetime-local"></label>
    <p><label for="end">End</label> <input id="end" name="end" type="datetime-local"> <span data-waevent-for="end"></span>
    <p><label>Zone <select name="timeZone"></select></label>
    <p><label>Minutes <input name="durationMinutes" inputmode="decimal"></label>
    <p><label>Place <input name="location.name"></label>
    <details><summary>More</summary><p><label>Latitude <input name="location.latitude"></label></details>
    <p><label><input type="checkbox" name="extraGuestsAllowed"> Guests may bring others</label>
    <p><label><input type="checkbox" name="terms" required> I agree</label>
    <input type="hidden" name="csrf" value="secret">
    <p><button>Send</button> <button type="reset">Start anew</button>
  </form>`;

/** The page's script. `bind` takes the options; what is submitted is added to `sent`. */
export const SCRIPT = `
  import "/waevent/browser.js";
  import { bindForm, fillTimeZones } from "/waevent/form.js";
  const form = document.querySelector("form");
  fillTimeZones(form.elements.timeZone, { timeZone: "America/New_York" });
  globalThis.sent = [];
  globalThis.bind = (options) => {
    const onSubmit = ({ input, value, warnings, submitter }) => {
      sent.push({ input, body: value.request && JSON.parse(value.request.body), name: value.name, warnings: warnings.map(({ code }) => code), by: submitter?.textContent });
    };
    globalThis.bound = bindForm(form, { country: "US", onSubmit, ...options });
  };
  globalThis.fillTimeZones = fillTimeZones;
  globalThis.answers = "ready";`;

export const test = base.extend({
  locale: "en-US",
  timezoneId: "Asia/Tokyo",
  /**
   * Opens the form and binds it with these options. If the browser's clock cannot be set, the options must contain
   * `now`.
   */
  open: async ({ page, answers, faults }, use) => {
    await page.clock?.setFixedTime(NOW);
    await use(async (options = {}, html = FORM, script = SCRIPT) => {
      const head = '<meta name="viewport" content="width=device-width">';
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title><link rel="icon" href="data:,">${head}<body><main>${html}</main><script type="module" src="/main.js"></script>`;
      const { text } = await answers({ folders: { "/waevent/": installed }, pages: { "/": body, "/main.js": script }, headers: () => ({ "content-security-policy": POLICY }) });
      expect(text).toBe("ready");
      await page.evaluate((given) => bind(given), options);
    });
    expect(faults).toEqual([]);
  },
});

export const sent = (page) => page.evaluate(() => globalThis.sent);
export const field = (page, name) => page.locator(`[name="${name}"]`);
export const messages = async (page, name) => field(page, name).evaluate((one) => {
  const ids = (one.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== "hint");
  return ids.flatMap((id) => [...document.getElementById(id).children].map(({ className, dataset }) => `${className.replace("waevent-", "")} ${dataset.code}`));
});
export const summary = (page) => page.locator(".waevent-summary");
export const send = (page) => page.getByRole("button", { name: "Send" }).click();

export async function fill(page, values = {}) {
  const all = { to: "(212) 555-0123", name: "Stand-up", start: "2027-03-01T09:30", ...values };
  for (const [name, value] of Object.entries(all)) await field(page, name).fill(value);
  await field(page, "terms").check();
}
