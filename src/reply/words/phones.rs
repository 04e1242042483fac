//! Removes phone numbers in any spelling.

use super::{
    REMOVED,
    character::{is_digit, is_letter},
    count, split_before,
};
use crate::search;

/// The fewest digits of a phone number. Shorter numbers are statuses, limits and years.
pub(super) const PHONE_DIGITS: usize = 8;

/// The fewest digits of a phone number after a plus sign: those of Niue and Saint Helena have seven.
const PLUS_DIGITS: usize = 7;

/// The text without runs of digits that may be a phone number. Everything between two letters counts as one run,
/// whatever is between its digits. Dates are kept.
pub(super) fn without_phones(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (before, run_first) = split_before(rest, is_digit);
        plain.push_str(before);
        if let Some(date) = date_and_time(run_first) {
            let (date, after) = run_first.split_at_checked(date).unwrap_or((run_first, ""));
            plain.push_str(date);
            rest = after;
            continue;
        }
        let length = run_length(run_first);
        let (run, after) = run_first.split_at_checked(length).unwrap_or((run_first, ""));
        let least = if plain.ends_with('+') { PLUS_DIGITS } else { PHONE_DIGITS };
        if count(run, is_digit) < least {
            plain.push_str(run);
        } else {
            push_without_numbers(run, &mut plain);
        }
        rest = after;
    }
    plain
}

/// The length up to the last digit before a letter, or before a date.
fn run_length(text: &str) -> usize {
    let mut end = 0_usize;
    let mut was_digit = false;
    for (at, character) in text.char_indices() {
        let is_digit = is_digit(character);
        let is_end = is_letter(character)
            || !was_digit && date_and_time(text.get(at..).unwrap_or_default()).is_some();
        if is_end {
            break;
        }
        if is_digit {
            end = at.saturating_add(character.len_utf8());
        }
        was_digit = is_digit;
    }
    end
}

/// Writes [`REMOVED`] for each number of a list, including the plus sign or the bracket before it.
fn push_without_numbers(run: &str, plain: &mut String) {
    if plain.ends_with('(') && search::has(run, b')') {
        plain.pop();
    }
    if plain.ends_with('+') {
        plain.pop();
    }
    plain.push(REMOVED);
    let mut characters = run.chars().peekable();
    while let Some(character) = characters.next() {
        if matches!(character, ',' | ';') && characters.peek() == Some(&' ') {
            plain.extend([character, ' ', REMOVED]);
        }
    }
}

/// The length of a date such as `2026-04-28` at the start of `text`, with its time: `T14:00:00.000-03:00`, or with a
/// space in place of the `T`. Also that of a year and a time, with which dates in headers end: `2026 14:00:00`.
fn date_and_time(text: &str) -> Option<usize> {
    if !(text.starts_with("19") || text.starts_with("20")) {
        return None;
    }
    let bytes = text.as_bytes();
    let rest = |at: usize| bytes.get(at..).unwrap_or_default();
    let mut at = shaped(bytes, b"0000-00-00").or_else(|| shaped(bytes, b"0000 00:00:00"))?;
    if let [b'T' | b't' | b' ', time @ ..] = rest(at)
        && let Some(length) = shaped(time, b"00:00:00").or_else(|| shaped(time, b"00:00"))
    {
        at = at.saturating_add(length).saturating_add(1);
        if let [b'.', fraction @ ..] = rest(at) {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            at = at.saturating_add(digits.min(9)).saturating_add(1);
        }
        if let [b'+' | b'-', offset @ ..] = rest(at) {
            at = shaped(offset, b"00:00")
                .map_or(at, |length| at.saturating_add(length).saturating_add(1));
        }
    }
    // If more digits follow, it is something else.
    match rest(at) {
        [b'0'..=b'9', ..] | [b'-' | b':' | b'.' | b'/', b'0'..=b'9', ..] => None,
        _ => Some(at),
    }
}

/// The length of `shape`, if the text begins with it. A `0` stands for any digit.
pub(super) fn shaped(text: &[u8], shape: &[u8]) -> Option<usize> {
    let fits = |(byte, shape): (&u8, &u8)| {
        if *shape == b'0' { byte.is_ascii_digit() } else { byte == shape }
    };
    (text.len() >= shape.len() && text.iter().zip(shape).all(fits)).then_some(shape.len())
}
