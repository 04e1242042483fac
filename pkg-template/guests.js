// Who is who among recipients, and how many come. In JavaScript alone, since both take plain data: to hand it over
// would be more work than to look at it. The crate's `same_recipient` and `tally` run the same cases.
import { itemsOf, orNothing, own } from "./plain.js";

/** No number has more spellings. */
const MOST_IDS = 10;

/** How many RSVPs of an iterator count: it may have no end. */
const MOST_ANSWERS = 1_000_000;

/** Whether two recipients share an id. */
export function isSame(one, other) {
  const known = keysOf(one);
  return keysOf(other).some((key) => known.includes(key));
}

/** Counts the last RSVP of each guest to each event. */
export function count(rsvps) {
  const guests = [];
  /** The guest by event and id. */
  const found = new Map();
  const hear = (rsvp) => {
    // With its length, so that no two of them make the same text.
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
    if (rsvp) hear(rsvp);
  }
  const last = guests.map((guest) => guest.last);
  const having = (status) => last.filter((rsvp) => rsvp.status === status);
  const going = having("going");
  const extraGuests = going.reduce((sum, rsvp) => sum + rsvp.extraGuests, 0);
  return { going: going.length, notGoing: having("not_going").length, maybe: having("maybe").length, extraGuests };
}

/** What stands in a list, or comes from what else can be iterated, of which the first count. */
function* itemsIn(rsvps) {
  if (orNothing(() => Array.isArray(rsvps))) {
    for (const [, item] of itemsOf(rsvps)) yield item;
    return;
  }
  const iterator = orNothing(() => rsvps[Symbol.iterator]());
  if (typeof orNothing(() => iterator.next) !== "function") return;
  for (let left = MOST_ANSWERS; left > 0; left -= 1) {
    // What goes wrong in here is the caller's own to know: a count that stopped half-way would look like any other.
    const step = iterator.next();
    // A step that does not say it is none.
    if (orNothing(() => !step.done) !== true) return;
    yield orNothing(() => step.value);
  }
  orNothing(() => iterator.return());
}

/** What counts of an RSVP; undefined where it is none. */
function read(item) {
  const keys = keysOf(own(item, "responder"));
  const event = own(item, "eventMessageId");
  if (keys.length === 0 || typeof event !== "string") return undefined;
  const guests = own(item, "extraGuests");
  // Not a number where there is no time: every comparison with it is false.
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
