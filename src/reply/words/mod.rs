//! Cleans a gateway's message, so that it can be shown and logged.
//!
//! A message may contain markup, characters that hide or reverse text, and what the request contained: the recipient's
//! number and the token. What the caller passes as a secret is removed exactly. It is unknown what is secret in the
//! rest, so only what looks like words is kept.
//!
//! ```text
//! text ──▶ without given secrets ──▶ without markup ──▶ spaced ──▶ without phone numbers ──▶ plain words ──▶ cut
//! ```

mod character;
mod markup;
mod phones;
mod plain;
mod sentence;
mod spacing;
mod vocabulary;

use self::{
    markup::{without_markup, without_openings},
    phones::without_phones,
    sentence::plain_words,
    spacing::spaced,
};
use super::{LOOKED_AT, Secrets, cut::whole_words};
use crate::{search, text::concat};

/// The longest message, in UTF-16 code units.
pub(super) const MESSAGE_LENGTH: usize = 500;

/// Stands for what was removed, until the end. No word contains this character.
pub(super) const REMOVED: char = '\u{fffc}';

/// What is shown in its place.
const SHOWN: &str = "[removed]";

/// `text` without markup, hiding characters, secrets and phone numbers, cut at `length` UTF-16 code units.
pub(super) fn clean(text: &str, secrets: &Secrets, length: usize) -> String {
    let known = secrets.without(text);
    let known = whole_words(&known, LOOKED_AT);
    // Markup may be part of a secret, or be inside one, so secrets are removed again without it.
    let spaced = without_openings(&spaced(&without_markup(known)));
    let plain = plain_words(&without_phones(&secrets.without(&spaced)));
    cut(&search::replace(&plain, REMOVED.encode_utf8(&mut [0; 4]), SHOWN), length)
}

/// A kind of characters, as a function pointer: one function for all kinds is smaller than one for each.
type Kind = fn(char) -> bool;

/// Splits a text before the first character of a kind.
#[inline(never)]
fn split_before(text: &str, is_kind: Kind) -> (&str, &str) {
    let mut characters = text.char_indices();
    let place = characters.find(|(_, character)| is_kind(*character)).map(|(at, _)| at);
    place.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// Splits a text before the characters of a kind at its end.
#[inline(never)]
fn split_end(text: &str, is_kind: Kind) -> (&str, &str) {
    let mut characters = text.char_indices().rev();
    let last = characters.find(|(_, character)| !is_kind(*character));
    let end = last.map_or(0, |(at, character)| at.saturating_add(character.len_utf8()));
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// How many characters of a kind a text contains.
#[inline(never)]
fn count(text: &str, is_kind: Kind) -> usize {
    let mut count = 0_usize;
    for character in text.chars() {
        count = count.saturating_add(usize::from(is_kind(character)));
    }
    count
}

/// At most `length` UTF-16 code units of a text, with an ellipsis if something was cut.
fn cut(text: &str, length: usize) -> String {
    let mut units = 0_usize;
    let mut end = 0_usize;
    for (at, character) in text.char_indices() {
        units = units.saturating_add(character.len_utf16());
        if units > length {
            return concat(&[text.get(..end).unwrap_or_default().trim_end(), "…"]);
        }
        // Leaves room for the ellipsis.
        if units < length {
            end = at.saturating_add(character.len_utf8());
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_message_with_its_ellipsis_is_as_long_as_allowed() {
        for (text, shown) in [("abcde", "abcde"), ("abcdef", "abcd…"), ("abc def", "abc…")] {
            assert_eq!(cut(text, 5), shown);
        }
    }
}
