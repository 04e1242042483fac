//! What comes back: the guests' answers to an event, read from the webhooks of gateways, and counted.
//!
//! A webhook is delivered at least once and in any order. [`Rsvp::dedupe_key`] tells a second delivery,
//! and [`tally`] takes the last answer of each guest.

mod integer;
mod reading;
mod tally;
mod webhook;

pub(crate) use reading::read;
pub use tally::{Tally, tally};
pub(crate) use webhook::Webhook;

use serde::Serialize;

use crate::{recipient::Recipient, time::Time};

/// One answer of one guest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Rsvp {
    /// The bare id of the message with the event: see [`same_message`](crate::same_message).
    pub event_message_id: String,
    /// Who answers: a person or a LID.
    pub responder: Recipient,
    /// Where: the group, or the responder.
    pub chat: Recipient,
    /// The answer.
    pub status: RsvpStatus,
    /// How many others the guest brings.
    pub extra_guests: u32,
    /// When the guest answered, where the gateway says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responded_at: Option<Time>,
    /// Equal for a webhook that is delivered twice. It may hold a phone number.
    pub dedupe_key: String,
}

/// What a guest answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RsvpStatus {
    /// The guest comes.
    Going,
    /// The guest does not come.
    NotGoing,
    /// The guest may come.
    Maybe,
    /// An answer that WhatsApp, or waevent, has no word for.
    Unknown,
    /// An answer that the gateway could not decrypt. Sending the event again makes a new answer possible.
    Undecryptable,
}

impl RsvpStatus {
    /// The public spelling.
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
