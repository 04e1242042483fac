//! Unix time, in seconds or milliseconds.

use super::{EpochUnit, Hint, Time, TimeError, TimeNotice, spreadsheet};
use crate::digits::signed;
use crate::search;

/// From here on, a number is in milliseconds: as seconds it would be after the year 5138. Smaller numbers would be
/// before March 1973 as milliseconds.
const MILLISECONDS_FROM: f64 = 1e11;

/// The numbers whose unit can be guessed: as seconds they are after March 1973, and as milliseconds before the year
/// 5138. Any other number is in another unit, or not a time at all.
const GUESSABLE: core::ops::Range<f64> = 1e8..1e14;

/// Numbers of these sizes are a date and a time without separators, `202709101400` or `20270910140000`, of this century. As
/// milliseconds they would be in 1976 and after the year 2600.
const WITHOUT_SEPARATORS: [core::ops::Range<f64>; 2] = [2.0e11..2.1e11, 2.0e13..2.1e13];

/// A number with fewer digits is a date without separators rather than Unix time.
pub(super) const MIN_DIGITS: usize = 9;

/// Reads the number in a text that can only be Unix time.
pub(super) fn number_of(text: &str) -> Option<Result<f64, TimeError>> {
    let (whole, fraction) = search::split_at(text, b".").unwrap_or((text, "0"));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let are_digits = |text: &str| search::all_digits(text);
    if digits.len() < MIN_DIGITS
        || fraction.is_empty()
        || !are_digits(digits)
        || !are_digits(fraction)
    {
        return None;
    }
    Some(integer(whole).map(|number| {
        // Its size does not matter, because it is dropped.
        let has_fraction = fraction.bytes().any(|digit| digit != b'0');
        let fraction = if has_fraction { 0.5 } else { 0.0 };
        if text.starts_with('-') { number - fraction } else { number + fraction }
    }))
}

/// Reads an integer in decimal digits.
pub(super) fn integer(digits: &str) -> Result<f64, TimeError> {
    let number = signed(digits).ok_or(TimeError::YearRange(Hint::ExpandedYear))?;
    #[expect(clippy::cast_precision_loss, reason = "inexact numbers are beyond the year 9999")]
    Ok(number as f64)
}

/// Reads a Unix time in `unit`, or in the unit that its size suggests.
pub(super) fn read(
    number: f64,
    unit: Option<EpochUnit>,
    notices: &mut Vec<TimeNotice>,
) -> Result<Time, TimeError> {
    if !number.is_finite() {
        return Err(TimeError::Format(None));
    }
    // As Unix time it would be in the first hours of 1970, whatever its unit.
    if let Some(local) = spreadsheet::day(number) {
        return Err(TimeError::SpreadsheetDay(local));
    }
    let plausible = if number.abs() >= MILLISECONDS_FROM {
        EpochUnit::Milliseconds
    } else {
        EpochUnit::Seconds
    };
    match unit {
        Some(unit) if unit != plausible => return Err(TimeError::UnitSuspect(unit)),
        Some(_) => {}
        None if !GUESSABLE.contains(&number.abs()) => {
            return Err(TimeError::UnitSuspect(plausible));
        }
        None if WITHOUT_SEPARATORS.iter().any(|sizes| sizes.contains(&number)) => {
            return Err(TimeError::Format(Some(Hint::BasicFormat)));
        }
        None => notices.push(TimeNotice::UnitGuessed(plausible)),
    }
    match plausible {
        EpochUnit::Seconds => from_seconds(number, notices),
        EpochUnit::Milliseconds => from_milliseconds(number, notices),
    }
}

/// Reads a Unix time in milliseconds. A fraction of a second is dropped.
pub(super) fn from_milliseconds(
    milliseconds: f64,
    notices: &mut Vec<TimeNotice>,
) -> Result<Time, TimeError> {
    if !milliseconds.is_finite() {
        return Err(TimeError::Format(None));
    }
    from_seconds(milliseconds / 1000.0, notices)
}

/// Reads a Unix time in seconds. A fraction of a second is dropped.
pub(super) fn from_seconds(seconds: f64, notices: &mut Vec<TimeNotice>) -> Result<Time, TimeError> {
    let whole = seconds.floor();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "out of range saturates and is then refused"
    )]
    let time =
        Time::from_epoch_seconds(whole as i64).ok_or(TimeError::YearRange(Hint::ExpandedYear))?;
    if whole < seconds {
        notices.push(TimeNotice::FractionDropped);
    }
    Ok(time)
}
