//! Numbers without the standard library's reader, whose tables weigh more than all of JSON here.

/// The largest count of digits before another one would not fit: 10^18 - 1.
const FULL: u64 = 99_999_999_999_999_999;

/// Powers of ten up to this one are exact as floating-point numbers, as 5^22 is below 2^53.
const EXACT_POWER: i32 = 22;

/// Beyond this power every number that is not zero is infinite, or too small.
const LAST_POWER: i32 = 700;

/// The value of a number in the spelling of JSON.
///
/// It is the nearest one where up to fifteen digits stand with a power of ten up to 22 (W. D. Clinger, "How to Read
/// Floating Point Numbers Accurately", 1990, section 3), and as good as the nearest elsewhere: what events hold has
/// fewer digits, or is refused.
pub(super) fn number(written: &str) -> f64 {
    let (is_negative, size) = match written.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, written),
    };
    let mut digits: u64 = 0;
    let mut power: i32 = 0;
    let mut is_full = false;
    let mut step = 0;
    let mut bytes = size.bytes();
    for byte in bytes.by_ref() {
        match byte {
            b'.' => step = -1,
            b'e' | b'E' => break,
            _ if is_full => power = power.saturating_add(step).saturating_add(1),
            digit => {
                digits = push_digit(digits, digit);
                is_full = digits > FULL;
                power = power.saturating_add(step);
            }
        }
    }
    power = power.saturating_add(exponent(bytes));
    let size = scale(to_float(digits), power.clamp(-LAST_POWER, LAST_POWER));
    if is_negative { -size } else { size }
}

/// What stands behind the `e`; nothing is nought.
fn exponent(bytes: core::str::Bytes<'_>) -> i32 {
    let mut is_negative = false;
    let mut size: u64 = 0;
    for byte in bytes {
        match byte {
            b'-' => is_negative = true,
            b'+' => {}
            digit if size < FULL => size = push_digit(size, digit),
            _ => {}
        }
    }
    let size = i32::try_from(size).unwrap_or(i32::MAX);
    if is_negative { size.saturating_neg() } else { size }
}

fn push_digit(digits: u64, byte: u8) -> u64 {
    digits.saturating_mul(10).saturating_add(u64::from(byte.saturating_sub(b'0')))
}

/// `size` times ten to the power of `power`.
fn scale(mut size: f64, power: i32) -> f64 {
    let mut left = power.unsigned_abs();
    while left > 0 {
        let now = left.min(EXACT_POWER.unsigned_abs());
        let factor = (0..now).fold(1.0, |product, _| product * 10.0);
        size = if power < 0 { size / factor } else { size * factor };
        left = left.saturating_sub(now);
    }
    size
}

#[expect(clippy::cast_precision_loss, reason = "rounds to the nearest")]
fn to_float(digits: u64) -> f64 {
    digits as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the standard library reads it.
    fn theirs(written: &str) -> f64 {
        written.parse().unwrap()
    }

    #[test]
    fn numbers_as_events_hold_them_are_exact() {
        for written in [
            "0",
            "-0",
            "7",
            "90",
            "1.5",
            "-23.5505",
            "-46.6333094",
            "151.20929999999",
            "1777395600",
            "1777395600000",
            "1777395600.5",
            "9007199254740992",
            "12345678901234567",
            "1e3",
            "1.25E+2",
            "5e-324000000000000000000000",
            "1e22",
            "123456789012345e-22",
            "1E400",
            "-1e999999999999999999999",
            "0.000000000000000000000000000000",
            "0e999",
        ] {
            assert_eq!(number(written).to_bits(), theirs(written).to_bits(), "{written}");
        }
    }

    #[test]
    fn long_numbers_are_as_good_as_exact() {
        let long = ["9".repeat(400), format!("0.{}5", "0".repeat(300)), "3".repeat(40)];
        let mixed = [
            "179769313486231570000.12345678901234567890",
            "-0.1234567890123456789",
            "2.2250738585072014e-300",
        ];
        for written in long.iter().map(String::as_str).chain(mixed) {
            let (ours, theirs) = (number(written), theirs(written));
            let is_near = ours.to_bits() == theirs.to_bits() || (ours / theirs - 1.0).abs() < 1e-14;
            assert!(is_near, "{written}: {ours:e} and {theirs:e}");
        }
    }
}
