// Draws the card's content: what a guest sees of an event.
import { element, icon, link } from "./element.js";
import { marked } from "./marks.js";
import { when } from "./when.js";
import { span } from "./words.js";

/** The package refuses longer texts, so a card need not draw a pasted book. */
const LONGEST = 2048;

const ICONS = {
  event: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  when: "M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 7v5l3.5 2",
  place: "M12 21c4-5 7-8 7-11a7 7 0 0 0-14 0c0 3 3 6 7 11zM9.5 10a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  reminder: "M6 17v-6a6 6 0 0 1 12 0v6l1 1H5zM10 21h4",
  guests: "M5.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2.5 20c0-8 13-8 13 0M16 5a3.5 3.5 0 0 1 0 6.5M18 14c2.5 1 3.5 3 3.5 6",
};

/** Draws an event. `how` is `{ words, locale, dir, timeZone, level }`. */
export function draw(event, how) {
  const { locale, dir } = how;
  const state = event.canceled === true ? "card canceled" : "card";
  return element("article", { part: state, class: state, lang: locale, dir }, title(event, how), ...rows(event, how), ...description(event), ...answers(event, how));
}

function title({ name, canceled }, { words, level }) {
  const heading = element(`h${level}`, { part: "name", dir: "auto" }, short(name) || words.untitled);
  const shown = canceled === true ? [heading, element("p", { part: "canceled", class: "tag" }, words.canceled)] : [heading];
  const tile = element("div", { part: "icon", class: "tile" }, icon(ICONS.event));
  return element("div", { part: "title", class: "title" }, tile, element("div", {}, ...shown));
}

function rows({ start, end, location, joinLink, scheduledCall, reminderSeconds, extraGuestsAllowed }, how) {
  const { words, locale } = how;
  const place = placeOf(location);
  const made = [row("when", times(start, end, how))];
  if (place.length > 0) made.push(row("place", place));
  if (short(joinLink)) made.push(row("link", [link(short(joinLink))]));
  else if (scheduledCall === true) made.push(row("link", [words.call], "call"));
  if (reminderSeconds > 0) made.push(row("reminder", [words.reminder.replace("{}", () => span(reminderSeconds, locale))]));
  if (extraGuestsAllowed === true) made.push(row("guests", [words.guests]));
  return made;
}

function row(kind, lines, name = kind) {
  const words = element("div", {}, ...lines.map((line) => element("p", {}, element("bdi", {}, line))));
  return element("div", { part: `row ${name}`, class: `row ${name}` }, icon(ICONS[kind]), words);
}

function times(start, end, how) {
  if (!Number.isFinite(start?.epochMilliseconds)) return [how.words.noTime];
  return when(start, end, how);
}

/** The texts of a location. Its coordinates are shown only if it has no text. */
function placeOf(location) {
  const { name, address, latitude, longitude } = location ?? {};
  const shown = [name, address].map(short).filter(Boolean);
  return shown.length > 0 || latitude === undefined ? shown : [`${latitude}, ${longitude}`];
}

function description({ description }) {
  if (!short(description)) return [];
  return [element("p", { part: "description", class: "description", dir: "auto" }, ...marked(short(description)))];
}

/** A picture of WhatsApp's buttons, which do nothing. */
function answers({ canceled }, { words }) {
  if (canceled === true) return [];
  return [element("ul", { part: "answers", class: "answers" }, ...words.answers.map((word) => element("li", {}, word)))];
}

const short = (text) => (typeof text === "string" ? text.slice(0, LONGEST) : "");
