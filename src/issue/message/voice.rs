//! How messages are worded: in which language, and for whom.

use super::{Labels, Language};
use crate::issue::Path;

/// How messages are worded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    /// The language of messages.
    pub language: Language,
    /// What the form calls its fields, where guests read the messages; none where a developer does.
    pub labels: Option<Labels>,
}

impl Voice {
    /// Who reads the messages about `path`.
    #[must_use]
    pub fn reader(&self, path: &Path) -> Reader<'_> {
        let to_guest = |labels| Reader::Guest(Labels::of(labels, path));
        self.labels.as_ref().map_or(Reader::Developer, to_guest)
    }

    /// The same language, for what no guest has a part in.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn to_developer(&self) -> Self {
        Self { language: self.language, labels: None }
    }
}

/// Who reads a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reader<'l> {
    /// Whoever wrote the program: fields are called as in the API.
    #[default]
    Developer,
    /// Whoever fills in a form: the field is called as the form calls it, and not at all where that is not known.
    Guest(Option<&'l str>),
}
