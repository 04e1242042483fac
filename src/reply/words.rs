//! A gateway's words, made fit to be shown and logged.
//!
//! They may hold markup, signs that hide or turn text, and what the request held: the recipient's number and
//! the token. Nobody says which words are secret, so that whatever looks like one is left out.

use super::number;
use crate::invisible::is_invisible;

/// The longest message, in UTF-16 code units.
pub(super) const MESSAGE_LENGTH: usize = 500;

/// What stands in the place of a secret or a number.
const REMOVED: &str = "[removed]";

/// The least digits of a phone number. Shorter ones are statuses, limits and years.
const PHONE_DIGITS: usize = 8;

/// The least length of a word with letters and digits that is taken for a secret.
const SECRET_LENGTH: usize = 16;

/// The least length of any word that is taken for a secret.
const LONG_WORD: usize = 40;

/// Names in front of a secret.
const SECRET_NAMES: &[&str] = &[
    "token",
    "access_token",
    "accesstoken",
    "client-token",
    "apikey",
    "api_key",
    "api-key",
    "x-api-key",
    "key",
    "secret",
    "password",
    "bearer",
    "authorization",
];

/// `text` without markup, hiding signs, secrets and phone numbers, cut at `length` UTF-16 code units.
pub(super) fn clean(text: &str, length: usize) -> String {
    let plain = without_openings(&spaced(&without_markup(text)));
    cut(&without_phones(&without_secrets(&plain)), length)
}

/// Without tags, and with entities read. What is between the tags of scripts and styles goes too.
fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len().min(4096));
    let mut rest = text;
    while !rest.is_empty() {
        let (before, after) = split_before(rest, |sign| matches!(sign, '<' | '&' | ']'));
        plain.push_str(before);
        if after.is_empty() {
            break;
        }
        let (sign, taken) = match after.as_bytes() {
            [b'<', ..] => tag(after),
            [b']', b']', b'>', ..] => (' ', 3),
            [b']', ..] => (']', 1),
            _ => entity(after),
        };
        plain.push(sign);
        rest = after.get(taken..).unwrap_or_default();
    }
    plain
}

/// The text up to the first sign that `fits` holds for, and the rest with that sign. Not inlined, for its size.
#[inline(never)]
fn split_before(text: &str, fits: fn(char) -> bool) -> (&str, &str) {
    text.find(fits).and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
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

/// The sign that an entity stands for, and its length; the ampersand itself where it is none.
fn entity(text: &str) -> (char, usize) {
    let named = [
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&apos;", '\''),
        ("&nbsp;", ' '),
        ("&amp;", '&'),
    ];
    if let Some((name, sign)) = named.iter().find(|(name, _)| text.starts_with(name)) {
        return (*sign, name.len());
    }
    let numbered = text.strip_prefix("&#").and_then(|rest| {
        let end = rest.bytes().take(8).position(|byte| byte == b';')?;
        let digits = rest.get(..end)?;
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(digits, 10),
        };
        let sign =
            char::from_u32(u32::try_from(code?).ok()?).unwrap_or(char::REPLACEMENT_CHARACTER);
        Some((sign, end.saturating_add(3)))
    });
    numbered.unwrap_or(('&', 1))
}

/// Without signs that would open a tag: entities, and invisible signs between, may have spelt one.
fn without_openings(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_sum = |next: &char| matches!(next, ' ' | '=' | '0'..='9');
        if sign != '<' || signs.peek().is_none_or(is_sum) {
            plain.push(sign);
        }
    }
    plain
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    let word = word.as_bytes();
    text.as_bytes().windows(word.len()).position(|window| window.eq_ignore_ascii_case(word))
}

/// With one space for each run of white space and control signs, and without signs that hide or turn text.
fn spaced(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_whitespace() || sign.is_control() {
            if !plain.is_empty() && !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else if !is_invisible(sign) {
            plain.push(sign);
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Without runs of digits that may be a phone number, in whatever spelling. Dates stay.
fn without_phones(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (before, run_first) = split_before(rest, |sign| is_digit(sign) || sign == '+');
        plain.push_str(before);
        let (run, after) = match date(run_first) {
            Some(date) => {
                plain.push_str(date);
                ("", run_first.get(date.len()..).unwrap_or_default())
            }
            None => split_before(run_first, |sign| !is_of_phone(sign)),
        };
        if run.chars().filter(|sign| is_digit(*sign)).count() < PHONE_DIGITS {
            plain.push_str(run);
        } else {
            plain.push_str(REMOVED);
            plain.push_str(if run.ends_with(' ') { " " } else { "" });
        }
        rest = after;
    }
    plain
}

const fn is_of_phone(sign: char) -> bool {
    is_digit(sign)
        || matches!(sign, ' ' | '(' | ')' | '+' | '-' | '.' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

/// ASCII, Arabic and full-width digits.
const fn is_digit(sign: char) -> bool {
    matches!(sign, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{ff10}'..='\u{ff19}')
}

/// A date such as `2026-04-28` at the start of `text`; none without one.
fn date(text: &str) -> Option<&str> {
    let (date, after) = text.split_at_checked(10)?;
    let fits = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let ends = !after.starts_with(|sign: char| is_digit(sign) || sign == '-');
    (fits && ends && (date.starts_with("19") || date.starts_with("20"))).then_some(date)
}

/// Without words that look like tokens and keys, and without what stands behind the name of one.
fn without_secrets(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_named = false;
    while !rest.is_empty() {
        let (between, word_first) = split_before(rest, is_of_word);
        // "token: abc", "token=abc", "/token/abc" and "Bearer abc" name a secret; "token, abc" does not.
        is_named &= between.bytes().all(|sign| b"=:/\"' [(".contains(&sign));
        let assigns = between.contains(['=', ':', '/']);
        plain.push_str(between);
        let (word, after) = split_before(word_first, |sign| !is_of_word(sign));
        let is_name = SECRET_NAMES.iter().any(|name| word.eq_ignore_ascii_case(name));
        let follows_bearer = ends_with_bearer(&plain);
        if looks_secret(word) || is_named && !is_name && (assigns || follows_bearer) {
            plain.push_str(REMOVED);
        } else {
            plain.push_str(word);
        }
        is_named = is_name;
        rest = after;
    }
    plain
}

fn ends_with_bearer(text: &str) -> bool {
    let text = text.trim_end();
    text.len()
        .checked_sub(6)
        .and_then(|at| text.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case("bearer"))
}

const fn is_of_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '+' | '~')
}

fn looks_secret(word: &str) -> bool {
    let has = |fits: fn(&u8) -> bool| word.as_bytes().iter().any(fits);
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
    word.len() >= LONG_WORD || word.len() >= SECRET_LENGTH && is_mixed
}

/// At most `length` UTF-16 code units, with an ellipsis where something was cut.
fn cut(text: &str, length: usize) -> String {
    let mut units = 0_usize;
    let mut end = 0_usize;
    for (at, sign) in text.char_indices() {
        units = units.saturating_add(sign.len_utf16());
        if units > length {
            return [text.get(..end).unwrap_or_default().trim_end(), "…"].concat();
        }
        // Room for the ellipsis.
        if units < length {
            end = at.saturating_add(sign.len_utf8());
        }
    }
    text.to_owned()
}
