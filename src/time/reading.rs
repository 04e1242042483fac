//! How a value becomes a time, and the rules that the caller sets for it.

use super::{Hint, NamedZone, Time, TimeError, TimeNotice, resolve::resolve, text, unix};
use crate::{input::Value, invisible::shows_nothing};

/// The caller's rules for reading times.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimeRules {
    /// The unit of Unix times; guessed where it is not set.
    pub epoch_unit: Option<EpochUnit>,
    /// The zone of local times whose event names none.
    pub time_zone: Option<NamedZone>,
    /// What to do with a local time that exists twice or never.
    pub disambiguation: Disambiguation,
    /// What to do where offset and zone disagree.
    pub offset: OffsetConflict,
}

/// The unit of a Unix time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EpochUnit {
    /// Seconds since 1970-01-01T00:00:00Z.
    Seconds,
    /// Milliseconds since 1970-01-01T00:00:00Z.
    Milliseconds,
}

impl EpochUnit {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("seconds", Self::Seconds), ("milliseconds", Self::Milliseconds)];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Seconds => "seconds",
            Self::Milliseconds => "milliseconds",
        }
    }
}

/// What to do with a local time that a change of the clocks makes ambiguous or skips, in the words of
/// [Temporal](https://tc39.es/proposal-temporal/docs/timezone.html).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Disambiguation {
    /// Refuse it.
    #[default]
    Reject,
    /// The earlier time where it is ambiguous, the later one where it is skipped.
    Compatible,
    /// The earlier of the two.
    Earlier,
    /// The later of the two.
    Later,
}

impl Disambiguation {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("reject", Self::Reject),
        ("compatible", Self::Compatible),
        ("earlier", Self::Earlier),
        ("later", Self::Later),
    ];
}

/// What to do where a time's offset is not the one of its zone, in Temporal's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OffsetConflict {
    /// Refuse it.
    #[default]
    Reject,
    /// Believe the offset.
    Use,
    /// Believe the zone.
    Ignore,
    /// Believe the offset where the zone has it at that time, the zone otherwise.
    Prefer,
}

impl OffsetConflict {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("reject", Self::Reject),
        ("use", Self::Use),
        ("ignore", Self::Ignore),
        ("prefer", Self::Prefer),
    ];
}

/// What decides how one value is read.
pub(crate) struct Reading<'r> {
    /// The caller's rules.
    pub(crate) rules: &'r TimeRules,
    /// The zone of local times.
    pub(crate) zone: Option<&'r NamedZone>,
    /// Whether the value may lie in the past.
    pub(crate) allow_past: bool,
}

impl Reading<'_> {
    /// Reads a time.
    pub(crate) fn read(
        &self,
        value: &Value<'_>,
        notices: &mut Vec<TimeNotice>,
    ) -> Result<Time, TimeError> {
        let unit = self.rules.epoch_unit;
        match value {
            Value::Absent => Err(TimeError::Missing),
            Value::Text(text) => {
                let text = text.trim();
                if shows_nothing(text) {
                    Err(TimeError::Missing)
                } else if unix::is_numeric(text) {
                    notices.push(TimeNotice::NumericString);
                    unix::read_digits(text, unit, notices)
                } else {
                    self.read_text(text, notices)
                }
            }
            Value::DateText(text) => self.read_text(text, notices),
            Value::Number(number) => unix::read(*number, unit, notices),
            Value::BigInt(digits) => unix::read_digits(digits, unit, notices),
            Value::Instant(milliseconds) => unix::from_milliseconds(*milliseconds, notices),
            Value::LoneSurrogate(index) => Err(TimeError::LoneSurrogate(*index)),
            Value::LongText { .. } => Err(TimeError::Format(None)),
            other => Err(TimeError::WrongType(other.type_name())),
        }
    }

    fn read_text(&self, text: &str, notices: &mut Vec<TimeNotice>) -> Result<Time, TimeError> {
        let time = resolve(&text::parse(text)?, self.rules, self.zone, notices);
        time.map_err(|error| match error {
            // The zones are known from 2020 on. Whether that is long past or merely unknown depends
            // on what the value is for.
            TimeError::BeforeZoneData if self.allow_past => TimeError::YearRange(Hint::Before2020),
            TimeError::BeforeZoneData => TimeError::Past,
            other => other,
        })
    }
}

/// Refuses what lies before `now`, unless the past is allowed, and what WhatsApp cannot show.
pub(crate) fn judge(time: &Time, now: &Time, allow_past: bool) -> Result<(), TimeError> {
    if time.is_too_far() {
        Err(TimeError::TooFar)
    } else if !allow_past && time.epoch_seconds() < now.epoch_seconds() {
        Err(TimeError::Past)
    } else {
        Ok(())
    }
}
