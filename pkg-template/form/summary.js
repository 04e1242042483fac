// The summary above the fields, with the issues of all of them.
import { element, idOf } from "./dom.js";
import { entryOf, fieldFor } from "./fields.js";

const keyOf = ({ code, path }) => `${code} ${path}`;

/** Fills the summary with a link to the field of each issue. `fieldsNow` returns the fields at the time of a click. */
export function summarize(summary, heading, found, lang, fieldsNow) {
  const items = found.map(([issue, field]) => {
    const words = element("bdi", { lang: issue.lang ?? lang }, issue.message);
    const item = element("li", { "data-issue": keyOf(issue) }, words);
    if (!field) return item;
    const { label } = field;
    // The label is not repeated if the message contains it.
    const before = label && !issue.message.includes(label) ? [element("bdi", {}, label), ": "] : [];
    const link = element("a", { href: `#${idOf(entryOf(field))}` }, ...before, words);
    link.onclick = (click) => {
      click.preventDefault();
      // A framework may have replaced the field.
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

/** Removes corrected issues from the summary, silently. The message that sending may have failed stays. */
export function shorten(summary, found) {
  const left = ["not_sent ", ...found.map(([issue]) => keyOf(issue))];
  summary.querySelectorAll("li").forEach((item) => left.includes(item.dataset.issue) || item.remove());
  if (!summary.querySelector("li")) clear(summary);
}

export function clear(summary) {
  summary.replaceChildren();
  summary.hidden = true;
}

/** The form's summary: the given element, or a new one before all fields. */
export function summaryFor(form, given) {
  const summary = given ?? element("div", { class: "waevent-summary" });
  if (!given) form.prepend(summary);
  summary.tabIndex = -1;
  clear(summary);
  return summary;
}
