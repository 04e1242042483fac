// Compares recipients and counts RSVPs. This is done in JavaScript, because the data is plain and passing it to the
// module would be more work than looking at it. The crate's `same_recipient` and `tally` run the same cases.
import { itemsOf, orNothing, own } from "./plain.js";

/** The most ids of a recipient that are read. No number has more. */
const MOST_IDS = 10;

/** The most RSVPs that are read from an iterator, which may be endless. */
const MOST_ANSWERS = 1_000_000;

/** Whether two recipients share an id. */
export function isSame(one, other) {
  const known = keysOf(one);
  return keysOf(other).some((key) => known.includes(key));
}

/** Counts the last RSVP of each guest to each event. */
export function count(rsvps) {
  const guests = [];
  /** Guests by event and id. */
  const found = new Map();
  const add = (rsvp) => {
    // With the length of the key, so different pairs give different texts.
    const keys = rsvp.keys.map((key) => `${key.length} ${key} ${rsvp.event}`);
    let guest = keys.map((key) => found.get(key)).find(Boolean);
    if (guest === undefined) {
      guest = { last: rsvp };
      guests.push(guest);
    } else if (!(rsvp.seconds < guest.last.seconds)) {
      guest.last = rsvp;
    }
    for (const key of keys) found.set(key, guest);
  };
  for (const item of itemsIn(rsvps)) {
    const rsvp = read(item);
    if (rsvp) add(rsvp);
  }
  const last = guests.map((guest) => guest.last);
  const having = (status) => last.filter((rsvp) => rsvp.status === status);
  const going = having("going");
  const extraGuests = going.reduce((sum, rsvp) => sum + rsvp.extraGuests, 0);
  return { going: going.length, notGoing: having("not_going").length, maybe: having("maybe").length, extraGuests };
}

/** The items of a list, or the first items of another iterable. */
function* itemsIn(rsvps) {
  if (orNothing(() => Array.isArray(rsvps))) {
    for (const [, item] of itemsOf(rsvps)) yield item;
    return;
  }
  const iterator = orNothing(() => rsvps[Symbol.iterator]());
  if (typeof orNothing(() => iterator.next) !== "function") return;
  for (let left = MOST_ANSWERS; left > 0; left -= 1) {
    // An error here is passed on to the caller: a count that stopped half-way would look like any other.
    const step = iterator.next();
    // Only a step that is readable and not `done` has an item.
    if (orNothing(() => !step.done) !== true) return;
    yield orNothing(() => step.value);
  }
  orNothing(() => iterator.return());
}

/** The fields of an RSVP that count; undefined if it is not an RSVP. */
function read(item) {
  const keys = keysOf(own(item, "responder"));
  const event = own(item, "eventMessageId");
  if (keys.length === 0 || typeof event !== "string") return undefined;
  const guests = own(item, "extraGuests");
  // NaN if there is no time: every comparison with it is false.
  const time = own(own(item, "respondedAt"), "epochSeconds");
  const seconds = typeof time === "number" ? time : NaN;
  const extraGuests = Number.isSafeInteger(guests) && guests > 0 ? guests : 0;
  return { keys, event, seconds, status: own(item, "status"), extraGuests };
}

/** The ids by which a recipient is known. */
function keysOf(recipient) {
  if (own(recipient, "kind") !== "person") return [own(recipient, "id")].filter(isText);
  const e164 = own(recipient, "e164");
  const ids = own(recipient, "whatsappIds");
  const few = orNothing(() => Array.isArray(ids)) ? Array.from({ length: MOST_IDS }, (_, at) => own(ids, at)) : [];
  return [isText(e164) ? e164.replace("+", "") : "", ...few].filter(isText);
}

const isText = (value) => typeof value === "string" && value !== "";
