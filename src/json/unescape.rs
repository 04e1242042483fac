//! Decodes the contents of JSON strings.

use std::borrow::Cow;

use crate::search;

/// The text that the contents of a string spell. Each lone surrogate becomes U+FFFD.
pub(crate) fn unescape(written: &str) -> Cow<'_, str> {
    if !search::has(written, b'\\') {
        return Cow::Borrowed(written);
    }
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, escaped)) = search::split_at(rest, b"\\") {
        text.push_str(plain);
        let mut characters = escaped.chars();
        text.extend(characters.next().map(|character| match character {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => code_point(&mut characters),
            itself => itself,
        }));
        rest = characters.as_str();
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The place of the first lone surrogate, in UTF-16 code units.
pub(crate) fn first_lone_surrogate(written: &str) -> Option<usize> {
    let mut units: usize = 0;
    let mut characters = written.chars();
    while let Some(mut character) = characters.next() {
        if character == '\\' && characters.next() == Some('u') {
            let unit = code_unit(&mut characters.clone());
            character = code_point(&mut characters);
            if character == char::REPLACEMENT_CHARACTER && (0xd800..0xe000).contains(&unit) {
                return Some(units);
            }
        }
        units = units.saturating_add(character.len_utf16());
    }
    None
}

/// The character after `\u`: four digits, or both halves of a surrogate pair.
fn code_point(characters: &mut core::str::Chars<'_>) -> char {
    let high = code_unit(characters);
    let mut ahead = characters.clone();
    if (0xd800..0xdc00).contains(&high) && ahead.next() == Some('\\') && ahead.next() == Some('u') {
        let low = code_unit(&mut ahead);
        if (0xdc00..0xe000).contains(&low) {
            *characters = ahead;
            let offset = (high & 0x3ff) << 10 | (low & 0x3ff);
            return char::from_u32(offset.saturating_add(0x10000))
                .unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Reads four hexadecimal digits.
fn code_unit(characters: &mut core::str::Chars<'_>) -> u32 {
    let digits = characters.by_ref().take(4).filter_map(|character| character.to_digit(16));
    digits.fold(0, |unit, digit| unit << 4 | digit)
}
