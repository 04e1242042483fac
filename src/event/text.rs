//! Rules for text: what may stand in it, and how long it may be.

use std::borrow::Cow;

use super::{leftovers, limit::Length, line_ends};
use crate::{
    digits::push_hexadecimal,
    input::Value,
    invisible::shows_nothing,
    issue::{Fault, IssueCode as Code, Path, Report},
    search,
};

/// Whether a text may have more than one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// One, of the lines that are given with this text between them. No control character but their ends.
    One(&'static str),
    /// Any number, with line feeds between them, and tabs.
    Many,
}

/// The trimmed text of `value`; none where it is missing, shows nothing or is no text.
pub(super) fn plain<'v>(value: &'v Value<'_>, path: Path, report: &mut Report) -> Option<&'v str> {
    match value {
        Value::Absent => None,
        Value::Text(text) => Some(text.trim()).filter(|text| !shows_nothing(text)),
        // As it is: without white space at its end it might be one that fits.
        Value::LongText { start, .. } => Some(start),
        other => {
            report.fault(other.wrong_type("string"), path);
            None
        }
    }
}

/// The trimmed text of `value`; none where it is missing, shows nothing or breaks a rule.
pub(super) fn read<'v>(
    value: &'v Value<'_>,
    lines: Lines,
    length: Length,
    path: &Path,
    report: &mut Report,
) -> Option<Cow<'v, str>> {
    let text = plain(value, path.clone(), report)?;
    // Of a text of which only the start is here it is the whole's length.
    let fits = |text: &str, report: &mut Report| match value {
        Value::LongText { units, .. } => judge_length(*units, length, path, report),
        _ => check_length(text, length, path, report),
    };
    if is_plain(text, lines) {
        return fits(text, report).then_some(Cow::Borrowed(text));
    }
    let text = match lines {
        Lines::Many => line_ends::as_line_feeds(text),
        Lines::One(between) => match line_ends::joined(text, between) {
            Some(joined) => {
                report.warn(Code::LinesJoined, path.clone());
                Cow::Owned(joined)
            }
            None => Cow::Borrowed(text),
        },
    };
    // All are looked at, so that a text that is too long and unclean says so at once.
    let fits = fits(&text, report);
    let clean = check_characters(&text, lines, path, report);
    leftovers::warn(&text, path, report);
    (fits && clean).then_some(text)
}

/// True where the text is no longer than allowed.
pub(crate) fn check_length(text: &str, limit: Length, path: &Path, report: &mut Report) -> bool {
    // No text has more UTF-16 code units than bytes.
    if text.len() <= limit.advised {
        return true;
    }
    judge_length(search::units(text), limit, path, report)
}

/// True where a text of so many UTF-16 code units is no longer than allowed.
fn judge_length(length: usize, limit: Length, path: &Path, report: &mut Report) -> bool {
    let too_long = |max: usize| Fault::new(Code::TooLong).with("max", max).with("length", length);
    if length > limit.most {
        report.fault(too_long(limit.most), path.clone());
        return false;
    }
    if length > limit.advised {
        report.warn(too_long(limit.advised), path.clone());
    }
    true
}

/// True where no character stands in the text that must not; only the first of each sort is reported.
fn check_characters(text: &str, lines: Lines, path: &Path, report: &mut Report) -> bool {
    let mut index = 0_usize;
    let mut control = None;
    let mut bidi_override = None;
    for character in text.chars() {
        if character.is_control() && !(lines == Lines::Many && matches!(character, '\n' | '\t')) {
            control.get_or_insert((character, index));
        } else if matches!(character, '\u{202d}' | '\u{202e}') {
            bidi_override.get_or_insert((character, index));
        }
        index = index.saturating_add(character.len_utf16());
    }
    let mut report_at = |code, found: Option<(char, usize)>| {
        if let Some((character, index)) = found {
            let fault =
                Fault::new(code).with("codePoint", code_point(character)).with("index", index);
            report.fault(fault, path.clone());
        }
    };
    report_at(Code::ControlCharacter, control);
    report_at(Code::BidiOverride, bidi_override);
    control.is_none() && bidi_override.is_none()
}

/// True where a look at the bytes shows that there is nothing to report, as in most texts: none that a control
/// character, a line end (`C2 85`, `E2 80 A8` and `A9`), an override (`E2 80 AD` and `AE`), a lost letter
/// (`EF BF BD`), a written escape, a tag or an entity begins with.
fn is_plain(text: &str, lines: Lines) -> bool {
    // Some need both of their outer bytes, of which dashes have the first, and accents the last.
    let has_both = |text: &[u8]| {
        search::has_below_or(text, 0, b"\xe2") && search::has_below_or(text, 0, b"\xa8\xa9\xad\xae")
    };
    let is_plain =
        |text: &[u8]| !search::has_below_or(text, b' ', b"&<\\\x7f\xc2\xef") && !has_both(text);
    match lines {
        Lines::One(_) => is_plain(text.as_bytes()),
        Lines::Many => text.as_bytes().split(|byte| matches!(byte, b'\n' | b'\t')).all(is_plain),
    }
}

/// `U+202E`.
fn code_point(character: char) -> String {
    let mut code_point = String::from("U+");
    push_hexadecimal(&mut code_point, character.into(), 4, b'A');
    code_point
}

#[cfg(test)]
mod tests {
    use super::super::limit::LOCATION_LENGTH;
    use super::*;

    /// Whether the text is taken, and the codes of its faults.
    fn judged(value: &Value<'_>) -> (bool, Vec<&'static str>) {
        let mut report = Report::new(false);
        let path = "location".into();
        let text = read(value, Lines::One(", "), LOCATION_LENGTH, &path, &mut report);
        let (issues, _) = report.lists();
        (text.is_some(), issues.iter().map(|issue| issue.code().as_str()).collect())
    }

    #[test]
    fn a_text_with_a_fault_is_none() {
        for (text, codes) in [
            ("a".repeat(1000), [].as_slice()),
            ("a".repeat(1001), &["too_long"]),
            (["&", &"a".repeat(1000)].concat(), &["too_long"]),
            ("a\u{7}b".to_owned(), &["control_character"]),
            ("a\u{202e}b".to_owned(), &["bidi_override"]),
        ] {
            assert_eq!(judged(&Value::Text(text.into())), (codes.is_empty(), codes.to_vec()));
        }
    }
}
