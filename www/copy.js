// The copy buttons. Browsers give the clipboard to secure pages only (https, or this machine);
// elsewhere the text is shown, selected, to be copied by hand.

import { byId } from "./dom.js";

/** `textOf("json" | "curl" | "fetch")` gives the text, or null when there is no request. */
export function onCopy(textOf) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = textOf(button.dataset.copy);
      if (text === null) return;
      try {
        await navigator.clipboard.writeText(text);
        say(`Copied as ${button.textContent}.`);
        byId("copy-by-hand").hidden = true;
      } catch {
        byHand(text);
      }
    });
  }
}

function byHand(text) {
  const area = byId("copy-by-hand");
  area.value = text;
  area.hidden = false;
  area.focus();
  area.select();
  say("The browser does not give the clipboard to this page. Copy the text below.");
}

let fading = 0;

function say(words) {
  byId("copied").textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => (byId("copied").textContent = ""), 4000);
}
