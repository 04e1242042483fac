// The table of faults, by rows of the file.

import { byId, element } from "../dom.js";
import { say } from "../language.js";

/** `shown` has the first faults, and `total` is the number of all faults. */
export function showFaults(shown, total) {
  const place = byId("faults");
  place.hidden = total === 0;
  if (total === 0) return place.replaceChildren();
  const head = ["row", "field", "fault"].map((key) => element("th", { scope: "col" }, say(key)));
  const rows = shown.map(({ row, field, code, message }) => {
    const words = element("td", { "data-code": code }, element("bdi", {}, message ?? say(code)));
    return element("tr", {}, element("th", { scope: "row" }, String(row)), element("td", {}, element("bdi", {}, field)), words);
  });
  const caption = element("caption", {}, say("faults"));
  if (total > shown.length) caption.append(` · ${say("firstFaults", { count: shown.length })}`);
  const table = element("table", {}, caption, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
  place.replaceChildren(table);
}
