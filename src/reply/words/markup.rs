//! Markup, left out.

use super::split_before;
use crate::reply::entity::entity;

/// Without tags, and with entities read. What is between the tags of scripts and styles goes too.
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
            // An ampersand is itself where it begins no entity.
            _ => entity(after.as_bytes()).unwrap_or(('&', 1)),
        };
        plain.push(character);
        rest = after.get(taken..).unwrap_or_default();
    }
    plain
}

/// What a tag becomes, and how long it is, with the text of scripts and styles.
fn tag(text: &str) -> (char, usize) {
    // A tag begins with a letter, a slash or a mark of XML; "a < b" is none.
    let begins = text
        .as_bytes()
        .get(1)
        .is_some_and(|byte| byte.is_ascii_alphabetic() || b"/!?".contains(byte));
    if !begins {
        return ('<', 1);
    }
    // What ends a script or a style is a tag itself, and goes next.
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

/// Without characters that would open a tag: entities, and invisible characters between, may have spelt one.
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
