//! Reads times from values, by the rules that the caller sets.

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
    /// The unit of Unix times. It is guessed if it is not set.
    pub epoch_unit: Option<EpochUnit>,
    /// The zone of local times, if their event names none.
    pub time_zone: Option<NamedZone>,
    /// What to do with a local time that exists twice or never.
    pub disambiguation: Disambiguation,
    /// What to do if offset and zone disagree.
    pub offset: OffsetConflict,
    /// The order of day and month in dates that begin with one of them. Such dates are refused if it is not set.
    pub date_order: Option<DateOrder>,
}

/// Which part of a date such as `10/09/2027` comes first. The date itself does not show it.
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

/// What to do with a local time that a clock change repeats or skips, in the terms of
/// [Temporal](https://tc39.es/proposal-temporal/docs/timezone.html).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Disambiguation {
    /// Refuse it.
    #[default]
    Reject,
    /// The earlier time if it is repeated, and the later one if it is skipped.
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

/// What to do if a time's offset is not the one of its zone, in the terms of Temporal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OffsetConflict {
    /// Refuse it.
    #[default]
    Reject,
    /// Use the offset.
    Use,
    /// Use the zone.
    Ignore,
    /// Use the offset if the zone has it at that time, and otherwise the zone.
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
    /// The event names none, so local times are in the zone of the rules.
    None,
    /// All times of the event use this zone: local times are read in it, and instants are shown in it.
    Named(NamedZone),
    /// The zone is reported as faulty. What follows from that is not reported again.
    Faulty,
}

/// Everything that decides how a value is read.
pub(crate) struct Reading<'r> {
    /// The caller's rules.
    pub(crate) rules: &'r TimeRules,
    /// The zone of the event.
    pub(crate) zone: &'r EventZone,
    /// Whether the value may be in the past.
    pub(crate) allow_past: bool,
}

impl Reading<'_> {
    /// Reads a time, and reports warnings about it at `field`.
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
        // If an object contains the time several times, each warning is given once.
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

    /// Reads a value that is not an object. `zone` is the zone of the object that contains it.
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

    /// Converts an instant to the zone that is named for it, if there is one.
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
            // Zone data begins in 2020. Whether an earlier time is in the past or just unknown depends on what it is
            // for.
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

/// Refuses a time that WhatsApp cannot show, and one before `now` unless the past is allowed.
pub(crate) fn judge(time: &Time, now: &Time, allow_past: bool) -> Result<(), TimeError> {
    if time.is_too_far() {
        Err(TimeError::TooFar)
    } else if !allow_past && time.epoch_seconds() < now.epoch_seconds() {
        Err(TimeError::Past)
    } else {
        Ok(())
    }
}
