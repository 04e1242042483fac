// Vite's pages in Chromium: `cargo xtask test hosts` sets all of this up.
import { defineConfig } from "@playwright/test";
import browser from "../browser/playwright.config.mjs";

const { webServer, ...rest } = browser;

export default defineConfig({ ...rest, outputDir: "../../target/playwright-hosts" });
