//! What gateways carry and ask for, as data.

use serde::{Serialize, Serializer};

use super::GatewayId;
use crate::recipient::RecipientKind;

/// The facts of a gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Gateway {
    /// Its id.
    pub id: GatewayId,
    /// Its name as its makers write it.
    pub name: &'static str,
    /// How it takes times.
    pub time_unit: TimeUnit,
    /// What its requests carry.
    #[serde(flatten)]
    pub capabilities: Capabilities,
    /// The secrets that complete a request, named as in a target.
    pub secrets: &'static [&'static str],
    /// The most requests a minute, where its page names a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests_per_minute: Option<u32>,
    /// Whether sending the same request twice sends one message.
    pub idempotent: bool,
    /// The address of its page.
    pub documentation: &'static str,
}

/// What requests carry, and what they cannot do without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Capabilities {
    /// The kinds of recipient that the gateway takes.
    pub recipients: &'static [RecipientKind],
    /// The fields that have a place of their own.
    #[serde(serialize_with = "names")]
    pub fields: &'static [Field],
    /// The fields that are needed beyond recipient, name and start.
    #[serde(serialize_with = "names")]
    pub requires: &'static [Field],
    /// Whether it makes the link of a call itself. Then a call with a link of its own cannot be marked
    /// as one: guests would find two links, and meet in two calls.
    #[serde(skip)]
    pub makes_call_links: bool,
}

/// The contracts that count, at least one: that of a target, or all that its gateway has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contracts(pub(crate) &'static [Capabilities]);

impl Contracts {
    /// Whether one of them has a place for the field.
    pub(crate) fn carry(self, field: Field) -> bool {
        self.0.iter().any(|contract| contract.fields.contains(&field))
    }

    /// Whether one of them takes recipients of this kind.
    pub(crate) fn take(self, kind: RecipientKind) -> bool {
        self.0.iter().any(|contract| contract.recipients.contains(&kind))
    }

    /// Whether none of them can do without the field.
    pub(crate) fn require(self, field: Field) -> bool {
        self.0.iter().all(|contract| contract.requires.contains(&field))
    }

    /// Whether each of them makes the links of calls.
    pub(crate) fn make_call_links(self) -> bool {
        self.0.iter().all(|contract| contract.makes_call_links)
    }
}

/// How a gateway takes times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeUnit {
    /// Unix time in seconds.
    Seconds,
    /// Unix time in milliseconds.
    Milliseconds,
    /// Text as RFC 3339 has it.
    Rfc3339,
}

/// A field of an event that a gateway may or may not have a place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Field {
    /// The recipient.
    To,
    /// The title.
    Name,
    /// The start.
    Start,
    /// The end.
    End,
    /// The text below the title.
    Description,
    /// The name of the place.
    LocationName,
    /// The address of the place.
    LocationAddress,
    /// The latitude and longitude of the place.
    Coordinates,
    /// The link to join a call.
    JoinLink,
    /// The mark of a call.
    ScheduledCall,
    /// The reminder.
    Reminder,
    /// The leave to bring others.
    ExtraGuestsAllowed,
    /// The mark of an event that is off.
    Canceled,
    /// The message to quote.
    ReplyTo,
    /// The leave to answer in private.
    ReplyPrivately,
    /// The time of "typing…".
    Delay,
    /// The caller's tag.
    Source,
}

impl Field {
    /// Where an issue with the field is told: a field, and a part of it.
    #[must_use]
    pub const fn path(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::To => ("to", None),
            Self::Name => ("name", None),
            Self::Start => ("start", None),
            Self::End => ("end", None),
            Self::Description => ("description", None),
            Self::LocationName => ("location", Some("name")),
            Self::LocationAddress => ("location", Some("address")),
            Self::Coordinates => ("location", Some("latitude")),
            Self::JoinLink => ("joinLink", None),
            Self::ScheduledCall => ("scheduledCall", None),
            Self::Reminder => ("reminderMinutes", None),
            Self::ExtraGuestsAllowed => ("extraGuestsAllowed", None),
            Self::Canceled => ("canceled", None),
            Self::ReplyTo => ("replyTo", None),
            Self::ReplyPrivately => ("replyPrivately", None),
            Self::Delay => ("delaySeconds", None),
            Self::Source => ("source", None),
        }
    }

    /// The input fields that say it, with a dot before a part.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::To => &["to"],
            Self::Name => &["name"],
            Self::Start => &["start", "timeZone"],
            Self::End => &["end", "durationMinutes"],
            Self::Description => &["description"],
            Self::LocationName => &["location.name"],
            Self::LocationAddress => &["location.address"],
            Self::Coordinates => &["location.latitude", "location.longitude"],
            Self::JoinLink => &["joinLink"],
            Self::ScheduledCall => &["scheduledCall"],
            Self::Reminder => &["reminderMinutes", "reminderSeconds"],
            Self::ExtraGuestsAllowed => &["extraGuestsAllowed"],
            Self::Canceled => &["canceled"],
            Self::ReplyTo => &["replyTo"],
            Self::ReplyPrivately => &["replyPrivately"],
            Self::Delay => &["delaySeconds"],
            Self::Source => &["source"],
        }
    }
}

/// The names of the input fields, one after the other.
fn names<S: Serializer>(fields: &[Field], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(fields.iter().flat_map(|field| field.names()))
}
