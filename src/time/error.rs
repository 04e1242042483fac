//! Why a value is not a time, and what was assumed about one that is.

use super::{EpochUnit, Hint};
use crate::issue::{Fault, IssueCode as Code, excerpt};

/// [`LATEST_EPOCH_SECONDS`](super::LATEST_EPOCH_SECONDS) as text.
const LATEST: &str = "2038-01-19T03:14:07Z";

/// Why a value is not an accepted time.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeError {
    /// Nothing was given.
    #[error("no time given")]
    Missing,
    /// A value of a type that cannot be a time.
    #[error("expected a time, found a value of type {0}")]
    WrongType(&'static str),
    /// A lone surrogate, at this UTF-16 index.
    #[error("a lone surrogate")]
    LoneSurrogate(usize),
    /// A text or an object in a notation that is not accepted, and what was probably meant.
    #[error("not a time in an accepted notation")]
    Format(Option<Hint>),
    /// A date without a time of day.
    #[error("a date without a time of day")]
    DateOnly,
    /// A part of the date or time that does not exist.
    #[error("a {0} that does not exist")]
    OutOfRange(&'static str),
    /// A year outside 0001 to 9999, or a local time before the zone data begins.
    #[error("a year outside the accepted range")]
    YearRange(Hint),
    /// A second numbered 60.
    #[error("a second numbered 60")]
    LeapSecond,
    /// A spreadsheet's day number, with the local time that it stands for, such as `2027-09-10 14:00`.
    #[error("a spreadsheet's day number, which stands for {0}")]
    SpreadsheetDay(String),
    /// An offset that is not written `Z` or `±hh:mm`.
    #[error("an offset not written Z or ±hh:mm")]
    OffsetFormat {
        /// The right spelling, if the offset can be understood.
        meant: Option<String>,
        /// What is wrong with it.
        fault: OffsetFault,
    },
    /// An offset beyond 23:59.
    #[error("an offset beyond 23:59")]
    OffsetRange,
    /// A local time without a zone to read it in.
    #[error("a local time without an offset or a zone")]
    ZoneMissing,
    /// The abbreviation of a zone, which can mean several zones or none.
    #[error("an abbreviated zone")]
    ZoneAbbreviation(String),
    /// An offset that its zone does not have at that time.
    #[error("an offset that its zone does not have then")]
    OffsetConflict,
    /// A suffix that is marked as critical but not understood.
    #[error("a critical suffix that is not understood")]
    CriticalSuffix,
    /// A local time that exists twice.
    #[error("a local time that exists twice")]
    Ambiguous(Box<Choice>),
    /// A local time that the clocks skip.
    #[error("a local time that the clocks skip")]
    Nonexistent(Box<Choice>),
    /// An unknown zone.
    #[error("an unknown time zone")]
    ZoneUnknown(String),
    /// An offset in place of a zone, such as `UTC-3`, and its right spelling.
    #[error("an offset written as a time zone")]
    ZoneOffset(Box<[String; 2]>),
    /// Two fields of an object that contradict each other.
    #[error("{0} and {1} contain different times")]
    Contradiction(&'static str, &'static str),
    /// A Unix time that cannot be in this unit.
    #[error("a number that cannot be Unix time in {}", .0.as_str())]
    UnitSuspect(EpochUnit),
    /// Before now.
    #[error("a time before now")]
    Past,
    /// After 2038-01-19T03:14:07Z.
    #[error("a time after {LATEST}")]
    TooFar,
}

/// The two times that a local time may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Both times in Unix seconds, the earlier one first. If the clocks skip the local time, these are the times that
    /// it has with the offset after the change and with the one before.
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
    /// Its plus sign was turned into a space on the way.
    LostPlus,
    /// There is a space or letters before it: `GMT-0300`.
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
    /// A Windows time zone name was read as an IANA name.
    WindowsZone {
        /// The name as it was given.
        given: String,
        /// The IANA name.
        zone: &'static str,
    },
    /// A zone named by an abbreviation, which has standard time all year, and the zone of the place that was probably
    /// meant.
    ZoneWithoutSummerTime(String, &'static str),
    /// The zone that the time itself names, and the other zone that was given for it.
    ZoneOverruled(String, String),
}

impl TimeError {
    const fn code(&self) -> Code {
        match self {
            Self::Missing => Code::Required,
            Self::WrongType(_) => Code::WrongType,
            Self::LoneSurrogate(_) => Code::LoneSurrogate,
            Self::Format(_)
            | Self::SpreadsheetDay(_)
            | Self::OffsetFormat { fault: OffsetFault::Apart, .. } => Code::TimeFormat,
            Self::OffsetFormat { .. } => Code::TimeOffsetFormat,
            Self::DateOnly => Code::TimeMissing,
            Self::OutOfRange(_) => Code::TimeOutOfRange,
            Self::YearRange(_) => Code::TimeYearRange,
            Self::LeapSecond => Code::TimeLeapSecond,
            Self::OffsetRange => Code::TimeOffsetRange,
            Self::ZoneMissing => Code::TimeZoneMissing,
            Self::ZoneAbbreviation(_) => Code::TimeZoneAbbreviation,
            Self::OffsetConflict => Code::TimeOffsetConflict,
            Self::CriticalSuffix => Code::TimeCriticalSuffix,
            Self::Ambiguous(_) => Code::TimeAmbiguous,
            Self::Nonexistent(_) => Code::TimeNonexistent,
            Self::ZoneUnknown(_) | Self::ZoneOffset(_) => Code::TimeZoneUnknown,
            Self::Contradiction(..) => Code::FieldsContradict,
            Self::UnitSuspect(_) => Code::TimeUnitSuspect,
            Self::Past => Code::TimePast,
            Self::TooFar => Code::TimeTooFar,
        }
    }

    const fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Format(Some(hint)) | Self::YearRange(hint) => Some(hint.as_str()),
            Self::DateOnly => Some("date_only"),
            Self::SpreadsheetDay(_) => Some("spreadsheet_day"),
            Self::LeapSecond => Some(SECONDS),
            Self::OffsetFormat { fault: OffsetFault::LostPlus, .. } => Some("lost_plus"),
            _ => None,
        }
    }
}

impl From<TimeError> for Fault {
    fn from(error: TimeError) -> Self {
        let mut fault = Self::new(error.code());
        if let Some(hint) = error.hint() {
            fault = fault.with("hint", hint);
        }
        match error {
            TimeError::WrongType(found) => fault.with("expected", "time").with("found", found),
            TimeError::LoneSurrogate(index) => fault.with("index", index),
            TimeError::OutOfRange(part) => fault.with("part", part).with("hint", range_of(part)),
            TimeError::SpreadsheetDay(local) => fault.with("local", local),
            TimeError::OffsetFormat { meant: Some(meant), .. } => fault.with("offset", meant),
            TimeError::ZoneAbbreviation(letters) => fault.with("abbreviation", letters),
            TimeError::Ambiguous(choice) | TimeError::Nonexistent(choice) => {
                let text = |seconds| super::print::offset(seconds).as_str().to_owned();
                let [one, other] = choice.offsets;
                let offsets = [text(one), text(other)];
                fault.with("candidates", choice.candidates).with("offsets", offsets)
            }
            TimeError::ZoneUnknown(zone) => fault.with("timeZone", excerpt(&zone)),
            TimeError::ZoneOffset(named) => {
                let [zone, offset] = *named;
                fault.with("timeZone", excerpt(&zone)).with("offset", offset)
            }
            TimeError::Contradiction(one, other) => fault.with("one", one).with("other", other),
            TimeError::UnitSuspect(unit) => fault.with("unit", unit.as_str()),
            TimeError::TooFar => fault.with("latest", LATEST),
            _ => fault,
        }
    }
}

/// The range of seconds.
const SECONDS: &str = "00_to_59";

/// The range of a part of a date or time.
fn range_of(part: &str) -> &'static str {
    match part {
        "month" => "01_to_12",
        "day" => "days_of_that_month",
        "hour" => "00_to_23",
        _ => SECONDS,
    }
}

impl From<&TimeNotice> for Fault {
    fn from(notice: &TimeNotice) -> Self {
        let fault = Self::new(match notice {
            TimeNotice::FractionDropped => Code::TimeFractionDropped,
            TimeNotice::LocalOffsetUnknown => Code::TimeLocalOffsetUnknown,
            TimeNotice::OffsetUnusual => Code::TimeOffsetUnusual,
            TimeNotice::NumericString => Code::TimeNumericString,
            TimeNotice::UnitGuessed(_) => Code::TimeUnitGuessed,
            TimeNotice::WindowsZone { .. } => Code::TimeZoneWindows,
            TimeNotice::ZoneWithoutSummerTime(..) => Code::TimeZoneWithoutSummerTime,
            TimeNotice::ZoneOverruled(..) => Code::TimeZoneOverruled,
        });
        match notice {
            TimeNotice::UnitGuessed(unit) => fault.with("unit", unit.as_str()),
            TimeNotice::WindowsZone { given, zone } => {
                fault.with("given", given.clone()).with("timeZone", *zone)
            }
            TimeNotice::ZoneWithoutSummerTime(zone, place) => {
                fault.with("timeZone", zone.clone()).with("suggestion", *place)
            }
            TimeNotice::ZoneOverruled(zone, other) => {
                fault.with("timeZone", zone.clone()).with("other", other.clone())
            }
            _ => fault,
        }
    }
}
