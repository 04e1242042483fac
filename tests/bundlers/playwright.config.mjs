// What bundlers make, in Chromium: `cargo xtask test bundlers` sets all of this up.
import { defineConfig } from "@playwright/test";
import browser from "../browser/playwright.config.mjs";

const { webServer, ...rest } = browser;

export default defineConfig({ ...rest, outputDir: "../../target/playwright-bundlers" });
