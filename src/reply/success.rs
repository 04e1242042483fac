//! Whether a reply is a success reply, as the gateway's documentation shows it.

use super::{
    answers::{Answers, Expected, Success},
    body::{Body, Fields},
    marks::{is_silent, may_report_fault},
    walk::{MOST_VALUES, Path, walk, word},
};
use crate::json::Json;
use crate::search;

/// The longest message id that is accepted, in bytes. The longest known id, of a message in a group, has 110.
const MESSAGE_ID_LENGTH: usize = 256;

/// How a reply compares with the success replies in its gateway's documentation.
pub(super) enum Fit {
    /// It is as documented. Contains the message's id, as the gateway wrote it.
    Good(String),
    /// It is not, and contains something that may report a fault.
    Faulty,
    /// It is not, and reports no fault.
    Other,
}

impl Fit {
    pub(super) fn of(status: u16, body: &Body<'_>, answers: &Answers) -> Self {
        let Body::Object(json, fields) = body else { return Self::Other };
        // Without a documented success reply, nothing says what is odd.
        let mut is_faulty = !answers.successes.is_empty();
        for success in &answers.successes {
            let Finding { is_odd, is_silent } = Finding::of(*json, success);
            let id = message_id(fields, success).filter(|_| success.statuses.contains(&status));
            let has = |field: &Expected| {
                !field.is_required || fields.at(&field.path).is_some_and(has_value)
            };
            match id {
                Some(id) if !is_odd && !is_silent && success.fields.iter().all(has) => {
                    return Self::Good(id);
                }
                // What is content in one success reply may be a verdict in another.
                _ => is_faulty &= is_odd,
            }
        }
        if is_faulty { Self::Faulty } else { Self::Other }
    }
}

/// How a reply differs from a documented one.
#[derive(Default)]
struct Finding {
    /// Whether a field is not as documented, or is not documented and may report a fault.
    is_odd: bool,
    /// Whether a verdict has no value.
    is_silent: bool,
}

impl Finding {
    fn of(json: Json<'_>, success: &Success) -> Self {
        let mut found = Self::default();
        let mut values = 0_usize;
        walk(json, &mut |path, value| {
            values = values.saturating_add(1);
            found.is_odd |= values > MOST_VALUES;
            let is_content = || success.content.each().any(|content| is_at(path, content));
            if found.is_odd || is_content() {
                return false;
            }
            let name = path.last().map_or("", AsRef::as_ref);
            found.is_silent |= is_silent(name, value);
            found.is_odd = match success.fields.iter().find(|field| is_at(path, &field.path)) {
                Some(field) => has_value(value) && !is_allowed(field, value),
                None => may_report_fault(name, value),
            };
            true
        });
        found
    }
}

fn is_at(path: Path<'_, '_>, names: &str) -> bool {
    path.iter().eq(search::split(names, b"."))
}

/// Whether a field has a value.
fn has_value(value: Json<'_>) -> bool {
    !value.is_empty()
}

fn is_allowed(field: &Expected, value: Json<'_>) -> bool {
    let is =
        |word: &str| field.values.each().any(|allowed| word.trim().eq_ignore_ascii_case(allowed));
    field.values.is_empty() || word(value).is_some_and(|word| is(&word))
}

/// The id of the sent message.
fn message_id(fields: &Fields<'_>, success: &Success) -> Option<String> {
    let ids = success.message_ids.iter().filter_map(|path| fields.at(path)?.text());
    // A message of somebody else is not the one that was sent.
    let is_own = |id: &str| is_long_id(id) && id.starts_with("true_");
    let is_id = |id: &str| is_message_id(id) && (!success.has_long_id || is_own(id));
    ids.map(|id| id.trim().to_owned()).find(|id| is_id(id))
}

fn is_message_id(id: &str) -> bool {
    (1..=MESSAGE_ID_LENGTH).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether a text is an id in WhatsApp's long form: who sent it, the chat, and the bare id, as in
/// `true_5511999999999@c.us_3EB0C767D82A`.
pub(super) fn is_long_id(text: &str) -> bool {
    let chat = text.strip_prefix("true_").or_else(|| text.strip_prefix("false_"));
    let parts = chat
        .and_then(|chat| search::split_at(chat, b"@"))
        .and_then(|(user, rest)| Some((user, search::split_at(rest, b"_")?)));
    parts.is_some_and(|(user, (server, id))| ![user, server, id].contains(&""))
}

#[cfg(test)]
mod tests {
    use super::is_message_id;

    #[test]
    fn an_id_is_up_to_256_visible_characters_of_ascii() {
        assert!(is_message_id(&"a".repeat(256)));
        assert!(!is_message_id(&"a".repeat(257)));
        for (id, is_id) in
            [("!", true), ("~", true), ("", false), (" ", false), ("\u{7f}", false), ("é", false)]
        {
            assert_eq!(is_message_id(id), is_id, "{id:?}");
        }
    }
}
