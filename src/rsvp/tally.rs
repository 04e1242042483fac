//! How many come.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Rsvp, RsvpStatus};
use crate::time::Time;

/// The guests by their last RSVP.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Guests who come, without those whom they bring.
    pub going: u64,
    /// Guests who do not come.
    pub not_going: u64,
    /// Guests who may come.
    pub maybe: u64,
    /// Whom those who come bring.
    pub extra_guests: u64,
}

/// Counts the last RSVP of each guest to each event.
///
/// The last RSVP is the one with the latest time; of RSVPs at the same second, or without a time, the
/// one that comes later in `rsvps`. An RSVP that is unknown or undecryptable takes the place of an
/// earlier one, and counts nowhere. Guests are distinguished as
/// [`same_recipient`](crate::same_recipient) does.
///
/// The package's `tally` is the same in JavaScript, and runs the same cases.
pub fn tally<'r>(rsvps: impl IntoIterator<Item = &'r Rsvp>) -> Tally {
    let mut guests = Guests::default();
    for rsvp in rsvps {
        guests.hear(rsvp);
    }
    let mut tally = Tally::default();
    for last in guests.last {
        let count = match last.status {
            RsvpStatus::Going => &mut tally.going,
            RsvpStatus::NotGoing => &mut tally.not_going,
            RsvpStatus::Maybe => &mut tally.maybe,
            RsvpStatus::Unknown | RsvpStatus::Undecryptable => continue,
        };
        *count = count.saturating_add(1);
        if last.status == RsvpStatus::Going {
            tally.extra_guests = tally.extra_guests.saturating_add(last.extra_guests.into());
        }
    }
    tally
}

/// Guests in the order in which they first answered, each with the last RSVP.
#[derive(Default)]
struct Guests<'r> {
    last: Vec<&'r Rsvp>,
    /// Where in `last` a guest of an event is.
    places: BTreeMap<(&'r str, &'r str), usize>,
}

impl<'r> Guests<'r> {
    fn hear(&mut self, rsvp: &'r Rsvp) {
        let guest = (rsvp.event_message_id.as_str(), rsvp.responder.canonical());
        let place = *self.places.entry(guest).or_insert(self.last.len());
        match self.last.get_mut(place) {
            Some(last) if is_before(rsvp, last) => {}
            Some(last) => *last = rsvp,
            None => self.last.push(rsvp),
        }
    }
}

fn is_before(rsvp: &Rsvp, last: &Rsvp) -> bool {
    let seconds = |rsvp: &Rsvp| rsvp.responded_at.as_ref().map(Time::epoch_seconds);
    matches!((seconds(rsvp), seconds(last)), (Some(now), Some(then)) if now < then)
}
