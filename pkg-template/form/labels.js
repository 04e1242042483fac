// What a form calls its fields, as assistive technology would: https://www.w3.org/TR/accname-1.2/

/** What is in a label and is not its text: other controls, what is said here, and what is not read out. */
const OTHERS = "input, select, textarea, button, [data-waevent-for], [class^=waevent-], [aria-hidden=true], [hidden]";
/** The star of what must be filled in, and a colon before the field. */
const MARKS = /^[\s*]+|[\s*:：]+$/g;

function textOf(element) {
  const copy = element?.cloneNode(true);
  copy?.querySelectorAll(OTHERS).forEach((other) => other.remove());
  return copy?.textContent.replace(/\s+/g, " ").replace(MARKS, "");
}

/** The name that an element is given, or else the text of `own`. */
function nameOf(element, own) {
  const ids = element.getAttribute("aria-labelledby") ?? "";
  const texts = ids.split(/\s+/).map((id) => textOf(element.getRootNode().getElementById?.(id)));
  return texts.join(" ").trim() || element.getAttribute("aria-label")?.trim() || textOf(own);
}

/** What several controls are called by their group, and a single one by itself. Nothing where there is no label. */
export function labelOf([first, ...others], group, isOwn) {
  const isChoice = first.type === "radio";
  const ofFirst = nameOf(first, first.labels?.[0]);
  const ofGroup = (isChoice || isOwn) && group && nameOf(group, group.querySelector("legend"));
  return isChoice || others.length > 0 ? ofGroup || ofFirst : ofFirst || ofGroup;
}
