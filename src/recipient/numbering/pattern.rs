//! Matches digits against the programs of the table.
//!
//! A program is a pattern without loops, read as it is matched: what is tracked is the set of places in the
//! number that the pattern can have reached, one bit each. So nothing is tried twice, and the time is linear in
//! the length of the program, whatever the digits.
//!
//! | byte | meaning |
//! |---|---|
//! | 0 | the end of the pattern |
//! | 1, 2, 3 | the start of a group, between two alternatives, the end of a group |
//! | 4 | the next part may be missing |
//! | 5 | the next part from `a` to `b` times, where the byte behind is `a << 4 \| b` |
//! | 6 to 13 | the next part 2 to 9 times |
//! | 14 to 27 | 1 to 14 digits, whichever |
//! | 28 | a digit of the set in the next two bytes, seven bits each, with their high bits set |
//! | from 29 | a digit of the set with this number in the table |

use super::table::CLASSES;

const END: u8 = 0;
const OPEN: u8 = 1;
const OR: u8 = 2;
const CLOSE: u8 = 3;
const OPTIONAL: u8 = 4;
const RANGE: u8 = 5;
const TIMES: core::ops::RangeInclusive<u8> = 6..=13;
const RUN: core::ops::RangeInclusive<u8> = 14..=27;
const OTHER_CLASS: u8 = 28;
const CLASS: u8 = 29;

/// A set of places in a number: bit `n` is the place behind its first `n` digits.
pub(super) type Places = u32;

/// The place before the first digit.
pub(super) const START: Places = 1;

/// The longest number that is matched, in digits: the places must fit.
pub(super) const MAX_DIGITS: usize = 30;

/// A reader of programs, which stands at the start of one.
#[derive(Clone, Copy)]
pub(super) struct Programs(&'static [u8]);

impl Programs {
    pub(super) fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// The next byte; an end where there is none.
    pub(super) fn next(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return END };
        self.0 = rest;
        *first
    }

    /// Leaves out the next pattern.
    pub(super) fn skip(&mut self) {
        while self.next() != END {}
    }

    /// Whether the next pattern matches all of `digits`, which are ASCII digits, [`MAX_DIGITS`] at most.
    pub(super) fn matches(&mut self, digits: &str) -> bool {
        self.ends(digits, START) & place(digits.len()) != 0
    }

    /// Where the next pattern can end when it begins at one of `starts`.
    pub(super) fn ends(&mut self, digits: &str, starts: Places) -> Places {
        self.alternatives(digits.as_bytes(), starts)
    }

    /// Alternatives up to the end of their group or of the pattern.
    fn alternatives(&mut self, digits: &[u8], starts: Places) -> Places {
        let mut ends = 0;
        let mut reached = starts;
        loop {
            match self.next() {
                END | CLOSE => return ends | reached,
                OR => {
                    ends |= reached;
                    reached = starts;
                }
                part => reached = self.part(part, digits, reached),
            }
            if reached == 0 {
                self.skip_alternative();
            }
        }
    }

    /// Goes on to the end of an alternative, without it.
    fn skip_alternative(&mut self) {
        let mut depth = 0_u8;
        while let Some((first, rest)) = self.0.split_first() {
            match *first {
                OPEN => depth = depth.saturating_add(1),
                END => return,
                OR | CLOSE if depth == 0 => return,
                CLOSE => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.0 = rest;
        }
    }

    fn part(&mut self, part: u8, digits: &[u8], starts: Places) -> Places {
        if RUN.contains(&part) {
            let length = part.saturating_sub(*RUN.start()).saturating_add(1);
            let within = place(digits.len().saturating_add(1)).wrapping_sub(1);
            return starts.wrapping_shl(length.into()) & within;
        }
        if TIMES.contains(&part) {
            let count = part.saturating_sub(*TIMES.start()).saturating_add(2);
            return self.repeated(count, count, digits, starts);
        }
        match part {
            OPEN => self.alternatives(digits, starts),
            OPTIONAL => starts | self.repeated(1, 1, digits, starts),
            RANGE => {
                let counts = self.next();
                self.repeated(counts.wrapping_shr(4), counts & 0xf, digits, starts)
            }
            OTHER_CLASS => {
                let high = u16::from(self.next() & 0x7f);
                let low = u16::from(self.next() & 0x7f);
                digit(high.wrapping_shl(7) | low, digits, starts)
            }
            class => {
                let number = usize::from(class.saturating_sub(CLASS));
                digit(CLASSES.get(number).copied().unwrap_or_default(), digits, starts)
            }
        }
    }

    /// The next part from `least` to `most` times.
    fn repeated(&mut self, least: u8, most: u8, digits: &[u8], starts: Places) -> Places {
        let again = self.0;
        let (mut reached, mut ends) = (starts, 0);
        for count in 1..=most {
            self.0 = again;
            let part = self.next();
            reached = self.part(part, digits, reached);
            if count >= least {
                ends |= reached;
            }
        }
        ends
    }
}

/// The place behind the first `length` digits.
pub(super) fn place(length: usize) -> Places {
    u32::try_from(length).ok().and_then(|length| START.checked_shl(length)).unwrap_or(0)
}

/// One digit of `class` from each of `starts`.
fn digit(class: u16, digits: &[u8], starts: Places) -> Places {
    let (mut ends, mut left) = (0, starts);
    while left != 0 {
        let at = left.trailing_zeros();
        left &= left.wrapping_sub(1);
        let digit = digits.get(at as usize).map(|digit| u32::from(digit.wrapping_sub(b'0')));
        if digit.is_some_and(|digit| class.wrapping_shr(digit) & 1 == 1) {
            ends |= START.wrapping_shl(at).wrapping_shl(1);
        }
    }
    ends
}
