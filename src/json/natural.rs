//! Natural numbers of any size, with just enough arithmetic to read floating-point numbers.

use core::cmp::Ordering;

/// A natural number: digits in base 2^32, least significant first. The most significant digit is never zero.
pub(super) struct Natural(Vec<u32>);

impl Natural {
    /// The number with these decimal digits.
    pub(super) fn of_digits(digits: &[u8]) -> Self {
        let mut number = Self(Vec::new());
        for digit in digits {
            number.push_digit(10, u32::from(*digit));
        }
        number
    }

    /// Multiplies the number by `factor` and adds `digit`.
    pub(super) fn push_digit(&mut self, factor: u32, digit: u32) {
        let mut carry = u64::from(digit);
        for place in &mut self.0 {
            let sum = u64::from(*place).wrapping_mul(u64::from(factor)).wrapping_add(carry);
            *place = low(sum);
            carry = sum >> u32::BITS;
        }
        if carry > 0 {
            self.0.push(low(carry));
        }
    }

    /// The length of the number in bits.
    pub(super) fn bits(&self) -> i32 {
        let last = self.0.last().map_or(0, |last| u32::BITS.wrapping_sub(last.leading_zeros()));
        let others = self.0.len().saturating_sub(1).saturating_mul(32);
        i32::try_from(others).unwrap_or(i32::MAX).saturating_add_unsigned(last)
    }

    /// Multiplies the number by `2^bits`.
    pub(super) fn shift_left(&mut self, bits: i32) {
        for _ in 0..bits.wrapping_div(16) {
            self.push_digit(1 << 16, 0);
        }
        for _ in 0..bits.wrapping_rem(16) {
            self.push_digit(2, 0);
        }
    }

    /// Subtracts a number that is not larger.
    pub(super) fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        let others = other.0.iter().copied().chain(core::iter::repeat(0));
        for (place, other) in self.0.iter_mut().zip(others) {
            let (once, is_below) = place.overflowing_sub(other);
            let (twice, is_below_now) = once.overflowing_sub(u32::from(borrow));
            *place = twice;
            borrow = is_below || is_below_now;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    pub(super) fn cmp(&self, other: &Self) -> Ordering {
        let longer = self.0.len().cmp(&other.0.len());
        longer.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "only the lower half is wanted")]
const fn low(sum: u64) -> u32 {
    sum as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2^bits.
    fn power(bits: i32) -> Natural {
        let mut number = Natural::of_digits(&[1]);
        number.shift_left(bits);
        number
    }

    #[test]
    fn borrows_run_through_all_digits() {
        // 2^96 - 1 has three digits, each of them the largest.
        let mut number = power(96);
        number.subtract(&power(0));
        assert_eq!(number.0, [u32::MAX; 3]);
        // 2^64 - 2^32 = (2^32 - 1) * 2^32.
        let mut number = power(64);
        number.subtract(&power(32));
        assert_eq!(number.0, [0, u32::MAX]);
    }

    #[test]
    fn differences_have_no_leading_zeros() {
        let mut number = power(95);
        number.push_digit(1, 5);
        number.subtract(&power(95));
        assert_eq!(number.0, [5]);
        assert_eq!(number.cmp(&power(3)), Ordering::Less);
        number.subtract(&Natural::of_digits(&[5]));
        assert_eq!((number.0.len(), number.bits()), (0, 0));
    }

    #[test]
    fn bits_are_counted_on_both_sides_of_a_digit_boundary() {
        for bits in [0, 1, 31, 32, 33, 63, 64] {
            assert_eq!(power(bits).bits(), bits.saturating_add(1));
        }
    }
}
