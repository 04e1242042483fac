// Opens Vite's pages in Chromium. `cargo xtask test hosts` prepares everything.
import { defineConfig } from "@playwright/test";
import browser from "../browser/playwright.config.mjs";

const { webServer, ...rest } = browser;

export default defineConfig({ ...rest, outputDir: "../../target/playwright-hosts" });
