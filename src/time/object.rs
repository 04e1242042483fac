//! Reads times that are objects, as calendars, databases and date libraries write them, and as waevent itself returns
//! them.

use super::{
    EpochUnit, Hint, NamedZone, OffsetFault, Time, TimeError, TimeNotice, print, reading::Reading,
    unix,
};
use crate::{digits::integer, input::Value};

/// What a field of such an object contains.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A time that is not an object, or only its date.
    Written,
    /// Unix time in seconds.
    Seconds,
    /// Unix time in milliseconds.
    Milliseconds,
    /// A fraction of a second, which is dropped.
    Fraction,
    /// A field that is read elsewhere, or that repeats what others contain.
    Other,
}

/// The fields that name a time zone.
const ZONES: [&str; 2] = ["timeZone", "timezone"];

macro_rules! fields {
    ($($(#[doc = $source:literal])+ $($name:literal is $part:ident),+;)+) => {
        /// The names of the fields.
        pub(super) const NAMES: &[&str] = &[$($($name,)+)+];

        /// What each field contains, in the same order. If several contain a time, they must agree.
        const PARTS: &[Part] = &[$($(Part::$part,)+)+];
    };
}

fields! {
    /// waevent's own [`Time`].
    "rfc3339" is Written, "epochSeconds" is Seconds, "epochMilliseconds" is Milliseconds, "timeZone" is Other;
    /// [Google Calendar](https://developers.google.com/workspace/calendar/api/v3/reference/events), and [Microsoft
    /// Graph](https://learn.microsoft.com/graph/api/resources/datetimetimezone). A `date` alone means an all-day event.
    "dateTime" is Written, "date" is Written;
    /// [Firestore](https://firebase.google.com/docs/reference/js/firestore_.timestamp), in pages and on servers, and
    /// Protocol Buffers.
    "seconds" is Seconds, "nanoseconds" is Fraction, "_seconds" is Seconds, "_nanoseconds" is Fraction, "nanos" is Fraction,
    "type" is Other;
    /// [MongoDB](https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/) as JSON.
    "$date" is Written;
    /// PHP's `DateTime` as JSON.
    "timezone" is Other, "timezone_type" is Other;
    /// [`@internationalized/date`](https://react-spectrum.adobe.com/internationalized/date/) as JSON, and the result of
    /// Luxon's `toObject`.
    "year" is Other, "month" is Other, "day" is Other, "hour" is Other, "minute" is Other,
    "second" is Other, "millisecond" is Other, "offset" is Other, "calendar" is Other, "era" is Other;
}

/// The abbreviations that mean the same as the zones of these names, all year.
const FIXED_LETTERS: [&str; 5] = ["UTC", "GMT", "EST", "MST", "HST"];

/// The fields of a date that is given in parts.
const DATE: [&str; 3] = ["year", "month", "day"];

/// The nanoseconds in a second.
const NANOSECONDS: core::ops::Range<f64> = 0.0..1e9;

/// The calendars whose dates are Gregorian.
const GREGORIAN: [&str; 3] = ["gregory", "iso8601", "gregorian"];

/// The names of the era of Gregorian years, in any case. Years of the other era count backwards.
const ERAS: [&str; 2] = ["AD", "CE"];

/// The milliseconds in a minute. Offsets are whole minutes.
const MINUTE_MILLISECONDS: f64 = 60_000.0;

/// The minutes in a day. Offsets are smaller.
const DAY_MINUTES: f64 = 1440.0;

/// Reads the time that an object contains.
pub(super) fn read(
    reading: &Reading<'_>,
    object: &Value<'_>,
    notices: &mut Vec<TimeNotice>,
) -> Result<Time, TimeError> {
    let zone = read_zone(object, notices)?;
    // The results of Moment's and Day.js' `toObject`: their months begin with 0, and `date` is the day of the month.
    if object.field("years").is_given() {
        return Err(TimeError::Format(None));
    }
    let mut found: Option<(Time, &'static str, Part)> = None;
    let mut day = None;
    for (name, part) in NAMES.iter().zip(PARTS) {
        let value = object.field(name);
        if !value.is_given() {
            continue;
        }
        let time = match part {
            Part::Written => match reading.read_plain(value, zone.as_ref(), notices) {
                Err(TimeError::DateOnly) => {
                    day = Some((value, *name));
                    continue;
                }
                time => time?,
            },
            Part::Seconds => {
                let instant = unix::from_seconds(number(value)?, notices)
                    .map_err(|_| TimeError::UnitSuspect(EpochUnit::Seconds))?;
                reading.show(instant, zone.as_ref(), notices)?
            }
            Part::Milliseconds => {
                let instant = unix::from_milliseconds(number(value)?, notices)
                    .map_err(|_| TimeError::UnitSuspect(EpochUnit::Milliseconds))?;
                reading.show(instant, zone.as_ref(), notices)?
            }
            Part::Fraction => {
                let nanoseconds = number(value)?;
                if !NANOSECONDS.contains(&nanoseconds) {
                    return Err(TimeError::Format(None));
                }
                if nanoseconds > 0.0 {
                    notices.push(TimeNotice::FractionDropped);
                }
                continue;
            }
            Part::Other => continue,
        };
        match &found {
            Some((before, other, _)) if before.epoch_seconds() != time.epoch_seconds() => {
                return Err(TimeError::Contradiction(other, name));
            }
            // A text is kept, because it has the offset too.
            Some((_, _, Part::Written)) => {}
            _ => found = Some((time, name, *part)),
        }
    }
    match (found, day) {
        (Some((time, other, _)), Some((Value::Text(day), name)))
            if !time.rfc3339().starts_with(day.trim()) =>
        {
            Err(TimeError::Contradiction(other, name))
        }
        (Some((time, ..)), _) => Ok(time),
        (None, Some(_)) => Err(TimeError::DateOnly),
        (None, None) if DATE.iter().all(|part| object.field(part).is_given()) => {
            reading.read_text(&written(object)?, zone.as_ref(), notices)
        }
        (None, None) if object.field("hour").is_given() => {
            Err(TimeError::Format(Some(Hint::TimeOnly)))
        }
        // A field of a time without a value.
        (None, None)
            if object
                .names()
                .any(|name| NAMES.contains(&name) && !object.field(name).is_given()) =>
        {
            Err(TimeError::Missing)
        }
        (None, None) => Err(TimeError::WrongType(object.type_name())),
    }
}

/// Reads the zone that the object names.
fn read_zone(
    object: &Value<'_>,
    notices: &mut Vec<TimeNotice>,
) -> Result<Option<NamedZone>, TimeError> {
    let named = ZONES.iter().map(|name| object.field(name)).find(|value| value.is_given());
    match named {
        None => Ok(None),
        Some(Value::Text(name)) => {
            // PHP and Java call it so.
            let name = if name.trim() == "Z" { "UTC" } else { name.trim() };
            if is_abbreviated(object) && !FIXED_LETTERS.contains(&name) {
                return Err(TimeError::ZoneAbbreviation(name.to_owned()));
            }
            NamedZone::read(name, notices).map(Some)
        }
        Some(other) => Err(TimeError::WrongType(other.type_name())),
    }
}

/// Whether the zone is an abbreviation of PHP's: its `CET` is an hour ahead of UTC in summer too, which the zone `CET` is not.
fn is_abbreviated(object: &Value<'_>) -> bool {
    matches!(object.field("timezone_type"), Value::Number(2.0))
}

/// Reads a number. Protocol Buffers write those of 64 bits as text.
fn number(value: &Value<'_>) -> Result<f64, TimeError> {
    match value {
        Value::Number(number) if number.is_finite() => Ok(*number),
        Value::BigInt(digits) | Value::Text(digits) => {
            unix::integer(digits.trim()).map_err(|_| TimeError::Format(None))
        }
        other => Err(TimeError::WrongType(other.type_name())),
    }
}

/// Writes the date and the time of day of an object with parts as text; only the date if there is no hour.
fn written(object: &Value<'_>) -> Result<String, TimeError> {
    let calendar = match object.field("calendar") {
        calendar @ Value::Record(_) => calendar.field("identifier"),
        name => name,
    };
    if let Value::Text(name) = calendar
        && !GREGORIAN.contains(&name.as_ref())
    {
        return Err(TimeError::Format(Some(Hint::Calendar)));
    }
    let era = object.field("era");
    if era.is_given()
        && !matches!(era, Value::Text(era) if ERAS.iter().any(|known| known.eq_ignore_ascii_case(era)))
    {
        return Err(TimeError::Format(Some(Hint::Calendar)));
    }
    let mut text = String::new();
    // A year of two digits keeps two.
    for (mark, name, digits) in [("", "year", 1), ("-", "month", 2), ("-", "day", 2)] {
        push(&mut text, mark, digits, number(object.field(name))?)?;
    }
    if !object.field("hour").is_given() {
        return Ok(text);
    }
    for (mark, name) in [("T", "hour"), (":", "minute"), (":", "second")] {
        let value = object.field(name);
        push(&mut text, mark, 2, if value.is_given() { number(value)? } else { 0.0 })?;
    }
    let fraction = object.field("millisecond");
    if fraction.is_given() {
        push(&mut text, ".", 3, number(fraction)?)?;
    }
    match object.field("offset") {
        offset if !offset.is_given() => {}
        Value::Text(offset) => text.push_str(offset),
        Value::Number(milliseconds) => {
            let minutes = milliseconds / MINUTE_MILLISECONDS;
            if minutes.fract() != 0.0 {
                // The offset is in seconds or minutes, or is not a number.
                return Err(TimeError::OffsetFormat { meant: None, fault: OffsetFault::Spelling });
            }
            if minutes.abs() >= DAY_MINUTES {
                return Err(TimeError::OffsetRange);
            }
            #[expect(clippy::cast_possible_truncation, reason = "in range")]
            let minutes = minutes as i32;
            text.push_str(print::offset(minutes.saturating_mul(60)).as_str());
        }
        other => return Err(TimeError::WrongType(other.type_name())),
    }
    Ok(text)
}

/// Appends `mark` and a whole number, with leading zeros up to `digits` digits.
fn push(text: &mut String, mark: &str, digits: usize, number: f64) -> Result<(), TimeError> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "compared with the original afterwards"
    )]
    let whole = number as u32;
    if f64::from(whole).to_bits() != number.to_bits() {
        return Err(TimeError::Format(None));
    }
    let number = integer(whole.into());
    text.push_str(mark);
    for _ in number.len()..digits {
        text.push('0');
    }
    text.push_str(&number);
    Ok(())
}
