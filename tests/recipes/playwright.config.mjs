// Runs the recipes in Chromium. `cargo xtask test recipes` prepares everything.
import { defineConfig } from "@playwright/test";
import browser from "../browser/playwright.config.mjs";

const { webServer, ...rest } = browser;

export default defineConfig({ ...rest, outputDir: "../../target/playwright-recipes", timeout: 1_800_000 });
