//! How long, how large, how far: every limit of an event, with its source.
//!
//! Lengths are in UTF-16 code units, as WhatsApp's own clients count.

use crate::message_id::MESSAGE_ID_LENGTH;

/// A length that is advisable, and one that is the end.
#[derive(Debug, Clone, Copy)]
pub struct Length {
    /// Above this a warning is given.
    pub advised: usize,
    /// Above this the text is refused.
    pub most: usize,
}

impl Length {
    const fn up_to(most: usize) -> Self {
        Self { advised: most, most }
    }
}

/// WhatsApp Web falls back to 100 where its server sets no other limit; gateways stop at 200.
pub const NAME_LENGTH: Length = Length { advised: 100, most: 200 };

/// WhatsApp's help: a description "can be as long as 2,048 characters".
pub const DESCRIPTION_LENGTH: Length = Length::up_to(2048);

/// WhatsApp names no limit for places. Bots stop at 200; 1000 leaves room for any address.
pub const LOCATION_LENGTH: Length = Length { advised: 200, most: 1000 };

/// WhatsApp Web counts an event without an end as past, and so as over, after half an hour.
pub const OPEN_END_SECONDS: i64 = 1800;

/// A tag, not a text.
pub const SOURCE_LENGTH: Length = Length::up_to(64);

/// The longest message id taken, in characters.
pub const REPLY_ID_LENGTH: usize = MESSAGE_ID_LENGTH;

/// The least that the page of a gateway advises, for calendars to show the event.
pub const ADVISED_DURATION_MINUTES: i64 = 15;

/// A year, in minutes.
pub const REMINDER_MINUTES: core::ops::RangeInclusive<i64> = 0..=525_600;

/// The same, in seconds.
pub const REMINDER_SECONDS: core::ops::RangeInclusive<i64> = 0..=31_536_000;

/// Five minutes, in seconds: longer than any gateway waits for a response.
pub const DELAY_SECONDS: core::ops::RangeInclusive<i64> = 0..=300;
