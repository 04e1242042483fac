//! The guests' RSVPs to an event, read from the webhooks of gateways, and counted.
//!
//! Webhooks are delivered at least once and in any order. [`Rsvp::dedupe_key`] identifies a second delivery, and
//! [`tally`] counts the last RSVP of each guest.

mod integer;
mod reading;
mod tally;
mod webhook;

pub(crate) use reading::read;
pub use tally::{Tally, tally};
pub(crate) use webhook::Webhook;

use serde::Serialize;

use crate::{recipient::Recipient, time::Time};

/// One RSVP of one guest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Rsvp {
    /// The bare id of the message with the event: see [`same_message`](crate::same_message).
    pub event_message_id: String,
    /// Who gave it: a person or a LID.
    pub responder: Recipient,
    /// The chat in which it was given: the group, or the responder.
    pub chat: Recipient,
    /// Whether the guest is coming.
    pub status: RsvpStatus,
    /// How many others the guest is bringing.
    pub extra_guests: u32,
    /// When it was given, if the gateway reports that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responded_at: Option<Time>,
    /// A key that is the same if a webhook is delivered twice. It may contain a phone number.
    pub dedupe_key: String,
}

/// Whether a guest is coming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RsvpStatus {
    /// The guest is coming.
    Going,
    /// The guest is not coming.
    NotGoing,
    /// The guest may come.
    Maybe,
    /// An RSVP that WhatsApp, or waevent, has no word for.
    Unknown,
    /// An RSVP that the gateway could not decrypt. Sending the event again makes a new RSVP possible.
    Undecryptable,
}

impl RsvpStatus {
    /// The public name, such as `not_going`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Going => "going",
            Self::NotGoing => "not_going",
            Self::Maybe => "maybe",
            Self::Unknown => "unknown",
            Self::Undecryptable => "undecryptable",
        }
    }
}
