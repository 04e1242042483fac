// Shows the verdict beside the request: why there is none, or what was moved and left out. `waevent/form` shows the
// same at the fields. The words are the package's.

import { byId, element } from "./dom.js";
import { say } from "./language.js";

export function showIssues(form, { issues = [], warnings }) {
  enumerate(form, byId("issues"), issues);
  enumerate(form, byId("warnings"), warnings);
  const verdict = issues.length === 0 ? say("ready") : say("toFix", { count: issues.length });
  const notes = warnings.length === 0 ? "" : ` ${say("notes", { count: warnings.length })}`;
  // A live region. Only its changes are read out, so the lists beside it stay silent.
  const status = byId("status");
  if (status.textContent !== verdict + notes) status.textContent = verdict + notes;
  status.dataset.state = issues.length === 0 ? "ready" : "refused";
  const jump = byId("jump");
  jump.textContent = `${verdict} ${issues.length === 0 ? say("seeRequest") : ""}`;
  jump.dataset.state = status.dataset.state;
}

function enumerate(form, place, issues) {
  place.replaceChildren(...issues.map((issue) => {
    const control = controlOf(form, issue);
    const words = element("bdi", {}, issue.message);
    if (!control) return element("li", { "data-code": issue.code }, words);
    const link = element("a", { href: `#${control.id}` }, control.labels[0].textContent);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.closest("details")?.setAttribute("open", "");
      control.focus();
    });
    return element("li", { "data-code": issue.code }, link, ": ", words);
  }));
  place.hidden = issues.length === 0;
}

/** The control that an issue is about, or the first one of an object if the path names a whole object. */
function controlOf(form, { path }) {
  const name = path.join(".");
  const controls = [...form.elements].filter((one) => one.name && !one.matches(":disabled"));
  return controls.find((one) => one.name === name) ?? controls.find((one) => one.name.startsWith(`${name}.`));
}
