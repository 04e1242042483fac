//! Finds events that take place at the same time.

use super::{Event, limit::OPEN_END_SECONDS};

/// Returns the pairs of `events` whose times overlap, as indexes into the slice. Each pair has the lower index first,
/// and the pairs are sorted by their indexes.
///
/// An event without an end counts as 30 minutes long. An event that starts when another ends does not overlap it. Pairs
/// are found one at a time and not stored, because thousands of events can have millions of them. This takes the time
/// of sorting, plus the time of finding the pairs that are read.
///
/// The npm package's `findOverlaps` does the same in JavaScript and is tested with the same cases.
pub fn find_overlaps(events: &[Event<'_>]) -> impl Iterator<Item = (usize, usize)> {
    let day = Day::of(events);
    let spans = events.iter().enumerate().map(Span::of);
    spans.flat_map(move |span| {
        let mut later = day.during(&span);
        later.retain(|place| *place > span.place);
        later.sort_unstable();
        later.into_iter().map(move |place| (span.place, place))
    })
}

/// The time of one event, in Unix seconds, from its start up to, but not including, its end.
struct Span {
    start: i64,
    end: i64,
    place: usize,
}

impl Span {
    fn of((place, event): (usize, &Event<'_>)) -> Self {
        let start = event.start().epoch_seconds();
        let open_end = start.saturating_add(OPEN_END_SECONDS);
        Self { start, end: event.end().map_or(open_end, crate::time::Time::epoch_seconds), place }
    }
}

/// Spans in the order of their starts, as a tree: the root of a slice is its middle.
struct Day(Vec<Node>);

struct Node {
    span: Span,
    /// The latest end in the slice whose middle this is.
    latest: i64,
}

impl Day {
    fn of(events: &[Event<'_>]) -> Self {
        let spans = events.iter().enumerate().map(Span::of);
        let mut nodes: Vec<Node> = spans.map(|span| Node { latest: span.end, span }).collect();
        nodes.sort_unstable_by_key(|node| node.span.start);
        measure(&mut nodes);
        Self(nodes)
    }

    /// The places of all events that overlap `span`, itself included.
    fn during(&self, span: &Span) -> Vec<usize> {
        let mut places = Vec::new();
        look(&self.0, span, &mut places);
        places
    }
}

fn measure(nodes: &mut [Node]) -> i64 {
    let (before, rest) = nodes.split_at_mut(nodes.len() / 2);
    let Some((middle, after)) = rest.split_first_mut() else { return i64::MIN };
    middle.latest = middle.latest.max(measure(before)).max(measure(after));
    middle.latest
}

fn look(nodes: &[Node], during: &Span, places: &mut Vec<usize>) {
    let (before, rest) = nodes.split_at(nodes.len() / 2);
    let Some((middle, after)) = rest.split_first() else { return };
    if middle.latest <= during.start {
        return;
    }
    look(before, during, places);
    if middle.span.start >= during.end {
        return;
    }
    if middle.span.end > during.start {
        places.push(middle.span.place);
    }
    look(after, during, places);
}
