//! What looks like a word, and what does not.

use super::{
    REMOVED,
    character::{is_digit, is_joint, is_letter, script},
    count,
    phones::{PHONE_DIGITS, shaped},
    split_before,
    vocabulary::{DOMAINS, NUMBERED, UNITS, is_known, is_listed, names_secret},
};
use crate::search;

/// The longest word, in characters. Longer ones are rare in any language, and common among keys.
const LONGEST_WORD: usize = 24;

/// The most digits of a number in a name, such as `RFC3339`.
const NUMBER_DIGITS: usize = 4;

/// The shortest word that may be next to a number without a space, such as `port:80`.
const SHORTEST_BESIDE: usize = 4;

/// What a piece between two joints looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A short word or a name that gateways use.
    Known,
    Word,
    Number,
    Date,
    Removed,
    Odd,
}

pub(super) fn look(piece: &str) -> Look {
    if piece.starts_with(REMOVED) {
        let (_, behind) = split_before(piece, |character| character != REMOVED);
        return if behind.is_empty() || DOMAINS.contains(&behind) {
            Look::Removed
        } else {
            Look::Odd
        };
    }
    if is_date(piece) {
        Look::Date
    } else if is_number(piece) {
        Look::Number
    } else if is_word(piece) && (piece.len() >= SHORTEST_BESIDE || !is_known(piece)) {
        Look::Word
    } else if is_known(piece) || is_numbered(piece) {
        Look::Known
    } else {
        Look::Odd
    }
}

/// Whether all of a text without spaces may be kept. One odd piece is enough to refuse it: what looks like a word next
/// to it may be a part of a key.
pub(super) fn fits(chunk: &str) -> bool {
    let mut found = Found::default();
    pieces(chunk).iter().all(|(start, piece)| found.takes(piece, *start == 0))
}

/// What has been found in a text without spaces so far.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is something that was found or not")]
struct Found {
    has_word: bool,
    has_name: bool,
    has_short_word: bool,
    has_number: bool,
    digits: usize,
    has_date: bool,
    has_removed: bool,
    has_lower: bool,
    has_short_upper: bool,
}

impl Found {
    /// Whether a piece fits those before it. Passwords have punctuation too, so a text may not have a number next to
    /// short words, or a capital in a short word after another word.
    fn takes(&mut self, piece: &str, is_first: bool) -> bool {
        match look(piece) {
            Look::Odd => return false,
            Look::Known => self.has_name = true,
            Look::Date => self.has_date = true,
            Look::Number => {
                self.has_number = true;
                self.digits = self.digits.saturating_add(count(piece, is_digit));
            }
            Look::Removed => self.has_removed = true,
            Look::Word => {
                let is_short = piece.len() < SHORTEST_BESIDE;
                self.has_word = true;
                self.has_short_word |= is_short;
                self.has_lower |= piece.bytes().any(|byte| byte.is_ascii_lowercase());
                let has_upper = piece.bytes().any(|byte| byte.is_ascii_uppercase());
                self.has_short_upper |= has_upper && is_short && !is_first;
            }
        }
        !(self.has_word && self.has_removed
            || self.has_short_word && self.has_number
            || self.has_short_upper && self.has_lower
            // Digits without letters were judged as a whole, as a phone number.
            || self.digits >= PHONE_DIGITS && !self.has_date && (self.has_word || self.has_name))
    }
}

/// The pieces between the joints of a text, each with its place. The text must not begin with a joint.
#[inline(never)]
pub(super) fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = split_before(rest, is_joint);
        pieces.push((text.len().saturating_sub(rest.len()), piece));
        (_, rest) = split_before(after, |character| !is_joint(character));
    }
    pieces
}

/// Whether a piece consists of letters of one script, in a case that words have, and hyphens between them.
fn is_word(piece: &str) -> bool {
    let parts = || search::split(piece, b"-");
    count(piece, |_| true) <= LONGEST_WORD
        && parts().all(|part| !part.is_empty() && split_before(part, |character| !is_letter(character)).1.is_empty() && has_one_script(part) && has_plain_case(part))
        // What a hyphen joins to the name of a secret may be the secret.
        && (parts().nth(1).is_none() || !parts().any(names_secret))
}

fn has_one_script(word: &str) -> bool {
    let mut scripts = word.chars().filter_map(script);
    let first = scripts.next();
    scripts.all(|script| Some(script) == first)
}

/// Whether the case is that of `word`, `Word`, `WORD` or `WORDs`. Letters beyond ASCII may have any case, because they
/// do not occur in secrets.
fn has_plain_case(word: &str) -> bool {
    let is_upper = |letters: &str| !letters.bytes().any(|byte| byte.is_ascii_lowercase());
    let mut letters = word.chars();
    letters.next();
    let has_upper = letters.as_str().bytes().any(|byte| byte.is_ascii_uppercase());
    !has_upper || is_upper(word) || word.strip_suffix('s').is_some_and(is_upper)
}

/// Whether a piece consists of digits, possibly with a sign, points and hyphens: `404`, `-1`, `1.25.3`, `5-10`, `99%`.
/// It may have a unit: `30s`.
fn is_number(piece: &str) -> bool {
    let (number, unit) = split_before(piece, |character| {
        !is_digit(character) && !matches!(character, '.' | '-' | '+' | '%')
    });
    count(number, is_digit) > 0 && (unit.is_empty() || is_listed(UNITS, unit))
}

/// Whether a piece is a name with a number: `RFC3339`, `UTF-8`, `E.164`, `v2`.
fn is_numbered(piece: &str) -> bool {
    let (name, number) = split_before(piece, |character| !character.is_ascii_alphabetic());
    let is_of_number =
        |character: char| character.is_ascii_digit() || matches!(character, '.' | '-');
    (1..=NUMBER_DIGITS).contains(&count(number, is_digit))
        && count(number, is_of_number) == number.len()
        && is_listed(NUMBERED, name)
}

/// Whether a piece is a date, possibly with its hour: what follows a colon is another piece.
fn is_date(piece: &str) -> bool {
    shaped(piece.as_bytes(), b"0000-00-00").is_some_and(|length| match piece.as_bytes().get(length..) {
        None | Some([]) => true,
        Some(rest) => matches!(rest, [b'T' | b't', hour @ ..] if hour.len() == 2 && shaped(hour, b"00").is_some()),
    })
}
