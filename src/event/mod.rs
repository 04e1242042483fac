//! Stage 2: the valid, gateway-neutral event.

mod details;
mod judge;
mod leftovers;
pub mod limit;
mod line_ends;
mod link;
mod number;
mod overlap;
mod place;
mod schedule;
mod text;

pub(crate) use details::Details;
pub use details::Reply;
pub(crate) use limit::{DESCRIPTION_LENGTH, LOCATION_LENGTH};
pub use link::JoinLink;
pub use overlap::find_overlaps;
pub use place::{Coordinates, Degrees, Location};
pub(crate) use text::check_length;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    input::{EventInput, event_rank},
    issue::{Report, Verdict},
    options::Options,
    recipient::Recipient,
    time::Time,
};

/// A valid event. It is made from an [`EventInput`] only, and nothing after it checks it again.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    to: Recipient,
    name: String,
    start: Time,
    details: Details,
}

/// What could be read of an event that is not valid.
#[derive(Debug, Default)]
pub(crate) struct Fragments {
    pub(crate) to: Option<Recipient>,
    pub(crate) name: Option<String>,
    pub(crate) details: Details,
}

impl Event {
    /// Judges `input` and makes the event of it, or tells every fault in the order of the fields.
    ///
    /// # Errors
    /// A [`Refusal`](crate::issue::Refusal) with every fault that was found.
    pub fn parse(input: &EventInput<'_>, options: &Options) -> Verdict<Self> {
        let (event, report) = Self::read(input, options);
        report.verdict(event.ok())
    }

    /// The event, or what could be read of it, and everything that was found.
    pub(crate) fn read(
        input: &EventInput<'_>,
        options: &Options,
    ) -> (Result<Self, Fragments>, Report) {
        let mut report = Report::new(options.strict);
        let event = judge::event(input, options, &mut report);
        report.sort_by_rank(&event_rank);
        (event, report)
    }

    /// Marks the event as off.
    pub(crate) const fn cancel(&mut self) {
        self.details.canceled = true;
    }

    pub(crate) const fn details(&self) -> &Details {
        &self.details
    }

    /// Who the event goes to.
    #[must_use]
    pub const fn to(&self) -> &Recipient {
        &self.to
    }

    /// The title: 1 to 200 UTF-16 code units without control characters.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When the event starts.
    #[must_use]
    pub const fn start(&self) -> &Time {
        &self.start
    }

    /// When the event ends: later than the start.
    #[must_use]
    pub const fn end(&self) -> Option<&Time> {
        self.details.end.as_ref()
    }

    /// The text below the title: up to 2048 UTF-16 code units.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.details.description.as_deref()
    }

    /// Where the event takes place.
    #[must_use]
    pub const fn location(&self) -> Option<&Location> {
        self.details.location.as_ref()
    }

    /// The link to join a call.
    #[must_use]
    pub const fn join_link(&self) -> Option<&JoinLink> {
        self.details.join_link.as_ref()
    }

    /// Whether the event is a call.
    #[must_use]
    pub const fn scheduled_call(&self) -> bool {
        self.details.scheduled_call
    }

    /// Lead time of the reminder: 0 to 31 536 000 seconds before the start.
    #[must_use]
    pub const fn reminder_seconds(&self) -> Option<i64> {
        self.details.reminder_seconds
    }

    /// Whether guests may bring others.
    #[must_use]
    pub const fn extra_guests_allowed(&self) -> bool {
        self.details.extra_guests_allowed
    }

    /// Whether the card says that the event is off.
    #[must_use]
    pub const fn canceled(&self) -> bool {
        self.details.canceled
    }

    /// The message that the event answers.
    #[must_use]
    pub const fn reply(&self) -> Option<&Reply> {
        self.details.reply.as_ref()
    }

    /// How long the gateway shows "typing…" before it sends: 0 to 300 seconds.
    #[must_use]
    pub const fn delay_seconds(&self) -> Option<i64> {
        self.details.delay_seconds
    }

    /// The caller's own tag: up to 64 UTF-16 code units.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.details.source.as_deref()
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        macro_rules! write_fields {
            ($fields:ident: $($key:literal = $value:expr,)+ ; optional $($optional_key:literal = $optional:expr,)+) => {
                $($fields.serialize_field($key, $value)?;)+
                $(match $optional {
                    Some(value) => $fields.serialize_field($optional_key, value)?,
                    None => $fields.skip_field($optional_key)?,
                })+
            };
        }
        let mut fields = serializer.serialize_struct("Event", 15)?;
        write_fields! { fields:
            "to" = &self.to,
            "name" = &self.name,
            "start" = &self.start,
            "scheduledCall" = &self.details.scheduled_call,
            "extraGuestsAllowed" = &self.details.extra_guests_allowed,
            "canceled" = &self.details.canceled,
            "replyPrivately" = &self.details.reply.as_ref().is_some_and(|reply| reply.privately),
            ; optional
            "end" = &self.details.end,
            "description" = &self.details.description,
            "location" = &self.details.location,
            "joinLink" = &self.details.join_link,
            "reminderSeconds" = &self.details.reminder_seconds,
            "replyTo" = self.details.reply.as_ref().map(|reply| &reply.to),
            "delaySeconds" = &self.details.delay_seconds,
            "source" = &self.details.source,
        }
        fields.end()
    }
}
