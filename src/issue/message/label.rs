//! What a form calls its fields. Labels are text of a page, and may hold anything.

use crate::issue::Path;

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

/// The label as a sentence can hold it: on one line, cut where it is long, and without the marks that stand behind labels and
/// the quotation marks that it is put in. None where nothing is left.
pub(super) fn plain(label: &str) -> Option<String> {
    let (mut plain, mut length, mut is_gap) = (String::new(), 0_usize, false);
    // Where the last sign ends that is more than a mark.
    let mut end = 0;
    for sign in label.chars() {
        if sign.is_whitespace() {
            is_gap = length > 0;
            continue;
        }
        if core::mem::take(&mut is_gap) {
            plain.push(' ');
            length = length.saturating_add(1);
        }
        if length >= MOST {
            plain.truncate(end);
            plain.push('…');
            return Some(plain);
        }
        plain.push(match sign {
            '"' => '\'',
            '«' => '‹',
            '»' => '›',
            other => other,
        });
        length = length.saturating_add(1);
        if !matches!(sign, ':' | '：' | '*') {
            end = plain.len();
        }
    }
    plain.truncate(end);
    (end > 0).then_some(plain)
}

/// True where the label has a letter that runs from right to left.
pub(super) fn runs_left(label: &str) -> bool {
    label.chars().any(|sign| matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}
