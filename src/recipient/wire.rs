//! Ids as gateways report them.

use super::{Phone, Recipient, RecipientError, RecipientRules, jid::without_device, reading};
use std::borrow::Cow;

use crate::{input::Value, search, text::concat};

/// The most digits of a number without a domain. The id of a group has at least 17.
const MAX_PHONE_DIGITS: usize = 16;

/// Reads an id that a gateway reports: with its domain and possibly a device, or the bare digits of a number or a
/// group. Such an id exists, whatever the numbering plans say.
pub(crate) fn of_wire(text: &str, rules: RecipientRules) -> Result<Recipient, RecipientError> {
    let text = text.trim();
    let (user, domain) = search::split_at(text, b"@").unwrap_or((text, ""));
    let user = without_device(user);
    let is_number = !user.is_empty() && search::all_digits(user);
    let is_old_group = search::all(user, |byte| byte.is_ascii_digit() || byte == b'-');
    let domain = match domain {
        "" if is_number && user.len() > MAX_PHONE_DIGITS => "g.us",
        "" if is_number => "c.us",
        "" if is_old_group => "g.us",
        domain => domain,
    };
    let id: Cow<'_, str> =
        if domain.is_empty() { user.into() } else { concat(&[user, "@", domain]).into() };
    let read = reading::read_text(&Value::Text(id), rules, &mut Vec::new());
    let is_person = matches!(domain, "c.us" | "s.whatsapp.net");
    read.or_else(|error| {
        let phone = if is_person && is_number { Phone::unjudged(user) } else { None };
        phone.map(Recipient::Person).ok_or(error)
    })
}

#[cfg(test)]
mod tests {
    use super::{Recipient, RecipientRules, of_wire};
    use crate::recipient::{RecipientError, RecipientKind};

    #[test]
    fn bare_digits_are_a_persons_up_to_the_shortest_id_of_a_group() {
        for (digits, kind) in [
            ("1234567890123456", RecipientKind::Person),
            ("12345678901234567", RecipientKind::Group),
        ] {
            let read = of_wire(digits, RecipientRules::default());
            assert_eq!(read.map(|recipient| recipient.kind()), Ok(kind), "{digits}");
        }
    }

    #[test]
    fn an_id_exists_whatever_its_digits_begin_with() {
        // No country has the code 999.
        for id in ["99912345678@c.us", "99912345678:3@s.whatsapp.net", "99912345678"] {
            let read = of_wire(id, RecipientRules::default());
            assert_eq!(read.as_ref().map(Recipient::id), Ok("99912345678"), "{id}");
        }
    }

    #[test]
    fn an_id_has_digits() {
        for id in ["@", "@c.us", "@s.whatsapp.net", ":3@c.us", "9991234567x@c.us", "-", "@g.us"] {
            let read = of_wire(id, RecipientRules::default());
            assert_eq!(read, Err(RecipientError::InvalidCharacters), "{id}");
        }
    }
}
