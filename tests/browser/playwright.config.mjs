// The browsers of the machine, on what is built: `cargo xtask test browser`, `firefox` and `webkit` set all of this up.
import { defineConfig } from "@playwright/test";

const port = process.env.WAEVENT_PORT ?? "8765";
const address = `http://127.0.0.1:${port}/`;

/** The playground and what bundlers make are tested in Chromium; the package itself in each browser, and the card in two. */
const EVERYWHERE = ["plain.spec.mjs", "cases.spec.mjs", "form-press.spec.mjs"];

const BROWSERS = {
  chromium: {
    testMatch: "*.spec.mjs",
    // Chromium refuses its sandbox to root, and most containers refuse it to everyone. The pages are our own.
    use: { browserName: "chromium", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromiumSandbox: false } },
    webServer: {
      command: `node xtask/serve.mjs --port ${port}`,
      cwd: new URL("../../", import.meta.url).pathname,
      url: address,
      reuseExistingServer: false,
      timeout: 120_000,
    },
  },
  // A Firefox that Playwright did not build, over WebDriver BiDi.
  firefox: {
    testMatch: [...EVERYWHERE, "card.spec.mjs"],
    use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" } },
  },
  // support/webkit.mjs drives it.
  webkit: { testMatch: EVERYWHERE },
};

const browser = process.env.WAEVENT_BROWSER ?? "chromium";
const { use, ...rest } = BROWSERS[browser];

export default defineConfig({
  // Each empties its own when it starts, and two may run at once.
  outputDir: `../../target/playwright-${browser}`,
  // A test left as the only one must not pass as the whole suite.
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  // They end what hangs, and judge nothing: a busy machine starts a browser slowly, and draws slowly.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: { baseURL: address, ...use },
  ...rest,
});
