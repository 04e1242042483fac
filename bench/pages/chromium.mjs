// The Chromium that the driver names, for as long as it is used.
import { chromium } from "@playwright/test";

export async function browsing(use) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
