// Light or dark: as in the system's settings, unless the user chooses otherwise.

import { byId } from "./dom.js";
import { read, write } from "./language.js";

export function themes() {
  const choice = byId("theme");
  const show = () => {
    document.documentElement.dataset.theme = choice.value;
    write("theme", choice.value);
  };
  choice.value = ["light", "dark"].includes(read("theme")) ? read("theme") : "";
  choice.addEventListener("change", show);
  show();
}
