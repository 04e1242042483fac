// What is said at the fields, and in the summary above them. Words only ever become text nodes; looks are the page's.

let count = 0;

/** An element's id, which it is given where it has none. */
const idOf = (one) => (one.id ||= `waevent-${(count += 1)}`);

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

const setOrRemove = (one, name, value) => (value ? one.setAttribute(name, value) : one.removeAttribute(name));

/** What a control is called, without the other controls in its label. */
function labelOf(control) {
  const label = control.labels?.[0]?.cloneNode(true);
  label?.querySelectorAll("input, select, textarea, button").forEach((inner) => inner.remove());
  return (control.ariaLabel ?? label?.textContent ?? control.name).trim();
}

/** Where a control's messages stand: where the page says, or behind the control and its label. Inside the label they
 *  would become part of the control's name. */
export function placeFor(form, control) {
  const own = form.querySelector(`[data-waevent-for="${CSS.escape(control.name)}"]`);
  if (own) return own;
  const made = element("div", { class: "waevent-messages" });
  (control.closest("label") ?? control).after(made);
  return made;
}

/** Says these at the control, and nothing where there are none. */
export function note(control, place, issues, warnings, live, lang) {
  const line = (kind) => ({ code, message }) =>
    element("p", { class: `waevent-${kind}`, "data-code": code, dir: "auto", lang }, message);
  const lines = [...issues.map(line("issue")), ...warnings.map(line("warning"))];
  place.ariaLive = live;
  // What has not changed is not read out again.
  if (lines.map((one) => one.outerHTML).join("") !== place.innerHTML) place.replaceChildren(...lines);
  control.setCustomValidity?.(issues[0]?.message ?? "");
  setOrRemove(control, "aria-invalid", issues.length > 0 && "true");
  const ids = new Set(control.getAttribute("aria-describedby")?.split(/\s+/));
  ids[place.hasChildNodes() ? "add" : "delete"](idOf(place));
  setOrRemove(control, "aria-describedby", [...ids].join(" "));
}

/** The instants that a local time may be, to choose from. The buttons belong to no form, so that none sends them. */
export function offer(control, place, { candidates, offsets }, choose) {
  const choices = candidates.map((seconds, index) => {
    const offset = offsets[index];
    const [hours, minutes] = offset.split(":");
    const local = new Date((seconds + hours * 3600 + (offset[0] + minutes) * 60) * 1000).toISOString().slice(0, 19);
    const radio = element("input", { type: "radio", name: idOf(place), form: "" });
    radio.onchange = () => choose(local + offset);
    return element("label", {}, radio, element("bdi", {}, `${local.slice(11, 16)} UTC${offset}`));
  });
  const group = element("div", { class: "waevent-choice", role: "radiogroup", "aria-describedby": place.id }, ...choices);
  group.ariaLabel = labelOf(control);
  place.after(group);
  return group;
}

const keyOf = ({ code, path }) => `${code} ${path}`;

/** Fills the summary: each issue, in words that lead to its field. */
export function summarize(summary, heading, found, lang) {
  const items = found.map(([issue, control]) => {
    const words = element("bdi", { lang }, issue.message);
    const item = element("li", { "data-issue": keyOf(issue) }, words);
    if (!control) return item;
    const link = element("a", { href: `#${idOf(control)}` }, element("bdi", {}, labelOf(control)), ": ", words);
    link.onclick = (click) => {
      click.preventDefault();
      control.closest("details")?.setAttribute("open", "");
      control.focus();
    };
    item.append(link);
    return item;
  });
  const title = element("p", { lang, dir: "auto" }, heading);
  summary.replaceChildren(element("div", { role: "alert" }, title, element("ul", {}, ...items)));
  summary.hidden = false;
  summary.focus();
}

/** Takes out of the summary what was put right, without a word. */
export function shorten(summary, found) {
  const left = found.map(([issue]) => keyOf(issue));
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
