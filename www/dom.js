// Creates the page's elements. Text only ever becomes a text node.

export function byId(id) {
  return document.getElementById(id);
}

/** `element("p", { class: "hint" }, "text", anotherElement)`; attributes that are null are left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
