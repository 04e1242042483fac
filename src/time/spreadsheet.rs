//! Times as spreadsheets write them: numbers of days since the end of 1899, and numbers that lost digits.

use time::{Duration, OffsetDateTime};

use super::print;
use crate::{digits::decimal, search, text::concat};

/// The day numbers of the years 2000 to 2099, in the usual date system of spreadsheets, which begins in 1900.
const DAYS: core::ops::Range<f64> = 36_526.0..73_051.0;

/// The Unix time of day 0, which is 1899-12-30. Day 60 is 29 February 1900, which did not exist, so the numbers of
/// later days are one too high when counted from 1 January.
const EPOCH_SECONDS: i64 = -2_209_161_600;

/// How many digits of a fraction are read: a millionth of a day is less than a tenth of a second.
const FRACTION_DIGITS: usize = 6;

/// The date and time of day, to the minute, of a spreadsheet's day number: `2027-09-10 14:00` for `46640.5833`.
pub(super) fn day(number: f64) -> Option<String> {
    if !DAYS.contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "in range")]
    let minutes = (number * 1440.0 + 0.5).floor() as i64;
    let epoch = OffsetDateTime::from_unix_timestamp(EPOCH_SECONDS).ok()?;
    let time = epoch.checked_add(Duration::minutes(minutes))?;
    let text = print::print(time, true);
    let (date, clock) = search::split_at(text.as_str(), b"T")?;
    Some(concat(&[date, " ", clock.get(..5)?]))
}

/// The same for a day number in a text, with a decimal point or comma.
pub(super) fn day_of_text(text: &str) -> Option<String> {
    let (whole, fraction) = search::split_at(text, b".,").unwrap_or((text, "0"));
    if whole.len() != 5 || !is_digits(fraction) {
        return None;
    }
    let fraction = fraction.get(..FRACTION_DIGITS).unwrap_or(fraction);
    let places = u32::try_from(fraction.len()).ok()?;
    let scale = f64::from(10_u32.checked_pow(places)?);
    day(f64::from(decimal::<u32>(whole)?) + f64::from(decimal::<u32>(fraction)?) / scale)
}

/// Whether a text is a number with an exponent, from which digits were lost: `1.82059E+12`.
pub(super) fn lost_digits(text: &str) -> bool {
    let Some((mantissa, exponent)) = search::split_at(text, b"eE") else { return false };
    let (whole, fraction) = search::split_at(mantissa, b".,").unwrap_or((mantissa, "0"));
    is_digits(whole)
        && is_digits(fraction)
        && is_digits(exponent.strip_prefix('+').unwrap_or(exponent))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && search::all_digits(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_an_exponent_has_digits_in_all_its_parts() {
        for text in ["1.82059E+12", "1,82059E+12", "1.8e12", "2E+12"] {
            assert!(lost_digits(text), "{text}");
        }
        for text in [".8E+12", "1.E+12", "1.8E+", "x.8E+12", "1.xE+12", "1.8E+1x", "1.8E-12", "182"]
        {
            assert!(!lost_digits(text), "{text}");
        }
    }
}
