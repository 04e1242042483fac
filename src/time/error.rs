//! Why a value is no time, and what was odd about one that is.

use super::EpochUnit;
use crate::issue::{Fault, IssueCode as Code};

/// The text of [`LATEST_EPOCH_SECONDS`](super::LATEST_EPOCH_SECONDS).
const LATEST: &str = "2038-01-19T03:14:07Z";

/// Why a value is not an accepted time.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeError {
    /// Nothing was given.
    #[error("no time given")]
    Missing,
    /// A value of a type that times do not have.
    #[error("expected a time, found a value of type {0}")]
    WrongType(&'static str),
    /// A text or an object in no accepted notation.
    #[error("not a time in an accepted notation")]
    Format,
    /// A date alone.
    #[error("a date without a time of day")]
    DateOnly,
    /// A part of the date or time that does not exist.
    #[error("a {0} that does not exist")]
    OutOfRange(&'static str),
    /// A year outside 0001 to 9999.
    #[error("a year outside 0001 to 9999")]
    YearRange,
    /// A second numbered 60.
    #[error("a second numbered 60")]
    LeapSecond,
    /// An offset that is not written `Z` or `±hh:mm`.
    #[error("an offset not written Z or ±hh:mm")]
    OffsetFormat,
    /// An offset beyond 23:59.
    #[error("an offset beyond 23:59")]
    OffsetRange,
    /// A local time, and no zone to read it in.
    #[error("a local time without offset and zone")]
    ZoneMissing,
    /// A local time in a zone that is not known.
    #[error("a local time in an unknown zone")]
    ZoneUnknown(String),
    /// A Unix time that cannot be of its unit.
    #[error("a number that cannot be Unix time in {}", .0.as_str())]
    UnitSuspect(EpochUnit),
    /// Before now.
    #[error("a time before now")]
    Past,
    /// After 2038-01-19T03:14:07Z.
    #[error("a time after {LATEST}")]
    TooFar,
}

/// What was assumed or dropped while reading a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeNotice {
    /// A fraction of a second was dropped.
    FractionDropped,
    /// The offset was written `-00:00`.
    LocalOffsetUnknown,
    /// No place uses the offset.
    OffsetUnusual,
    /// Unix time was written as text.
    NumericString,
    /// The unit of a Unix time was guessed.
    UnitGuessed(EpochUnit),
}

impl From<TimeError> for Fault {
    fn from(error: TimeError) -> Self {
        match error {
            TimeError::Missing => Code::Required.into(),
            TimeError::WrongType(found) => {
                Self::new(Code::WrongType).with("expected", "time").with("found", found)
            }
            TimeError::Format => Code::TimeFormat.into(),
            TimeError::DateOnly => Code::TimeMissing.into(),
            TimeError::OutOfRange(part) => Self::new(Code::TimeOutOfRange).with("part", part),
            TimeError::YearRange => Code::TimeYearRange.into(),
            TimeError::LeapSecond => Code::TimeLeapSecond.into(),
            TimeError::OffsetFormat => Code::TimeOffsetFormat.into(),
            TimeError::OffsetRange => Code::TimeOffsetRange.into(),
            TimeError::ZoneMissing => Code::TimeZoneMissing.into(),
            TimeError::ZoneUnknown(zone) => Self::new(Code::TimeZoneUnknown).with("timeZone", zone),
            TimeError::UnitSuspect(unit) => {
                Self::new(Code::TimeUnitSuspect).with("unit", unit.as_str())
            }
            TimeError::Past => Code::TimePast.into(),
            TimeError::TooFar => Self::new(Code::TimeTooFar).with("latest", LATEST),
        }
    }
}

impl From<TimeNotice> for Fault {
    fn from(notice: TimeNotice) -> Self {
        match notice {
            TimeNotice::FractionDropped => Code::TimeFractionDropped.into(),
            TimeNotice::LocalOffsetUnknown => Code::TimeLocalOffsetUnknown.into(),
            TimeNotice::OffsetUnusual => Code::TimeOffsetUnusual.into(),
            TimeNotice::NumericString => Code::TimeNumericString.into(),
            TimeNotice::UnitGuessed(unit) => {
                Self::new(Code::TimeUnitGuessed).with("unit", unit.as_str())
            }
        }
    }
}
