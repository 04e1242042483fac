//! Matches digits against the programs of the table; `opcode.rs` says what their bytes mean.
//!
//! A program is a pattern without loops, interpreted while it is matched. The state is the set of places in the number
//! that the pattern can have reached, one bit each. So nothing is tried twice, and the time is linear in the length of
//! the program, whatever the digits.

use super::{
    opcode::{
        CLASS, CLOSE, END, OPEN, OPTIONAL, OR, OTHER_CLASS, RANGE, RUN, RUN_LENGTHS, TIMES,
        TIMES_COUNTS, class_of, range_of,
    },
    table::CLASSES,
};

/// A set of places in a number: bit `n` is the place after its first `n` digits.
pub(super) type Places = u32;

/// The place before the first digit.
pub(super) const START: Places = 1;

/// The longest number that is matched, in digits: its places must fit in [`Places`].
pub(super) const MAX_DIGITS: usize = 30;

/// A reader of programs, which is at the start of one.
#[derive(Clone, Copy)]
pub(super) struct Programs(&'static [u8]);

impl Programs {
    pub(super) fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// The next byte; [`END`] if there is none.
    pub(super) fn next(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return END };
        self.0 = rest;
        *first
    }

    /// Skips the next pattern.
    pub(super) fn skip(&mut self) {
        while self.next() != END {}
    }

    /// Whether the next pattern matches all of `digits`, which are at most [`MAX_DIGITS`] ASCII digits.
    pub(super) fn matches(&mut self, digits: &[u8]) -> bool {
        self.ends(digits, START) & place(digits.len()) != 0
    }

    /// Where the next pattern can end if it begins at one of `starts`.
    pub(super) fn ends(&mut self, digits: &[u8], starts: Places) -> Places {
        self.alternatives(digits, starts)
    }

    /// Matches alternatives, up to the end of their group or of the pattern.
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

    /// Skips the rest of an alternative, but not the byte that ends it.
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
        let length = part.wrapping_sub(RUN);
        if RUN_LENGTHS.contains(&length) {
            let within = place(digits.len().saturating_add(1)).wrapping_sub(1);
            return starts.wrapping_shl(length.into()) & within;
        }
        let count = part.wrapping_sub(TIMES);
        if TIMES_COUNTS.contains(&count) {
            return self.repeated(count, count, digits, starts);
        }
        match part {
            OPEN => self.alternatives(digits, starts),
            OPTIONAL => starts | self.repeated(1, 1, digits, starts),
            RANGE => {
                let (least, most) = range_of(self.next());
                self.repeated(least, most, digits, starts)
            }
            OTHER_CLASS => {
                let class = class_of([self.next(), self.next()]);
                digit(class, digits, starts)
            }
            class => {
                let number = usize::from(class.saturating_sub(CLASS));
                digit(CLASSES.get(number).copied().unwrap_or_default(), digits, starts)
            }
        }
    }

    /// Matches the next part, from `least` to `most` times.
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

/// The place after the first `length` digits.
pub(super) fn place(length: usize) -> Places {
    u32::try_from(length).ok().and_then(|length| START.checked_shl(length)).unwrap_or(0)
}

/// Matches one digit of `class` at each of `starts`.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_occurs_three_times_matches_three_times() {
        static THREE: &[u8] = &[TIMES + 3, CLASS, END];
        let class = CLASSES.first().copied().unwrap();
        let digit = (b'0'..=b'9').find(|digit| class >> (digit - b'0') & 1 == 1).unwrap();
        let fits = |count: usize| Programs::new(THREE).matches(&vec![digit; count]);
        assert_eq!([2, 3, 4].map(fits), [false, true, false]);
    }
}
