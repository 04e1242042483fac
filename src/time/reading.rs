//! How a value becomes a time, and the rules that the caller sets for it.

use super::{
    Hint, NamedZone, Time, TimeError, TimeNotice, object,
    resolve::{Zones, resolve},
    text, unix,
};
use crate::{
    input::{Value, warn_of_unknown},
    invisible::shows_nothing,
    issue::Report,
};

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
    /// Whether the day or the month comes first in dates that begin with one of them; such dates are refused where it is not set.
    pub date_order: Option<DateOrder>,
}

/// Which part of a date such as `10/09/2027` comes first. The text does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 10 September.
    DayFirst,
    /// 9 October.
    MonthFirst,
}

impl DateOrder {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("dmy", Self::DayFirst), ("mdy", Self::MonthFirst)];
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

/// The zone that an event names.
#[derive(Debug)]
pub(crate) enum EventZone {
    /// None: that of the rules counts for local times.
    None,
    /// It counts for all times of the event: local ones are read in it, instants are shown in it.
    Named(NamedZone),
    /// It is reported as faulty; what depends on it is not reported again.
    Faulty,
}

/// What decides how one value is read.
pub(crate) struct Reading<'r> {
    /// The caller's rules.
    pub(crate) rules: &'r TimeRules,
    /// The zone of the event.
    pub(crate) zone: &'r EventZone,
    /// Whether the value may lie in the past.
    pub(crate) allow_past: bool,
}

impl Reading<'_> {
    /// Reads a time, and reports at `field` what was odd about it.
    pub(crate) fn read(
        &self,
        value: &Value<'_>,
        field: &'static str,
        report: &mut Report,
    ) -> Result<Time, TimeError> {
        let mut notices = Vec::new();
        let time = match value {
            Value::Record(_) => object::read(self, value, &mut notices),
            plain => self.read_plain(plain, None, &mut notices),
        };
        // What an object says in several ways is odd once.
        for (at, notice) in notices.iter().enumerate() {
            if notices.iter().position(|other| other == notice) == Some(at) {
                report.warn(notice, field);
            }
        }
        if time.is_ok() {
            warn_of_unknown(
                &value.names_beside(object::NAMES),
                value.unread(),
                object::NAMES,
                Some(field),
                report,
            );
        }
        time
    }

    /// Reads what is no object; `zone` is that of the object that it is a field of.
    pub(super) fn read_plain(
        &self,
        value: &Value<'_>,
        zone: Option<&NamedZone>,
        notices: &mut Vec<TimeNotice>,
    ) -> Result<Time, TimeError> {
        let unit = self.rules.epoch_unit;
        let instant = match value {
            Value::Absent => return Err(TimeError::Missing),
            Value::Text(text) => {
                let text = text.trim();
                if shows_nothing(text) {
                    return Err(TimeError::Missing);
                }
                let Some(number) = unix::number_of(text) else {
                    return self.read_text(text, zone, notices);
                };
                notices.push(TimeNotice::NumericString);
                unix::read(number?, unit, notices)
            }
            Value::DateText(text) => return self.read_text(text, zone, notices),
            Value::Number(number) => unix::read(*number, unit, notices),
            Value::BigInt(digits) => unix::read(unix::integer(digits)?, unit, notices),
            Value::Instant(milliseconds) => unix::from_milliseconds(*milliseconds, notices),
            Value::LoneSurrogate(index) => return Err(TimeError::LoneSurrogate(*index)),
            Value::LongText { .. } => return Err(TimeError::Format(None)),
            other => return Err(TimeError::WrongType(other.type_name())),
        };
        self.show(instant?, zone, notices)
    }

    /// The same instant in the zone that is named for it, if one is.
    pub(super) fn show(
        &self,
        instant: Time,
        zone: Option<&NamedZone>,
        notices: &mut Vec<TimeNotice>,
    ) -> Result<Time, TimeError> {
        match self.zones(zone).named(None, notices) {
            Some(zone) => zone.at(instant.epoch_seconds()),
            None => Ok(instant),
        }
    }

    pub(super) fn read_text(
        &self,
        text: &str,
        zone: Option<&NamedZone>,
        notices: &mut Vec<TimeNotice>,
    ) -> Result<Time, TimeError> {
        let time = resolve(
            &text::parse(text, self.rules.date_order)?,
            self.rules,
            self.zones(zone),
            notices,
        );
        time.map_err(|error| match error {
            // The zones are known from 2020 on. Whether that is long past or merely unknown depends
            // on what the value is for.
            TimeError::YearRange(Hint::Before2020) if !self.allow_past => TimeError::Past,
            other => other,
        })
    }

    fn zones<'z>(&'z self, object: Option<&'z NamedZone>) -> Zones<'z> {
        match self.zone {
            EventZone::None => {
                Zones { object, event: None, default: self.rules.time_zone.as_ref() }
            }
            EventZone::Named(zone) => Zones { object, event: Some(zone), default: None },
            EventZone::Faulty => Zones { object, event: None, default: None },
        }
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
