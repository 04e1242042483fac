// Creates elements and sets attributes. Text only ever becomes a text node.

let count = 0;

/** An element's id. An element without one is given one. */
export const idOf = (one) => (one.id ||= `waevent-${(count += 1)}`);

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

export const setOrRemove = (one, name, value) => (value ? one.setAttribute(name, value) : one.removeAttribute(name));
