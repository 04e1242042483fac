/**
 * A form of plain HTML, bound to the package: its fields are named like those of an event. It works with every entry point
 * and starts none: import `waevent`, `waevent/inline` or `waevent/slim` as well.
 *
 * ```html
 * <form>
 *   <label>WhatsApp number <input name="to" type="tel" autocomplete="tel"></label>
 *   <label>Title <input name="name"></label>
 *   <label>Start <input name="start" type="datetime-local"></label>
 *   <label>Time zone <select name="timeZone"></select></label>
 *   <label>Length in minutes <input name="durationMinutes" type="number" value="60"></label>
 *   <button>Send</button>
 * </form>
 * <output></output>
 * <script type="module">
 *   import "waevent";
 *   import { bindForm, fillTimeZones } from "waevent/form";
 *
 *   const [form] = document.forms;
 *   const [timeZone] = form.getElementsByTagName("select");
 *   const [sent] = document.getElementsByTagName("output");
 *   fillTimeZones(timeZone, { timeZone: "America/New_York" });
 *   bindForm(form, {
 *     country: "US",
 *     target: { gateway: "ryzeapi", instance: "sales" },
 *     onSubmit({ value }) {
 *       sent.value = value.request.body;
 *     },
 *   });
 * </script>
 * ```
 */
import type { Built, Event, EventInput, Issue, LocationInput, Options, OwnTarget, Result, Target } from "./index.js";

/**
 * `Options` are those of `parseEvent`. All are read anew at each check, so that a getter may follow a control:
 * `get country() { return select.value }`.
 */
export interface FormOptions extends Options {
  /** The element of the summary. Default: a `div.waevent-summary` in front of the form's fields. */
  summary?: HTMLElement;
  /** What stands above the summary. Default: "There is a problem", in the language of the messages. */
  heading?: string;
  /** What the summary says where `onSubmit` throws or rejects, with what it threw. Default: that it may not have been sent, in
   *  the language of the messages. */
  failure?(error: unknown): string;
  /** `writeRecipient` of `waevent/phones`, which weighs 12 kB and is loaded only where you import it: once the field `to` was
   *  left, it shows its number as people write it. */
  writeRecipient?(control: HTMLInputElement, options: Options): void;
  /** Ends the binding, as `destroy` does. */
  signal?: AbortSignal;
}

/** The event as a form holds it, unjudged: texts as they were typed, and whether checkboxes are checked. */
export type FormInput =
  & { [Field in Exclude<keyof EventInput, "location">]?: string | boolean }
  & { location?: string | boolean | { [Part in keyof LocationInput]?: string | boolean } };

/** What is ready to be sent. */
export interface Submission<Value> {
  /** The event as the form holds it; a time that was chosen has its offset. */
  input: FormInput;
  value: Value;
  warnings: Issue[];
  /** The button that was pressed. */
  submitter: HTMLElement | null;
}

/** An issue, or what the browser finds: half a date, or a constraint of the page such as `required` on a field of
 *  your own. Its message is the browser's, or the page's own by `setCustomValidity`, and `lang` is its language: a BCP 47 tag,
 *  or empty where the page names none. */
export type FormIssue = Issue | { code: "constraint"; path: string[]; params?: undefined; message: string; lang: string };

/** What `validate` returns: a `Result` whose issues may be the browser's. */
export type FormResult<Value> =
  | Extract<Result<Value>, { ok: true }>
  | { ok: false; value?: undefined; issues: FormIssue[]; warnings: Issue[] };

/** A form that is bound. */
export interface BoundForm<Value> {
  /** The event as the form holds it, unjudged, for a preview. */
  read(): FormInput;
  /** Checks all fields and shows their issues, as a submission does, and sends nothing. */
  validate(): FormResult<Value>;
  /** Says anew what the fields that were left say, for when an option has changed. Throws as `bindForm` does. */
  refresh(): void;
  /** Takes away the messages, the summary and the listeners. */
  destroy(): void;
}

/**
 * Checks a form on submission, and each field from when it was left for the first time; never while one types.
 *
 * Fields are found by their `name`, as in `EventInput`, parts of the location behind a dot (`location.address`).
 * Empty ones are absent, checkboxes are booleans, and all else is the text that was typed. Controls of other names are
 * left alone, but for the browser's own constraints.
 *
 * Radio buttons are one field. So are `start.date` and `start.time`, and `end.date` and `end.time`, for the two parts of a
 * time; an `end.time` alone is on the day of the start. A `FormData` of the form has their time as `start` and `end`. Such a
 * field is called by the legend of the `fieldset` that holds it alone.
 *
 * - Each message stands in `[data-waevent-for="start"]`, or else in a `div.waevent-messages` behind the field or at the end of
 *   its `fieldset`, as `p.waevent-issue` or `p.waevent-warning`. An empty `div.waevent-messages` takes no room. What is taken
 *   out of the form or disabled takes its messages along. The field gets `aria-describedby`, beside what it had, and for issues
 *   `aria-invalid` and `setCustomValidity`. Warnings do not stand in the way.
 * - On submission all issues stand in the summary, which takes the focus; each leads to its field. Issues of fields
 *   that the form does not have stand there alone.
 * - Where a local time exists twice or never, `div.waevent-choice` offers both instants as radio buttons. The choice
 *   is sent with its offset, in a `FormData` of the form too, and is forgotten when time or zone change.
 *
 * Messages are for guests: they call a field by its label, which is what `aria-labelledby` names, its `aria-label`, the text of
 * its `label`, or the legend or name of a group that holds it alone. Radio buttons are called by their group. `labels` of the
 * options come first; a field without any label is not named.
 *
 * `onSubmit` is called with what is good to send, and not again before what it returned is done: until then the form is
 * `aria-busy`, and its buttons `aria-disabled`. Where it throws or rejects, the summary says so, and the console has the
 * error. Without it a good form is submitted as usual. With a `target` the gateway's own requirements count, and `value` is what
 * `buildRequest` gives; without one it is the event.
 *
 * Throws `NotInitializedError` where no entry point is started, and a `TargetError` where target or options cannot be used, before it
 * changes anything; but not what a field of the form asks for, such as one called `session` that the target is made of.
 */
export function bindForm(
  form: HTMLFormElement,
  options: FormOptions & { target: Target | OwnTarget; onSubmit?: (submission: Submission<Built>) => unknown },
): BoundForm<Built>;
export function bindForm(
  form: HTMLFormElement,
  options?: FormOptions & { target?: undefined; onSubmit?: (submission: Submission<Event>) => unknown },
): BoundForm<Event>;

/**
 * Fills a select with the time zones that the package knows and the browser has in use, behind the options that it
 * has. Nothing is chosen unless `timeZone` names a zone, or `host` asks for the one of the person's device.
 */
export function fillTimeZones(select: HTMLSelectElement, options?: { timeZone?: string; host?: boolean }): void;
