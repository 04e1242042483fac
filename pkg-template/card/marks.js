// Renders WhatsApp's formatting marks as elements: *bold*, _italic_, ~struck~, `code`, ```code```, and links.
import { element, link } from "./element.js";

const fence = "```";
const tags = { "*": "strong", _: "em", "~": "s", "`": "code", [fence]: "code" };
const word = /[\p{L}\p{N}]/u;

/** A list of nodes for a text of several lines. */
export function marked(text) {
  return text.split("\n").flatMap((line, index) => (index === 0 ? inline(line) : ["\n", ...inline(line)]));
}

function inline(line) {
  const nodes = [];
  let plain = "";
  let at = 0;
  while (at < line.length) {
    const mark = line.startsWith(fence, at) ? fence : line[at];
    const end = closing(line, at, mark);
    if (end === -1) {
      plain += line[at];
      at += 1;
      continue;
    }
    const inner = line.slice(at + mark.length, end);
    const made = element(tags[mark], {}, ...(tags[mark] === "code" ? [inner] : inline(inner)));
    nodes.push(...links(plain), made);
    plain = "";
    at = end + mark.length;
  }
  return [...nodes, ...links(plain)];
}

// The index of the closing mark, or -1. A mark opens after a character that is not a letter or a digit and before one
// that is not a space, and closes the other way round, so 2*3*4 is plain text.
function closing(line, at, mark) {
  if (!Object.hasOwn(tags, mark)) return -1;
  const first = at + mark.length;
  if (word.test(line[at - 1] ?? "") || /^\s?$/.test(line[first] ?? "") || line[first] === mark) return -1;
  for (let end = line.indexOf(mark, first + 1); end !== -1; end = line.indexOf(mark, end + 1)) {
    if (!/\s/.test(line[end - 1]) && !word.test(line[end + mark.length] ?? "")) return end;
  }
  return -1;
}

// A full stop after an address ends the sentence and is not part of the address.
function links(text) {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/).map((part, index) => (index % 2 === 0 ? part : link(part)));
}
