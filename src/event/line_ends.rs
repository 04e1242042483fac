//! Line ends, in all their spellings.

use std::borrow::Cow;

use crate::{invisible::shows_nothing, search};

/// Whether a line that ends with `character` needs no separator before the next line.
const fn is_mark(character: char) -> bool {
    matches!(
        character,
        ',' | ';' | ':' | '.' | '-' | '\u{2013}' | '\u{2014}' | '/' | '|' | '\u{60c}' | '\u{3001}'
    )
}

/// LF, CR (and therefore CRLF), VT (with which Word ends lines inside a paragraph), FF and NEL.
const fn is_control(character: char) -> bool {
    matches!(character, '\n'..='\r' | '\u{85}')
}

/// These, and Unicode's two line ends that are not control characters.
const fn is_line_end(character: char) -> bool {
    is_control(character) || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Replaces each line end that is a control character with a line feed.
pub(super) fn as_line_feeds(text: &str) -> Cow<'_, str> {
    if search::split_where(text, |character| is_control(character) && character != '\n').is_none() {
        return Cow::Borrowed(text);
    }
    let mut lines = String::with_capacity(text.len());
    let mut before = ' ';
    for character in text.chars() {
        match (before, character) {
            // Forms submit CRLF, which is one line end.
            ('\r', '\n') => {}
            (_, character) if is_control(character) => lines.push('\n'),
            (_, character) => lines.push(character),
        }
        before = character;
    }
    Cow::Owned(lines)
}

/// Joins the lines of a text with `between`, or with a space after a line that ends with a punctuation mark. Lines that
/// show nothing are left out. `None` if there is only one line.
pub(super) fn joined(text: &str, between: &str) -> Option<String> {
    search::split_where(text, is_line_end)?;
    let mut joined = String::with_capacity(text.len());
    let mut rest = Some(text);
    while let Some(text) = rest {
        let parted = search::split_where(text, is_line_end);
        rest = parted.map(|(_, behind)| behind);
        let line = parted.map_or(text, |(line, _)| line).trim();
        if shows_nothing(line) {
            continue;
        }
        if !joined.is_empty() {
            joined.push_str(if search::ends(&joined, is_mark) { " " } else { between });
        }
        joined.push_str(line);
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_is_recognised() {
        for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
            let text = ["a", end, "b", end, end, "c"].concat();
            let is_text = end.starts_with(['\u{2028}', '\u{2029}']);
            assert_eq!(as_line_feeds(&text), if is_text { &text } else { "a\nb\n\nc" }, "{end:?}");
            assert_eq!(joined(&text, ", ").as_deref(), Some("a, b, c"), "{end:?}");
        }
        for other in ["\t", "\u{1f}", "\u{84}", "\u{86}", "\u{2027}", "\u{202a}", "\u{e}", "\u{8}"]
        {
            let text = ["a", other, "b"].concat();
            assert_eq!(as_line_feeds(&text), text);
            assert_eq!(joined(&text, ", "), None, "{other:?}");
        }
    }
}
