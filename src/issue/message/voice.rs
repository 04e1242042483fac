//! How messages are worded: in which language, and for whom.

use super::{Labels, Language};
use crate::issue::Path;

/// How messages are worded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    /// The language of messages.
    pub language: Language,
    /// The form's labels for its fields, if messages are for guests; `None` if they are for developers.
    pub labels: Option<Labels>,
}

impl Voice {
    /// Returns who reads the messages about `path`.
    #[must_use]
    pub fn reader(&self, path: &Path) -> Reader<'_> {
        let to_guest = |labels| Reader::Guest(Labels::of(labels, path));
        self.labels.as_ref().map_or(Reader::Developer, to_guest)
    }

    /// The same language, for results that no guest is involved in.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn to_developer(&self) -> Self {
        Self { language: self.language, labels: None }
    }
}

/// Who reads a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reader<'l> {
    /// A developer, who wrote the program. Fields are named as in the API.
    #[default]
    Developer,
    /// A guest, who fills in a form. The field is named by this label, or not named if its label is unknown.
    Guest(Option<&'l str>),
}
