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
    pub fields: &'static [Field],
    /// The fields that are needed beyond recipient, name and start.
    pub requires: &'static [Field],
}

impl Capabilities {
    pub(crate) fn carries(&self, field: Field) -> bool {
        self.fields.contains(&field)
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
    /// The path of the input field.
    #[must_use]
    pub const fn path(self) -> &'static [&'static str] {
        match self {
            Self::To => &["to"],
            Self::Name => &["name"],
            Self::Start => &["start"],
            Self::End => &["end"],
            Self::Description => &["description"],
            Self::LocationName => &["location", "name"],
            Self::LocationAddress => &["location", "address"],
            Self::Coordinates => &["location", "latitude"],
            Self::JoinLink => &["joinLink"],
            Self::ScheduledCall => &["scheduledCall"],
            Self::Reminder => &["reminderMinutes"],
            Self::ExtraGuestsAllowed => &["extraGuestsAllowed"],
            Self::Canceled => &["canceled"],
            Self::ReplyTo => &["replyTo"],
            Self::ReplyPrivately => &["replyPrivately"],
            Self::Delay => &["delaySeconds"],
            Self::Source => &["source"],
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.path().join("."))
    }
}
