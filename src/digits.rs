//! Whole numbers in digits. One function for all sizes weighs less than a parser of the standard library for each.

/// The number that decimal digits alone write, where it fits.
pub(crate) fn decimal<T: TryFrom<i64>>(digits: &str) -> Option<T> {
    T::try_from(number(digits.as_bytes(), 10)?).ok()
}

/// The same with a sign in front, or without.
pub(crate) fn signed(text: &str) -> Option<i64> {
    match text.as_bytes() {
        [b'-', digits @ ..] => sum(digits, 10, -1),
        [b'+', digits @ ..] | digits => sum(digits, 10, 1),
    }
}

/// The number that digits alone write in base `radix`, up to 16, with letters in either case.
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
