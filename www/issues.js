// Issues and warnings: beside their field and in the summary. The words are the package's.
//
// A field that the user has not finished stays quiet: its issue shows beside it once it was left,
// changed, or when typing pauses. The summary has everything at once, because it explains why there
// is no request. Warnings are calm enough to show at once everywhere.

import { byId, element } from "./dom.js";

const pauseMilliseconds = 800;

export function createIssues(form, update) {
  const touched = new Set();
  let pause = 0;

  function touch(control) {
    clearTimeout(pause);
    if (!control?.dataset?.path || touched.has(control)) return;
    touched.add(control);
    update();
  }

  form.addEventListener("focusout", ({ target }) => touch(target));
  form.addEventListener("change", ({ target }) => touch(target));
  form.addEventListener("input", ({ target }) => {
    clearTimeout(pause);
    pause = setTimeout(() => touch(target), pauseMilliseconds);
  });

  function isQuiet(control) {
    if (touched.has(control)) return false;
    return control.value === "" || control === document.activeElement;
  }

  function goTo(control) {
    control.closest("details")?.setAttribute("open", "");
    touch(control);
    control.focus();
  }

  return {
    show(result) {
      const issues = result.issues ?? [];
      for (const control of visibleControls(form)) {
        const own = (list) => list.filter((issue) => controlOf(form, issue) === control);
        showBeside(control, isQuiet(control) ? [] : own(issues), own(result.warnings));
      }
      enumerate(byId("issues"), issues);
      enumerate(byId("warnings"), result.warnings);
      say(issues.length, result.warnings.length);
    },
    /** After the form was filled anew, nothing has been touched. */
    forget() {
      clearTimeout(pause);
      touched.clear();
    },
  };

  function enumerate(place, issues) {
    const entries = issues.map((issue) => {
      const control = controlOf(form, issue);
      const words = element("span", { dir: "auto" }, issue.message);
      if (!control) return element("li", { "data-code": issue.code }, words);
      const link = element("a", { href: `#${control.id}` }, control.labels[0].textContent);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(control);
      });
      return element("li", { "data-code": issue.code }, link, ": ", words);
    });
    place.replaceChildren(...entries);
    place.hidden = entries.length === 0;
  }
}

// The same path may belong to a field of several gateways; only one of those is visible.
function visibleControls(form) {
  return [...form.querySelectorAll("[data-path]")].filter((control) => !control.closest("fieldset[hidden]"));
}

/** The control that an issue is about; the first one inside where the path names a whole object. */
function controlOf(form, { path }) {
  const name = path.join(".");
  const controls = visibleControls(form);
  return (
    controls.find((control) => control.dataset.path === name) ??
    controls.find((control) => control.dataset.path.startsWith(`${name}.`)) ??
    null
  );
}

function showBeside(control, issues, warnings) {
  const id = `${control.id}-message`;
  const field = control.closest(".field");
  const message = byId(id) ?? field.appendChild(element("div", { id, class: "message" }));
  const line = (kind) => (issue) =>
    element("p", { class: kind, "data-code": issue.code, dir: "auto" }, issue.message);
  message.replaceChildren(...issues.map(line("issue")), ...warnings.map(line("warning")));

  if (issues.length > 0) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");

  const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  if (message.hasChildNodes()) described.push(id);
  if (described.length > 0) control.setAttribute("aria-describedby", described.join(" "));
  else control.removeAttribute("aria-describedby");
}

// The status line is a live region: only its change is read out, so the list beside it stays silent.
function say(issues, warnings) {
  const notes = warnings === 0 ? "" : warnings === 1 ? " 1 note." : ` ${warnings} notes.`;
  const verdict = issues === 0 ? "Ready." : issues === 1 ? "1 thing to fix." : `${issues} things to fix.`;
  const status = byId("status");
  if (status.textContent !== verdict + notes) status.textContent = verdict + notes;
  status.dataset.state = issues === 0 ? "ready" : "refused";
  const jump = byId("jump");
  jump.textContent = issues === 0 ? "Ready. See the request" : `${verdict} See the list`;
  jump.dataset.state = status.dataset.state;
}
