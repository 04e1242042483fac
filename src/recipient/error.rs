//! Why a text is not a recipient, and what was assumed about one that is.

use super::{bare::Candidates, reading::MAX_LENGTH, renumbering};
use crate::issue::{Fault, IssueCode as Code};

/// Why a text is not a recipient.
///
/// No variant contains the text, because it may be a phone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RecipientError {
    /// Nothing was given.
    #[error("no recipient given")]
    Missing,
    /// A value that is not text. Numbers are refused too: a group's id does not fit in a double.
    #[error("expected text, found a value of type {0}")]
    WrongType(&'static str),
    /// Half of a surrogate pair, at this UTF-16 index.
    #[error("half of a surrogate pair")]
    LoneSurrogate(usize),
    /// Letters.
    #[error("letters in a phone number")]
    Letters,
    /// More text than is read. The length is in UTF-16 code units.
    #[error("{length} code units of text")]
    TooMuchText { length: usize },
    /// Too few digits for the country, or for any country.
    #[error("too few digits")]
    TooShort,
    /// Too many digits for the country, or more than the 15 of E.164.
    #[error("too many digits")]
    TooLong,
    /// Digits that are not a phone number and may be a LID.
    #[error("digits that may be a LID")]
    LooksLikeLid,
    /// The id of a group without its domain.
    #[error("a group's id without its domain")]
    LooksLikeGroup,
    /// A number that is not marked as international, although no country is known, or although it looks like a number
    /// of another country. Contains the regions that it may belong to.
    #[error("a number without its country code")]
    CountryMissing(Candidates),
    /// Digits that do not begin with a country code.
    #[error("digits that do not begin with a country code")]
    UnknownCallingCode,
    /// A number of a network that belongs to no country, such as a satellite network.
    #[error("a number that belongs to no country")]
    NonGeographic,
    /// A number without its area code.
    #[error("a number without its area code")]
    AreaCodeMissing,
    /// A number that does not exist in the countries with this calling code.
    #[error("no number of +{0}")]
    InvalidForRegion(u16),
    /// A number as it was before the countries with this calling code renumbered.
    #[error("a number of +{0} from before it was renumbered")]
    Renumbered(u16),
    /// A number with an extension.
    #[error("an extension")]
    Extension,
    /// More than one number.
    #[error("more than one number")]
    Multiple,
    /// A number as spreadsheets write them, such as `5.51E+12`.
    #[error("a number with a fraction or an exponent")]
    NumberFormat,
    /// A plus sign that is not the first character, or a second one.
    #[error("a plus sign that is not the first character, or a second one")]
    MalformedPlus,
    /// A control character, such as a line break.
    #[error("a control character")]
    ControlCharacter,
    /// Other characters.
    #[error("characters that do not belong in a phone number")]
    InvalidCharacters,
    /// A `tel` URI that RFC 3966 does not allow.
    #[error("a tel URI that RFC 3966 does not allow")]
    MalformedUri,
    /// A link of another kind or to another host.
    #[error("a link of another kind or to another host")]
    UnsupportedScheme,
    /// A link of WhatsApp that contains no number.
    #[error("a link of WhatsApp that contains no number")]
    LinkWithoutNumber,
    /// An invitation to a group, which does not contain the group's id.
    #[error("an invitation to a group")]
    GroupInvite,
    /// A channel.
    #[error("a channel")]
    Newsletter,
    /// A broadcast list.
    #[error("a broadcast list")]
    Broadcast,
    /// Two fields of an object that stand for different recipients.
    #[error("{0} and {1} stand for different recipients")]
    Contradiction(&'static str, &'static str),
}

/// What was assumed while reading a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecipientNotice {
    /// Digits without a plus were read as an international number.
    CountryCodeAssumed,
    /// `00` was read as the prefix that is dialled before an international number.
    InternationalPrefixAssumed,
    /// Digits or a plus sign of another script became ASCII.
    DigitsNormalized,
    /// Invisible characters were removed.
    InvisibleRemoved,
    /// Quotation marks or a leading apostrophe were removed.
    QuotesRemoved,
    /// A prefix that is only dialled within the country was removed from an international number.
    TrunkZeroRemoved,
    /// An obsolete prefix was removed, such as Mexico's until 2019.
    LegacyPrefixRemoved,
    /// A Brazilian number lacked its ninth digit.
    NinthDigitAdded,
    /// The number was taken out of a link.
    FromLink,
    /// The device and the agent were removed from an id.
    DeviceRemoved,
    /// The number is not a mobile number.
    NotMobile,
    /// An id is not a number of the current numbering plans.
    IdOutsidePlan,
}

impl RecipientError {
    const fn code(&self) -> Code {
        match self {
            Self::Missing => Code::Required,
            Self::WrongType(_) => Code::WrongType,
            Self::LoneSurrogate(_) => Code::LoneSurrogate,
            Self::Letters => Code::PhoneLetters,
            Self::TooMuchText { .. } => Code::TooLong,
            Self::TooShort => Code::PhoneTooShort,
            Self::TooLong | Self::LooksLikeLid | Self::LooksLikeGroup => Code::PhoneTooLong,
            Self::CountryMissing(_) => Code::PhoneCountryMissing,
            Self::UnknownCallingCode => Code::PhoneUnknownCountryCode,
            Self::NonGeographic => Code::PhoneNonGeographic,
            Self::AreaCodeMissing => Code::PhoneAreaCodeMissing,
            Self::InvalidForRegion(_) => Code::PhoneInvalidForRegion,
            Self::Renumbered(_) => Code::PhoneRenumbered,
            Self::Extension => Code::PhoneExtension,
            Self::Multiple => Code::PhoneMultiple,
            Self::NumberFormat => Code::PhoneNumberFormat,
            Self::MalformedPlus => Code::PhoneMalformedPlus,
            Self::ControlCharacter => Code::ControlCharacter,
            Self::InvalidCharacters => Code::PhoneInvalidCharacters,
            Self::MalformedUri => Code::PhoneMalformedUri,
            Self::UnsupportedScheme => Code::PhoneUnsupportedScheme,
            Self::LinkWithoutNumber => Code::PhoneLinkWithoutNumber,
            Self::GroupInvite => Code::RecipientGroupInvite,
            Self::Newsletter => Code::RecipientNewsletter,
            Self::Broadcast => Code::RecipientBroadcast,
            Self::Contradiction(..) => Code::FieldsContradict,
        }
    }
}

impl From<RecipientError> for Fault {
    fn from(error: RecipientError) -> Self {
        let fault = Self::new(error.code());
        match error {
            RecipientError::WrongType(found) => {
                fault.with("expected", "string").with("found", found)
            }
            RecipientError::LoneSurrogate(index) => fault.with("index", index),
            RecipientError::TooMuchText { length } => {
                fault.with("max", MAX_LENGTH).with("length", length)
            }
            RecipientError::LooksLikeLid => fault.with("hint", "lid"),
            RecipientError::LooksLikeGroup => fault.with("hint", "group"),
            RecipientError::CountryMissing(candidates) if !candidates.is_empty() => {
                fault.with("candidates", candidates.codes().as_slice())
            }
            RecipientError::InvalidForRegion(calling_code) => {
                fault.with("callingCode", i64::from(calling_code))
            }
            RecipientError::Renumbered(calling_code) => fault
                .with("callingCode", i64::from(calling_code))
                .with("prefixes", renumbering::prefixes(calling_code).as_slice()),
            RecipientError::Contradiction(one, other) => {
                fault.with("one", one).with("other", other)
            }
            _ => fault,
        }
    }
}

impl From<RecipientNotice> for Fault {
    fn from(notice: RecipientNotice) -> Self {
        match notice {
            RecipientNotice::CountryCodeAssumed => Code::PhoneCountryCodeAssumed,
            RecipientNotice::InternationalPrefixAssumed => Code::PhoneInternationalPrefixAssumed,
            RecipientNotice::DigitsNormalized => Code::PhoneDigitsNormalized,
            RecipientNotice::InvisibleRemoved => Code::PhoneInvisibleRemoved,
            RecipientNotice::QuotesRemoved => Code::PhoneQuotesRemoved,
            RecipientNotice::TrunkZeroRemoved => Code::PhoneTrunkZeroRemoved,
            RecipientNotice::LegacyPrefixRemoved => Code::PhoneLegacyPrefixRemoved,
            RecipientNotice::NinthDigitAdded => Code::PhoneNinthDigitAdded,
            RecipientNotice::FromLink => Code::PhoneFromLink,
            RecipientNotice::DeviceRemoved => Code::PhoneDeviceRemoved,
            RecipientNotice::NotMobile => Code::PhoneNotMobile,
            RecipientNotice::IdOutsidePlan => Code::PhoneIdOutsidePlan,
        }
        .into()
    }
}
