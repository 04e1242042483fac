/**
 * `waevent/form` for React 18 and 19, for pages that a server renders too. As there, import another entry point as well.
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

/** A form in React, and what binds it. */
export interface EventForm<Value> {
  /** For the form: `<form ref={ref}>`. */
  ref: (form: HTMLFormElement | null) => void;
  /** What `bindForm` gives, while the form is on the page: in event handlers and effects, not while rendering. */
  bound: { readonly current: BoundForm<Value> | null };
}

/**
 * Binds a form with `bindForm` from when it is on the page until it is gone, and holds no state of its own: fields are
 * named as in `EventInput`, and need neither `value` nor `onChange`.
 *
 * The options are those of the last render. Where they say something new, such as another language, the fields that
 * were left say it too. `summary` and `signal` count as they were when the form came. Throws what `bindForm` throws when the
 * form comes to the page, to the nearest error boundary.
 *
 * Without `onSubmit` a good form is submitted as usual, so that React's `action={…}` gets its `FormData`, and a faulty
 * one is not.
 */
export function useEventForm(options: FormOptions & { target: Target | OwnTarget; onSubmit?: (submission: Submission<Built>) => unknown }): EventForm<Built>;
export function useEventForm(options?: FormOptions & { target?: undefined; onSubmit?: (submission: Submission<Event>) => unknown }): EventForm<Event>;
