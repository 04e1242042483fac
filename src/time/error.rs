//! Why a value is no time, and what was odd about one that is.

use super::{EpochUnit, Hint};
use crate::issue::{Fault, IssueCode as Code, excerpt};

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
    /// Half of a surrogate pair, at this UTF-16 index.
    #[error("half of a surrogate pair")]
    LoneSurrogate(usize),
    /// A text or an object in no accepted notation, and what was probably meant.
    #[error("not a time in an accepted notation")]
    Format(Option<Hint>),
    /// A date alone.
    #[error("a date without a time of day")]
    DateOnly,
    /// A part of the date or time that does not exist.
    #[error("a {0} that does not exist")]
    OutOfRange(&'static str),
    /// A year outside 0001 to 9999, or a local time before the zone data.
    #[error("a year outside the accepted range")]
    YearRange(Hint),
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
    /// A local time before 2020, where the zone data begins.
    #[error("a local time before the zone data")]
    BeforeZoneData,
    /// The letters of a zone: they mean several zones, or none.
    #[error("an abbreviated zone")]
    ZoneAbbreviation(String),
    /// An offset that its zone does not have at that time.
    #[error("an offset that its zone does not have then")]
    OffsetConflict,
    /// A suffix that is marked as critical and not understood.
    #[error("a critical suffix that is not understood")]
    CriticalSuffix,
    /// A local time that exists twice.
    #[error("a local time that exists twice")]
    Ambiguous {
        /// Both times, in Unix seconds, the earlier one first.
        candidates: [i64; 2],
        /// Their offsets, in seconds east of UTC.
        offsets: [i32; 2],
    },
    /// A local time that the clocks skip.
    #[error("a local time that the clocks skip")]
    Nonexistent {
        /// The times that it would be by the offset after and by the one before, in Unix seconds, the
        /// earlier one first.
        candidates: [i64; 2],
        /// The offsets in force at these times, in seconds east of UTC.
        offsets: [i32; 2],
    },
    /// A zone that is not known.
    #[error("an unknown time zone")]
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
            TimeError::LoneSurrogate(index) => Self::new(Code::LoneSurrogate).with("index", index),
            TimeError::Format(None) => Code::TimeFormat.into(),
            TimeError::Format(Some(hint)) => {
                Self::new(Code::TimeFormat).with("hint", hint.as_str())
            }
            TimeError::DateOnly => Self::new(Code::TimeMissing).with("hint", "date_only"),
            TimeError::OutOfRange(part) => {
                Self::new(Code::TimeOutOfRange).with("part", part).with("hint", range_of(part))
            }
            TimeError::YearRange(hint) => {
                Self::new(Code::TimeYearRange).with("hint", hint.as_str())
            }
            TimeError::BeforeZoneData => {
                Self::new(Code::TimeYearRange).with("hint", Hint::Before2020.as_str())
            }
            TimeError::LeapSecond => {
                Self::new(Code::TimeLeapSecond).with("hint", range_of("second"))
            }
            TimeError::OffsetFormat => Code::TimeOffsetFormat.into(),
            TimeError::OffsetRange => Code::TimeOffsetRange.into(),
            TimeError::ZoneAbbreviation(letters) => {
                Self::new(Code::TimeZoneAbbreviation).with("abbreviation", letters)
            }
            TimeError::OffsetConflict => Code::TimeOffsetConflict.into(),
            TimeError::CriticalSuffix => Code::TimeCriticalSuffix.into(),
            TimeError::Ambiguous { candidates, offsets } => {
                choice(Code::TimeAmbiguous, candidates, offsets)
            }
            TimeError::Nonexistent { candidates, offsets } => {
                choice(Code::TimeNonexistent, candidates, offsets)
            }
            TimeError::ZoneMissing => Code::TimeZoneMissing.into(),
            TimeError::ZoneUnknown(zone) => {
                Self::new(Code::TimeZoneUnknown).with("timeZone", excerpt(&zone))
            }
            TimeError::UnitSuspect(unit) => {
                Self::new(Code::TimeUnitSuspect).with("unit", unit.as_str())
            }
            TimeError::Past => Code::TimePast.into(),
            TimeError::TooFar => Self::new(Code::TimeTooFar).with("latest", LATEST),
        }
    }
}

/// What a part of a date or time may be.
fn range_of(part: &str) -> &'static str {
    match part {
        "month" => "01_to_12",
        "day" => "days_of_that_month",
        "hour" => "00_to_23",
        _ => "00_to_59",
    }
}

/// The two times between which a person can choose.
fn choice(code: Code, candidates: [i64; 2], offsets: [i32; 2]) -> Fault {
    let offsets = offsets.map(super::print::offset);
    Fault::new(code).with("candidates", candidates).with("offsets", offsets)
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
