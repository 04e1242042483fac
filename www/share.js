// A link that contains the form. Everything is after the #, which browsers never send to a server.

/** The link to this page with these values: `#gateway=wappfy&to=…`. */
export function linkTo(values) {
  const link = new URL(location.href);
  link.hash = new URLSearchParams(values).toString();
  return link.href;
}

/** The values in a link's fragment, or undefined if it has none. */
export function valuesIn(fragment) {
  const text = fragment.replace(/^#/, "");
  return text.includes("=") ? Object.fromEntries(new URLSearchParams(text)) : undefined;
}
