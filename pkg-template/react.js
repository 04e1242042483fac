"use client";
// The entry point for React: binds a form with bindForm while it is on the page. All state is in the form.
import { useCallback, useEffect, useInsertionEffect, useRef } from "react";
import { bindForm } from "./form.js";

export function useEventForm(options = {}) {
  // A server has no forms. Next.js renders with its own React. If this package is not bundled, the React imported above
  // is another copy, whose hooks must not be called.
  if (typeof document === "undefined") return { ref: () => {}, bound: { current: null } };

  /** The form's binding, while there is one. */
  const bound = useRef(null);
  /** The object that bindForm reads at each check. It has the options of the last committed render. */
  const held = useRef({});

  // Insertion effects run before React sets refs, and before any other effect.
  useInsertionEffect(() => {
    for (const name of Object.keys(held.current)) delete held.current[name];
    Object.assign(held.current, options);
  });

  const ref = useCallback((form) => {
    bound.current?.destroy();
    bound.current = form && bindForm(form, held.current);
  }, []);

  // Options are mostly literals, so each render makes new objects. Only their contents count.
  const contents = JSON.stringify(options, plain);
  useEffect(() => bound.current?.refresh(), [contents]);

  return { ref, bound };
}

/** A replacer that keeps the options which may change messages. Elements and signals are read only once. */
function plain(key, value) {
  if (typeof value === "bigint") return `${value}`;
  return key === "summary" || key === "signal" ? undefined : value;
}
