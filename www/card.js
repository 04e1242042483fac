// The event as a message in the guest's chat, on a light and on a dark screen.

import { byId, element, icon } from "./dom.js";
import { say } from "./language.js";
import { marked } from "./marks.js";
import { span, viewerZone, when } from "./when.js";

// Longer text is refused, and its issue says so; the card need not draw a pasted book.
const longest = 2048;

/** `view` is what guest.js makes; `complete` is false while the event has issues. */
export function showCard(view, complete) {
  for (const id of ["card", "card-dark"]) byId(id).replaceChildren(card(view, complete));
  byId("card-note").textContent = complete ? say("guestNote", { zone: viewerZone() }) : say("guestRefused");
}

function card(view, complete) {
  const made = element("article", { class: "bubble", "data-canceled": view.canceled, "data-complete": complete });
  made.append(heading(view), ...rows(view), ...description(view), answers(view));
  return made;
}

function heading({ name, canceled }) {
  const title = element("h3", { dir: "auto" }, short(name) || say("untitled"));
  const tile = element("div", { class: "tile" }, icon("calendar"));
  const words = element("div", {}, title);
  if (canceled) words.append(element("p", { class: "tag" }, say("eventCanceled")));
  return element("div", { class: "title" }, tile, words);
}

function rows(view) {
  const times = view.start === undefined ? [say("noTime")] : when(view.start, view.end);
  const place = [view.place, view.address].map(short).filter(Boolean);
  const made = [row("clock", "when", times)];
  if (place.length > 0) made.push(row("place", "place", place));
  if (view.link) made.push(row("link", "link", [short(view.link)]));
  else if (view.call) made.push(row("link", "call", [say("whatsappCall")]));
  if (view.reminderMinutes > 0) {
    made.push(row("bell", "reminder", [say("reminderBefore", { span: span(view.reminderMinutes) })]));
  }
  if (view.extraGuests) made.push(row("guests", "guests", [say("bringGuest")]));
  return made;
}

function row(drawing, kind, lines) {
  const words = element("div", {}, ...lines.map((line) => element("p", {}, element("bdi", {}, line))));
  return element("div", { class: `row ${kind}` }, icon(drawing), words);
}

function description({ description }) {
  if (!description) return [];
  return [element("p", { class: "description", dir: "auto" }, ...marked(short(description)))];
}

// A picture of the buttons, not buttons: nobody is answering here.
function answers({ canceled }) {
  const words = canceled ? [] : ["going", "maybe", "notGoing"].map((key) => say(key));
  return element("ul", { class: "answers" }, ...words.map((word) => element("li", {}, word)));
}

function short(text) {
  return typeof text === "string" ? text.slice(0, longest) : "";
}
