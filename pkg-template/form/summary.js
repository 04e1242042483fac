// What is said above the fields, of all of them.
import { element, idOf } from "./dom.js";
import { entryOf, fieldFor } from "./fields.js";

const keyOf = ({ code, path }) => `${code} ${path}`;

/** Fills the summary: each issue, in words that lead to its field. `fieldsNow` gives the fields when one is asked for. */
export function summarize(summary, heading, found, lang, fieldsNow) {
  const items = found.map(([issue, field]) => {
    const words = element("bdi", { lang: issue.lang ?? lang }, issue.message);
    const item = element("li", { "data-issue": keyOf(issue) }, words);
    if (!field) return item;
    const { label } = field;
    // A message that calls the field by its label says it once.
    const before = label && !issue.message.includes(label) ? [element("bdi", {}, label), ": "] : [];
    const link = element("a", { href: `#${idOf(entryOf(field))}` }, ...before, words);
    link.onclick = (click) => {
      click.preventDefault();
      // A framework may have put another one in its place.
      const now = fieldFor(fieldsNow(), issue.path);
      if (!now) return;
      const control = entryOf(now);
      control.closest("details")?.setAttribute("open", "");
      control.focus();
    };
    item.append(link);
    return item;
  });
  const title = element("p", { lang }, element("bdi", {}, heading));
  summary.replaceChildren(element("div", { role: "alert" }, title, element("ul", {}, ...items)));
  summary.hidden = false;
  summary.focus();
}

/** Takes out of the summary what was put right, without a word. That something may not have been sent is put right by no field. */
export function shorten(summary, found) {
  const left = ["not_sent ", ...found.map(([issue]) => keyOf(issue))];
  summary.querySelectorAll("li").forEach((item) => left.includes(item.dataset.issue) || item.remove());
  if (!summary.querySelector("li")) clear(summary);
}

export function clear(summary) {
  summary.replaceChildren();
  summary.hidden = true;
}

/** The form's summary: the one given, or one in front of all fields. */
export function summaryFor(form, given) {
  const summary = given ?? element("div", { class: "waevent-summary" });
  if (!given) form.prepend(summary);
  summary.tabIndex = -1;
  clear(summary);
  return summary;
}
