// Shows messages at the fields. The page styles them.
import { element, idOf, setOrRemove } from "./dom.js";

/** The messages that were set here with `setCustomValidity`, by control. */
const shownHere = new WeakMap();

export function setValidity(control, message) {
  // A message that the page set stays.
  if (control.validity?.customError && shownHere.get(control) !== control.validationMessage) return;
  control.setCustomValidity?.(message);
  shownHere.set(control, message);
}

/** The element for a field's messages: the page's own, or a new one at the end of the field's group, or after its last
 *  control and that control's label. Inside the label the messages would become part of the control's name. */
export function placeFor(form, { name, controls, group }) {
  const last = controls.at(-1);
  // The place for a field outside the form may be outside too.
  const around = form.contains(last) ? form : form.getRootNode();
  const own = [...around.querySelectorAll("[data-waevent-for]")].find(({ dataset }) => dataset.waeventFor === name);
  if (own) return own;
  const made = element("div", { class: "waevent-messages" });
  if (group) group.append(made);
  else (last.closest("label") ?? last).after(made);
  return made;
}

/** Whether a place was created here and is not the page's own. */
export const isMade = (place) => !place.dataset.waeventFor;

/** Shows these messages at the field. Removes the old ones if there are none. */
export function note({ controls, group }, place, issues, warnings, live, lang) {
  const line = (kind) => (one) =>
    element("p", { class: `waevent-${kind}`, "data-code": one.code, lang: one.lang ?? lang }, element("bdi", {}, one.message));
  const lines = [...issues.map(line("issue")), ...warnings.map(line("warning"))];
  place.setAttribute("aria-live", live);
  // Messages that have not changed are not written, so they are not read out again.
  if (lines.map((one) => one.outerHTML).join("") !== place.innerHTML) place.replaceChildren(...lines);
  const [first] = lines;
  // An empty place takes no room in a grid, but is still watched by assistive technology.
  if (isMade(place)) place.style.position = first ? "" : "absolute";
  const own = issues.find(({ code }) => code !== "constraint");
  for (const control of controls) setValidity(control, own?.message ?? "");
  // Radio buttons are read out one by one, so their messages belong to the group and are read once.
  const isChoice = group && controls[0].type === "radio";
  for (const one of isChoice ? [group] : controls) {
    const ids = new Set(one.getAttribute("aria-describedby")?.split(/\s+/));
    ids[first ? "add" : "delete"](idOf(place));
    setOrRemove(one, "aria-describedby", [...ids].join(" "));
    // ARIA does not allow aria-invalid on radio buttons and fieldsets.
    if (!one.matches("[type=radio], fieldset, [role=group]")) setOrRemove(one, "aria-invalid", issues[0] && "true");
  }
}

/** Offers the instants that a local time may mean. The radio buttons belong to no form, so no form submits them. */
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
