// The entry point `waevent/form`, for plain HTML forms whose fields have the names of an event's fields. It starts no
// instance: pages import another entry point too.
import { buildRequest, createBuilder, formatIssue, parseEvent } from "../api.js";
import { judged } from "../ask.js";
import { controlsOf, emptyOf, FIELDS, fieldFor, fieldsOf, nameOf, readEvent, TIMES } from "./fields.js";
import { isMade, note, offer, placeFor, setValidity } from "./notes.js";
import { watchPress } from "./press.js";
import { markBusy } from "./sending.js";
import { clear, shorten, summarize, summaryFor } from "./summary.js";
import { languageOf, WORDS } from "./words.js";

export { fillTimeZones } from "./zones.js";

export function bindForm(form, options = {}) {
  if (!form?.elements) throw new TypeError("waevent: a form element is missing from the arguments");
  const ended = new AbortController();
  const { signal } = ended;
  /** The fields that have a place for messages, as `[field, place]`, by their first control. */
  const shown = new Map();
  /** Names of the fields that the user has left or changed. Their issues are shown. */
  const touched = new Set();
  /** The choices of instants that are offered, by the field's name: `{ source, group, time }`. */
  const offers = new Map();
  let isSending = false;
  /** Whether an update is due when the press is over. */
  let isUpdateDue = false;

  const langOf = () => languageOf(options.language);

  /** What the meaning of a local time depends on. A choice is valid only while this stays the same. */
  const sourceOf = (event, name) => `${event[name]} ${event.timeZone ?? options.timeZone}`;

  function forget(name) {
    offers.get(name)?.group.remove();
    offers.delete(name);
  }

  /** The event, with the instants that were chosen for its local times. */
  function read(held = readEvent(controlsOf(form))) {
    const event = { ...held };
    for (const [name, { source, time }] of offers) if (time && source === sourceOf(held, name)) event[name] = time;
    return event;
  }

  /** The arguments for the package: the target, and the options without those of the form. */
  function argumentsOf() {
    const { target, onSubmit, summary: _, heading, failure, writeRecipient, signal: __, ...rest } = options;
    // Keeps the prototype, so options that are not a plain object, such as a Map, are refused.
    return { target, rest: Object.setPrototypeOf(rest, Object.getPrototypeOf(options)) };
  }

  /** Throws faults that only the page's author can have caused. Faults of something that the form has a field for, such
   *  as a session, are shown there. */
  function verify() {
    const { target, rest } = argumentsOf();
    try {
      if (target === undefined) judged(rest);
      else createBuilder(target, rest);
    } catch (error) {
      if (!error.issues?.every(({ path: [name] }) => form.elements[name] && !FIELDS.includes(name))) throw error;
    }
  }

  /** Checks the form with the package, and with the browser for what only the browser knows: half a date, and the
   *  page's own constraints. */
  function check() {
    const { target, rest } = argumentsOf();
    const { to } = form.elements;
    // A number in a field that the user has not left yet, such as one filled in by a server, is not reformatted.
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
        // A message that the page set with setCustomValidity is in the page's language.
        const lang = control.validity.customError ? control.closest("[lang]")?.lang ?? "" : navigator.language;
        issues.push([{ code: "constraint", path: field.name.split("."), message: control.validationMessage, lang }, field]);
      }
    }
    // In the order of the page. Issues without a field come last.
    const rank = ([, field]) => fields.indexOf(field) >>> 0;
    issues.sort((one, other) => rank(one) - rank(other));
    const { warnings } = result;
    const refused = issues[0] && { ok: false, issues: issues.map(([issue]) => issue), warnings };
    return { fields, held, input, issues, warnings: found(warnings), result: refused || result };
  }

  /** Removes a field's messages, and the place for them. */
  function silence([key, [field, place]]) {
    note(field, place, [], [], "off");
    if (isMade(place)) place.remove();
    shown.delete(key);
    forget(field.name);
  }

  /** Shows the issues of the touched fields. `live` is their `aria-live`: "off" on submission, when the summary is read
   *  out instead. */
  function show({ fields, held, issues, warnings }, live) {
    isUpdateDue = false;
    if (signal.aborted) return;
    // A framework may have removed a control, or replaced it.
    for (const one of shown) if (!one[1][1].isConnected || !fields.some(({ controls }) => controls[0] === one[0])) silence(one);
    for (const field of fields) {
      const { name, controls: [key] } = field;
      for (const control of field.controls) if (!form.contains(control)) on(control, listeners);
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

  /** Checks the form while it is being filled in. */
  function update() {
    const checked = check();
    show(checked, "polite");
    shorten(summary, checked.issues);
    return checked;
  }

  /** Checks all fields, and moves to the summary if there are issues. */
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
      // Logged, because nobody else gets this error.
      console.error(error);
      failed = () => options.failure?.(error) ?? WORDS[langOf()][1];
    }
    isSending = false;
    done();
    // Only now, because the page's `failure` may throw too, and the form must not stay busy then.
    if (failed) sumUp([[{ code: "not_sent", path: [], message: failed() }]]);
  }

  function reset() {
    isUpdateDue = false;
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

  /** Updates the messages, after the present press if there is one. */
  function updateAfterPress() {
    isUpdateDue = press.isOn();
    if (!isUpdateDue) update();
  }

  function touch({ target, relatedTarget }) {
    // Moving between the date and the time of one field does not leave the field.
    const isInside = relatedTarget?.form === form && nameOf(relatedTarget) === nameOf(target);
    if (target.form !== form || isInside) return;
    touched.add(nameOf(target));
    updateAfterPress();
  }

  verify();
  const summary = summaryFor(form, options.summary);
  const { noValidate } = form;
  const press = watchPress(() => isUpdateDue && update(), signal);
  const on = (one, listeners) => {
    for (const type in listeners) one.addEventListener(type, listeners[type], { signal });
  };
  /** Listeners for fields. A field outside the form gets them itself. */
  const listeners = {
    focusout: touch,
    change(event) {
      const { target } = event;
      // One change event completes these controls, but not the parts of a time.
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
    ...listeners,
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
  /** If a framework removes or disables a field, its messages are removed too. */
  const changes = new MutationObserver(() => {
    const controls = controlsOf(form);
    if ([...shown.values()].some(([field]) => !field.controls.every((one) => controls.includes(one)))) updateAfterPress();
  });
  changes.observe(form, { childList: true, subtree: true, attributeFilter: ["disabled"] });

  form.noValidate = true;
  // Warnings about no field, such as one about a misspelt option, are for the page's author. Their messages are for guests.
  for (const [issue, field] of update().warnings) if (!field) console.warn(`waevent/form: ${formatIssue(issue)}`);
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
