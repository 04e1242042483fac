//! The limits of an event, with their sources; some extras have theirs in their row in `field.rs`.
//!
//! Lengths are in UTF-16 code units, as WhatsApp's own clients count them.

use crate::message_id::MESSAGE_ID_LENGTH;

/// The longest advisable and the longest allowed length of a text.
#[derive(Debug, Clone, Copy)]
pub struct Length {
    /// A longer text causes a warning.
    pub advised: usize,
    /// A longer text is refused.
    pub most: usize,
}

impl Length {
    pub(super) const fn up_to(most: usize) -> Self {
        Self { advised: most, most }
    }
}

/// The length of a title. WhatsApp Web uses 100 if its server sets no other limit; gateways stop at 200.
pub const NAME_LENGTH: Length = Length { advised: 100, most: 200 };

/// The length of a description. WhatsApp's help: a description "can be as long as 2,048 characters".
pub const DESCRIPTION_LENGTH: Length = Length::up_to(2048);

/// The length of a place's name or address. WhatsApp documents no limit. Bots stop at 200; 1000 leaves room for any
/// address.
pub const LOCATION_LENGTH: Length = Length { advised: 200, most: 1000 };

/// How long an event without an end lasts, in seconds. WhatsApp Web treats it as over after half an hour.
pub const OPEN_END_SECONDS: i64 = 1800;

/// The longest accepted message id, in characters.
pub const REPLY_ID_LENGTH: usize = MESSAGE_ID_LENGTH;

/// The shortest advisable duration, in minutes. The page of a gateway advises it so that calendars show the event.
pub const ADVISED_DURATION_MINUTES: i64 = 15;

/// The lead time of a reminder, in minutes: up to a year.
pub const REMINDER_MINUTES: core::ops::RangeInclusive<i64> = 0..=525_600;

/// The lead time of a reminder, in seconds: up to a year.
pub const REMINDER_SECONDS: core::ops::RangeInclusive<i64> = 0..=31_536_000;
