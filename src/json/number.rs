//! Reads numbers exactly, without the standard library's reader, whose tables take 15 kB, gzipped: an eighth of the
//! module.
//!
//! Most numbers take one step. The others are divided bit by bit, in integers of any size: that is slow, but rare.

use core::cmp::Ordering;

use super::natural::Natural;

/// The largest power of ten that is exact as a floating-point number, since 5^22 is below 2^53.
const EXACT_POWER: i32 = 22;

/// All integers up to this one are exact: 2^53.
const EXACT_INTEGER: u64 = 1 << 53;

/// How many digits are kept. They decide on which side of the middle between two floating-point numbers a number is,
/// because a middle has at most 767 digits. One more digit stands for all that follow.
const MAX_DIGITS: usize = 768;

/// At this power of ten, every number with so many digits is infinite; at its negative, zero.
const LAST_POWER: i32 = 2000;

/// The number of bits after a floating-point number's leading one, and the smallest exponent of a number that has all
/// of them.
const FRACTION_BITS: i32 = 52;
const LEAST_POWER: i32 = -1022;

/// The floating-point number nearest to a number in JSON notation, which may also have leading zeros. Of two that are
/// equally near, the one whose last bit is zero counts, as in IEEE 754. Numbers that are too large are infinite.
pub(crate) fn number(written: &str) -> f64 {
    let (is_negative, size) = match written.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, written),
    };
    let (digits, power) = parts(size);
    let size = exact(&digits, power).unwrap_or_else(|| divided(&digits, power));
    if is_negative { -size } else { size }
}

/// The digits without the point and without leading zeros, and the power of ten of the last one.
fn parts(size: &str) -> (Vec<u8>, i32) {
    let mut digits = Vec::new();
    let mut power: i32 = 0;
    let mut step = 0;
    let mut bytes = size.bytes();
    for byte in bytes.by_ref() {
        match byte {
            b'.' => step = 1,
            b'e' | b'E' => break,
            b'0' if digits.is_empty() => power = power.saturating_sub(step),
            digit if digits.len() < MAX_DIGITS => {
                digits.push(digit.wrapping_sub(b'0'));
                power = power.saturating_sub(step);
            }
            digit => {
                if digit != b'0' && digits.len() == MAX_DIGITS {
                    digits.push(1);
                    power = power.saturating_sub(1);
                }
                power = power.saturating_add(1).saturating_sub(step);
            }
        }
    }
    let mut written: i32 = 0;
    let mut sign = 1;
    for byte in bytes {
        match byte {
            b'-' => sign = -1,
            b'+' => {}
            digit => {
                written =
                    written.saturating_mul(10).saturating_add(i32::from(digit.wrapping_sub(b'0')));
            }
        }
    }
    let power = power.saturating_add(written.saturating_mul(sign));
    (digits, power.clamp(-LAST_POWER, LAST_POWER))
}

/// Converts a number in one step if digits and power are exact: the result is then rounded only once (W. D. Clinger,
/// "How to Read Floating Point Numbers Accurately", 1990, section 3).
#[expect(clippy::cast_precision_loss, reason = "up to 2^53")]
fn exact(digits: &[u8], power: i32) -> Option<f64> {
    if digits.len() > 16 || power.abs() > EXACT_POWER {
        return digits.is_empty().then_some(0.0);
    }
    let integer = digits
        .iter()
        .fold(0_u64, |sum, digit| sum.wrapping_mul(10).wrapping_add(u64::from(*digit)));
    let factor = (0..power.abs()).fold(1.0, |product, _| product * 10.0);
    let float = integer as f64;
    (integer <= EXACT_INTEGER).then_some(if power < 0 { float / factor } else { float * factor })
}

/// Converts a number by long division in base two.
fn divided(digits: &[u8], power: i32) -> f64 {
    let mut over = Natural::of_digits(digits);
    let mut under = Natural::of_digits(&[1]);
    let scaled = if power < 0 { &mut under } else { &mut over };
    for _ in 0..power.abs() {
        scaled.push_digit(10, 0);
    }
    // The number is (over / under) * 2^exponent, and over / under is at least one and less than two.
    let mut exponent = over.bits().saturating_sub(under.bits());
    if exponent > 0 {
        under.shift_left(exponent);
    } else {
        over.shift_left(exponent.saturating_neg());
    }
    if over.cmp(&under) == Ordering::Less {
        over.shift_left(1);
        exponent = exponent.saturating_sub(1);
    }
    let is_small = exponent < LEAST_POWER;
    let bits = FRACTION_BITS.saturating_add(1);
    let bits =
        if is_small { bits.saturating_sub(LEAST_POWER.saturating_sub(exponent)) } else { bits };
    if bits < 0 {
        return 0.0;
    }
    let mut mantissa: u64 = 0;
    for _ in 0..bits {
        mantissa <<= 1;
        if over.cmp(&under) != Ordering::Less {
            over.subtract(&under);
            mantissa |= 1;
        }
        over.shift_left(1);
    }
    let is_up = match over.cmp(&under) {
        Ordering::Less => false,
        Ordering::Equal => mantissa & 1 == 1,
        Ordering::Greater => true,
    };
    // A carry goes into the exponent, where it belongs, and finally into infinity. The biased exponent of small numbers
    // is 0.
    let biased = u64::try_from(exponent.saturating_sub(LEAST_POWER)).unwrap_or(0).min(2046);
    let is_infinite = exponent > 1023;
    let mantissa = mantissa.saturating_add(u64::from(is_up));
    if is_infinite {
        f64::INFINITY
    } else {
        f64::from_bits((biased << FRACTION_BITS).saturating_add(mantissa))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The standard library reads numbers exactly.
    fn assert_exact(written: &str) {
        let theirs: f64 = written.parse().unwrap();
        let ours = number(written);
        assert_eq!(ours.to_bits(), theirs.to_bits(), "{written}: {ours:e} and {theirs:e}");
    }

    #[test]
    fn numbers_are_exact_on_both_sides_of_each_bound() {
        for written in [
            "0",
            "-0",
            "0.0",
            "0e5",
            "-0e-999",
            "7",
            "90",
            "1.5",
            "-23.5505",
            "151.20929999999",
            "10.000000000000001",
            "1777395600000",
            "9007199254740992",
            "9007199254740993",
            "9007199254740994",
            "9007199254740995",
            "12345678901234567",
            "1e22",
            "1e23",
            "1e-22",
            "1e-23",
            "123456789012345e-22",
            "9007199254740993e-1",
            // 2^53 + 1 is not a double, so two steps would round twice.
            "9007199254740993e1",
            "9007199254740993e-2",
            "1E400",
            "-1e999999999999999999999",
            "5e-324000000000000000000000",
            "5e-324",
            "2.5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "4.9e-324",
            "7.4e-324",
            "2.2250738585072011e-308",
            "2.2250738585072012e-308",
            "2.2250738585072014e-308",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1.797693134862315807e308",
            "1e308",
            "1e309",
            "0.1e1",
            "0.000000000000000000000000000000",
            "123456789012345678901234567890",
            "1e+5",
            "2E-0",
            // 2^64 and more: their low 64 bits are small.
            "18446744073709551616",
            "18446744073709551621e-3",
        ] {
            assert_exact(written);
        }
    }

    /// The exact middle between two neighbours, and numbers that differ from it only many digits later.
    #[test]
    fn the_middle_between_two_numbers_is_exact_however_many_digits_it_has() {
        for bits in [
            0_u64,
            1,
            2,
            0x000f_ffff_ffff_ffff,
            0x0010_0000_0000_0000,
            0x3ff0_0000_0000_0001,
            0x4037_8ceb_d915_e1e0,
        ] {
            // The middle is exact with 1100 digits after the point.
            let (low, high) = (f64::from_bits(bits), f64::from_bits(bits + 1));
            let middle = middle(low, high);
            for end in ["", "0", "1", &["0".repeat(900), "1".into()].concat()] {
                assert_exact(&format!("{middle}{end}"));
            }
        }
    }

    /// The exact middle. All three numbers have a finite decimal notation, so this adds the digits of two and halves
    /// the sum.
    fn middle(low: f64, high: f64) -> String {
        let digits = |float: f64| -> Vec<u8> {
            let text = format!("{float:.1100}");
            text.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect()
        };
        let (low, high) = (digits(low), digits(high));
        assert_eq!(low.len(), high.len());
        let mut sum = vec![0_u16; low.len()];
        let mut carry = 0;
        for at in (0..low.len()).rev() {
            let total = u16::from(low[at]) + u16::from(high[at]) + carry;
            (sum[at], carry) = (total % 10, total / 10);
        }
        let mut rest = carry;
        let mut halves = String::new();
        for digit in sum.iter().chain([&0]) {
            let total = rest * 10 + digit;
            halves.push(char::from(b'0' + u8::try_from(total / 2).unwrap()));
            rest = total % 2;
        }
        let whole = low.len() - 1100;
        let (whole, fraction) = halves.split_at(whole);
        format!("{}.{}", whole.parse::<u64>().unwrap(), fraction.trim_end_matches('0'))
    }

    /// The expected values are worked out manually, because the standard library does not read exponents of seven
    /// digits to their end.
    #[test]
    fn long_numbers_are_read_quickly() {
        let zeros = "0".repeat(1_000_000);
        for (written, value) in [
            ("9".repeat(1 << 20), f64::INFINITY),
            (format!("0.{zeros}5e1000000"), 0.5),
            (format!("1{zeros}e-1000000"), 1.0),
            (format!("1{zeros}1e-1000001"), 1.0),
            (format!("-0.{zeros}1"), -0.0),
            (format!("1e{}", "9".repeat(1 << 20)), f64::INFINITY),
            (format!("1e-{}", "9".repeat(1 << 20)), 0.0),
        ] {
            assert_eq!(number(&written).to_bits(), value.to_bits(), "{value}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn numbers_are_read_as_the_standard_library_reads_them(
            whole in "0|[1-9][0-9]{0,25}",
            fraction in "(\\.[0-9]{1,25})?",
            exponent in "([eE][+-]?[0-9]{1,3})?",
        ) {
            assert_exact(&[whole, fraction, exponent].concat());
        }

        #[test]
        fn floats_round_trip_through_short_and_long_notation(bits: u64) {
            let float = f64::from_bits(bits);
            prop_assume!(float.is_finite());
            assert_exact(&format!("{float:e}"));
            assert_exact(&format!("{float:.30e}"));
        }
    }
}
