// The time zones of a select.
import { noonIn } from "../when/zone.js";

export function fillTimeZones(select, { timeZone, host = false } = {}) {
  const wanted = timeZone ?? (host ? Intl.DateTimeFormat().resolvedOptions().timeZone : "");
  // The host says which names are in use, and the package which of them it can tell times in.
  const isKnown = (name) => noonIn(name).ok;
  const names = ["UTC", ...(Intl.supportedValuesOf?.("timeZone") ?? [])];
  const known = [...new Set(wanted ? [...names, wanted] : names)].filter(isKnown).sort();

  // Without an empty option the browser would choose the first zone, which is a guess.
  if (![...select.options].some(({ value }) => value === "")) select.prepend(new Option("", ""));
  const groups = new Map();
  for (const name of known) {
    const [area, ...places] = name.split("/");
    if (!groups.has(area)) groups.set(area, []);
    groups.get(area).push(new Option((places.join("/") || area).replaceAll("_", " "), name));
  }
  for (const [label, options] of groups) {
    const group = Object.assign(document.createElement("optgroup"), { label });
    group.append(...options);
    select.append(group);
  }
  select.value = known.includes(wanted) ? wanted : "";
}
