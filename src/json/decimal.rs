//! Decimal notation without a library for floating-point numbers, which would weigh more than this crate's writer.

const PER_WHOLE: i64 = 10_000_000;

/// The shortest decimal notation of a number of ten-millionths.
pub(crate) fn decimal(ten_millionths: i64) -> String {
    let sign = if ten_millionths < 0 { "-" } else { "" };
    let size = ten_millionths.saturating_abs();
    let whole = size.checked_div(PER_WHOLE).unwrap_or(0).to_string();
    let rest = size.checked_rem(PER_WHOLE).unwrap_or(0);
    if rest == 0 {
        return [sign, &whole].concat();
    }
    // A leading one keeps the zeros after the point.
    let digits = rest.saturating_add(PER_WHOLE).to_string();
    let decimals = digits.strip_prefix('1').unwrap_or("").trim_end_matches('0');
    [sign, &whole, ".", decimals].concat()
}
