//! What the bytes of the table's programs mean.
//!
//! The generator in `tables/` compiles this file too, so that it writes what is read here. A pattern is a sequence of
//! these bytes:
//!
//! | bytes | meaning |
//! |---|---|
//! | [`END`] | the end of the pattern |
//! | [`OPEN`], [`OR`], [`CLOSE`] | the start of a group, between two alternatives, the end of a group |
//! | [`OPTIONAL`] | the next part may be missing |
//! | [`RANGE`] and [`range`] | the next part, from a least to a most number of times |
//! | [`TIMES`] and a count | the next part, so many times |
//! | [`RUN`] and a length | so many digits, of any value |
//! | [`OTHER_CLASS`] and [`class`] | a digit of this set |
//! | [`CLASS`] and a number | a digit of the set with this number in the table |
//!
//! In a set of digits, bit `d` stands for the digit `d`.
#![allow(dead_code, reason = "some of it is only written, and some only read")]

use core::ops::RangeInclusive;

/// Ends a pattern, and the digits that a rule inserts.
pub const END: u8 = 0;

/// Begins a group.
pub const OPEN: u8 = 1;

/// Stands between two alternatives.
pub const OR: u8 = 2;

/// Ends a group.
pub const CLOSE: u8 = 3;

/// The next part may be missing.
pub const OPTIONAL: u8 = 4;

/// The next part, as many times as the following byte of [`range`] says.
pub const RANGE: u8 = 5;

/// Added to one of [`TIMES_COUNTS`]: the next part, so many times.
pub const TIMES: u8 = 4;

/// The counts that [`TIMES`] is added to.
pub const TIMES_COUNTS: RangeInclusive<u8> = 2..=9;

/// Added to one of [`RUN_LENGTHS`]: so many digits, of any value.
pub const RUN: u8 = 13;

/// The lengths that [`RUN`] is added to.
pub const RUN_LENGTHS: RangeInclusive<u8> = 1..=14;

/// A digit of the set in the two following bytes of [`class`].
pub const OTHER_CLASS: u8 = 28;

/// Added to the number of a set in the table, as long as the sum fits in a byte: a digit of this set.
pub const CLASS: u8 = 29;

/// Precedes the pattern of a calling code's mobile numbers.
pub const MOBILE: u8 = 1;

/// Added if every number that fits the general pattern is valid. Then no second pattern follows.
pub const ALL_VALID: u8 = 4;

/// Added if some valid numbers do not fit the general pattern.
pub const HAS_STRAYS: u8 = 8;

/// Begins a rule for what is dialled within a country that removes what its one pattern matches.
pub const STRIPS: u8 = 0;

/// Begins a rule that keeps some digits and may insert others before them. First come the inserted digits, up to
/// [`END`]. Three patterns follow: what precedes the kept digits, the kept digits, and what follows them. The last
/// pattern is that of a rule that strips, for digits that do not match.
pub const KEEPS: u8 = 1;

/// Like [`KEEPS`], but no digits may follow the matched ones.
pub const KEEPS_WHOLE: u8 = 2;

/// The least and the most number of times that a part occurs, both at most 15, in one byte.
pub const fn range(least: u8, most: u8) -> u8 {
    least << 4 | most
}

/// The two numbers of [`range`].
pub const fn range_of(byte: u8) -> (u8, u8) {
    (byte >> 4, byte & 0xf)
}

/// A set of digits, seven bits per byte. The high bit is set, so that these bytes cannot be taken for [`END`] or for
/// the bytes of groups.
pub const fn class(set: u16) -> [u8; 2] {
    [0x80 | (set >> 7).to_le_bytes()[0], 0x80 | set.to_le_bytes()[0]]
}

/// The set of [`class`].
pub const fn class_of([high, low]: [u8; 2]) -> u16 {
    u16::from_le_bytes([high & 0x7f, 0]) << 7 | u16::from_le_bytes([low & 0x7f, 0])
}
