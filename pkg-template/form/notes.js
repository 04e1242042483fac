// What is said at the fields; looks are the page's.
import { element, idOf, setOrRemove } from "./dom.js";

/** What was said to controls by `setCustomValidity`. */
const said = new WeakMap();

export function setValidity(control, message) {
  // What the page says by it stays.
  if (control.validity?.customError && said.get(control) !== control.validationMessage) return;
  control.setCustomValidity?.(message);
  said.set(control, message);
}

/** Where a field's messages stand: where the page says, or at the end of its group, or behind its last control and that one's
 *  label. Inside the label they would become part of the control's name. */
export function placeFor(form, { name, controls, group }) {
  const last = controls.at(-1);
  // That of a field outside the form may be outside as well.
  const around = form.contains(last) ? form : form.getRootNode();
  const own = [...around.querySelectorAll("[data-waevent-for]")].find(({ dataset }) => dataset.waeventFor === name);
  if (own) return own;
  const made = element("div", { class: "waevent-messages" });
  if (group) group.append(made);
  else (last.closest("label") ?? last).after(made);
  return made;
}

/** Whether a place was made here, and is not the page's. */
export const isMade = (place) => !place.dataset.waeventFor;

/** Says these at the field, and nothing where there are none. */
export function note({ controls, group }, place, issues, warnings, live, lang) {
  const line = (kind) => (one) =>
    element("p", { class: `waevent-${kind}`, "data-code": one.code, lang: one.lang ?? lang }, element("bdi", {}, one.message));
  const lines = [...issues.map(line("issue")), ...warnings.map(line("warning"))];
  place.setAttribute("aria-live", live);
  // What has not changed is not read out again.
  if (lines.map((one) => one.outerHTML).join("") !== place.innerHTML) place.replaceChildren(...lines);
  const [isSaid] = lines;
  // An empty one takes no room in a grid, and is listened to.
  if (isMade(place)) place.style.position = isSaid ? "" : "absolute";
  const own = issues.find(({ code }) => code !== "constraint");
  for (const control of controls) setValidity(control, own?.message ?? "");
  // Radio buttons are read out one by one, and what is wrong with them once, with their group.
  const isChoice = group && controls[0].type === "radio";
  for (const one of isChoice ? [group] : controls) {
    const ids = new Set(one.getAttribute("aria-describedby")?.split(/\s+/));
    ids[isSaid ? "add" : "delete"](idOf(place));
    setOrRemove(one, "aria-describedby", [...ids].join(" "));
    // Neither radio buttons nor fieldsets can be invalid, in the words of ARIA.
    if (!one.matches("[type=radio], fieldset, [role=group]")) setOrRemove(one, "aria-invalid", issues[0] && "true");
  }
}

/** The instants that a local time may be, to choose from. The buttons belong to no form, so that none sends them. */
export function offer({ label, name }, place, { candidates, offsets }, choose) {
  const choices = candidates.map((seconds, index) => {
    const offset = offsets[index];
    const [hours, minutes] = offset.split(":");
    const local = new Date((seconds + hours * 3600 + (offset[0] + minutes) * 60) * 1000).toISOString().slice(0, 19);
    const radio = element("input", { type: "radio", name: idOf(place), form: "" });
    radio.onchange = () => choose(local + offset);
    return element("label", {}, radio, element("bdi", {}, `${local.slice(11, 16)} UTC${offset}`));
  });
  const group = element("div", { class: "waevent-choice", role: "radiogroup", "aria-label": label || name, "aria-describedby": place.id }, ...choices);
  place.after(group);
  return group;
}
