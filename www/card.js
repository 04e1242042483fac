// The event as a message in the guest's chat.

import { byId, element, icon } from "./dom.js";
import { marked } from "./marks.js";
import { span, viewer, when } from "./when.js";

// Longer text is refused, and its issue says so; the card need not draw a pasted book.
const longest = 2048;

/** `view` is what guest.js makes; `complete` is false while the event has issues. */
export function showCard(view, complete) {
  const card = element("article", { class: "bubble", "data-canceled": view.canceled, "data-complete": complete });
  card.append(heading(view), ...rows(view), ...description(view), answers(view));
  byId("card").replaceChildren(card);
  byId("card-note").textContent = complete
    ? `Times are in your zone, ${viewer.timeZone}. WhatsApp shows each guest their own.`
    : "The event cannot be sent as it is.";
}

function heading({ name, canceled }) {
  const title = element("h3", { dir: "auto" }, short(name) || "Untitled event");
  const tile = element("div", { class: "tile" }, icon("calendar"));
  const words = element("div", {}, title);
  if (canceled) words.append(element("p", { class: "tag" }, "Event canceled"));
  return element("div", { class: "title" }, tile, words);
}

function rows(view) {
  const times = view.start === undefined ? ["No time yet"] : when(view.start, view.end);
  const place = [view.place, view.address].map(short).filter(Boolean);
  const made = [row("clock", "when", times, viewer.locale)];
  if (place.length > 0) made.push(row("place", "place", place));
  if (view.link) made.push(row("link", "link", [short(view.link)]));
  else if (view.call) made.push(row("link", "call", ["WhatsApp call"]));
  if (typeof view.reminderMinutes === "number" && view.reminderMinutes > 0) {
    made.push(row("bell", "reminder", [`Reminder ${span(view.reminderMinutes)} before`]));
  }
  if (view.extraGuests) made.push(row("guests", "guests", ["You may bring a guest"]));
  return made;
}

function row(drawing, kind, lines, lang = null) {
  const words = element("div", { lang }, ...lines.map((line) => element("p", { dir: "auto" }, line)));
  return element("div", { class: `row ${kind}` }, icon(drawing), words);
}

function description({ description }) {
  if (!description) return [];
  return [element("p", { class: "description", dir: "auto" }, ...marked(short(description)))];
}

// A picture of the buttons, not buttons: nobody is answering here.
function answers({ canceled }) {
  const words = canceled ? [] : ["Going", "Maybe", "Can’t go"];
  return element("ul", { class: "answers" }, ...words.map((word) => element("li", {}, word)));
}

function short(text) {
  return typeof text === "string" ? text.slice(0, longest) : "";
}
