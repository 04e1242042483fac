//! The digits of WhatsApp ids: the number of a person, or why they cannot be one.

use super::{
    Phone, RecipientError as Error, RecipientNotice as Notice, RecipientRules,
    bare::Candidates,
    jid::{self, Shape},
    numbering::{Dialled, Notation, NumberError},
    phone::MIN_DIGITS,
    whatsapp::{Identity, WrittenBy},
};

/// The most digits of an id outside all numbering plans. Phone numbers with more digits are fixed lines, and LIDs can
/// have so many.
const MAX_UNPLANNED_DIGITS: usize = 14;

impl Phone {
    /// Reads a number from the digits of a WhatsApp id, which always begin with the country code. Some programs put a
    /// plus sign before them.
    ///
    /// Ids come from WhatsApp. So an id outside all numbering plans is accepted unchanged, with a warning: accounts
    /// outlive numbers, and some numbering plans are newer than the ones in this crate.
    ///
    /// # Errors
    /// The digits cannot be an id: there are too few or too many, or they begin with a zero or with no calling code.
    pub(super) fn from_id(
        id: &str,
        rules: RecipientRules,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, Error> {
        let digits = id.strip_prefix('+').unwrap_or(id);
        match jid::shape(digits) {
            _ if digits.starts_with('0') => {
                return Err(Error::CountryMissing(Candidates::default()));
            }
            Shape::Group => return Err(Error::LooksLikeGroup),
            Shape::Digits => {}
            Shape::Other => return Err(Error::InvalidCharacters),
        }
        let number = match Dialled::parse(digits.as_bytes(), Notation::Complete) {
            Ok(number) => Some(number),
            Err(NumberError::UnknownCallingCode) => return Err(Error::UnknownCallingCode),
            Err(_) => None,
        };
        if let Some(number) = number {
            let mut of_number = Vec::new();
            let identity = Identity::of(number, WrittenBy::Whatsapp, &mut of_number)?;
            if identity.number.is_valid() {
                notices.append(&mut of_number);
                return Self::new(identity, rules, notices);
            }
        }
        match digits.len() {
            ..MIN_DIGITS => Err(Error::TooShort),
            MIN_DIGITS..=MAX_UNPLANNED_DIGITS => {
                notices.push(Notice::IdOutsidePlan);
                Self::unjudged(digits).ok_or(Error::TooLong)
            }
            _ if jid::may_be_lid(digits) => Err(Error::LooksLikeLid),
            _ => Err(Error::TooLong),
        }
    }
}
