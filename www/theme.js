// Light or dark: as the system has it, unless the person says otherwise.

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
