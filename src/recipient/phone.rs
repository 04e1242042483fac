//! Phone numbers: reads digits as the number of a person.

use super::{
    BareNumbers, RecipientError, RecipientNotice as Notice, RecipientRules,
    bare::Readings,
    habit::lacks_area_code,
    leading::{Leading, behind_prefix},
    numbering::{Dialled, Digits, Notation, NumberError},
    spelling::Spelling,
    whatsapp::{Identity, WhatsappIds, WrittenBy},
};
use crate::short::Short;

/// The fewest digits that are accepted if no country is known. E.164 names no minimum. The shortest numbers in use have
/// 7 with their country code.
pub(super) const MIN_DIGITS: usize = 7;

/// The most digits that [E.164](https://www.itu.int/rec/T-REC-E.164) allows.
pub(super) const MAX_DIGITS: usize = 15;

/// The most digits of an id that is not validated. Samples in the documentation of gateways have more digits than any
/// number.
const MAX_UNJUDGED_DIGITS: usize = 20;

/// A phone number, and the ids under which WhatsApp may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Including the plus sign.
    e164: Digits,
    whatsapp_id: Digits,
    other_whatsapp_id: Option<Digits>,
    lookup_recommended: bool,
    namesake: Option<Digits>,
}

impl Phone {
    /// The number in the form of [E.164](https://www.itu.int/rec/T-REC-E.164): `+5511999999999`.
    #[must_use]
    pub fn e164(&self) -> &str {
        self.e164.as_str()
    }

    /// The digits to use on WhatsApp: the first of [`whatsapp_ids`](Self::whatsapp_ids).
    #[must_use]
    pub fn whatsapp_id(&self) -> &str {
        self.whatsapp_id.as_str()
    }

    /// The digits under which WhatsApp may know the number: one or two ids, in the order in which to try them. They can
    /// differ from E.164 in Brazil, Mexico, Argentina, Ivory Coast and Benin.
    pub fn whatsapp_ids(&self) -> impl Iterator<Item = &str> {
        [Some(self.whatsapp_id()), self.other_whatsapp_id()].into_iter().flatten()
    }

    /// The second of the [`whatsapp_ids`](Self::whatsapp_ids), if there are two.
    pub(super) fn other_whatsapp_id(&self) -> Option<&str> {
        self.other_whatsapp_id.as_ref().map(Short::as_str)
    }

    /// The number in the form of E.164, without the plus sign.
    pub(super) fn digits(&self) -> &str {
        self.e164().get(1..).unwrap_or_default()
    }

    /// Whether the ids should be looked up on WhatsApp, because no offline rule can decide which of them exists.
    #[must_use]
    pub const fn lookup_recommended(&self) -> bool {
        self.lookup_recommended
    }

    /// The digits of another number that has the digits of this one as its short spelling: the number of a Brazilian
    /// trunked radio is also a mobile number without its ninth digit.
    pub(super) fn namesake(&self) -> Option<&str> {
        self.namesake.as_ref().map(Short::as_str)
    }

    /// A number from digits that are not validated: those of an id that exists, whatever the numbering plans say.
    /// `None` if there are too many for any id.
    pub(super) fn unjudged(digits: &str) -> Option<Self> {
        let whatsapp_id = Digits::of(&[digits]).filter(|_| digits.len() <= MAX_UNJUDGED_DIGITS)?;
        Some(Self {
            e164: behind_plus(&whatsapp_id)?,
            whatsapp_id,
            other_whatsapp_id: None,
            lookup_recommended: false,
            namesake: None,
        })
    }

    /// Reads a number that is known to begin with its country code, with or without a plus sign.
    pub(super) fn international(
        spelling: &Spelling,
        rules: RecipientRules,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, RecipientError> {
        let without_zero = spelling.without_bracketed_zero();
        let readings = spelling.readings(without_zero.as_ref());
        Self::first_of(readings, Notation::International, rules, notices)
    }

    /// Reads a number as people write it.
    ///
    /// Without a plus sign, it is read as dialled in the country of the rules. If they name none, digits count as
    /// international if they can be nothing else. No country is guessed.
    pub(super) fn parse(
        spelling: &Spelling,
        rules: RecipientRules,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, RecipientError> {
        let known = notices.len();
        let phone = Self::read(spelling, rules, notices)?;
        // `98765-432` lacks its last digit, not the 9 before the eight of former times: those were written `8765-4321`.
        if spelling.last_group == 3 && notices.contains(&Notice::NinthDigitAdded) {
            notices.truncate(known);
            return Err(RecipientError::TooShort);
        }
        Ok(phone)
    }

    fn read(
        spelling: &Spelling,
        rules: RecipientRules,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, RecipientError> {
        if spelling.has_plus {
            return Self::international(spelling, rules, notices);
        }
        if rules.bare_numbers == BareNumbers::International
            && !spelling.digits.as_bytes().starts_with(b"0")
        {
            return Self::assumed(spelling, rules, notices);
        }
        let without_zero = spelling.without_bracketed_zero();
        let readings = spelling.readings(without_zero.as_ref());
        let abroad = |notices: &mut Vec<Notice>| {
            let [whole, other] = readings;
            let behind = [behind_prefix(whole), behind_prefix(other)];
            let phone = Self::first_of(behind, Notation::International, rules, notices);
            phone.inspect(|_| notices.push(Notice::InternationalPrefixAssumed)).ok()
        };
        if let Some(region) = rules.country {
            match Leading::of(spelling.digits.as_bytes(), region) {
                Leading::None => {}
                Leading::Own => return Self::assumed(spelling, rules, notices),
                Leading::Unclear(candidates) => {
                    return Err(RecipientError::CountryMissing(candidates));
                }
            }
            let notation = Notation::DialledIn(region);
            return Self::first_of(readings, notation, rules, notices)
                .or_else(|error| abroad(notices).ok_or(error));
        }
        if spelling.digits.len() < MIN_DIGITS {
            return Err(RecipientError::TooShort);
        }
        if let Some(phone) = abroad(notices) {
            return Ok(phone);
        }
        if spelling.digits.len() > MAX_DIGITS {
            return Err(RecipientError::TooLong);
        }
        let readings = Readings::of(spelling);
        // A number that begins with an area code in brackets is national.
        if spelling.starts_bracketed {
            return Err(readings.refusal());
        }
        readings.judge()?;
        Self::assumed(spelling, rules, notices)
    }

    /// Reads a number whose country code has no plus sign before it.
    fn assumed(
        spelling: &Spelling,
        rules: RecipientRules,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, RecipientError> {
        let phone = Self::international(spelling, rules, notices)?;
        notices.push(Notice::CountryCodeAssumed);
        Ok(phone)
    }

    /// The first reading that is a number. If none is, the error of the first reading.
    fn first_of(
        readings: [Option<&[u8]>; 2],
        notation: Notation,
        rules: RecipientRules,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, RecipientError> {
        let mut error = None;
        for digits in readings {
            let Some(digits) = digits else { continue };
            let mut of_this = Vec::new();
            let phone =
                Dialled::parse(digits, notation).map_err(RecipientError::from).and_then(|number| {
                    if number.had_national_prefix || error.is_some() {
                        of_this.push(Notice::TrunkZeroRemoved);
                    }
                    let identity = Identity::of(number, WrittenBy::Person, &mut of_this)?;
                    Self::new(identity, rules, &mut of_this)
                });
            match phone {
                Ok(phone) => {
                    notices.append(&mut of_this);
                    return Ok(phone);
                }
                Err(found) => error = error.or(Some(found)),
            }
        }
        Err(error.unwrap_or(RecipientError::TooShort))
    }

    pub(super) fn new(
        identity: Identity,
        rules: RecipientRules,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, RecipientError> {
        let number = &identity.number;
        if number.digits().len() > MAX_DIGITS {
            return Err(RecipientError::TooLong);
        }
        if !number.is_valid() {
            if lacks_area_code(number) {
                return Err(RecipientError::AreaCodeMissing);
            }
            return Err(number.fault().into());
        }
        if !number.is_mobile() {
            notices.push(Notice::NotMobile);
        }
        let e164 = behind_plus(number.digits()).ok_or(RecipientError::TooLong)?;
        let namesake = identity.namesake;
        let WhatsappIds { first, second, lookup_recommended } = identity.ids(rules.whatsapp_id);
        Ok(Self {
            e164,
            whatsapp_id: first,
            other_whatsapp_id: second,
            lookup_recommended,
            namesake,
        })
    }
}

/// Digits with a plus sign before them. `None` if there are too many.
fn behind_plus(digits: &Digits) -> Option<Digits> {
    let mut e164 = Digits::EMPTY;
    (e164.push(b'+') && e164.push_all(digits.as_bytes())).then_some(e164)
}

impl From<NumberError> for RecipientError {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::TooShort => Self::TooShort,
            NumberError::TooLong => Self::TooLong,
            NumberError::UnknownCallingCode => Self::UnknownCallingCode,
            NumberError::NonGeographic => Self::NonGeographic,
            NumberError::AreaCodeMissing => Self::AreaCodeMissing,
            NumberError::Invalid(calling_code) => Self::InvalidForRegion(calling_code),
        }
    }
}
