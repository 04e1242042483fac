//! What the bytes of the table's programs mean.
//!
//! The generator in `tables/` compiles this file too: what it writes is what is read here. Patterns are written and
//! read byte by byte:
//!
//! | bytes | meaning |
//! |---|---|
//! | [`END`] | the end of the pattern |
//! | [`OPEN`], [`OR`], [`CLOSE`] | the start of a group, between two alternatives, the end of a group |
//! | [`OPTIONAL`] | the next part may be missing |
//! | [`RANGE`] and [`range`] | the next part at least and at most so many times |
//! | [`TIMES`] and a count | the next part so many times |
//! | [`RUN`] and a length | as many digits, whichever |
//! | [`OTHER_CLASS`] and [`class`] | a digit of this set |
//! | [`CLASS`] and a number | a digit of the set with this number in the table |
//!
//! A set of digits has bit `d` for the digit `d`.
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

/// The next part as many times as the byte of [`range`] behind it says.
pub const RANGE: u8 = 5;

/// Added to one of [`TIMES_COUNTS`]: the next part so many times.
pub const TIMES: u8 = 4;

/// The counts that [`TIMES`] is added to.
pub const TIMES_COUNTS: RangeInclusive<u8> = 2..=9;

/// Added to one of [`RUN_LENGTHS`]: as many digits, whichever.
pub const RUN: u8 = 13;

/// The lengths that [`RUN`] is added to.
pub const RUN_LENGTHS: RangeInclusive<u8> = 1..=14;

/// A digit of the set that the two bytes of [`class`] behind it hold.
pub const OTHER_CLASS: u8 = 28;

/// Added to the number of a set in the table, up to the last byte: a digit of this set.
pub const CLASS: u8 = 29;

/// Leads the mobile numbers of a calling code: the pattern behind it is theirs.
pub const MOBILE: u8 = 1;

/// Added where every number that fits the general pattern is valid; no second pattern follows.
pub const ALL_VALID: u8 = 4;

/// Added where some valid numbers do not fit the general pattern.
pub const HAS_STRAYS: u8 = 8;

/// Leads a rule for what is dialled at home which takes away what its one pattern matches.
pub const STRIPS: u8 = 0;

/// Leads a rule that keeps digits and may insert some before them: these up to [`END`], then what stands before those
/// that are kept, they themselves, and what stands behind them. The pattern of a rule that strips follows.
pub const KEEPS: u8 = 1;

/// The same, and nothing may follow.
pub const KEEPS_WHOLE: u8 = 2;

/// How often a part comes, 15 times at most, in one byte.
pub const fn range(least: u8, most: u8) -> u8 {
    least << 4 | most
}

/// The two numbers of [`range`].
pub const fn range_of(byte: u8) -> (u8, u8) {
    (byte >> 4, byte & 0xf)
}

/// A set of digits, seven bits a byte. The high bits keep these bytes apart from those that mean something.
pub const fn class(set: u16) -> [u8; 2] {
    [0x80 | (set >> 7).to_le_bytes()[0], 0x80 | set.to_le_bytes()[0]]
}

/// The set of [`class`].
pub const fn class_of([high, low]: [u8; 2]) -> u16 {
    u16::from_le_bytes([high & 0x7f, 0]) << 7 | u16::from_le_bytes([low & 0x7f, 0])
}
