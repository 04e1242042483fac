//! Reading and writing integers. One function for all sizes takes less space than one from the standard library for
//! each.

/// Reads decimal digits without a sign; `None` if the number does not fit.
pub(crate) fn decimal<T: TryFrom<i64>>(digits: &str) -> Option<T> {
    T::try_from(number(digits.as_bytes(), 10)?).ok()
}

/// Reads decimal digits with or without a sign.
pub(crate) fn signed(text: &str) -> Option<i64> {
    match text.as_bytes() {
        [b'-', digits @ ..] => sum(digits, 10, -1),
        [b'+', digits @ ..] | digits => sum(digits, 10, 1),
    }
}

/// Reads digits in base `radix`, up to 16, without a sign. Letters may be in either case.
pub(crate) fn number(digits: &[u8], radix: u8) -> Option<i64> {
    sum(digits, radix, 1)
}

#[inline(never)]
fn sum(digits: &[u8], radix: u8, sign: i64) -> Option<i64> {
    let mut sum = (!digits.is_empty()).then_some(0_i64)?;
    for byte in digits {
        let digit = match byte {
            b'0'..=b'9' => byte.wrapping_sub(b'0'),
            b'a'..=b'f' | b'A'..=b'F' => (byte | 0x20).wrapping_sub(b'a' - 10),
            _ => return None,
        };
        if digit >= radix {
            return None;
        }
        sum = sum.checked_mul(radix.into())?.checked_add(sign.wrapping_mul(digit.into()))?;
    }
    Some(sum)
}

/// The decimal digits of an integer.
pub(crate) fn integer(number: i64) -> String {
    let mut text = String::new();
    push_integer(&mut text, number);
    text
}

/// Writes an integer without the standard library's formatting code.
pub(crate) fn push_integer(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    push_digits(out, number.unsigned_abs());
}

/// Writes the decimal digits of a number: twenty at most.
pub(crate) fn push_digits(out: &mut String, number: u64) {
    if number >= 10 {
        push_digits(out, number.wrapping_div(10));
    }
    let digit = u8::try_from(number.wrapping_rem(10)).unwrap_or_default();
    out.push(char::from(b'0'.wrapping_add(digit)));
}

/// Writes the last `count` hexadecimal digits of a number. `letter` is the digit for ten: `a` or `A`.
#[inline(never)]
pub(crate) fn push_hexadecimal(out: &mut String, number: u32, count: u32, letter: u8) {
    for place in (0..count).rev() {
        let digit = (number.wrapping_shr(place.wrapping_mul(4)) & 0xf) as u8;
        let first = if digit < 10 { b'0' } else { letter.wrapping_sub(10) };
        out.push(char::from(first.wrapping_add(digit)));
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_read_as_the_standard_library_reads_them(text in "[-+]?[0-9a-gA-G]{0,20}") {
            let is_unsigned = !text.starts_with(['-', '+']);
            prop_assert_eq!(signed(&text), text.parse::<i64>().ok());
            for radix in [10, 16] {
                let theirs = i64::from_str_radix(&text, u32::from(radix)).ok();
                prop_assert_eq!(number(text.as_bytes(), radix), theirs.filter(|_| is_unsigned));
            }
            let theirs = text.parse::<u8>().ok().filter(|_| is_unsigned);
            prop_assert_eq!(decimal::<u8>(&text), theirs);
        }
    }

    proptest! {
        #[test]
        fn integers_are_written_as_the_standard_library_writes_them(number: i64) {
            for number in [number, number % 1000, 0, i64::MIN, i64::MAX] {
                prop_assert_eq!(integer(number), number.to_string());
            }
        }
    }

    proptest! {
        #[test]
        fn hexadecimal_digits_are_written_as_the_standard_library_writes_them(number: u32) {
            let (mut lower, mut upper) = (String::new(), String::new());
            push_hexadecimal(&mut lower, number, 8, b'a');
            push_hexadecimal(&mut upper, number, 2, b'A');
            prop_assert_eq!(lower, format!("{number:08x}"));
            prop_assert_eq!(upper, format!("{:02X}", number & 0xff));
        }
    }

    #[test]
    fn the_ends_of_the_range_fit() {
        for number in [i64::MIN, i64::MAX] {
            assert_eq!(signed(&number.to_string()), Some(number));
        }
        for text in ["9223372036854775808", "-9223372036854775809", "", "-", "+", "--1", "٣"] {
            assert_eq!(signed(text), None, "{text}");
        }
    }
}
