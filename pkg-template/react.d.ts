/**
 * `waevent/form` for React 18 and 19, also for server-rendered pages. Like `waevent/form`, it needs another entry
 * point.
 *
 * ```tsx
 * "use client";
 * import "waevent";
 * import type { GatewayRequest } from "waevent";
 * import { useEventForm } from "waevent/react";
 *
 * export function Booking({ onSent }: { onSent: (request: GatewayRequest) => void }) {
 *   const { ref } = useEventForm({
 *     country: "US",
 *     timeZone: "America/New_York",
 *     target: { gateway: "ryzeapi", instance: "sales" },
 *     onSubmit: ({ value }) => onSent(value.request),
 *   });
 *   return (
 *     <form ref={ref}>
 *       <label>WhatsApp number <input name="to" type="tel" autoComplete="tel" /></label>
 *       <label>Title <input name="name" /></label>
 *       <label>Start <input name="start" type="datetime-local" /></label>
 *       <button>Send</button>
 *     </form>
 *   );
 * }
 * ```
 */
import type { BoundForm, FormOptions, Submission } from "./form.js";
import type { Built, Event, OwnTarget, Target } from "./index.js";

/** What `useEventForm` returns. */
export interface EventForm<Value> {
  /** The form's ref: `<form ref={ref}>`. */
  ref: (form: HTMLFormElement | null) => void;
  /** What `bindForm` returned, while the form is on the page. Use it in event handlers and effects, not while rendering. */
  bound: { readonly current: BoundForm<Value> | null };
}

/**
 * Binds a form with `bindForm` while it is on the page. It has no state: fields are named as in `EventInput`, and need
 * neither `value` nor `onChange`.
 *
 * The options are those of the last render. If they change, for instance to another language, the messages that are
 * shown are updated. `summary` and `signal` are read when the form is added to the page. What `bindForm` throws then
 * goes to the nearest error boundary.
 *
 * Without `onSubmit` a valid form is submitted as usual, so React's `action={…}` gets its `FormData`. A form with
 * issues is not submitted.
 */
export function useEventForm(options: FormOptions & { target: Target | OwnTarget; onSubmit?: (submission: Submission<Built>) => unknown }): EventForm<Built>;
export function useEventForm(options?: FormOptions & { target?: undefined; onSubmit?: (submission: Submission<Event>) => unknown }): EventForm<Event>;
