//! The digits of WhatsApp ids: whose they are, and what they are where they can be no person's.

use super::{
    Phone, RecipientError as Error, RecipientNotice as Notice, RecipientRules,
    bare::Candidates,
    jid::{self, Shape},
    numbering::{Dialled, Notation, NumberError},
    phone::MIN_DIGITS,
    whatsapp::{Identity, WrittenBy},
};

/// The most digits of an id that no numbering plan has. Phone numbers with more are fixed lines, and LIDs have as many.
const MAX_UNPLANNED_DIGITS: usize = 14;

impl Phone {
    /// A number from the digits of a WhatsApp id, which always lead with the country code. Some programs put a
    /// plus sign before them.
    ///
    /// Whoever writes an id has it from WhatsApp. One that no numbering plan has is taken as it stands, and reported: accounts
    /// outlive numbers, and plans are newer than the ones in here.
    ///
    /// # Errors
    /// Digits that can be no id: too few or too many, a zero or no calling code in front.
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
