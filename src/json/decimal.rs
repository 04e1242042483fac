//! Decimal notation without a library for floating-point numbers, which would weigh more than this crate's writer.

use crate::digits::push_digits;

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
