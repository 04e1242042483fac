// The package compiles its WebAssembly while it is imported. Importing it from here, and not from a
// <script>, lets the page say what happened when that fails.

try {
  const { start } = await import("./playground.js");
  start();
} catch (error) {
  const failure = document.getElementById("failure");
  failure.textContent =
    "The package could not be loaded, so nothing here is checked. " +
    "This browser may forbid WebAssembly, or the folder pkg/ has not been built. " +
    `The browser says: ${error?.message ?? error}`;
  failure.hidden = false;
  document.querySelector("main").hidden = true;
  document.querySelector(".switch").hidden = true;
  throw error;
}
