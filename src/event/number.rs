//! Rules for numbers and switches. Forms contain texts, so a text is accepted if it can be read in only one way.

use core::ops::RangeInclusive;

use crate::{
    field::Field,
    input::Value,
    issue::{Fault, IssueCode as Code, Path, Report},
    json, search,
    text::concat,
};

/// Whether a point or a comma before three digits may separate thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thousands {
    /// In a number of minutes, `1.500` may mean one and a half or fifteen hundred.
    Possible,
    /// Degrees never reach a thousand.
    Impossible,
}

/// Reads a finite number; `None` if it is missing or faulty.
pub(super) fn finite(
    value: &Value<'_>,
    thousands: Thousands,
    path: Path,
    report: &mut Report,
) -> Option<f64> {
    match value {
        blank if !blank.is_given() => None,
        Value::Number(number) if number.is_finite() => Some(*number),
        Value::Text(text) => {
            let number = written(text.trim(), thousands);
            report.accept(
                number.map_err(|fault| fault.unwrap_or_else(|| value.wrong_type("number"))),
                path,
            )
        }
        other => {
            report.fault(other.wrong_type("number"), path);
            None
        }
    }
}

/// Reads a number from a text: digits, perhaps with a plus or minus sign and a point. The error is a fault if the
/// number is ambiguous or has a decimal comma, and `None` if the text is not a number.
fn written(text: &str, thousands: Thousands) -> Result<f64, Option<Fault>> {
    let (sign, size) = match search::behind_first(text, |sign| matches!(sign, '-' | '\u{2212}')) {
        Some(size) => ("-", size),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let place = size.bytes().position(|byte| matches!(byte, b'.' | b','));
    let (whole, parted) = place.and_then(|at| size.split_at_checked(at)).unwrap_or((size, ""));
    let decimals = parted.get(1..).unwrap_or_default();
    let are_digits = |part: &str| !part.is_empty() && search::all_digits(part);
    if !are_digits(whole) || !(parted.is_empty() || are_digits(decimals)) {
        return Err(None);
    }
    if thousands == Thousands::Possible
        && decimals.len() == 3
        && whole.len() <= 3
        && !whole.starts_with('0')
    {
        let decimals_meant = search::trim_end(decimals, |digit| digit == '0');
        let point = if decimals_meant.is_empty() { "" } else { "." };
        let few = concat(&[sign, whole, point, decimals_meant]);
        let many = concat(&[sign, whole, decimals]);
        return Err(Some(Fault::new(Code::NumberAmbiguous).with("readings", [few, many])));
    }
    if parted.starts_with(',') {
        return Err(Some(Code::DecimalComma.into()));
    }
    Ok(json::number(&concat(&[sign, size])))
}

/// Reads a quantity in units of `seconds_each` and returns it in seconds. It must be in `range` and a whole number of
/// seconds.
pub(super) fn seconds(
    value: &Value<'_>,
    range: RangeInclusive<i64>,
    seconds_each: f64,
    code: Code,
    path: Path,
    report: &mut Report,
) -> Option<i64> {
    let number = finite(value, Thousands::Possible, path.clone(), report)?;
    #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
    let in_range = number >= *range.start() as f64 && number <= *range.end() as f64;
    let seconds = if in_range { whole(number, seconds_each) } else { None };
    if seconds.is_none() {
        report.fault(Fault::new(code).with("min", *range.start()).with("max", *range.end()), path);
    }
    seconds
}

/// Converts `number` units of `seconds_each` to seconds; `None` if the result is not whole. 64.1 minutes are 3846
/// seconds, although the product of the two floating-point numbers is slightly less.
pub(super) fn whole(number: f64, seconds_each: f64) -> Option<i64> {
    const EXACT_UP_TO: f64 = 9_007_199_254_740_991.0;
    let nearest = (number * seconds_each).round();
    #[expect(
        clippy::float_cmp,
        reason = "either the division returns exactly the number that was typed, or it does not"
    )]
    let is_whole = nearest / seconds_each == number && nearest.abs() <= EXACT_UP_TO;
    #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
    is_whole.then_some(nearest as i64)
}

/// The texts that forms contain for a switch: `on` for a checkbox, and the values that pages give to choices.
const SWITCHES: &[(&str, bool)] =
    &[("true", true), ("on", true), ("1", true), ("false", false), ("off", false), ("0", false)];

/// Reads a switch: off if it is missing or faulty.
pub(super) fn switch(value: &Value<'_>, path: Field, report: &mut Report) -> bool {
    let is_on = match value {
        blank if !blank.is_given() => Some(false),
        Value::Bool(is_on) => Some(*is_on),
        Value::Text(text) => {
            let is_word = |(word, _): &&(&str, bool)| word.eq_ignore_ascii_case(text.trim());
            SWITCHES.iter().find(is_word).map(|(_, is_on)| *is_on)
        }
        _ => None,
    };
    if is_on.is_none() {
        report.fault(value.wrong_type("boolean"), path);
    }
    is_on.unwrap_or(false)
}
