// Finds events whose times overlap. This is done in JavaScript, because reading the events and writing the pairs is
// most of the work, and both are on this side. The crate's `find_overlaps` does the same, and runs the same cases.
import { itemsOf, orNothing, own } from "./plain.js";

/** WhatsApp Web shows an event without an end as this long. */
const OPEN_END_SECONDS = 1800;

/** Yields the pairs one at a time and keeps none, because thousands of events may have millions. */
export function pairsOf(events) {
  return pairs(itemsOf(events).map(spanOf).filter(Boolean));
}

function* pairs(spans) {
  const day = dayOf(spans);
  for (const span of spans) {
    const later = day.during(span).filter((place) => place > span.place).sort((one, other) => one - other);
    for (const place of later) yield [span.place, place];
  }
}

/** The time of an event; undefined if it is not an event. */
function spanOf([place, event]) {
  const start = own(own(event, "start"), "epochSeconds");
  const end = orNothing(() => own(own(event, "end"), "epochSeconds") ?? start + OPEN_END_SECONDS);
  return Number.isFinite(start) && Number.isFinite(end) && end > start ? { start, end, place } : undefined;
}

/** The spans sorted by their starts, as an implicit balanced tree. `latest` has the latest end in the subtree of each
 *  span. */
function dayOf(spans) {
  const sorted = [...spans].sort((one, other) => one.start - other.start);
  const latest = new Array(sorted.length);

  const measure = (from, to) => {
    if (from >= to) return -Infinity;
    const middle = (from + to) >>> 1;
    return (latest[middle] = Math.max(sorted[middle].end, measure(from, middle), measure(middle + 1, to)));
  };
  measure(0, sorted.length);

  /** The places of all spans that overlap a span, including itself. */
  const during = ({ start, end }) => {
    const places = [];
    const look = (from, to) => {
      const middle = (from + to) >>> 1;
      if (from >= to || latest[middle] <= start) return;
      look(from, middle);
      if (sorted[middle].start >= end) return;
      if (sorted[middle].end > start) places.push(sorted[middle].place);
      look(middle + 1, to);
    };
    look(0, sorted.length);
    return places;
  };
  return { during };
}
