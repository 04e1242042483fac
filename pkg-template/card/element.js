// Creates the card's elements. Text only ever becomes a text node.

/** `element("p", { class: "hint" }, "text", anotherElement)` */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

/** A link if the address is http or https, otherwise its text. */
export function link(address) {
  if (!isOfWeb(address)) return address;
  return element("a", { href: address, rel: "noopener noreferrer" }, address);
}

function isOfWeb(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

const SPACE = "http://www.w3.org/2000/svg";

/** A line drawing, hidden from assistive technology because the words beside it say the same. */
export function icon(path) {
  const made = (tag, attributes) => {
    const one = document.createElementNS(SPACE, tag);
    for (const name in attributes) one.setAttribute(name, attributes[name]);
    return one;
  };
  const svg = made("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  svg.append(made("path", { d: path }));
  return svg;
}
