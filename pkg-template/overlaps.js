// Which events run at the same time. In JavaScript alone: reading the events and writing the pairs is most of
// the work, and both are on this side. The crate's `find_overlaps` is the same, and runs the same cases.
import { itemsOf, orNothing, own } from "./plain.js";

/** WhatsApp Web takes an event without an end for this long. */
const OPEN_END_SECONDS = 1800;

/** The pairs, one after the other: thousands of events may have millions, of which none is kept. */
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

/** The time of an event; undefined for what is none. */
function spanOf([place, event]) {
  const start = own(own(event, "start"), "epochSeconds");
  const end = orNothing(() => own(own(event, "end"), "epochSeconds") ?? start + OPEN_END_SECONDS);
  return Number.isFinite(start) && Number.isFinite(end) && end > start ? { start, end, place } : undefined;
}

/** Spans in the order of their starts, and for each the latest end in its part of the tree, of which it is the middle. */
function dayOf(spans) {
  const sorted = [...spans].sort((one, other) => one.start - other.start);
  const latest = new Array(sorted.length);

  const measure = (from, to) => {
    if (from >= to) return -Infinity;
    const middle = (from + to) >>> 1;
    return (latest[middle] = Math.max(sorted[middle].end, measure(from, middle), measure(middle + 1, to)));
  };
  measure(0, sorted.length);

  /** The places of all that run while a span does, itself included. */
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
