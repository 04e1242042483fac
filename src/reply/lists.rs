//! Lists of words, each in one text. A slice of texts takes eight bytes more for every word.

use crate::search;

/// Words with `|` between.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub(crate) &'static str);

impl Words {
    pub(super) fn each(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    /// Whether `word` is one of them.
    pub(super) fn has(self, word: &str) -> bool {
        self.each().any(|each| each == word)
    }

    /// Whether one of them stands in `text`. Parts with `+` between stand in it apart, in any order.
    pub(super) fn are_in(self, text: &str) -> bool {
        self.each().any(|each| each.split('+').all(|part| search::find(text, part).is_some()))
    }

    /// Whether `text` begins with one of them.
    pub(super) fn begin(self, text: &str) -> bool {
        self.each().any(|each| text.starts_with(each))
    }
}
