// A link that carries the form. All of it stands behind the #, which browsers send to no server.

/** The link to this page with these values: `#gateway=wappfy&to=…`. */
export function linkTo(values) {
  const link = new URL(location.href);
  link.hash = new URLSearchParams(values).toString();
  return link.href;
}

/** The values in a link's fragment, or undefined where it has none. */
export function valuesIn(fragment) {
  const text = fragment.replace(/^#/, "");
  return text.includes("=") ? Object.fromEntries(new URLSearchParams(text)) : undefined;
}
