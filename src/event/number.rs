//! Rules for numbers and switches.

use core::ops::RangeInclusive;

use crate::{
    input::Value,
    issue::{Fault, IssueCode, Path, Report},
};

/// The finite number of `value`; none where it is missing or no such number.
pub(super) fn finite(value: &Value<'_>, path: impl Into<Path>, report: &mut Report) -> Option<f64> {
    match value {
        blank if !blank.is_given() => None,
        Value::Number(number) if number.is_finite() => Some(*number),
        other => {
            report.fault(other.wrong_type("number"), path);
            None
        }
    }
}

/// A quantity in `range`, in units of `seconds_each`, that comes out in whole seconds.
pub(super) fn seconds(
    value: &Value<'_>,
    range: RangeInclusive<i64>,
    seconds_each: f64,
    code: IssueCode,
    field: &'static str,
    report: &mut Report,
) -> Option<i64> {
    let number = finite(value, field, report)?;
    #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
    let in_range = number >= *range.start() as f64 && number <= *range.end() as f64;
    let seconds = if in_range { whole(number, seconds_each) } else { None };
    if seconds.is_none() {
        report.fault(Fault::new(code).with("min", *range.start()).with("max", *range.end()), field);
    }
    seconds
}

/// `number` units of `seconds_each` as whole seconds, where they are. 64.1 minutes are 3846 seconds,
/// though the product of the two doubles falls short of that.
pub(super) fn whole(number: f64, seconds_each: f64) -> Option<i64> {
    const EXACT_UP_TO: f64 = 9_007_199_254_740_991.0;
    let nearest = (number * seconds_each).round();
    #[expect(
        clippy::float_cmp,
        reason = "the division gives back the number that was typed, or not"
    )]
    let is_whole = nearest / seconds_each == number && nearest.abs() <= EXACT_UP_TO;
    #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
    is_whole.then_some(nearest as i64)
}

/// A switch; off where it is missing or faulty.
pub(super) fn switch(value: &Value<'_>, path: &'static str, report: &mut Report) -> bool {
    match value {
        blank if !blank.is_given() => false,
        Value::Bool(on) => *on,
        other => {
            report.fault(other.wrong_type("boolean"), path);
            false
        }
    }
}
