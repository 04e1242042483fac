// A real n8n with the packed node. `cargo xtask n8n` prepares everything.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  // Screenshots are for people to look at, and stay out of the repository.
  outputDir: "../../target/n8n/results",
  forbidOnly: true,
  // One n8n at a time, shared by all files of a project.
  workers: 1,
  reporter: "list",
  // The timeouts only end tests that hang: on a busy machine, n8n and its editor are slow.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  use: {
    browserName: "chromium",
    testIdAttribute: "data-test-id",
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromiumSandbox: false },
  },
  projects: [
    { name: "rules", testMatch: "rules.spec.mjs" },
    { name: "single", testMatch: ["calendar.spec.mjs", "changes.spec.mjs", "commandline.spec.mjs", "credentials.spec.mjs", "editor.spec.mjs", "operations.spec.mjs", "own.spec.mjs", "pace.spec.mjs", "playground.spec.mjs", "server.spec.mjs", "webhook.spec.mjs"], use: { mode: "regular" } },
    { name: "queue", testMatch: ["changes.spec.mjs", "commandline.spec.mjs", "editor.spec.mjs", "operations.spec.mjs", "own.spec.mjs", "pace.spec.mjs", "queue.spec.mjs", "webhook.spec.mjs"], use: { mode: "queue" } },
  ],
});
