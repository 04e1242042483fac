// Reads iCalendar (RFC 5545, with recurrence rules) with ical.js, which Mozilla maintains for its own calendar. The
// file is read event by event; only the time zones and the original times of changed occurrences are kept in memory.
import ICAL from "ical.js";
import { FileError, UsageError } from "../problem.js";
import { encodingOf, textOf } from "./encoding.js";
import { Zones } from "./zones.js";

/** The columns of each field. No calendar has a standard property for the recipient, so the user has to map it. */
const FIELDS = {
  name: ["SUMMARY"], start: ["DTSTART"], end: ["DTEND"], description: ["DESCRIPTION"], location: ["LOCATION"],
  "location.latitude": ["GEO latitude"], "location.longitude": ["GEO longitude"], canceled: ["CANCELED"], id: ["UID"],
};

/** More than any event without its attachments, and more occurrences than anybody sends. */
const MOST_CHARACTERS = 1 << 20;
const MOST_OCCURRENCES = 100_000;

export async function openIcs(path, { encoding: given, from, until, size }) {
  const encoding = await encodingOf(path, given);
  const columns = new Set(["DTSTART"]);
  const zones = new Zones();
  const changes = [];
  let hasSeries = false;
  for await (const { name, text } of components(path, encoding)) {
    if (name === "VTIMEZONE") {
      zones.add(text);
      continue;
    }
    for (const [, property] of text.matchAll(/^([A-Z-]+)[:;]/gim)) columns.add(property.toUpperCase());
    hasSeries ||= /^(RRULE|RDATE)[:;]/im.test(text);
    if (/^RECURRENCE-ID[:;]/im.test(text)) changes.push(text);
  }
  const moved = movedBy(changes, zones);
  if (columns.has("GEO")) ["GEO latitude", "GEO longitude"].forEach((name) => columns.add(name));
  if (columns.has("DURATION")) columns.add("DTEND");
  if (columns.has("STATUS")) columns.add("CANCELED");
  const named = window(from, until);
  if (hasSeries && named === undefined) throw new UsageError("the calendar has recurring events: give the range of days for them, as in --from 2027-01-01 --until 2027-03-31");
  return {
    format: "iCalendar",
    columns: [...columns].filter((name) => !["BEGIN", "END"].includes(name)),
    notes: [encoding, ...(hasSeries ? [`recurring events from ${named.from} until ${named.until}`] : [])],
    fields: FIELDS,
    async *rows(progress) {
      let number = 0;
      for await (const { name, text, isTooLong } of components(path, encoding, size && progress && ((bytes) => progress(bytes / size)))) {
        if (name !== "VEVENT") continue;
        number += 1;
        const row = { unit: "event", number, values: new Map() };
        if (isTooLong) yield { ...row, fault: "long" };
        else yield* rowsOf(text, row, { zones, moved, named });
      }
    },
  };
}

function window(from, until) {
  if (from === undefined && until === undefined) return undefined;
  for (const [name, day] of Object.entries({ from, until })) {
    if (!/^\d{4}-\d\d-\d\d$/.test(day ?? "")) throw new UsageError(`--${name} must be a day, such as 2027-01-31`);
  }
  return { from, until };
}

/** The rows of one event: itself, or its occurrences in the window. */
function* rowsOf(text, row, { zones, moved, named }) {
  let event;
  try {
    event = new ICAL.Event(componentOf(text));
    if (!event.startDate) throw new Error("no start");
  } catch {
    yield { ...row, fault: "ics" };
    return;
  }
  const isChange = event.component.hasProperty("recurrence-id");
  if (isChange && event.component.getFirstProperty("recurrence-id").getParameter("range")) {
    yield { ...row, fault: "series" };
    return;
  }
  if (isChange || !event.isRecurring()) {
    yield filled(row, event, event.startDate, event.endDate, zones);
    return;
  }
  const elsewhere = moved.get(event.uid) ?? new Set();
  const zone = event.component.getFirstProperty("dtstart").getParameter("tzid");
  inZone(event.component, zone, zones);
  const occurrences = event.iterator();
  for (let count = 0; ; count += 1) {
    const start = occurrences.next();
    if (!start) return;
    if (count === MOST_OCCURRENCES) {
      yield { ...row, fault: "series" };
      return;
    }
    const day = start.toString().slice(0, 10);
    if (day > named.until) return;
    if (day < named.from || elsewhere.has(zones.instantOf(start, zone))) continue;
    const { endDate } = event.getOccurrenceDetails(start);
    yield filled(row, event, start, endDate, zones, start.toICALString());
  }
}

/** A row with an event's properties, at one of its occurrences. */
function filled(row, event, start, end, zones, occurrence) {
  const values = new Map();
  for (const property of event.component.getAllProperties()) {
    const name = property.name.toUpperCase();
    const text = property.getValues().map(String).join(", ");
    values.set(name, values.has(name) ? `${values.get(name)}, ${text}` : text);
  }
  const geo = event.component.getFirstPropertyValue("geo");
  if (Array.isArray(geo)) ["GEO latitude", "GEO longitude"].forEach((name, at) => values.set(name, String(geo[at])));
  if (event.component.getFirstPropertyValue("status") === "CANCELLED") values.set("CANCELED", true);
  if (occurrence !== undefined) values.set("UID", `${event.uid}/${occurrence}`);
  const hasEnd = event.component.hasProperty("dtend") || event.component.hasProperty("duration");
  let fault;
  for (const [name, time, property] of [["DTSTART", start, "dtstart"], ["DTEND", hasEnd ? end : undefined, "dtend"]]) {
    if (!time) continue;
    const zone = (event.component.getFirstProperty(property) ?? event.component.getFirstProperty("dtstart")).getParameter("tzid");
    const read = zones.timeOf(time, zone);
    if (read === undefined) fault = "zone";
    else values.set(name, read);
  }
  return { ...row, values, ...(fault ? { fault } : {}) };
}

/** The time zones and the events of a calendar, in order, as texts. Attachments are left out. */
async function* components(path, encoding, onBytes) {
  let name;
  let lines = [];
  let characters = 0;
  let isLeftOut = false;
  let isCalendar = false;
  for await (const line of linesOf(textOf(path, encoding, onBytes))) {
    const word = line.toUpperCase();
    isCalendar ||= word === "BEGIN:VCALENDAR";
    if (name === undefined) {
      if (word !== "BEGIN:VEVENT" && word !== "BEGIN:VTIMEZONE") continue;
      if (!isCalendar) throw new FileError("the file is not a calendar: it does not begin with BEGIN:VCALENDAR");
      name = word.slice(6);
      lines = [];
      characters = 0;
    }
    // A folded line continues with a space or a tab.
    isLeftOut = /^[ \t]/.test(line) ? isLeftOut : /^ATTACH[:;]/.test(word);
    if (!isLeftOut && (characters += line.length) <= MOST_CHARACTERS) lines.push(line);
    if (word !== `END:${name}`) continue;
    yield { name, text: lines.join("\r\n"), isTooLong: characters > MOST_CHARACTERS };
    name = undefined;
  }
  if (!isCalendar) throw new FileError("the file is not a calendar: it does not begin with BEGIN:VCALENDAR");
  if (name !== undefined) throw new FileError("the calendar was cut off: its last event has no end");
}

async function* linesOf(pieces) {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== "") yield rest;
}

const componentOf = (text) => new ICAL.Component(ICAL.parse(text));

/** The original instants of changed occurrences, by the id of their event. */
function movedBy(changes, zones) {
  const moved = new Map();
  for (const text of changes) {
    try {
      const event = new ICAL.Event(componentOf(text));
      const place = event.component.getFirstProperty("recurrence-id");
      const places = moved.get(event.uid) ?? new Set();
      moved.set(event.uid, places.add(zones.instantOf(place.getFirstValue(), place.getParameter("tzid"))));
    } catch {
      // It is reported when the event itself is read.
    }
  }
  return moved;
}

/** Converts the instants of a recurrence (its end, its exceptions) to the event's local time, in which occurrences are
 *  counted. */
function inZone(component, zone, zones) {
  for (const property of component.getAllProperties("rrule")) {
    const rule = property.getFirstValue();
    if (rule.until) rule.until = zones.localOf(rule.until, zone);
    property.setValue(rule);
  }
  for (const property of [...component.getAllProperties("exdate"), ...component.getAllProperties("rdate")]) {
    property.setValues(property.getValues().map((time) => zones.localOf(time, property.getParameter("tzid") ?? zone)));
  }
}
