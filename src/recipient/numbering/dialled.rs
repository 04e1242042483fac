//! From digits as they are written or dialled to a calling code and the number behind it.

use core::cell::Cell;

use super::{
    pattern::MAX_DIGITS,
    plan::{CallingCode, CallingCodeError, Kind, Length, Region},
};
use crate::short::Short;

/// A calling code of three digits at most, and the digits behind it, [`MAX_NATIONAL_DIGITS`] at most.
pub(crate) type Digits = Short;

/// Digits as they are typed. More are kept than the [`MAX_DIGITS`] that are read of a number, and not all: with one more it
/// is too long, however many there are.
pub(crate) type Typed = Short;

/// How the digits of a number are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// With the calling code first, and maybe with what is only dialled at home behind it.
    International,
    /// As they are dialled in a region: nationally, or abroad with what one dials for that.
    DialledIn(Region),
    /// A complete number and nothing else, calling code first.
    Complete,
}

/// A number, valid or not, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dialled {
    code: CallingCode,
    /// All digits, calling code first.
    digits: Digits,
    /// How many of them are the calling code.
    code_length: usize,
    /// Whether a prefix stood behind the calling code that is dialled at home only.
    pub(crate) had_national_prefix: bool,
    /// Worked out when it is first asked for, as it is asked for several times.
    #[expect(clippy::option_option, reason = "it may not be worked out yet, and then be none")]
    kind: Cell<Option<Option<Kind>>>,
}

/// Why digits are no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberError {
    TooShort,
    TooLong,
    UnknownCallingCode,
    /// The number of a network that belongs to no region.
    NonGeographic,
    AreaCodeMissing,
    /// As long as a number and still none of this calling code.
    Invalid(u16),
}

impl From<CallingCodeError> for NumberError {
    fn from(error: CallingCodeError) -> Self {
        match error {
            CallingCodeError::Unknown => Self::UnknownCallingCode,
            CallingCodeError::NonGeographic => Self::NonGeographic,
        }
    }
}

/// The fewest digits that a number has behind its calling code, and the most, as libphonenumber has them.
const MIN_NATIONAL_DIGITS: usize = 2;
const MAX_NATIONAL_DIGITS: usize = 17;

impl Dialled {
    /// Reads digits, which are ASCII digits.
    ///
    /// # Errors
    /// Digits too few or too many for any number, and those that no calling code leads.
    pub(crate) fn parse(digits: &[u8], notation: Notation) -> Result<Self, NumberError> {
        if digits.len() > MAX_DIGITS {
            return Err(NumberError::TooLong);
        }
        let dialled = match notation {
            Notation::International => Self::international(digits)?,
            Notation::DialledIn(region) => Self::dialled_in(region, digits)?,
            Notation::Complete => {
                let (code, national) = CallingCode::split(digits)?;
                Self::new(code, &[national], false)?
            }
        };
        if dialled.national().len() < MIN_NATIONAL_DIGITS {
            return Err(NumberError::TooShort);
        }
        if dialled.national().len() > MAX_NATIONAL_DIGITS {
            return Err(NumberError::TooLong);
        }
        Ok(dialled)
    }

    /// Reads digits as they are written in `region`; none where they cannot be a number there, which is reported at once.
    pub(crate) fn at_home(digits: &[u8], region: Region) -> Option<Self> {
        region
            .may_dial(digits)
            .then(|| Self::parse(digits, Notation::DialledIn(region)).ok())
            .flatten()
    }

    /// Whether the digits behind the calling code look like a number of this region.
    pub(crate) fn is_of(&self, region: Region) -> bool {
        region.calling_code() == self.code && region.has_general(self.national())
    }

    /// The regions in which the digits behind the calling code look like a number.
    pub(crate) fn regions(&self) -> Vec<Region> {
        Region::those(&|region| self.is_of(region))
    }

    /// A number of the digits in `national`, one after the other, behind a calling code.
    fn new(
        code: CallingCode,
        national: &[&[u8]],
        had_national_prefix: bool,
    ) -> Result<Self, NumberError> {
        let mut digits = Digits::EMPTY;
        code.write(&mut digits);
        let code_length = digits.len();
        if national.iter().all(|part| digits.push_all(part)) {
            Ok(Self { code, digits, code_length, had_national_prefix, kind: Cell::new(None) })
        } else {
            Err(NumberError::TooLong)
        }
    }

    fn kind(&self) -> Option<Kind> {
        self.kind.get().unwrap_or_else(|| {
            let kind = self.code.kind(self.national());
            self.kind.set(Some(kind));
            kind
        })
    }

    fn international(digits: &[u8]) -> Result<Self, NumberError> {
        let (code, national) = CallingCode::split(digits)?;
        Self::of(code.main_region(), national)
    }

    fn dialled_in(region: Region, digits: &[u8]) -> Result<Self, NumberError> {
        if let Some(abroad) = region.strip_international_prefix(digits) {
            return Self::international(abroad);
        }
        let code = region.calling_code();
        // The calling code may lead the digits without a plus sign. It is one where they make a number
        // without it and none with it, or are too many.
        let behind = CallingCode::split(digits).ok().filter(|(leading, _)| *leading == code);
        if let Some((_, behind)) = behind {
            let stripped = region.strip_national_prefix(behind);
            let national = stripped.as_ref().map_or(behind, Short::as_bytes);
            let fits_without = !region.has_general(digits) && region.has_general(national);
            if fits_without || region.length(digits) == Length::TooLong {
                return Self::of(code.main_region(), national);
            }
        }
        Ok(Self { had_national_prefix: false, ..Self::of(region, digits)? })
    }

    /// The number behind the calling code, without what is dialled before it in `region` only.
    fn of(region: Region, digits: &[u8]) -> Result<Self, NumberError> {
        let stripped = region.strip_national_prefix(digits).filter(|rest| {
            matches!(region.length(rest.as_bytes()), Length::Possible | Length::TooLong)
        });
        let had_national_prefix = stripped.is_some();
        let national = stripped.as_ref().map_or(digits, Short::as_bytes);
        Self::new(region.calling_code(), &[national], had_national_prefix)
    }

    /// The calling code, such as 55.
    pub(crate) fn calling_code(&self) -> u16 {
        self.code.number()
    }

    /// The digits behind the calling code: the national significant number, as E.164 calls it.
    pub(crate) fn national(&self) -> &[u8] {
        self.digits.as_bytes().get(self.code_length..).unwrap_or_default()
    }

    /// The same number with other digits behind the calling code; none where they are too many.
    pub(crate) fn with_national(&self, national: &[&[u8]]) -> Option<Self> {
        Self::new(self.code, national, self.had_national_prefix).ok()
    }

    /// All digits, calling code first.
    pub(crate) fn digits(&self) -> &Digits {
        &self.digits
    }

    pub(crate) fn is_valid(&self) -> bool {
        self.kind().is_some()
    }

    /// Whether the number is valid, and mobile or not to be distinguished from mobile.
    pub(crate) fn is_mobile(&self) -> bool {
        self.kind() == Some(Kind::Mobile)
    }

    /// What is wrong with a number that is not valid.
    pub(crate) fn fault(&self) -> NumberError {
        let region = self.code.main_region();
        if region.has_local_length(self.national()) {
            return NumberError::AreaCodeMissing;
        }
        match region.length(self.national()) {
            Length::TooShort => NumberError::TooShort,
            Length::TooLong => NumberError::TooLong,
            Length::Possible | Length::Odd => NumberError::Invalid(self.code.number()),
        }
    }
}
