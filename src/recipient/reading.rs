//! How a value becomes a recipient, and the rules that the caller sets for it.

use super::{Phone, Recipient, RecipientError, RecipientNotice, jid};
use crate::input::Value;

/// The caller's rules for reading recipients.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecipientRules {
    /// The ISO 3166 alpha-2 country of numbers written nationally, in capitals.
    pub country: Option<String>,
    /// Which WhatsApp id to use where a number has two.
    pub whatsapp_id: WhatsappIdChoice,
}

/// Which WhatsApp id to use for numbers of countries that have two spellings of one number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WhatsappIdChoice {
    /// The spelling that was typed.
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

/// Reads a recipient.
///
/// National numbers and countries with two spellings need numbering tables, which are not embedded
/// yet.
pub(crate) fn read(
    value: &Value<'_>,
    rules: &RecipientRules,
    notices: &mut Vec<RecipientNotice>,
) -> Result<Recipient, RecipientError> {
    let text = match value {
        Value::Absent => return Err(RecipientError::Missing),
        Value::Text(text) => text.trim(),
        Value::LoneSurrogate(index) => return Err(RecipientError::LoneSurrogate(*index)),
        other => return Err(RecipientError::WrongType(other.type_name())),
    };
    if text.is_empty() {
        return Err(RecipientError::Missing);
    }
    // Before anything else: a line break would end a header.
    if text.chars().any(char::is_control) {
        return Err(RecipientError::ControlCharacter);
    }
    match jid::parse(text) {
        Some(recipient) => recipient,
        None => Phone::parse(text, rules.country.is_some(), notices).map(Recipient::Person),
    }
}
