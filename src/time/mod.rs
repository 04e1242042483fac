//! Stage 2a: points in time.
//!
//! The accepted notations are RFC 3339 with an offset (seconds may be left out, a space may stand for
//! the `T`) and Unix time. The clock and the zone of the host are never asked.

mod error;
mod reading;
mod rfc3339;
mod unix;

pub use error::{TimeError, TimeNotice};
pub use reading::{Disambiguation, EpochUnit, OffsetConflict, TimeRules};
pub(crate) use reading::{judge, read};

use serde::{Serialize, Serializer, ser::SerializeStruct};
use time::{Duration, OffsetDateTime, UtcOffset};

/// A point in time, in whole seconds, with the offset in which it was written.
///
/// The year in that offset lies between 0001 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    local: OffsetDateTime,
    zulu: bool,
}

/// The last second that WhatsApp's clients can show: a signed 32-bit count of seconds ends there.
pub const LATEST_EPOCH_SECONDS: i64 = 2_147_483_647;

impl Time {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self { local: OffsetDateTime::UNIX_EPOCH, zulu: true };

    /// The time `seconds` after 1970-01-01T00:00:00Z, written in UTC; none outside the years 0001 to 9999.
    #[must_use]
    pub fn from_epoch_seconds(seconds: i64) -> Option<Self> {
        let local = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
        (local.year() >= 1).then_some(Self { local, zulu: true })
    }

    fn from_local(local: OffsetDateTime, zulu: bool) -> Self {
        Self { local, zulu }
    }

    /// Unix time in seconds.
    #[must_use]
    pub fn epoch_seconds(&self) -> i64 {
        self.local.unix_timestamp()
    }

    /// Unix time in milliseconds.
    #[must_use]
    pub fn epoch_milliseconds(&self) -> i64 {
        self.epoch_seconds().saturating_mul(1000)
    }

    /// [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339) without a fraction, in the offset in which
    /// the time was written: `2026-04-28T14:00:00-03:00`.
    #[must_use]
    pub fn rfc3339(&self) -> String {
        rfc3339::print(self.local, self.zulu)
    }

    /// True for the seconds that WhatsApp's clients cannot show any more.
    pub(crate) fn is_too_far(&self) -> bool {
        self.epoch_seconds() > LATEST_EPOCH_SECONDS
    }

    /// This time a whole number of seconds later, in the same offset; none past the year 9999.
    pub(crate) fn after(&self, seconds: i64) -> Option<Self> {
        let local = self.local.checked_add(Duration::seconds(seconds))?;
        Some(Self { local, ..*self })
    }

    /// The same date and time of day a year later, in UTC; 1 March for 29 February.
    pub(crate) fn year_later(&self) -> Option<Self> {
        let utc = self.local.to_offset(UtcOffset::UTC);
        let year = utc.year().checked_add(1)?;
        let later = match utc.replace_year(year) {
            Ok(later) => later,
            Err(_) => utc.checked_add(Duration::days(366))?,
        };
        Some(Self { local: later, zulu: true })
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Time", 3)?;
        fields.serialize_field("epochSeconds", &self.epoch_seconds())?;
        fields.serialize_field("epochMilliseconds", &self.epoch_milliseconds())?;
        fields.serialize_field("rfc3339", &self.rfc3339())?;
        fields.end()
    }
}
