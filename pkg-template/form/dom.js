// Elements and their attributes. Words only ever become text nodes.

let count = 0;

/** An element's id, which it is given where it has none. */
export const idOf = (one) => (one.id ||= `waevent-${(count += 1)}`);

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

export const setOrRemove = (one, name, value) => (value ? one.setAttribute(name, value) : one.removeAttribute(name));
