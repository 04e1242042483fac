//! Decimal notation without a library for floating-point numbers, which would weigh more than this crate's writer.

const PER_WHOLE: u64 = 10_000_000;

/// The shortest decimal notation of a number of ten-millionths.
pub(crate) fn decimal(ten_millionths: i64) -> String {
    let mut text = String::with_capacity(16);
    if ten_millionths < 0 {
        text.push('-');
    }
    let size = ten_millionths.unsigned_abs();
    push_digits(&mut text, size.wrapping_div(PER_WHOLE));
    let mut rest = size.wrapping_rem(PER_WHOLE);
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        let ten_times = rest.wrapping_mul(10);
        push_digits(&mut text, ten_times.wrapping_div(PER_WHOLE));
        rest = ten_times.wrapping_rem(PER_WHOLE);
    }
    text
}

/// Writes an integer: the standard library's way goes through its formatting.
pub(crate) fn push_integer(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    push_digits(out, number.unsigned_abs());
}

/// Writes the digits of a number, of which there are twenty at most.
fn push_digits(out: &mut String, number: u64) {
    if number >= 10 {
        push_digits(out, number.wrapping_div(10));
    }
    let digit = u8::try_from(number.wrapping_rem(10)).unwrap_or_default();
    out.push(char::from(b'0'.wrapping_add(digit)));
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn integers_are_written_as_the_standard_library_writes_them(number: i64) {
            for number in [number, number % 1000, 0, i64::MIN, i64::MAX] {
                let mut text = String::new();
                push_integer(&mut text, number);
                prop_assert_eq!(text, number.to_string());
            }
        }
    }
}
