//! Why a text is no recipient, and what was odd about one that is.

use crate::issue::{Fault, IssueCode as Code};

/// Why a text is no recipient.
///
/// None of the variants holds the text: it may be a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RecipientError {
    /// Nothing was given.
    #[error("no recipient given")]
    Missing,
    /// A value that is not text. Numbers are refused too: a group's id does not fit a double.
    #[error("expected text, found a value of type {0}")]
    WrongType(&'static str),
    /// Half of a surrogate pair, at this UTF-16 index.
    #[error("half of a surrogate pair")]
    LoneSurrogate(usize),
    /// Letters.
    #[error("letters in a phone number")]
    Letters,
    /// Fewer than 7 digits.
    #[error("fewer than 7 digits")]
    TooShort,
    /// More than 15 digits.
    #[error("more than 15 digits")]
    TooLong,
    /// Digits that start with 0, so that no country code leads them.
    #[error("a number without its country code")]
    CountryMissing,
    /// A plus sign that is not the first sign.
    #[error("a plus sign that is not the first sign")]
    MalformedPlus,
    /// A control character, such as a line break.
    #[error("a control character")]
    ControlCharacter,
    /// Other signs.
    #[error("signs that do not belong in a phone number")]
    InvalidCharacters,
    /// A channel.
    #[error("a channel")]
    Newsletter,
    /// A broadcast list.
    #[error("a broadcast list")]
    Broadcast,
}

/// What was assumed while reading a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecipientNotice {
    /// Digits without a plus were read as an international number.
    CountryCodeAssumed,
}

impl From<RecipientError> for Fault {
    fn from(error: RecipientError) -> Self {
        match error {
            RecipientError::Missing => Code::Required.into(),
            RecipientError::WrongType(found) => {
                Self::new(Code::WrongType).with("expected", "string").with("found", found)
            }
            RecipientError::LoneSurrogate(index) => {
                Self::new(Code::LoneSurrogate).with("index", index)
            }
            RecipientError::Letters => Code::PhoneLetters.into(),
            RecipientError::TooShort => Code::PhoneTooShort.into(),
            RecipientError::TooLong => Code::PhoneTooLong.into(),
            RecipientError::CountryMissing => Code::PhoneCountryMissing.into(),
            RecipientError::MalformedPlus => Code::PhoneMalformedPlus.into(),
            RecipientError::ControlCharacter => Code::ControlCharacter.into(),
            RecipientError::InvalidCharacters => Code::PhoneInvalidCharacters.into(),
            RecipientError::Newsletter => Code::RecipientNewsletter.into(),
            RecipientError::Broadcast => Code::RecipientBroadcast.into(),
        }
    }
}

impl From<RecipientNotice> for Fault {
    fn from(notice: RecipientNotice) -> Self {
        match notice {
            RecipientNotice::CountryCodeAssumed => Code::PhoneCountryCodeAssumed.into(),
        }
    }
}
