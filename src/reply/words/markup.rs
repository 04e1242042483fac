//! Removes markup.

use super::split_before;
use crate::reply::entity::entity;

/// The text without tags, and with entities decoded. The content of scripts and styles is removed too.
pub(super) fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len().min(4096));
    let mut rest = text;
    loop {
        let (before, after) = split_before(rest, |character| matches!(character, '<' | '&' | ']'));
        plain.push_str(before);
        if after.is_empty() {
            break;
        }
        let (character, taken) = match after.as_bytes() {
            [b'<', ..] => tag(after),
            [b']', b']', b'>', ..] => (' ', 3),
            [b']', ..] => (']', 1),
            // An ampersand that begins no entity stands for itself.
            _ => entity(after.as_bytes()).unwrap_or(('&', 1)),
        };
        plain.push(character);
        rest = after.get(taken..).unwrap_or_default();
    }
    plain
}

/// The character that replaces a tag, and the length of the tag, including the content of scripts and styles.
fn tag(text: &str) -> (char, usize) {
    // A tag begins with a letter, a slash, `!` or `?`. "a < b" is not a tag.
    let begins = text
        .as_bytes()
        .get(1)
        .is_some_and(|byte| byte.is_ascii_alphabetic() || b"/!?".contains(byte));
    if !begins {
        return ('<', 1);
    }
    // The closing tag of a script or a style is removed next.
    for (open, close, ends) in
        [("<script", "</script", 0), ("<style", "</style", 0), ("<!--", "-->", 3)]
    {
        if text.get(..open.len()).is_some_and(|start| start.eq_ignore_ascii_case(open)) {
            return (
                ' ',
                find_ignoring_case(text, close).map_or(text.len(), |at| at.saturating_add(ends)),
            );
        }
    }
    if text.starts_with("<![CDATA[") {
        return (' ', "<![CDATA[".len());
    }
    (' ', text.find('>').map_or(text.len(), |end| end.saturating_add(1)))
}

/// The text without characters that would open a tag. These may come from entities, or from tags with invisible
/// characters in them.
pub(super) fn without_openings(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_sum = |next: &char| matches!(next, ' ' | '=' | '0'..='9');
        if character != '<' || characters.peek().is_none_or(is_sum) {
            plain.push(character);
        }
    }
    plain
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    let word = word.as_bytes();
    text.as_bytes().windows(word.len()).position(|window| window.eq_ignore_ascii_case(word))
}
