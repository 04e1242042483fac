//! Reads values as recipients, by rules that the caller sets.

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

/// The longest text that is read, in UTF-16 code units. Nobody writes a number that is longer.
pub const MAX_LENGTH: usize = 250;

/// The caller's rules for reading recipients.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RecipientRules {
    /// The country of numbers in national format.
    pub country: Option<Region>,
    /// Which WhatsApp id to use if a number has two.
    pub whatsapp_id: WhatsappIdChoice,
    /// How to read digits without a plus sign.
    pub bare_numbers: BareNumbers,
}

/// How to read digits without a plus sign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BareNumbers {
    /// As a number that is dialled in [`RecipientRules::country`]. Without a country, digits are international if they
    /// can be nothing else, and refused otherwise.
    #[default]
    Unambiguous,
    /// As an international number, as in WhatsApp's own lists, unless they begin with a zero.
    International,
}

impl BareNumbers {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("unambiguous", Self::Unambiguous), ("international", Self::International)];
}

/// Which WhatsApp id to use in countries whose numbers have two spellings.
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

/// Reads a recipient: a phone number in any common spelling, a link that contains one, an id with its domain, or a
/// recipient that was read before. Warns at `to` of what was assumed.
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
    // Digits that begin with a zero are a dialled number.
    if jid::shape(text) == Shape::Group && !text.starts_with('0') {
        return Err(Error::LooksLikeGroup);
    }
    let spelling = Spelling::read(text, notices)?;
    Phone::parse(&spelling, rules, notices).map(Recipient::Person).map_err(|error| match error {
        // Digits that may be a number of some country are not taken for a LID.
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
        /// Texts of the most common characters, and of some others.
        #[test]
        fn the_most_common_form_is_read_as_all_others_are(text in r"\+?[-0-9 +]{0,28}[-0-9 .@a]?") {
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
    fn the_most_common_form_is_recognized() {
        for text in ["+55 11 98765-4321", "+5511987654321", "+1 212-555-0123"] {
            assert!(Spelling::plain(text).is_some(), "{text}");
        }
        for text in ["", "+", "+ -", "5511987654321", "+55 (11) 98765-4321", "+1.5", "+55 11 9+1"] {
            assert!(Spelling::plain(text).is_none(), "{text}");
        }
    }
}
