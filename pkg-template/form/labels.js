// Finds the labels of fields as assistive technology does: https://www.w3.org/TR/accname-1.2/

/** The parts of a label that are not its text: other controls, this form's messages, and hidden elements. */
const OTHERS = "input, select, textarea, button, [data-waevent-for], [class^=waevent-], [aria-hidden=true], [hidden]";
/** The asterisk of required fields, and the colon before a field. */
const MARKS = /^[\s*]+|[\s*:：]+$/g;

function textOf(element) {
  const copy = element?.cloneNode(true);
  copy?.querySelectorAll(OTHERS).forEach((other) => other.remove());
  return copy?.textContent.replace(/\s+/g, " ").replace(MARKS, "");
}

/** An element's accessible name, or else the text of `own`. */
function nameOf(element, own) {
  const ids = element.getAttribute("aria-labelledby") ?? "";
  const texts = ids.split(/\s+/).map((id) => textOf(element.getRootNode().getElementById?.(id)));
  return texts.join(" ").trim() || element.getAttribute("aria-label")?.trim() || textOf(own);
}

/** The label of a field. Several controls are named by their group, a single one by itself. Empty or undefined if there
 *  is none. */
export function labelOf([first, ...others], group, isOwn) {
  const isChoice = first.type === "radio";
  const ofFirst = nameOf(first, first.labels?.[0]);
  const ofGroup = (isChoice || isOwn) && group && nameOf(group, group.querySelector("legend"));
  return isChoice || others.length > 0 ? ofGroup || ofFirst : ofFirst || ofGroup;
}
