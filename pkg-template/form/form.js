// The door for plain HTML: a form whose fields are named like those of an event. It starts nothing: a page that uses
// it imports another door as well.
import { buildRequest, parseEvent } from "../api.js";
import { languageOf } from "../language.js";
import { controlFor, controlsOf, readEvent } from "./fields.js";
import { clear, note, offer, placeFor, shorten, summarize, summaryFor } from "./notes.js";
import { watchPress } from "./press.js";

export { fillTimeZones } from "./zones.js";

const HEADINGS = { en: "There is a problem", "pt-BR": "Há um problema", es: "Hay un problema", ar: "هناك مشكلة" };

export function bindForm(form, options = {}) {
  const ended = new AbortController();
  const summary = summaryFor(form, options.summary);
  const { noValidate } = form;
  /** Where each control's messages stand. */
  const places = new Map();
  /** Names of the fields that were left or chosen, and so may be told what is wrong with them. */
  const touched = new Set();
  /** The choices offered for times, by the field's name: { source, group, time }. */
  const offers = new Map();
  let isSending = false;
  /** Whether something is to be said once the press is over. */
  let isLate = false;

  const langOf = () => languageOf(options.language) ?? "en";

  /** What a local time depends on. A choice holds for this alone. */
  const sourceOf = (control) => `${control.value} ${form.elements.timeZone?.value || options.timeZone}`;

  function forget(name) {
    offers.get(name)?.group.remove();
    offers.delete(name);
  }

  function chosen(control) {
    const { source, time } = offers.get(control.name) ?? {};
    return source === sourceOf(control) ? time : undefined;
  }

  const read = () => readEvent(controlsOf(form), chosen);

  /** Asks the package, and the browser for what it alone knows: half a date, and the page's own constraints. */
  function check() {
    const { target, onSubmit, summary: _, heading, signal, ...rest } = options;
    // What is no plain object, such as a Map, is refused as what it is.
    Object.setPrototypeOf(rest, Object.getPrototypeOf(options));
    const controls = controlsOf(form);
    const input = read();
    let result = target ? buildRequest(input, target, rest) : parseEvent(input, rest);
    const found = (list = []) => list.map((one) => [one, controlFor(controls, one.path)]);
    const issues = found(result.issues).filter(([, control]) => !control?.validity?.badInput);
    for (const control of controls) {
      control.setCustomValidity?.("");
      if (control.validity?.valid === false && !issues.some(([, other]) => other === control)) {
        const path = control.name.split(".");
        issues.push([{ code: "constraint", path, message: control.validationMessage }, control]);
      }
    }
    // In the order of the page; what has no control comes last.
    const rank = ([, control]) => (control ? controls.indexOf(control) : controls.length);
    issues.sort((one, other) => rank(one) - rank(other));
    const { warnings } = result;
    if (issues.length > 0) result = { ok: false, issues: issues.map(([issue]) => issue), warnings };
    return { controls, input, issues, warnings: found(warnings), result };
  }

  /** Tells the fields that were touched. On sending, the summary speaks for all of them. */
  function show({ controls, issues, warnings }, live) {
    isLate = false;
    for (const control of controls) {
      const { name, type } = control;
      if (type === "hidden") continue;
      if (!places.has(control)) places.set(control, placeFor(form, control));
      const place = places.get(control);
      const own = (found) => found.flatMap(([one, other]) => (other === control && touched.has(name) ? one : []));
      const faults = own(issues);
      note(control, place, faults, own(warnings), live, langOf());

      const source = sourceOf(control);
      if (offers.get(name)?.source !== source) forget(name);
      const params = faults.find((fault) => fault.params?.offsets)?.params;
      if (!params || offers.has(name)) continue;
      const choose = (time) => {
        offers.get(name).time = time;
        update();
      };
      offers.set(name, { source, group: offer(control, place, params, choose) });
    }
  }

  /** Checks while the form is filled in. */
  function update() {
    const checked = check();
    show(checked, "polite");
    shorten(summary, checked.issues);
  }

  /** Checks all fields, and leads to the summary where something is wrong. */
  function checkAll() {
    const checked = check();
    const { controls, issues } = checked;
    for (const { name } of controls) touched.add(name);
    show(checked, "off");
    clear(summary);
    const heading = options.heading ?? HEADINGS[langOf()];
    if (issues.length > 0) summarize(summary, heading, issues, langOf());
    return checked;
  }

  async function send({ input, result: { value, warnings } }, submitter) {
    isSending = true;
    try {
      await options.onSubmit({ input, value, warnings, submitter });
    } finally {
      isSending = false;
    }
  }

  function reset() {
    isLate = false;
    touched.clear();
    [...offers.keys()].forEach(forget);
    for (const [control, place] of places) note(control, place, [], [], "off");
    clear(summary);
  }

  function destroy() {
    ended.abort();
    reset();
    for (const place of places.values()) if (!place.dataset.waeventFor) place.remove();
    if (summary !== options.summary) summary.remove();
    form.noValidate = noValidate;
  }

  function touch({ target }) {
    if (target.form !== form) return;
    touched.add(target.name);
    isLate = press.isOn();
    if (!isLate) update();
  }

  const { signal } = ended;
  const press = watchPress(() => isLate && update(), signal);
  const on = (type, listener) => form.addEventListener(type, listener, { signal });
  on("focusout", touch);
  on("change", (event) => {
    // These are done with one change; the parts of a time are not.
    if (!event.target.matches("select, [type=checkbox], [type=radio]")) return;
    press.end();
    touch(event);
  });
  on("input", ({ target: { name } }) => {
    if (name === "timeZone") [...offers.keys()].forEach(forget);
    forget(name);
  });
  on("reset", reset);
  on("formdata", ({ formData }) => {
    for (const [name, { time }] of offers) if (time) formData.set(name, time);
  });
  on("submit", (event) => {
    if (isSending) return event.preventDefault();
    const checked = checkAll();
    if (!checked.result.ok || options.onSubmit) event.preventDefault();
    if (checked.result.ok && options.onSubmit) send(checked, event.submitter);
  });
  options.signal?.addEventListener("abort", destroy, { signal });

  form.noValidate = true;
  // A door that is not started says so here, and not at the first field that is left.
  update();
  if (options.signal?.aborted) destroy();
  return { read, validate: () => checkAll().result, refresh: update, destroy };
}
