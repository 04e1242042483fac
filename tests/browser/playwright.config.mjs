// Runs the built package in this machine's browsers. `cargo xtask test browser`, `firefox` and `webkit` prepare
// everything.
import { defineConfig } from "@playwright/test";

const port = process.env.WAEVENT_PORT ?? "8765";
const address = `http://127.0.0.1:${port}/`;

/** The playground and bundled code are tested in Chromium, the package itself in every browser, and the card in two. */
const EVERYWHERE = ["plain.spec.mjs", "cases.spec.mjs", "form-press.spec.mjs"];

const BROWSERS = {
  chromium: {
    testMatch: "*.spec.mjs",
    // Chromium's sandbox does not work for root, nor in most containers. All pages here are our own.
    use: { browserName: "chromium", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromiumSandbox: false } },
    webServer: {
      command: `node xtask/serve.mjs --port ${port}`,
      cwd: new URL("../../", import.meta.url).pathname,
      url: address,
      reuseExistingServer: false,
      timeout: 600_000,
    },
  },
  // The distribution's Firefox, which Playwright did not patch, over WebDriver BiDi.
  firefox: {
    testMatch: [...EVERYWHERE, "card.spec.mjs"],
    use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" } },
  },
  // Driven by support/webkit.mjs.
  webkit: { testMatch: EVERYWHERE },
};

const browser = process.env.WAEVENT_BROWSER ?? "chromium";
const { use, ...rest } = BROWSERS[browser];

export default defineConfig({
  // Each browser empties its own folder at the start, and two may run at the same time.
  outputDir: `../../target/playwright-${browser}`,
  // A forgotten `test.only` must not pass as the whole suite.
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  // The timeouts only end tests that hang: on a busy machine, browsers start and draw slowly.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  use: { baseURL: address, ...use },
  ...rest,
});
