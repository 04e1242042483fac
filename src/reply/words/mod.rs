//! A gateway's words, made fit to be shown and logged.
//!
//! They may hold markup, characters that hide or turn text, and what the request held: the recipient's number and
//! the token. What the caller names as a secret is taken out exactly. Nobody says what is secret in the rest, so only
//! what looks like words stays.
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

/// What stands for what was taken out, until the end: no word has this character.
pub(super) const REMOVED: char = '\u{fffc}';

/// What is shown in its place.
const SHOWN: &str = "[removed]";

/// `text` without markup, hiding characters, secrets and phone numbers, cut at `length` UTF-16 code units.
pub(super) fn clean(text: &str, secrets: &Secrets, length: usize) -> String {
    let known = secrets.without(text);
    let known = whole_words(&known, LOOKED_AT);
    // Markup may be part of a secret, or stand within one.
    let spaced = without_openings(&spaced(&without_markup(known)));
    let plain = plain_words(&without_phones(&secrets.without(&spaced)));
    cut(&search::replace(&plain, REMOVED.encode_utf8(&mut [0; 4]), SHOWN), length)
}

/// Which characters are meant. One function for all kinds weighs less than one for each.
type Kind = fn(char) -> bool;

/// The text up to the first character of a kind, and the rest with it.
#[inline(never)]
fn split_before(text: &str, is_kind: Kind) -> (&str, &str) {
    let mut characters = text.char_indices();
    let place = characters.find(|(_, character)| is_kind(*character)).map(|(at, _)| at);
    place.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// The text without the characters of a kind at its end, and these.
#[inline(never)]
fn split_end(text: &str, is_kind: Kind) -> (&str, &str) {
    let mut characters = text.char_indices().rev();
    let last = characters.find(|(_, character)| !is_kind(*character));
    let end = last.map_or(0, |(at, character)| at.saturating_add(character.len_utf8()));
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// How many characters of a kind a text has.
#[inline(never)]
fn count(text: &str, is_kind: Kind) -> usize {
    let mut count = 0_usize;
    for character in text.chars() {
        count = count.saturating_add(usize::from(is_kind(character)));
    }
    count
}

/// At most `length` UTF-16 code units, with an ellipsis where something was cut.
fn cut(text: &str, length: usize) -> String {
    let mut units = 0_usize;
    let mut end = 0_usize;
    for (at, character) in text.char_indices() {
        units = units.saturating_add(character.len_utf16());
        if units > length {
            return concat(&[text.get(..end).unwrap_or_default().trim_end(), "…"]);
        }
        // Room for the ellipsis.
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
    fn a_message_is_as_long_as_it_may_be_with_its_ellipsis() {
        for (text, shown) in [("abcde", "abcde"), ("abcdef", "abcd…"), ("abc def", "abc…")] {
            assert_eq!(cut(text, 5), shown);
        }
    }
}
