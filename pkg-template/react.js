"use client";
// The entry point for React: a form that bindForm binds, for as long as it is on the page. The state is in the form.
import { useCallback, useEffect, useInsertionEffect, useRef } from "react";
import { bindForm } from "./form.js";

export function useEventForm(options = {}) {
  // On a server no form comes to a page. Next renders with a React of its own, which is not the one imported above where
  // this package is not bundled: its hooks must not be called there.
  if (typeof document === "undefined") return { ref: () => {}, bound: { current: null } };

  /** The form's binding, while there is one. */
  const bound = useRef(null);
  /** What bindForm reads at each check: always the options of the last render that came to the page. */
  const held = useRef({});

  // Before React hands over the form, which is before any other effect.
  useInsertionEffect(() => {
    for (const name of Object.keys(held.current)) delete held.current[name];
    Object.assign(held.current, options);
  });

  const ref = useCallback((form) => {
    bound.current?.destroy();
    bound.current = form && bindForm(form, held.current);
  }, []);

  // Options are mostly written in place, and new objects each time: what they say counts.
  const said = JSON.stringify(options, plain);
  useEffect(() => bound.current?.refresh(), [said]);

  return { ref, bound };
}

/** What may change what is said; elements and signals are read once. */
function plain(key, value) {
  if (typeof value === "bigint") return `${value}`;
  return key === "summary" || key === "signal" ? undefined : value;
}
