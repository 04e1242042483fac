//! Decimal notation without a library for floating-point numbers, which would take more code than this crate's JSON
//! writer.

use crate::digits::push_digits;

const PER_WHOLE: u64 = 10_000_000;

/// Writes the shortest decimal notation of a number of ten-millionths.
pub(crate) fn push_decimal(out: &mut String, ten_millionths: i64) {
    if ten_millionths < 0 {
        out.push('-');
    }
    let size = ten_millionths.unsigned_abs();
    push_digits(out, size.wrapping_div(PER_WHOLE));
    let mut rest = size.wrapping_rem(PER_WHOLE);
    if rest > 0 {
        out.push('.');
    }
    while rest > 0 {
        let ten_times = rest.wrapping_mul(10);
        push_digits(out, ten_times.wrapping_div(PER_WHOLE));
        rest = ten_times.wrapping_rem(PER_WHOLE);
    }
}
