//! Which events run at the same time.

use super::{Event, limit::OPEN_END_SECONDS};

/// The pairs of `events` whose times overlap, by their places in the slice: the earlier place first, and
/// the pairs in the order of their places.
///
/// An event without an end counts as 30 minutes long. An event that starts when another ends does not
/// overlap it. The time taken is that of sorting, and of the pairs that there are.
///
/// The package's `findOverlaps` is the same in JavaScript, and runs the same cases.
#[must_use]
pub fn find_overlaps(events: &[Event]) -> Vec<(usize, usize)> {
    let mut spans: Vec<Span> = events.iter().enumerate().map(Span::of).collect();
    spans.sort_unstable_by_key(|span| span.start);
    let mut pairs = Vec::new();
    let mut running: Vec<Span> = Vec::new();
    for span in spans {
        running.retain(|earlier| earlier.end > span.start);
        let place = span.place;
        pairs.extend(running.iter().map(|other| (other.place.min(place), other.place.max(place))));
        running.push(span);
    }
    pairs.sort_unstable();
    pairs
}

/// The time of one event, in Unix seconds, without its last one.
struct Span {
    start: i64,
    end: i64,
    place: usize,
}

impl Span {
    fn of((place, event): (usize, &Event)) -> Self {
        let start = event.start().epoch_seconds();
        let open_end = start.saturating_add(OPEN_END_SECONDS);
        Self { start, end: event.end().map_or(open_end, crate::time::Time::epoch_seconds), place }
    }
}
