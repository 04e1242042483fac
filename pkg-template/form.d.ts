/**
 * Binds a plain HTML form whose fields have the names of an event's fields. It works with every entry point but starts
 * none: import `waevent`, `waevent/lite`, `waevent/inline` or `waevent/slim` as well.
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
 * The options of `parseEvent`, and those of the form. All are read again at each check, so a getter may follow a
 * control: `get country() { return select.value }`.
 */
export interface FormOptions extends Options {
  /** The element of the summary. Default: a `div.waevent-summary` before the form's fields. */
  summary?: HTMLElement;
  /** The heading of the summary. Default: "There is a problem", in the language of the messages. */
  heading?: string;
  /** Returns the text of the summary if `onSubmit` throws or rejects; `error` is what it threw. Default: that the event
   *  may not have been sent, in the language of the messages. */
  failure?(error: unknown): string;
  /** `writeRecipient` of `waevent/phones`, which weighs 12 kB and is loaded only if you import it. It formats the
   *  number in the field `to` after the user has left it. */
  writeRecipient?(control: HTMLInputElement, options: Options): void;
  /** Ends the binding, as `destroy` does. */
  signal?: AbortSignal;
}

/** The event as it is in the form, unchecked: texts as they were typed, and booleans for checkboxes. */
export type FormInput =
  & { [Field in Exclude<keyof EventInput, "location">]?: string | boolean }
  & { location?: string | boolean | { [Part in keyof LocationInput]?: string | boolean } };

/** A valid submission. */
export interface Submission<Value> {
  /** The event as it is in the form. A local time for which the user chose an instant has its offset. */
  input: FormInput;
  value: Value;
  warnings: Issue[];
  /** The button that was pressed. */
  submitter: HTMLElement | null;
}

/** An issue, or a fault that the browser finds: half a date, or a constraint of the page such as `required` on a field
 *  of your own. In the second case the message is the browser's, or the page's own (`setCustomValidity`), and `lang` is
 *  its language: a BCP 47 tag, or empty if the page names none. */
export type FormIssue = Issue | { code: "constraint"; path: string[]; params?: undefined; message: string; lang: string };

/** What `validate` returns: a `Result` whose issues may be the browser's. */
export type FormResult<Value> =
  | Extract<Result<Value>, { ok: true }>
  | { ok: false; value?: undefined; issues: FormIssue[]; warnings: Issue[] };

/** A form that is bound. */
export interface BoundForm<Value> {
  /** Returns the event as it is in the form, unchecked, for a preview. */
  read(): FormInput;
  /** Checks all fields and shows their issues, as a submission does, but sends nothing. */
  validate(): FormResult<Value>;
  /** Updates the messages of the fields that the user has left. Call it when an option has changed. Throws as
   *  `bindForm` does. */
  refresh(): void;
  /** Removes the messages, the summary and the listeners. */
  destroy(): void;
}

/**
 * Checks a form on submission, and each field once the user has left it for the first time, but never while the user
 * types.
 *
 * Fields are found by their `name`, as in `EventInput`, with a dot before parts of the location (`location.address`).
 * Empty fields are absent, checkboxes are booleans, and everything else is the text that was typed. Of controls with
 * other names, only the browser's own constraints are checked.
 *
 * Radio buttons of one name are one field. So are `start.date` and `start.time`, and `end.date` and `end.time`, the two
 * parts of a time; an `end.time` alone is on the day of the start. A `FormData` of the form has their times as `start`
 * and `end`. Such a field is named by the legend of the `fieldset` that contains only this field.
 *
 * - Each message is shown in `[data-waevent-for="start"]`, or else in a `div.waevent-messages` after the field or at
 *   the end of its `fieldset`, as `p.waevent-issue` or `p.waevent-warning`. An empty `div.waevent-messages` takes no
 *   room. If a field is removed from the form or disabled, its messages are removed too. The field gets an additional
 *   id in `aria-describedby`, and for issues `aria-invalid` and `setCustomValidity`. Warnings do not prevent
 *   submission.
 * - On submission the summary lists all issues and takes the focus; each entry links to its field. Issues of fields
 *   that the form does not have appear only there.
 * - If a local time occurs twice or never, `div.waevent-choice` offers both instants as radio buttons. The chosen one
 *   is sent with its offset, also in a `FormData` of the form. The choice is dropped when the time or the zone changes.
 *
 * Messages are for guests: they name a field by its label, which is the text that `aria-labelledby` refers to, its
 * `aria-label`, the text of its `label`, or the legend or name of a group that contains only this field. Radio buttons
 * are named by their group. The option `labels` takes precedence; a field without any label is not named.
 *
 * `onSubmit` is called with each valid submission, and not again before the promise that it returned is settled: until
 * then the form is `aria-busy`, and its buttons are `aria-disabled`. If it throws or rejects, the summary says so, and
 * the error is logged to the console. Without `onSubmit` a valid form is submitted as usual. With a `target` the
 * gateway's own requirements count, and `value` is what `buildRequest` returns; without a target it is the event.
 *
 * Throws `NotInitializedError` if no entry point was started, and a `TargetError` if the target or the options cannot
 * be used. A `TypeError` says that the form is missing, for example because no element was found. All are thrown before
 * anything is changed. A fault is not thrown if the form has a field of its name, such as a field `session` from which
 * the target is made. Warnings that are about no field of the form, such as one about a misspelt option, are logged in
 * English (`console.warn`) when the form is bound.
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
 * Fills a select with the time zones that both the package and the browser know, after the options that it already has.
 * Nothing is selected unless `timeZone` names a zone, or `host` asks for the zone of the user's device.
 */
export function fillTimeZones(select: HTMLSelectElement, options?: { timeZone?: string; host?: boolean }): void;
