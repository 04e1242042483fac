//! Stage 2: the valid, gateway-neutral event.

mod judge;
mod limit;
mod link;
mod number;
mod place;
mod schedule;
mod text;

pub(crate) use limit::{DESCRIPTION_LENGTH, LOCATION_LENGTH};
pub use link::JoinLink;
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
    end: Option<Time>,
    description: Option<String>,
    location: Option<Location>,
    join_link: Option<JoinLink>,
    scheduled_call: bool,
    reminder_seconds: Option<i64>,
    extra_guests_allowed: bool,
    canceled: bool,
    reply: Option<Reply>,
    delay_seconds: Option<i64>,
    source: Option<String>,
}

/// The message that an event answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The id of the message to quote: 1 to 256 letters, digits and `_ @ . : -`.
    pub to: String,
    /// Whether to answer a group's message in its author's private chat.
    pub privately: bool,
}

impl Event {
    /// Judges `input` and makes the event of it, or tells every fault in the order of the fields.
    ///
    /// # Errors
    /// A [`Refusal`](crate::issue::Refusal) with every fault that was found.
    pub fn parse(input: &EventInput<'_>, options: &Options) -> Verdict<Self> {
        let (event, report) = Self::read(input, options);
        report.verdict(event)
    }

    /// The event, where there is one, and everything that was found.
    pub(crate) fn read(input: &EventInput<'_>, options: &Options) -> (Option<Self>, Report) {
        let mut report = Report::new(options.strict);
        let event = judge::event(input, options, &mut report);
        report.sort_by_rank(&event_rank);
        (event.filter(|_| report.is_clean()), report)
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
    pub const fn start(&self) -> Time {
        self.start
    }

    /// When the event ends: later than the start.
    #[must_use]
    pub const fn end(&self) -> Option<Time> {
        self.end
    }

    /// The text below the title: up to 2048 UTF-16 code units.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// Where the event takes place.
    #[must_use]
    pub const fn location(&self) -> Option<&Location> {
        self.location.as_ref()
    }

    /// The link to join a call.
    #[must_use]
    pub const fn join_link(&self) -> Option<&JoinLink> {
        self.join_link.as_ref()
    }

    /// Whether the event is a call.
    #[must_use]
    pub const fn scheduled_call(&self) -> bool {
        self.scheduled_call
    }

    /// Lead time of the reminder: 0 to 31 536 000 seconds before the start.
    #[must_use]
    pub const fn reminder_seconds(&self) -> Option<i64> {
        self.reminder_seconds
    }

    /// Whether guests may bring others.
    #[must_use]
    pub const fn extra_guests_allowed(&self) -> bool {
        self.extra_guests_allowed
    }

    /// Whether the card says that the event is off.
    #[must_use]
    pub const fn canceled(&self) -> bool {
        self.canceled
    }

    /// The message that the event answers.
    #[must_use]
    pub const fn reply(&self) -> Option<&Reply> {
        self.reply.as_ref()
    }

    /// How long the gateway shows "typing…" before it sends: 0 to 300 seconds.
    #[must_use]
    pub const fn delay_seconds(&self) -> Option<i64> {
        self.delay_seconds
    }

    /// The caller's own tag: up to 64 UTF-16 code units.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
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
            "scheduledCall" = &self.scheduled_call,
            "extraGuestsAllowed" = &self.extra_guests_allowed,
            "canceled" = &self.canceled,
            "replyPrivately" = &self.reply.as_ref().is_some_and(|reply| reply.privately),
            ; optional
            "end" = &self.end,
            "description" = &self.description,
            "location" = &self.location,
            "joinLink" = &self.join_link,
            "reminderSeconds" = &self.reminder_seconds,
            "replyTo" = self.reply.as_ref().map(|reply| &reply.to),
            "delaySeconds" = &self.delay_seconds,
            "source" = &self.source,
        }
        fields.end()
    }
}
