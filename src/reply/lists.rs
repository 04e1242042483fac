//! Lists of words, each stored as one text. A slice of texts would take eight more bytes per word.

use std::borrow::Cow;

use crate::search;

/// Words separated by `|`.
#[derive(Debug, Clone)]
pub(crate) struct Words(Cow<'static, str>);

impl Words {
    pub(super) const fn new(words: &'static str) -> Self {
        Self(Cow::Borrowed(words))
    }

    pub(crate) const fn of(words: String) -> Self {
        Self(Cow::Owned(words))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn each(&self) -> impl Iterator<Item = &str> {
        search::split(&self.0, b"|")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `word` is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.each().any(|each| each == word)
    }

    /// Whether `text` contains one of them. Parts that are separated by `+` may be anywhere in it, in any order.
    pub(super) fn are_in(&self, text: &str) -> bool {
        self.each()
            .any(|each| search::split(each, b"+").all(|part| search::find(text, part).is_some()))
    }

    /// Whether `text` begins with one of them.
    pub(super) fn begin(&self, text: &str) -> bool {
        self.each().any(|each| text.starts_with(each))
    }
}
