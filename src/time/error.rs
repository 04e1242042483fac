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
    /// A day and time of day as a spreadsheet counts days; what it would be, such as `2027-09-10 14:00`.
    #[error("a spreadsheet's day number, of {0}")]
    SpreadsheetDay(String),
    /// An offset that is not written `Z` or `±hh:mm`.
    #[error("an offset not written Z or ±hh:mm")]
    OffsetFormat {
        /// How it is to be written, where it can be read.
        meant: Option<String>,
        /// What is wrong with it.
        fault: OffsetFault,
    },
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
    Ambiguous(Box<Choice>),
    /// A local time that the clocks skip.
    #[error("a local time that the clocks skip")]
    Nonexistent(Box<Choice>),
    /// A zone that is not known.
    #[error("an unknown time zone")]
    ZoneUnknown(String),
    /// An offset in the place of a zone, such as `UTC-3`, and how it is to be written.
    #[error("an offset written as a time zone")]
    ZoneOffset(Box<[String; 2]>),
    /// Two fields of an object that say different times.
    #[error("{0} and {1} say different times")]
    Contradiction(&'static str, &'static str),
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

/// The two times that a local time may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Both times, in Unix seconds, the earlier one first. Where the clocks skip the local time, those that it would be by the
    /// offset after and by the one before.
    pub candidates: [i64; 2],
    /// The offsets in force at these times, in seconds east of UTC.
    pub offsets: [i32; 2],
}

/// What is wrong with the spelling of an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OffsetFault {
    /// No colon, or no minutes.
    Spelling,
    /// Its plus sign became a space on the way.
    LostPlus,
    /// A space or letters before it: `GMT-0300`.
    Apart,
}

/// What was assumed or dropped while reading a time.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// A name that Windows has for a zone was read as a name of the IANA database.
    WindowsZone {
        /// The name as it was given.
        given: String,
        /// The name of the IANA database.
        zone: &'static str,
    },
    /// A zone called by letters, which keeps standard time all year, and the zone of the place that is probably meant.
    ZoneWithoutSummerTime(String, &'static str),
    /// The zone that the time itself names, and the other one that was given for it.
    ZoneOverruled(String, String),
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
            TimeError::SpreadsheetDay(local) => {
                Self::new(Code::TimeFormat).with("hint", "spreadsheet_day").with("local", local)
            }
            TimeError::OffsetFormat { meant, fault } => {
                let fault = match fault {
                    OffsetFault::Spelling => Self::new(Code::TimeOffsetFormat),
                    OffsetFault::LostPlus => {
                        Self::new(Code::TimeOffsetFormat).with("hint", "lost_plus")
                    }
                    OffsetFault::Apart => Self::new(Code::TimeFormat),
                };
                meant.into_iter().fold(fault, |fault, meant| fault.with("offset", meant))
            }
            TimeError::OffsetRange => Code::TimeOffsetRange.into(),
            TimeError::ZoneAbbreviation(letters) => {
                Self::new(Code::TimeZoneAbbreviation).with("abbreviation", letters)
            }
            TimeError::OffsetConflict => Code::TimeOffsetConflict.into(),
            TimeError::CriticalSuffix => Code::TimeCriticalSuffix.into(),
            TimeError::Ambiguous(choice) => choice.fault(Code::TimeAmbiguous),
            TimeError::Nonexistent(choice) => choice.fault(Code::TimeNonexistent),
            TimeError::ZoneMissing => Code::TimeZoneMissing.into(),
            TimeError::ZoneUnknown(zone) => {
                Self::new(Code::TimeZoneUnknown).with("timeZone", excerpt(&zone))
            }
            TimeError::ZoneOffset(named) => {
                let [zone, offset] = *named;
                Self::new(Code::TimeZoneUnknown)
                    .with("timeZone", excerpt(&zone))
                    .with("offset", offset)
            }
            TimeError::Contradiction(one, other) => {
                Self::new(Code::FieldsContradict).with("one", one).with("other", other)
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

impl Choice {
    fn fault(&self, code: Code) -> Fault {
        let text = |seconds| super::print::offset(seconds).as_str().to_owned();
        let [one, other] = self.offsets;
        let offsets = [text(one), text(other)];
        Fault::new(code).with("candidates", self.candidates).with("offsets", offsets)
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
            TimeNotice::WindowsZone { given, zone } => {
                Self::new(Code::TimeZoneWindows).with("given", given).with("timeZone", zone)
            }
            TimeNotice::ZoneWithoutSummerTime(zone, place) => {
                Self::new(Code::TimeZoneWithoutSummerTime)
                    .with("timeZone", zone)
                    .with("suggestion", place)
            }
            TimeNotice::ZoneOverruled(zone, other) => {
                Self::new(Code::TimeZoneOverruled).with("timeZone", zone).with("other", other)
            }
        }
    }
}
