//! The labels of a form's fields. They come from a page and may contain anything.

use crate::{invisible::shows_nothing, issue::Path};

/// The labels of a form's fields, by their paths with dots, such as `location.name`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(Vec<(String, String)>);

impl Labels {
    /// Returns the label of a path, or the label of the whole field if the part has none.
    #[must_use]
    pub fn of(&self, path: &Path) -> Option<&str> {
        let label_of = |wanted: &str| self.0.iter().find(|(path, _)| path == wanted);
        label_of(&path.dotted()).or_else(|| label_of(path.field())).map(|(_, label)| label.as_str())
    }
}

impl FromIterator<(String, String)> for Labels {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(labels: I) -> Self {
        Self(labels.into_iter().collect())
    }
}

/// How many characters of a label are shown.
const MOST: usize = 64;

/// Prepares a label for use in a sentence: on one line, shortened if it is long, and without bidirectional controls,
/// control characters and the marks that often follow labels. Quotation marks like those around labels are replaced.
/// `None` if nothing visible is left.
pub(super) fn plain(label: &str) -> Option<String> {
    let (mut plain, mut length, mut is_gap, mut is_cut) = (String::new(), 0_usize, false, false);
    // The end of the last character that is not such a mark.
    let mut end = 0;
    for character in label.chars() {
        if character.is_whitespace() {
            is_gap = length > 0;
            continue;
        }
        if is_unfit(character) {
            continue;
        }
        if core::mem::take(&mut is_gap) {
            plain.push(' ');
            length = length.saturating_add(1);
        }
        if length >= MOST {
            is_cut = true;
            break;
        }
        plain.push(match character {
            '"' => '\'',
            '«' => '‹',
            '»' => '›',
            other => other,
        });
        length = length.saturating_add(1);
        if !matches!(character, ':' | '：' | '*') {
            end = plain.len();
        }
    }
    plain.truncate(end);
    if shows_nothing(&plain) {
        return None;
    }
    plain.push_str(if is_cut { "…" } else { "" });
    Some(plain)
}

/// Whether a character could break a line or change the direction of the text around it.
pub(super) fn is_unfit(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a label has a letter that runs from right to left.
pub(super) fn runs_left(label: &str) -> bool {
    label.chars().any(|character| matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}
