// Who is who among recipients, and how many come. In JavaScript alone, since both take plain data: to hand it over
// would be more work than to look at it. The crate's `same_recipient` and `tally` run the same cases.

/** Whether two recipients share an id. */
export function isSame(one, other) {
  const known = keysOf(one);
  return keysOf(other).some((key) => known.includes(key));
}

/** Counts the last answer of each guest to each event. */
export function count(rsvps) {
  const guests = [];
  /** The guest by event and id. */
  const found = new Map();
  for (const item of isIterable(rsvps) ? rsvps : []) {
    const rsvp = read(item);
    if (rsvp === undefined) continue;
    const keys = rsvp.keys.map((key) => `${key} ${rsvp.event}`);
    let guest = keys.map((key) => found.get(key)).find(Boolean);
    if (guest === undefined) {
      guest = { last: rsvp };
      guests.push(guest);
    } else if (!(rsvp.seconds < guest.last.seconds)) {
      guest.last = rsvp;
    }
    for (const key of keys) found.set(key, guest);
  }
  const last = guests.map((guest) => guest.last);
  const having = (status) => last.filter((rsvp) => rsvp.status === status);
  const going = having("going");
  const extraGuests = going.reduce((sum, rsvp) => sum + rsvp.extraGuests, 0);
  return { going: going.length, notGoing: having("not_going").length, maybe: having("maybe").length, extraGuests };
}

/** What counts of an answer; undefined where it is none. */
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
  return [isText(e164) ? e164.replace("+", "") : "", ...listed(ids)].filter(isText);
}

const isText = (value) => typeof value === "string" && value !== "";

/** A few items at most: no number has more spellings. */
function listed(value) {
  try {
    return Array.isArray(value) ? value.slice(0, 10) : [];
  } catch {
    return [];
  }
}

function isIterable(value) {
  return value !== null && value !== undefined && typeof value[Symbol.iterator] === "function";
}

/** A field of the object's own; undefined where reading it throws. */
function own(object, name) {
  try {
    return typeof object === "object" && object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
  } catch {
    return undefined;
  }
}
