//! How a value becomes a recipient, and the rules that the caller sets for it.

use super::{
    Phone, Recipient, RecipientError as Error, RecipientNotice as Notice, Region,
    bare::Candidates,
    cleaning::clean,
    jid::{self, Shape},
    link::Link,
    object, quotes,
    spelling::Spelling,
};
use crate::{
    input::{Value, warn_of_unknown},
    issue::Report,
    search,
};

/// The longest text that is read, in UTF-16 code units; longer ones are no number that somebody wrote.
pub const MAX_LENGTH: usize = 250;

/// The caller's rules for reading recipients.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RecipientRules {
    /// The country of numbers written nationally.
    pub country: Option<Region>,
    /// Which WhatsApp id to use where a number has two.
    pub whatsapp_id: WhatsappIdChoice,
    /// What digits without a plus sign are.
    pub bare_numbers: BareNumbers,
}

/// What digits without a plus sign are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BareNumbers {
    /// A number as it is dialled in [`RecipientRules::country`]. Without one they are international where they can be
    /// nothing else, and refused otherwise.
    #[default]
    Unambiguous,
    /// An international number, as in WhatsApp's own lists, unless they begin with a zero.
    International,
}

impl BareNumbers {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("unambiguous", Self::Unambiguous), ("international", Self::International)];
}

/// Which WhatsApp id to use for numbers of countries that have two spellings of one number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WhatsappIdChoice {
    /// The spelling that was typed, unless it cannot exist.
    #[default]
    Typed,
    /// The one with the extra digit.
    Long,
    /// The one without it.
    Short,
}

impl WhatsappIdChoice {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("typed", Self::Typed), ("long", Self::Long), ("short", Self::Short)];
}

/// Reads a recipient: a phone number in any common spelling, a link that holds one, an id with its domain, or one that was
/// read before. Reports at `to` what was odd about it.
pub(crate) fn read(
    value: &Value<'_>,
    rules: RecipientRules,
    report: &mut Report,
) -> Result<Recipient, Error> {
    let mut notices = Vec::new();
    let recipient = match value {
        Value::Record(_) => object::read(value, rules, &mut notices),
        text => read_text(text, rules, &mut notices),
    };
    for notice in notices {
        report.warn(notice, "to");
    }
    if recipient.is_ok() {
        warn_of_unknown(
            &value.names_beside(object::NAMES),
            value.unread(),
            object::NAMES,
            Some("to"),
            report,
        );
    }
    recipient
}

/// Reads a recipient that is a text.
pub(crate) fn read_text(
    value: &Value<'_>,
    rules: RecipientRules,
    notices: &mut Vec<Notice>,
) -> Result<Recipient, Error> {
    let text = match value {
        Value::Absent => return Err(Error::Missing),
        Value::Text(text) => text.trim(),
        Value::LoneSurrogate(index) => return Err(Error::LoneSurrogate(*index)),
        Value::LongText { units, .. } => return Err(Error::TooMuchText { length: *units }),
        other => return Err(Error::WrongType(other.type_name())),
    };
    // No text has more UTF-16 code units than bytes.
    if text.len() > MAX_LENGTH {
        let length = search::units(text);
        if length > MAX_LENGTH {
            return Err(Error::TooMuchText { length });
        }
    }
    if let Some(spelling) = Spelling::plain(text) {
        return Phone::parse(&spelling, rules, notices).map(Recipient::Person);
    }
    let text = &*clean(text, notices)?;
    let text = quotes::inside(text, notices);
    if let Some(link) = Link::parse(text) {
        return from_link(link?, rules, notices).map(Recipient::Person);
    }
    if let Some(recipient) = jid::parse(text, rules, notices) {
        return recipient;
    }
    // What begins with a zero is dialled.
    if jid::shape(text) == Shape::Group && !text.starts_with('0') {
        return Err(Error::LooksLikeGroup);
    }
    let spelling = Spelling::read(text, notices)?;
    Phone::parse(&spelling, rules, notices).map(Recipient::Person).map_err(|error| match error {
        // No country has such numbers, as far as is known.
        Error::CountryMissing(candidates) if !candidates.is_empty() => {
            Error::CountryMissing(candidates)
        }
        _ if jid::may_be_lid(text) => Error::LooksLikeLid,
        error => error,
    })
}

fn from_link(
    link: Link<'_>,
    rules: RecipientRules,
    notices: &mut Vec<Notice>,
) -> Result<Phone, Error> {
    match link {
        Link::Whatsapp(number) => {
            let number = clean(&number, notices)?;
            // Its country code comes first, and none starts with 0.
            let spelling = match Spelling::read(&number, notices)? {
                Spelling { has_plus: false, digits, .. } if digits.as_bytes().starts_with(b"0") => {
                    return Err(Error::CountryMissing(Candidates::default()));
                }
                spelling => spelling,
            };
            let phone = Phone::international(&spelling, rules, notices)?;
            notices.push(Notice::FromLink);
            Ok(phone)
        }
        Link::Tel { number, context } => {
            let spelling = Spelling::read(&clean(&number, notices)?, notices)?;
            let spelling = match context {
                Some(context) if !spelling.has_plus => spelling.led_by(&context),
                _ => spelling,
            };
            Phone::parse(&spelling, rules, notices)
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Texts of the most common characters, with some that are not.
        #[test]
        fn the_most_common_way_is_read_as_all_others_are(text in r"\+?[-0-9 +]{0,28}[-0-9 .@a]?") {
            let text = text.trim();
            let Some(plain) = Spelling::plain(text) else { return Ok(()) };
            let mut notices = Vec::new();
            prop_assert!(clean(text, &mut notices).is_ok_and(|cleaned| cleaned == text));
            prop_assert_eq!(quotes::inside(text, &mut notices), text);
            prop_assert!(Link::parse(text).is_none());
            prop_assert!(jid::parse(text, RecipientRules::default(), &mut notices).is_none());
            prop_assert!(jid::shape(text) == Shape::Other && !jid::may_be_lid(text));
            prop_assert_eq!(Spelling::read(text, &mut notices), Ok(plain));
            prop_assert!(notices.is_empty());
        }
    }

    #[test]
    fn the_most_common_way_is_recognized() {
        for text in ["+55 11 98765-4321", "+5511987654321", "+1 212-555-0123"] {
            assert!(Spelling::plain(text).is_some(), "{text}");
        }
        for text in ["", "+", "+ -", "5511987654321", "+55 (11) 98765-4321", "+1.5", "+55 11 9+1"] {
            assert!(Spelling::plain(text).is_none(), "{text}");
        }
    }
}
