// Starts the Chromium that `CHROMIUM` names, and closes it after use.
import { chromium } from "@playwright/test";

export async function browsing(use) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
