// Runs bundled code in Chromium. `cargo xtask test bundlers` prepares everything.
import { defineConfig } from "@playwright/test";
import browser from "../browser/playwright.config.mjs";

const { webServer, ...rest } = browser;

export default defineConfig({ ...rest, outputDir: "../../target/playwright-bundlers" });
