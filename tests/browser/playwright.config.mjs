// Chromium of the machine (CHROMIUM names it), on what is built: `cargo xtask test browser` sets all of this up.
import { defineConfig } from "@playwright/test";

const port = process.env.WAEVENT_PORT ?? "8765";
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testMatch: "*.spec.mjs",
  outputDir: "../../target/playwright",
  // A test left as the only one must not pass as the whole suite.
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  use: {
    baseURL: address,
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Chromium refuses its sandbox to root, and most containers refuse it to everyone. The pages are our own.
      chromiumSandbox: false,
    },
  },
  webServer: {
    command: `cargo xtask serve --port ${port}`,
    cwd: new URL("../../", import.meta.url).pathname,
    url: address,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
