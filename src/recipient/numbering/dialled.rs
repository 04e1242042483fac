//! Reads digits, as they are written or dialled, as a calling code and the number after it.

use core::cell::Cell;

use super::{
    pattern::MAX_DIGITS,
    plan::{CallingCode, CallingCodeError, Kind, Length, Region},
};
use crate::short::Short;

/// A calling code of at most three digits, and at most [`MAX_NATIONAL_DIGITS`] digits after it.
pub(crate) type Digits = Short;

/// Digits as they are typed. Any more than can be held are dropped: a number is too long already with one digit more
/// than the [`MAX_DIGITS`] that are read.
pub(crate) type Typed = Short;

/// How to read the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// With the calling code first, and possibly a prefix after it that is only dialled within the country.
    International,
    /// As dialled in a region: a national number, or the prefix for calls abroad and an international number.
    DialledIn(Region),
    /// A complete number with the calling code first, and nothing else.
    Complete,
}

/// A number, valid or not, split into its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dialled {
    code: CallingCode,
    /// All digits, calling code first.
    digits: Digits,
    /// How many of them are the calling code.
    code_length: usize,
    /// Whether there was a prefix after the calling code that is only dialled within the country.
    pub(crate) had_national_prefix: bool,
    /// Computed when it is first needed, and kept because it is needed several times.
    #[expect(clippy::option_option, reason = "it may not be computed yet, or computed and none")]
    kind: Cell<Option<Option<Kind>>>,
}

/// Why digits are not a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberError {
    TooShort,
    TooLong,
    UnknownCallingCode,
    /// The number of a network that belongs to no region.
    NonGeographic,
    AreaCodeMissing,
    /// The length is possible, but there is no such number with this calling code.
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

/// The fewest and the most digits of a number after its calling code, as in libphonenumber.
const MIN_NATIONAL_DIGITS: usize = 2;
const MAX_NATIONAL_DIGITS: usize = 17;

impl Dialled {
    /// Reads ASCII digits.
    ///
    /// # Errors
    /// There are too few or too many digits for any number, or they do not begin with a calling code.
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

    /// Reads digits as they are written in `region`. `None` if they cannot be a number there, which a quick check finds
    /// first.
    pub(crate) fn at_home(digits: &[u8], region: Region) -> Option<Self> {
        region
            .may_dial(digits)
            .then(|| Self::parse(digits, Notation::DialledIn(region)).ok())
            .flatten()
    }

    /// Whether the digits after the calling code look like a number of this region.
    pub(crate) fn is_of(&self, region: Region) -> bool {
        region.calling_code() == self.code && region.has_general(self.national())
    }

    /// The regions in which the digits after the calling code look like a number.
    pub(crate) fn regions(&self) -> Vec<Region> {
        Region::those(&|region| self.is_of(region))
    }

    /// A number of a calling code and the digits in `national`, joined.
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
        // The digits may begin with the calling code without a plus sign. They do if they are a number without it and
        // none with it, or if there are too many with it.
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

    /// A number of `region`, without the prefix that is only dialled there.
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

    /// The digits after the calling code: the national significant number, as E.164 calls it.
    pub(crate) fn national(&self) -> &[u8] {
        self.digits.as_bytes().get(self.code_length..).unwrap_or_default()
    }

    /// The same number with other digits after the calling code. `None` if there are too many.
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

    /// Whether the number is valid, and mobile or indistinguishable from mobile.
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
