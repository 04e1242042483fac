// The copy buttons. Browsers allow the clipboard only in secure contexts (https, or this machine);
// elsewhere the text is shown, selected, to be copied manually.

import { byId } from "./dom.js";
import { say } from "./language.js";

/** `textOf("json" | "curl" | "fetch" | "n8n")` returns the text, or null if there is no request. */
export function onCopy(textOf) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = textOf(button.dataset.copy);
      if (text === null) return;
      try {
        await navigator.clipboard.writeText(text);
        show(say("copied", { what: button.textContent }));
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
  show(say("byHand"));
}

let fading = 0;

function show(words) {
  byId("copied").textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => (byId("copied").textContent = ""), 4000);
}
