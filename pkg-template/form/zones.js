// Fills a select with time zones.
import { noonIn } from "../when/zone.js";
import { element } from "./dom.js";

export function fillTimeZones(select, { timeZone, host = false } = {}) {
  const wanted = timeZone ?? (host ? Intl.DateTimeFormat().resolvedOptions().timeZone : "");
  // The host lists the names that are in use, and the package says which of them it knows.
  const isKnown = (name) => noonIn(name).ok;
  const known = [...new Set(["UTC", ...(Intl.supportedValuesOf?.("timeZone") ?? []), wanted])].filter(isKnown).sort();

  // Without an empty option the browser would choose the first zone, which is a guess.
  if (![...select.options].some(({ value }) => value === "")) select.prepend(new Option("", ""));
  let group;
  for (const name of known) {
    const [area, ...places] = name.split("/");
    if (group?.label !== area) select.append(group = element("optgroup", { label: area }));
    group.append(new Option((places.join("/") || area).replaceAll("_", " "), name));
  }
  select.value = known.includes(wanted) ? wanted : "";
}
