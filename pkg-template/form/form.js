// The entry point for plain HTML: a form whose fields are named like those of an event. It starts nothing: a page that uses
// it imports another entry point as well.
import { buildRequest, createBuilder, parseEvent } from "../api.js";
import { judged } from "../ask.js";
import { controlsOf, emptyOf, FIELDS, fieldFor, fieldsOf, nameOf, readEvent, TIMES } from "./fields.js";
import { isMade, note, offer, placeFor, setValidity } from "./notes.js";
import { watchPress } from "./press.js";
import { markBusy } from "./sending.js";
import { clear, shorten, summarize, summaryFor } from "./summary.js";
import { languageOf, WORDS } from "./words.js";

export { fillTimeZones } from "./zones.js";

export function bindForm(form, options = {}) {
  const ended = new AbortController();
  const { signal } = ended;
  /** What is shown: each field and the place of its messages, by its first control. */
  const shown = new Map();
  /** Names of the fields that were left or chosen: their faults may be shown. */
  const touched = new Set();
  /** The choices offered for times, by the field's name: { source, group, time }. */
  const offers = new Map();
  let isSending = false;
  /** Whether something is to be said once the press is over. */
  let isLate = false;

  const langOf = () => languageOf(options.language);

  /** What a local time depends on. A choice holds for this alone. */
  const sourceOf = (event, name) => `${event[name]} ${event.timeZone ?? options.timeZone}`;

  function forget(name) {
    offers.get(name)?.group.remove();
    offers.delete(name);
  }

  /** The event, with the times that were chosen. */
  function read(held = readEvent(controlsOf(form))) {
    const event = { ...held };
    for (const [name, { source, time }] of offers) if (time && source === sourceOf(held, name)) event[name] = time;
    return event;
  }

  /** What the package is asked with: the target, and the options that are its own. */
  function asked() {
    const { target, onSubmit, summary: _, heading, failure, writeRecipient, signal: __, ...rest } = options;
    // What is no plain object, such as a Map, is refused as what it is.
    return { target, rest: Object.setPrototypeOf(rest, Object.getPrototypeOf(options)) };
  }

  /** Throws what only the page's author can have caused. What the form itself asks for, such as a session, it shows. */
  function verify() {
    const { target, rest } = asked();
    try {
      if (target === undefined) judged(rest);
      else createBuilder(target, rest);
    } catch (error) {
      if (!error.issues?.every(({ path: [name] }) => form.elements[name] && !FIELDS.includes(name))) throw error;
    }
  }

  /** Asks the package, and the browser for what it alone knows: half a date, and the page's own constraints. */
  function check() {
    const { target, rest } = asked();
    const { to } = form.elements;
    // What nobody left yet is left alone, such as what a server filled in.
    if (touched.has("to") && to?.matches?.(":not(:focus)")) options.writeRecipient?.(to, rest);
    const controls = controlsOf(form);
    const fields = fieldsOf(controls);
    const held = readEvent(controls);
    const input = read(held);
    rest.labels = { ...Object.fromEntries(fields.map(({ name, label }) => [name, label])), ...rest.labels };
    const result = target === undefined ? parseEvent(input, rest) : buildRequest(input, target, rest);
    const found = (list = []) => list.map((one) => [one, fieldFor(fields, one.path)]);
    const isHalf = (field) => field?.controls.some(({ validity }) => validity?.badInput);
    const issues = found(result.issues).filter(([, field]) => !isHalf(field));
    for (const field of fields) {
      for (const control of field.controls) {
        setValidity(control, "");
        if (control.validity?.valid !== false || issues.some(([, other]) => other === field)) continue;
        // What the page says by setCustomValidity is in its own language.
        const lang = control.validity.customError ? control.closest("[lang]")?.lang ?? "" : navigator.language;
        issues.push([{ code: "constraint", path: field.name.split("."), message: control.validationMessage, lang }, field]);
      }
    }
    // In the order of the page; what has no field comes last.
    const rank = ([, field]) => fields.indexOf(field) >>> 0;
    issues.sort((one, other) => rank(one) - rank(other));
    const { warnings } = result;
    const refused = issues[0] && { ok: false, issues: issues.map(([issue]) => issue), warnings };
    return { fields, held, input, issues, warnings: found(warnings), result: refused || result };
  }

  /** Takes back what was said at a field, and the place for it. */
  function silence([key, [field, place]]) {
    note(field, place, [], [], "off");
    if (isMade(place)) place.remove();
    shown.delete(key);
    forget(field.name);
  }

  /** Shows the faults of the fields that were touched. On sending, the summary speaks for all of them. */
  function show({ fields, held, issues, warnings }, live) {
    isLate = false;
    if (signal.aborted) return;
    // A framework may have taken a control away, or put another one there.
    for (const one of shown) if (!one[1][1].isConnected || !fields.some(({ controls }) => controls[0] === one[0])) silence(one);
    for (const field of fields) {
      const { name, controls: [key] } = field;
      for (const control of field.controls) if (!form.contains(control)) on(control, heard);
      const place = shown.get(key)?.[1] ?? placeFor(form, field);
      shown.set(key, [field, place]);
      const own = (found) => found.filter(([, other]) => other === field && touched.has(name)).map(([one]) => one);
      const faults = own(issues);
      note(field, place, faults, own(warnings), live, langOf());

      const source = sourceOf(held, name);
      if (offers.get(name)?.source !== source) forget(name);
      const params = faults.find((fault) => fault.params?.offsets)?.params;
      if (!params || offers.has(name)) continue;
      const choose = (time) => {
        offers.get(name).time = time;
        update();
      };
      offers.set(name, { source, group: offer(field, place, params, choose) });
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
    const { fields, issues } = checked;
    for (const { name } of fields) touched.add(name);
    show(checked, "off");
    clear(summary);
    if (issues[0]) sumUp(issues);
    return checked;
  }

  function sumUp(issues) {
    if (!signal.aborted) summarize(summary, options.heading ?? WORDS[langOf()][0], issues, langOf(), () => fieldsOf(controlsOf(form)));
  }

  async function send({ input, result: { value, warnings } }, submitter) {
    isSending = true;
    const done = markBusy(form);
    let failed;
    try {
      await options.onSubmit({ input, value, warnings, submitter });
    } catch (error) {
      // Said here, and nobody else hears of it.
      console.error(error);
      failed = () => options.failure?.(error) ?? WORDS[langOf()][1];
    }
    isSending = false;
    done();
    // Only now, as the page's own words can fail too, and the form is not to stay busy for it.
    if (failed) sumUp([[{ code: "not_sent", path: [], message: failed() }]]);
  }

  function reset() {
    isLate = false;
    touched.clear();
    [...shown].forEach(silence);
    clear(summary);
  }

  function destroy() {
    if (signal.aborted) return;
    ended.abort();
    changes.disconnect();
    reset();
    if (summary !== options.summary) summary.remove();
    form.noValidate = noValidate;
  }

  /** Says what there is to say, behind the press that goes on. */
  function speak() {
    isLate = press.isOn();
    if (!isLate) update();
  }

  function touch({ target, relatedTarget }) {
    // From the date of a start one goes on to its time.
    const isInside = relatedTarget?.form === form && nameOf(relatedTarget) === nameOf(target);
    if (target.form !== form || isInside) return;
    touched.add(nameOf(target));
    speak();
  }

  verify();
  const summary = summaryFor(form, options.summary);
  const { noValidate } = form;
  const press = watchPress(() => isLate && update(), signal);
  const on = (one, listeners) => {
    for (const type in listeners) one.addEventListener(type, listeners[type], { signal });
  };
  /** What is heard of a field: of one that is outside the form, at itself. */
  const heard = {
    focusout: touch,
    change(event) {
      const { target } = event;
      // These are done with one change; the parts of a time are not.
      if (!target.matches("select, [type=checkbox], [type=radio]")) return;
      press.end();
      const { controls } = fieldsOf(controlsOf(form)).find((field) => field.controls.includes(target)) ?? {};
      if (controls?.length > 1 && emptyOf({ controls })) return;
      touch(event);
    },
    input({ target }) {
      if (target.name === "timeZone") TIMES.forEach(forget);
      forget(nameOf(target));
    },
  };
  on(form, {
    ...heard,
    reset,
    formdata({ formData }) {
      const event = read();
      for (const name of TIMES) {
        formData.delete(`${name}.date`);
        formData.delete(`${name}.time`);
        if (event[name]) formData.set(name, event[name]);
      }
    },
    submit(event) {
      const checked = isSending ? {} : checkAll();
      if (checked.result?.ok && !options.onSubmit) return;
      event.preventDefault();
      if (checked.result?.ok) send(checked, event.submitter);
    },
  });
  options.signal?.addEventListener("abort", destroy, { signal });
  /** What a framework takes out of the form, or disables, takes its messages along. */
  const changes = new MutationObserver(() => {
    const controls = controlsOf(form);
    if ([...shown.values()].some(([field]) => !field.controls.every((one) => controls.includes(one)))) speak();
  });
  changes.observe(form, { childList: true, subtree: true, attributeFilter: ["disabled"] });

  form.noValidate = true;
  update();
  if (options.signal?.aborted) destroy();
  return {
    read: () => read(),
    validate: () => checkAll().result,
    refresh() {
      verify();
      update();
    },
    destroy,
  };
}
