//! Whole numbers, in all the ways in which gateways write 64 bits.

use crate::{digits::signed, input::Value, issue::Fault};

/// The whole number that a value says: a number, its digits, or the two halves that JavaScript's `Long`
/// has. None where there is nothing.
pub(super) fn read(value: &Value<'_>) -> Result<Option<i64>, Fault> {
    match value {
        Value::Absent => Ok(None),
        Value::Number(number) if number.is_finite() =>
        {
            #[expect(clippy::cast_possible_truncation, reason = "saturates")]
            Ok(Some(*number as i64))
        }
        Value::Text(digits) | Value::BigInt(digits) => {
            signed(digits.trim()).map(Some).ok_or_else(|| wrong(value))
        }
        Value::Record(_) => long(value).map(Some).ok_or_else(|| wrong(value)),
        _ => Err(wrong(value)),
    }
}

fn wrong(value: &Value<'_>) -> Fault {
    value.wrong_type("number")
}

/// `{"low": -1, "high": 0, "unsigned": true}`: both halves are signed 32-bit numbers.
fn long(value: &Value<'_>) -> Option<i64> {
    let half = |name| match value.field(name) {
        #[expect(clippy::cast_possible_truncation, reason = "saturates")]
        Value::Number(number) if number.is_finite() => Some(*number as i64),
        _ => None,
    };
    Some(half("high")?.wrapping_shl(32) | (half("low")? & 0xffff_ffff))
}
