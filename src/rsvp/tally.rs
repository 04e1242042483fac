//! Counts who is coming.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Rsvp, RsvpStatus};
use crate::time::Time;

/// How many guests are coming or not, by their last RSVPs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Guests who are coming, without those whom they bring.
    pub going: u64,
    /// Guests who are not coming.
    pub not_going: u64,
    /// Guests who may come.
    pub maybe: u64,
    /// The others whom guests who are coming bring.
    pub extra_guests: u64,
}

/// Counts the last RSVP of each guest to each event.
///
/// The last RSVP is the one with the latest time. If times are in the same second or missing, it is the one that comes
/// later in `rsvps`. An unknown or undecryptable RSVP replaces an earlier one, and is not counted. Guests are
/// distinguished as in [`same_recipient`](crate::same_recipient).
///
/// The package's `tally` does the same in JavaScript, and is tested with the same cases.
pub fn tally<'r>(rsvps: impl IntoIterator<Item = &'r Rsvp>) -> Tally {
    let mut guests = Guests::default();
    for rsvp in rsvps {
        guests.add(rsvp);
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

/// The guests, in the order of their first RSVPs, each with the last one.
#[derive(Default)]
struct Guests<'r> {
    last: Vec<&'r Rsvp>,
    /// The index in `last` of each guest of each event.
    places: BTreeMap<(&'r str, &'r str), usize>,
}

impl<'r> Guests<'r> {
    fn add(&mut self, rsvp: &'r Rsvp) {
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
