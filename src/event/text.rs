//! Rules for texts: which characters they may contain, and how long they may be.

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
    /// One line: several are joined with this text. No control characters except line ends.
    One(&'static str),
    /// Any number of lines, separated by line feeds. Tabs are allowed.
    Many,
}

/// The trimmed text of `value`; `None` if it is missing, shows nothing or is not a text.
pub(super) fn plain<'v>(value: &'v Value<'_>, path: Path, report: &mut Report) -> Option<&'v str> {
    match value {
        Value::Absent => None,
        Value::Text(text) => Some(text.trim()).filter(|text| !shows_nothing(text)),
        // Not trimmed: without its trailing white space it might fit.
        Value::LongText { start, .. } => Some(start),
        other => {
            report.fault(other.wrong_type("string"), path);
            None
        }
    }
}

/// The trimmed text of `value`; `None` if it is missing, shows nothing or breaks a rule.
pub(super) fn read<'v>(
    value: &'v Value<'_>,
    lines: Lines,
    length: Length,
    path: &Path,
    report: &mut Report,
) -> Option<Cow<'v, str>> {
    let text = plain(value, path.clone(), report)?;
    // If only the start of a text was passed, the length of the whole counts.
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
    // All checks run, so a text that breaks several rules is reported for each of them.
    let fits = fits(&text, report);
    let clean = check_characters(&text, lines, path, report);
    leftovers::warn(&text, path, report);
    (fits && clean).then_some(text)
}

/// Whether a text is no longer than allowed.
pub(crate) fn check_length(text: &str, limit: Length, path: &Path, report: &mut Report) -> bool {
    // No text has more UTF-16 code units than bytes.
    if text.len() <= limit.advised {
        return true;
    }
    judge_length(search::units(text), limit, path, report)
}

/// Whether a text of `length` UTF-16 code units is no longer than allowed.
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

/// Whether a text has no forbidden character. Only the first of each sort is reported.
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

/// Whether the bytes of a text show that there is nothing to report, as in most texts. This looks for the bytes with
/// which control characters, line ends (`C2 85`, `E2 80 A8` and `A9`), overrides (`E2 80 AD` and `AE`), lost letters
/// (`EF BF BD`), escapes, tags and entities begin.
fn is_plain(text: &str, lines: Lines) -> bool {
    // Line ends and overrides from `E2` on need both their first and their last byte: dashes have the first one too,
    // and accented letters the last.
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

/// Writes a code point, such as `U+202E`.
fn code_point(character: char) -> String {
    let mut code_point = String::from("U+");
    push_hexadecimal(&mut code_point, character.into(), 4, b'A');
    code_point
}

#[cfg(test)]
mod tests {
    use super::super::limit::LOCATION_LENGTH;
    use super::*;

    /// Whether the text is accepted, and the codes of its faults.
    fn judged(value: &Value<'_>) -> (bool, Vec<&'static str>) {
        let mut report = Report::new(false);
        let path = "location".into();
        let text = read(value, Lines::One(", "), LOCATION_LENGTH, &path, &mut report);
        let (issues, _) = report.lists();
        (text.is_some(), issues.iter().map(|issue| issue.code().as_str()).collect())
    }

    #[test]
    fn a_text_with_a_fault_is_refused() {
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
