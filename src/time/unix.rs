//! Unix time, in seconds or milliseconds.

use super::{EpochUnit, Hint, Time, TimeError, TimeNotice, spreadsheet};
use crate::digits::signed;
use crate::search;

/// From here on a number is milliseconds: as seconds it would lie after the year 5138, and as
/// milliseconds everything below it lies before March 1973.
const MILLISECONDS_FROM: f64 = 1e11;

/// What a number of either unit can be when its unit is guessed: from March 1973 on as seconds, up to
/// the year 5138 as milliseconds. Anything else is of another unit, or no time at all.
const GUESSABLE: core::ops::Range<f64> = 1e8..1e14;

/// Fewer digits than this are a date without separators rather than Unix time.
pub(super) const MIN_DIGITS: usize = 9;

/// The number that a text is, where it can only be Unix time.
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
        // How large it is does not matter, as it is dropped.
        let has_fraction = fraction.bytes().any(|digit| digit != b'0');
        let fraction = if has_fraction { 0.5 } else { 0.0 };
        if text.starts_with('-') { number - fraction } else { number + fraction }
    }))
}

/// The number of an integer in decimal digits.
pub(super) fn integer(digits: &str) -> Result<f64, TimeError> {
    let number = signed(digits).ok_or(TimeError::YearRange(Hint::ExpandedYear))?;
    #[expect(clippy::cast_precision_loss, reason = "inexact numbers lie beyond the year 9999")]
    Ok(number as f64)
}

/// The time of a number in `unit`, or in the unit that its size suggests.
pub(super) fn read(
    number: f64,
    unit: Option<EpochUnit>,
    notices: &mut Vec<TimeNotice>,
) -> Result<Time, TimeError> {
    if !number.is_finite() {
        return Err(TimeError::Format(None));
    }
    // As Unix time it would lie in the first hours of 1970, whatever its unit.
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
        None => notices.push(TimeNotice::UnitGuessed(plausible)),
    }
    match plausible {
        EpochUnit::Seconds => from_seconds(number, notices),
        EpochUnit::Milliseconds => from_milliseconds(number, notices),
    }
}

/// The time of an instant in milliseconds; a fraction of a second is dropped.
pub(super) fn from_milliseconds(
    milliseconds: f64,
    notices: &mut Vec<TimeNotice>,
) -> Result<Time, TimeError> {
    if !milliseconds.is_finite() {
        return Err(TimeError::Format(None));
    }
    from_seconds(milliseconds / 1000.0, notices)
}

/// The time of a number of seconds, which are dropped below the second.
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
