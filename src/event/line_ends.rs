//! The ends of lines, in all the ways in which they are written.

use std::borrow::Cow;

use crate::{invisible::shows_nothing, search};

/// Marks behind which a line ends as it stands, so that it needs no other before the next one.
const fn is_mark(character: char) -> bool {
    matches!(
        character,
        ',' | ';' | ':' | '.' | '-' | '\u{2013}' | '\u{2014}' | '/' | '|' | '\u{60c}' | '\u{3001}'
    )
}

/// LF, CR, and with them CRLF; VT, as Word ends lines inside a paragraph; FF; and NEL.
const fn is_control(character: char) -> bool {
    matches!(character, '\n'..='\r' | '\u{85}')
}

/// These, and Unicode's own two, which are no control characters.
const fn is_line_end(character: char) -> bool {
    is_control(character) || matches!(character, '\u{2028}' | '\u{2029}')
}

/// The text with a line feed for each line end that is a control character.
pub(super) fn as_line_feeds(text: &str) -> Cow<'_, str> {
    if search::split_where(text, |character| is_control(character) && character != '\n').is_none() {
        return Cow::Borrowed(text);
    }
    let mut lines = String::with_capacity(text.len());
    let mut before = ' ';
    for character in text.chars() {
        match (before, character) {
            // A form submits CRLF, which is one line end.
            ('\r', '\n') => {}
            (_, character) if is_control(character) => lines.push('\n'),
            (_, character) => lines.push(character),
        }
        before = character;
    }
    Cow::Owned(lines)
}

/// The lines of the text with `between` each two, or with a space where the line has a mark at its end; none where
/// there is one line only. Lines that show nothing are left out.
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
    fn every_line_end_is_one() {
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
