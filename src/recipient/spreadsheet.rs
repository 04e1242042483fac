//! Phone numbers that a spreadsheet or a program has taken for amounts.

use std::borrow::Cow;

use super::digit::digit_value;
use crate::search;

/// The fewest digits before a fraction that may have been a phone number.
const MIN_DIGITS: usize = 7;

/// How many digits a fraction may have, unless it is zero: a dot before more digits separates parts of a phone number.
const FRACTION_DIGITS: core::ops::RangeInclusive<usize> = 1..=3;

/// Whether a text is a number as spreadsheets and programs print it, so its digits may no longer be those of the phone
/// number: `5.511987654321e12`, `5511987654321.0`, `5.511.987.654.321,00` and `5,511,987,654,321`.
pub(super) fn is_number(text: &str) -> bool {
    // Full-width characters begin with 0xef.
    if search::all(text, |byte| !matches!(byte, b'.' | b',' | b'e' | b'E' | 0xef)) {
        return false;
    }
    let text: Cow<'_, str> = if text.is_ascii() {
        text.into()
    } else {
        search::changed(text, &|character| Some(plain(character))).into()
    };
    let text = text.strip_prefix('+').unwrap_or(&text);
    if let Some((mantissa, exponent)) = search::split_at(text, b"eE") {
        let mantissa = mantissa.trim_end();
        let (whole, fraction) = search::split_at(mantissa, b".,").unwrap_or((mantissa, "0"));
        let exponent = exponent.trim_start();
        let exponent =
            search::behind_first(exponent, |sign| matches!(sign, '+' | '-')).unwrap_or(exponent);
        return is_digits(whole) && is_digits(fraction) && is_digits(exponent);
    }
    if text.len() > MIN_DIGITS && is_grouped(text, b",") {
        return true;
    }
    let Some((whole, fraction)) = search::split_at_last(text, b".,") else { return false };
    let has_comma = text.as_bytes().get(whole.len()) == Some(&b',');
    if !is_digits(fraction) {
        return false;
    }
    let groups_by = if has_comma { b"." } else { b"," };
    if whole.len() >= MIN_DIGITS && is_digits(whole) {
        // A comma before other digits is a pause in dialling.
        return search::all(fraction, |digit| digit == b'0')
            || (!has_comma && FRACTION_DIGITS.contains(&fraction.len()));
    }
    whole.len() > MIN_DIGITS
        && is_grouped(whole, groups_by)
        && FRACTION_DIGITS.contains(&fraction.len())
}

/// The ASCII character for a full-width character or a digit of any script.
fn plain(character: char) -> char {
    match character {
        '\u{ff0e}' => '.',
        '\u{ff0c}' => ',',
        '\u{ff0b}' => '+',
        '\u{ff0d}' | '\u{2212}' => '-',
        '\u{ff25}' | '\u{ff45}' => 'e',
        character => digit_value(character).map_or(character, char::from),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && search::all_digits(text)
}

/// Whether a text, which is longer than one group, consists of digits in groups of three with `mark` between them.
fn is_grouped(text: &str, mark: &[u8]) -> bool {
    let mut groups = search::split(text, mark);
    groups.next().is_some_and(|first| first.len() <= 3 && is_digits(first))
        && groups.all(|group| group.len() == 3 && is_digits(group))
}
