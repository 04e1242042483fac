//! Whole numbers of 64 bits, in all the ways in which gateways write them.

use crate::{digits::signed, input::Value, issue::Fault};

/// Reads a whole number: a number, its digits, or the two halves of JavaScript's `Long`. `None` if there is no value.
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

/// Reads `{"low": -1, "high": 0, "unsigned": true}`, in which both halves are signed 32-bit numbers.
fn long(value: &Value<'_>) -> Option<i64> {
    let half = |name| match value.field(name) {
        #[expect(clippy::cast_possible_truncation, reason = "saturates")]
        Value::Number(number) if number.is_finite() => Some(*number as i64),
        _ => None,
    };
    Some(half("high")?.wrapping_shl(32) | (half("low")? & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use super::{Value, read};

    fn halves(high: f64, low: f64) -> Value<'static> {
        let half = |name: &'static str, half| (name.into(), Value::Number(half));
        Value::Record(vec![half("high", high), half("low", low)])
    }

    #[test]
    fn whole_numbers_are_read_in_every_form() {
        for (value, expected) in [
            (Value::Absent, Some(None)),
            (Value::Number(1_747_707_858.0), Some(Some(1_747_707_858))),
            (Value::Number(f64::NAN), None),
            (Value::Number(f64::INFINITY), None),
            (Value::Text(" 12 ".into()), Some(Some(12))),
            (Value::Text("12.5".into()), None),
            // More than fits in a double.
            (Value::BigInt("9007199254740993".into()), Some(Some(9_007_199_254_740_993))),
            (halves(1.0, 2.0), Some(Some(0x1_0000_0002))),
            // The lower half is written as a signed number, but its bits count.
            (halves(0.0, -1.0), Some(Some(0xffff_ffff))),
            (halves(f64::NAN, 2.0), None),
            (halves(1.0, f64::INFINITY), None),
            (Value::Record(Vec::new()), None),
            (Value::Bool(true), None),
        ] {
            assert_eq!(read(&value).ok(), expected, "{value:?}");
        }
    }
}
