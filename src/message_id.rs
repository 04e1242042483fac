//! Message ids, which gateways write in two ways.
//!
//! WhatsApp's own id is a short word, such as `3EB0C767D097B7C7C1A5`. Gateways built on whatsapp-web.js wrap it as
//! `{fromMe}_{chatId}_{messageId}`, followed in groups by `_{participant}`. The notes in `gateways/` name the page that
//! documents this. The wrapped form depends on the account that reports the message, so only the bare ids can be
//! compared.

use crate::search;

/// Returns WhatsApp's own id from an id in either form. An id that is not wrapped is returned whole, without
/// surrounding white space.
#[must_use]
pub fn bare_message_id(id: &str) -> &str {
    let id = id.trim();
    unwrapped(id).map(|(_, bare)| bare).filter(|bare| !bare.is_empty()).unwrap_or(id)
}

/// The chat and WhatsApp's own id of a wrapped id.
fn unwrapped(id: &str) -> Option<(&str, &str)> {
    let chat_first = id.strip_prefix("true_").or_else(|| id.strip_prefix("false_"))?;
    // A chat's name may contain an underscore; its domain never does.
    let (_, domain_first) = search::split_at(chat_first, b"@")?;
    let (_, message_first) = search::split_at(domain_first, b"_")?;
    let chat = chat_first.strip_suffix(message_first)?.strip_suffix('_')?;
    Some((chat, search::split(message_first, b"_").next()?))
}

/// The chat that a wrapped id names, such as `5511999999999@c.us`.
pub(crate) fn chat_of(id: &str) -> Option<&str> {
    unwrapped(id).map(|(chat, _)| chat)
}

/// Whether `id` can be WhatsApp's own id: as far as known, letters and digits, perhaps with `-` and `.`.
pub(crate) fn is_bare(id: &str) -> bool {
    is_message_id(id) && search::all(id, |byte| !b"_@:".contains(&byte))
}

/// Whether `id` is the wrapped id of a message that the account itself sent, in the form in which whatsapp-web.js looks
/// up messages.
pub(crate) fn is_own_wrapped(id: &str) -> bool {
    let domains = ["c.us", "g.us", "lid"];
    id.starts_with("true_")
        && unwrapped(id).is_some_and(|(chat, bare)| {
            let domain = search::split_at(chat, b"@").map(|(_, domain)| domain);
            is_bare(bare) && domain.is_some_and(|domain| domains.contains(&domain))
        })
}

/// The longest accepted id, in characters.
pub(crate) const MESSAGE_ID_LENGTH: usize = 256;

/// Whether `id` can be a message id in any form: 1 to 256 letters, digits and `_ @ . : -`.
pub(crate) fn is_message_id(id: &str) -> bool {
    (1..=MESSAGE_ID_LENGTH).contains(&id.len())
        && search::all(id, |byte| byte.is_ascii_alphanumeric() || b"_@.:-".contains(&byte))
}

/// Returns whether two ids, each in either form, are ids of the same message. An empty id matches no message.
///
/// ```
/// use waevent::same_message;
///
/// assert!(same_message("true_5511999999999@c.us_3EB0C767D097B7C7C1A5", "3EB0C767D097B7C7C1A5"));
/// ```
#[must_use]
pub fn same_message(a: &str, b: &str) -> bool {
    let a = bare_message_id(a);
    !a.is_empty() && a == bare_message_id(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bare_id_is_found() {
        for (id, bare) in [
            ("3EB0C767D097B7C7C1A5", "3EB0C767D097B7C7C1A5"),
            ("true_5511999999999@c.us_3EB0AA", "3EB0AA"),
            ("false_120363019502650977@g.us_3EB0AA_5511999999999@c.us", "3EB0AA"),
            ("true_123456789012345@lid_3EB0AA_out", "3EB0AA"),
            ("true_5511999999999_1:12@s.whatsapp.net_3EB0AA", "3EB0AA"),
            ("  3EB0AA\n", "3EB0AA"),
            // Almost wrapped: returned as they are.
            ("true_3EB0AA", "true_3EB0AA"),
            ("true_5511999999999@c.us", "true_5511999999999@c.us"),
            ("true_5511999999999@c.us_", "true_5511999999999@c.us_"),
            ("TRUE_5511999999999@c.us_3EB0AA", "TRUE_5511999999999@c.us_3EB0AA"),
            ("5511999999999@c.us_3EB0AA", "5511999999999@c.us_3EB0AA"),
            ("A_B", "A_B"),
            ("", ""),
        ] {
            assert_eq!(bare_message_id(id), bare, "{id}");
        }
    }

    #[test]
    fn messages_are_the_same_by_their_bare_ids() {
        let (sent, reported) =
            ("true_5511999999999@c.us_3EB0AA", "false_123456789012345@lid_3EB0AA");
        assert!(same_message(sent, reported) && same_message(reported, "3EB0AA"));
        assert!(!same_message("3EB0AA", "3EB0AB") && !same_message("3EB0AA", "3eb0aa"));
        assert!(!same_message("", "") && !same_message(" ", "") && !same_message("true_", ""));
    }
}
