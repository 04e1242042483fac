//! Recipients as objects, as waevent itself returns them, possibly converted to JSON and back.

use super::{
    Phone, Recipient, RecipientError as Error, RecipientNotice as Notice, RecipientRules,
    WhatsappIdChoice, jid, reading,
};
use crate::{input::Value, search, text::concat};

/// The fields of such an object.
pub(super) const NAMES: &[&str] =
    &["kind", "e164", "id", "jid", "chatId", "whatsappIds", "lookupRecommended"];

/// The fields with a WhatsApp id, with or without its domain.
const IDS: [&str; 3] = ["jid", "chatId", "whatsappIds"];

/// The choices that a caller has, the default first.
const CHOICES: [WhatsappIdChoice; 3] =
    [WhatsappIdChoice::Typed, WhatsappIdChoice::Long, WhatsappIdChoice::Short];

/// Reads an object as a recipient. What follows from the number and the chosen id is not read, such as the other id.
pub(super) fn read(
    object: &Value<'_>,
    rules: RecipientRules,
    notices: &mut Vec<Notice>,
) -> Result<Recipient, Error> {
    let (e164, id) = (object.field("e164"), object.field("id"));
    let chosen = read_chosen(object)?;
    let (recipient, name) = if id.is_given() {
        let number = e164.is_given().then_some("e164");
        if let Some(name) = number.or(chosen.map(|(_, name)| name)) {
            return Err(Error::Contradiction("id", name));
        }
        (reading::read_text(id, rules, notices)?, "id")
    } else if e164.is_given() {
        (Recipient::Person(read_phone(e164, chosen, rules, notices)?), "e164")
    } else if let Some((digits, name)) = chosen {
        (read_id(digits, rules, notices)?, name)
    } else {
        return Err(Error::WrongType(object.type_name()));
    };
    match object.field("kind") {
        Value::Text(kind) if kind != recipient.kind().as_str() => {
            Err(Error::Contradiction("kind", name))
        }
        _ => Ok(recipient),
    }
}

/// The digits of the chosen WhatsApp id, or the whole id of a group or a LID, and a field that contains it. All fields
/// must agree.
fn read_chosen<'v>(object: &'v Value<'_>) -> Result<Option<(&'v str, &'static str)>, Error> {
    let mut chosen: Option<(&str, &'static str)> = None;
    for name in IDS {
        let value = match object.field(name) {
            Value::List(ids) => ids.first().unwrap_or(&Value::Absent),
            value => value,
        };
        let digits = match value {
            blank if !blank.is_given() => continue,
            Value::Text(id) => jid::user(id.trim()),
            other => return Err(Error::WrongType(other.type_name())),
        };
        match chosen {
            Some((before, other)) if before != digits => {
                return Err(Error::Contradiction(other, name));
            }
            Some(_) => {}
            None => chosen = Some((digits, name)),
        }
    }
    Ok(chosen)
}

/// Reads the number. The id that was chosen for it comes first, unless the rules choose another one now.
fn read_phone(
    e164: &Value<'_>,
    chosen: Option<(&str, &'static str)>,
    rules: RecipientRules,
    notices: &mut Vec<Notice>,
) -> Result<Phone, Error> {
    let read = |whatsapp_id, notices: &mut Vec<Notice>| match reading::read_text(
        e164,
        RecipientRules { whatsapp_id, ..rules },
        notices,
    )? {
        Recipient::Person(phone) => Ok(phone),
        _ => Err(Error::Contradiction("kind", "e164")),
    };
    let Some((digits, name)) = chosen else { return read(rules.whatsapp_id, notices) };
    let leads = |choice: &WhatsappIdChoice| {
        read(*choice, &mut Vec::new()).is_ok_and(|phone| phone.whatsapp_id() == digits)
    };
    if let Some(choice) = CHOICES.iter().find(|choice| leads(choice)) {
        let is_free = rules.whatsapp_id == WhatsappIdChoice::Typed;
        return read(if is_free { *choice } else { rules.whatsapp_id }, notices);
    }
    // An id exists, whatever the numbering plans say about its digits.
    match (read_id(digits, rules, notices)?, e164) {
        (Recipient::Person(phone), Value::Text(e164)) if phone.e164() == e164.trim() => Ok(phone),
        _ => Err(Error::Contradiction("e164", name)),
    }
}

/// Reads a chosen id as a recipient. Without a domain, it is that of a person.
fn read_id(id: &str, rules: RecipientRules, notices: &mut Vec<Notice>) -> Result<Recipient, Error> {
    let domain = if search::split_at(id, b"@").is_some() { "" } else { "@c.us" };
    reading::read_text(&Value::Text(concat(&[id, domain]).into()), rules, notices)
}
