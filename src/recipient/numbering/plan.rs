//! What the table contains about regions and calling codes.

use super::{
    dialled::{Digits, Typed},
    opcode::{ALL_VALID, END, HAS_STRAYS, KEEPS_WHOLE, STRIPS},
    pattern::{MAX_DIGITS, Programs, START, place},
    table,
};

/// A region with a numbering plan, named by its ISO 3166 alpha-2 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region(u8);

/// A calling code that has regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CallingCode {
    number: u8,
}

/// How the number of digits relates to a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    TooShort,
    Possible,
    /// No possible length, but shorter than some numbers and longer than others.
    Odd,
    TooLong,
}

/// The kind of a valid number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Mobile, or indistinguishable from mobile.
    Mobile,
    /// A fixed line, a toll-free number, or any other number.
    Other,
}

/// The program of the table that starts at this offset.
fn program(start: Option<&u16>) -> Programs {
    let start = usize::from(start.copied().unwrap_or_default());
    Programs::new(table::PROGRAMS.get(start..).unwrap_or_default())
}

impl Region {
    /// The region with a code such as `BR`, in upper or lower case.
    pub(crate) fn parse(code: &str) -> Option<Self> {
        let is_it = |region: &[u8]| region.eq_ignore_ascii_case(code.as_bytes());
        let place = table::REGIONS.chunks_exact(2).position(is_it)?;
        u8::try_from(place).ok().map(Self)
    }

    /// All regions. Those with the same calling code are next to each other.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).map(Self).take(table::REGION_CODES.len())
    }

    /// All regions that fit.
    #[inline(never)]
    pub(crate) fn those(fits: &dyn Fn(Self) -> bool) -> Vec<Self> {
        let mut those = Vec::new();
        for region in Self::all() {
            if fits(region) {
                those.push(region);
            }
        }
        those
    }

    /// Whether this is the main region of its calling code, in which the code is mostly used.
    pub(crate) fn is_main(self) -> bool {
        self.calling_code().main_region() == self
    }

    /// The code, such as `BR`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        let letters = table::REGIONS.chunks_exact(2).nth(self.0.into()).unwrap_or_default();
        core::str::from_utf8(letters).unwrap_or_default()
    }

    pub(super) fn calling_code(self) -> CallingCode {
        let number = table::REGION_CODES.get(usize::from(self.0)).copied().unwrap_or_default();
        CallingCode { number }
    }

    /// Whether digits look like a number of this region, whatever their length.
    pub(super) fn has_general(self, digits: &[u8]) -> bool {
        digits.len() <= MAX_DIGITS
            && program(table::PATTERNS.get(usize::from(self.0))).matches(digits)
    }

    /// The possible lengths of numbers, and those of numbers without their area code, as sets of places.
    fn lengths(self) -> (u32, u32) {
        let set = table::REGION_LENGTHS.get(usize::from(self.0)).copied().unwrap_or_default();
        table::LENGTHS.get(usize::from(set)).copied().unwrap_or_default()
    }

    /// Whether digits look like a number as they are, or have a prefix that is dialled before one.
    pub(super) fn may_dial(self, digits: &[u8]) -> bool {
        (self.length(digits) == Length::Possible && self.has_general(digits))
            || self.strip_national_prefix(digits).is_some()
    }

    /// Whether there are as many digits as in a number without its area code.
    pub(super) fn has_local_length(self, digits: &[u8]) -> bool {
        let (_, local) = self.lengths();
        place(digits.len()) & local != 0
    }

    pub(super) fn length(self, digits: &[u8]) -> Length {
        let (whole, _) = self.lengths();
        let length = place(digits.len());
        if length & whole != 0 {
            Length::Possible
        } else if length == 0 || length > whole {
            Length::TooLong
        } else if length.wrapping_sub(1) & whole == 0 {
            Length::TooShort
        } else {
            Length::Odd
        }
    }

    /// The digits after the prefix that is dialled here for calls abroad. `None` if they do not begin with it.
    pub(super) fn strip_international_prefix(self, digits: &[u8]) -> Option<&[u8]> {
        let ends =
            program(table::DIALLED_ABROAD.get(usize::from(self.0))).ends(digits, START) & !START;
        // No calling code starts with 0.
        digits.get(last(ends)?..).filter(|rest| !rest.is_empty() && !rest.starts_with(b"0"))
    }

    /// The number without the prefix that is only dialled within the country, as it is dialled from abroad. `None` if
    /// this changes nothing.
    pub(super) fn strip_national_prefix(self, digits: &[u8]) -> Option<Typed> {
        let mut rule = program(table::DIALLED_AT_HOME.get(usize::from(self.0)));
        let changed = change(&mut rule, digits)?;
        // Digits that already are a number are only changed if the result is one too.
        (!self.has_general(digits) || self.has_general(changed.as_bytes())).then_some(changed)
    }
}

/// Applies a rule to digits. `None` if it does not change them.
fn change(rule: &mut Programs, digits: &[u8]) -> Option<Typed> {
    let kind = rule.next();
    if kind != STRIPS {
        let is_whole = kind == KEEPS_WHOLE;
        let mut inserted = Typed::EMPTY;
        loop {
            match rule.next() {
                END => break,
                digit => inserted.push(digit),
            };
        }
        let mut starts = rule.ends(digits, START);
        let (kept, mut after) = (*rule, *rule);
        after.skip();
        *rule = after;
        rule.skip();
        // The longest match comes first, because the expressions of the metadata are greedy.
        while let Some(start) = last(starts) {
            starts ^= place(start);
            let mut ends = { kept }.ends(digits, place(start));
            while let Some(end) = last(ends) {
                ends ^= place(end);
                let behind = { after }.ends(digits, place(end));
                let behind = if is_whole { behind & place(digits.len()) } else { behind };
                if let Some(behind) = last(behind) {
                    let parts = [digits.get(start..end)?, digits.get(behind..)?];
                    return parts.iter().all(|part| inserted.push_all(part)).then_some(inserted);
                }
            }
        }
    }
    let end = last(rule.ends(digits, START)).filter(|end| *end > 0)?;
    let mut rest = Typed::EMPTY;
    rest.push_all(digits.get(end..)?).then_some(rest)
}

/// The last of some places, as a count of digits.
fn last(places: u32) -> Option<usize> {
    places.checked_ilog2().and_then(|place| usize::try_from(place).ok())
}

impl CallingCode {
    /// The calling code that `digits` begin with, and the digits after it.
    ///
    /// # Errors
    /// They do not begin with a calling code, or with one that belongs to no region.
    pub(super) fn split(digits: &[u8]) -> Result<(Self, &[u8]), CallingCodeError> {
        // None starts with 0, and 055 is not 55.
        let longest = if digits.starts_with(b"0") { 0 } else { 3 };
        for length in 1..=longest {
            let Some((code, rest)) = digits.split_at_checked(length) else { break };
            let code = code.iter().fold(0, |code: u16, digit| {
                code.wrapping_mul(10).wrapping_add(u16::from(digit.wrapping_sub(b'0')))
            });
            let Ok(number) = table::CALLING_CODES.binary_search(&code) else { continue };
            let code = Self { number: u8::try_from(number).unwrap_or_default() };
            // Networks have no regions: for them the table contains the first region of the next code.
            return if code.main_region().calling_code() == code {
                Ok((code, rest))
            } else {
                Err(CallingCodeError::NonGeographic)
            };
        }
        Err(CallingCodeError::Unknown)
    }

    pub(super) fn number(self) -> u16 {
        table::CALLING_CODES.get(usize::from(self.number)).copied().unwrap_or_default()
    }

    /// Writes its digits.
    pub(super) fn write(self, out: &mut Digits) {
        let number = u32::from(self.number());
        for unit in [100, 10, 1] {
            if number >= unit {
                let digit = number.checked_div(unit).unwrap_or(0).wrapping_rem(10);
                out.push(b'0'.wrapping_add(u8::try_from(digit).unwrap_or(0)));
            }
        }
    }

    /// The main region, by whose rules numbers with this calling code are read.
    pub(super) fn main_region(self) -> Region {
        Region(table::FIRST_REGIONS.get(usize::from(self.number)).copied().unwrap_or_default())
    }

    /// The kind of number that `digits` are in any of the regions. `None` if they are not a valid number.
    pub(super) fn kind(self, digits: &[u8]) -> Option<Kind> {
        let main = self.main_region();
        let mut plan = program(table::PATTERNS.get(usize::from(main.0)));
        let fits = plan.matches(digits) && main.length(digits) == Length::Possible;
        let kind = plan.next();
        if !fits && kind & HAS_STRAYS == 0 {
            return None;
        }
        let is_mobile = plan.matches(digits);
        let is_valid = is_mobile || kind & ALL_VALID != 0 || plan.matches(digits);
        is_valid.then_some(if is_mobile { Kind::Mobile } else { Kind::Other })
    }
}

/// Why digits have no calling code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CallingCodeError {
    /// They do not begin with a calling code.
    Unknown,
    /// They begin with the calling code of a network without a region, such as a satellite network.
    NonGeographic,
}
