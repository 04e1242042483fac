//! Stage 2a: points in time.
//!
//! The accepted notations are RFC 3339, RFC 3339 with a zone in brackets (RFC 9557), local times with a zone, Unix
//! time, and objects that contain these. The host's clock and time zone are never read, and the zone data is compiled
//! in.

mod error;
mod hint;
mod named_zone;
mod object;
mod offset;
mod print;
mod reading;
mod resolve;
mod spreadsheet;
mod suffix;
mod text;
mod unix;
mod windows;
mod zone;

pub use error::{Choice, OffsetFault, TimeError, TimeNotice};
pub use hint::Hint;
pub use named_zone::NamedZone;
pub(crate) use print::TimeText;
pub use reading::{DateOrder, Disambiguation, EpochUnit, OffsetConflict, TimeRules};
pub(crate) use reading::{EventZone, Reading, judge};
pub use zone::RELEASE as TIME_ZONE_RELEASE;

use serde::{Serialize, Serializer, ser::SerializeStruct};
use time::{Duration, OffsetDateTime, UtcOffset};

/// A point in time, in whole seconds, with the offset and the zone in which it was written.
///
/// In that offset, the year is between 0001 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    local: OffsetDateTime,
    is_zulu: bool,
    zone: Option<NamedZone>,
}

/// The last second that WhatsApp's clients can show: the largest signed 32-bit number of seconds.
pub const LATEST_EPOCH_SECONDS: i64 = 2_147_483_647;

impl Time {
    /// The names of the fields that are read from objects that are times.
    pub const FIELDS: &[&str] = object::NAMES;

    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self { local: OffsetDateTime::UNIX_EPOCH, is_zulu: true, zone: None };

    /// Returns the time `seconds` after 1970-01-01T00:00:00Z, written in UTC. Returns `None` outside the years 0001 to
    /// 9999.
    #[must_use]
    pub fn from_epoch_seconds(seconds: i64) -> Option<Self> {
        let utc = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
        (utc.year() >= 1).then_some(Self::zulu(utc))
    }

    const fn zulu(utc: OffsetDateTime) -> Self {
        Self { local: utc, is_zulu: true, zone: None }
    }

    const fn with_offset(local: OffsetDateTime) -> Self {
        Self { local, is_zulu: false, zone: None }
    }

    fn in_zone(self, zone: NamedZone) -> Self {
        Self { zone: Some(zone), ..self }
    }

    /// Returns the Unix time in seconds.
    #[must_use]
    pub const fn epoch_seconds(&self) -> i64 {
        self.local.unix_timestamp()
    }

    /// Returns the Unix time in milliseconds.
    #[must_use]
    pub const fn epoch_milliseconds(&self) -> i64 {
        self.epoch_seconds().saturating_mul(1000)
    }

    /// Returns the time in [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339) without a fraction, in the offset in
    /// which it was written or the one in force in its zone: `2026-04-28T14:00:00-03:00`.
    #[must_use]
    pub fn rfc3339(&self) -> String {
        self.text().as_str().to_owned()
    }

    /// The same text, without an allocation.
    pub(crate) fn text(&self) -> TimeText {
        print::print(self.local, self.is_zulu)
    }

    /// Returns the time in RFC 3339, in UTC and with milliseconds, as JavaScript's `Date.toISOString` writes it:
    /// `2026-04-28T17:00:00.000Z`.
    #[must_use]
    pub fn rfc3339_utc_milliseconds(&self) -> String {
        self.utc_text().as_str().to_owned()
    }

    /// The same text, without an allocation.
    pub(crate) fn utc_text(&self) -> TimeText {
        print::utc_milliseconds(self.local)
    }

    /// Returns the zone in which the time was written, as the caller spelled it, or its IANA name if the caller used
    /// its Windows name. Returns `None` if the time has no zone.
    #[must_use]
    pub fn time_zone(&self) -> Option<&str> {
        self.zone.as_ref().map(NamedZone::name)
    }

    /// Returns the offset of [`rfc3339`](Self::rfc3339), in seconds east of UTC.
    #[must_use]
    pub const fn offset_seconds(&self) -> i32 {
        self.local.offset().whole_seconds()
    }

    /// Whether WhatsApp's clients cannot show this time, because it is too late.
    pub(crate) const fn is_too_far(&self) -> bool {
        self.epoch_seconds() > LATEST_EPOCH_SECONDS
    }

    /// The time `seconds` later, in the same zone or offset; `None` after the year 9999.
    pub(crate) fn after(&self, seconds: i64) -> Option<Self> {
        let local = self.local.checked_add(Duration::seconds(seconds))?;
        match self.zone {
            // The clocks may change in between.
            Some(zone) => zone.at(local.unix_timestamp()).ok(),
            None => Some(Self { local, ..*self }),
        }
    }

    /// The same date and time of day a year later, in UTC; 1 March for 29 February.
    pub(crate) fn year_later(&self) -> Option<Self> {
        let utc = self.local.checked_to_offset(UtcOffset::UTC)?;
        let year = utc.year().checked_add(1)?;
        let later = match utc.replace_year(year) {
            Ok(later) => later,
            Err(_) => utc.checked_add(Duration::days(366))?,
        };
        Some(Self::zulu(later))
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Time", 4)?;
        fields.serialize_field("epochSeconds", &self.epoch_seconds())?;
        fields.serialize_field("epochMilliseconds", &self.epoch_milliseconds())?;
        fields.serialize_field("rfc3339", self.text().as_str())?;
        match self.time_zone() {
            Some(zone) => fields.serialize_field("timeZone", zone)?,
            None => fields.skip_field("timeZone")?,
        }
        fields.end()
    }
}
