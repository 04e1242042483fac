//! What a form calls its fields. Labels are text of a page, and may hold anything.

use crate::{invisible::shows_nothing, issue::Path};

/// What a form calls its fields, by their paths with dots: `location.name`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(Vec<(String, String)>);

impl Labels {
    /// The label of a path, or that of the whole field where the part has none of its own.
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

/// How much of a label is shown, in characters.
const MOST: usize = 64;

/// The label as a sentence can hold it: on one line, cut where it is long, and without what turns text, what is no text,
/// the marks that stand behind labels and the quotation marks that it is put in. None where nothing is left to see.
pub(super) fn plain(label: &str) -> Option<String> {
    let (mut plain, mut length, mut is_gap, mut is_cut) = (String::new(), 0_usize, false, false);
    // Where the last character ends that is more than a mark.
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

/// True for what could break a line or turn the text around it.
pub(super) fn is_unfit(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// True where the label has a letter that runs from right to left.
pub(super) fn runs_left(label: &str) -> bool {
    label.chars().any(|character| matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}
