// Which events run at the same time. In JavaScript alone: reading the events and writing the pairs is most of
// the work, and both are on this side. The crate's `find_overlaps` is the same, and runs the same cases.

/** WhatsApp Web takes an event without an end for this long. */
const OPEN_END_SECONDS = 1800;

export function pairsOf(events) {
  const spans = read(events).sort((one, other) => one.start - other.start);
  /** For each event those further on that overlap it. */
  const partners = new Map();
  let running = [];
  for (const span of spans) {
    running = running.filter(({ end }) => end > span.start);
    for (const { place } of running) {
      const first = Math.min(place, span.place);
      const others = partners.get(first);
      if (others === undefined) partners.set(first, [Math.max(place, span.place)]);
      else others.push(Math.max(place, span.place));
    }
    running.push(span);
  }
  const ascending = (one, other) => one - other;
  return [...partners.keys()].sort(ascending).flatMap((first) =>
    partners.get(first).sort(ascending).map((other) => [first, other]));
}

/** The times of what is an event. Own fields count, and what throws when it is read is none. */
function read(events) {
  const spans = [];
  for (const key of orNothing(() => Array.isArray(events) && Object.keys(events)) || []) {
    const place = Number(key) >>> 0;
    // Lists have other fields too.
    const span = String(place) === key && orNothing(() => spanOf(own(events, key), place));
    if (span) spans.push(span);
  }
  return spans;
}

function spanOf(event, place) {
  const start = own(own(event, "start"), "epochSeconds");
  const end = own(own(event, "end"), "epochSeconds") ?? start + OPEN_END_SECONDS;
  return Number.isFinite(start) && Number.isFinite(end) && end > start ? { start, end, place } : undefined;
}

function own(object, name) {
  return typeof object === "object" && object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}

function orNothing(look) {
  try {
    return look();
  } catch {
    return undefined;
  }
}
