// The package compiles its WebAssembly while it is imported. Importing it from here, and not from a
// <script>, lets the page show an error if that fails.

import { preferredLanguage, say, speak } from "./language.js";
import { keepOffline } from "./offline.js";
import { themes } from "./theme.js";

themes();
await speak(preferredLanguage());
try {
  const { start } = await import("./playground.js");
  await start();
  keepOffline();
} catch (error) {
  const failure = document.getElementById("failure");
  failure.textContent = say("failure", { reason: error?.message ?? error });
  failure.hidden = false;
  document.querySelector("main").hidden = true;
  document.querySelector(".switch").hidden = true;
  throw error;
}
