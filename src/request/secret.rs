//! Secrets, given or still missing.

use crate::{search, text::concat};
use core::fmt;

/// The longest header value that is accepted, in characters.
const HEADER_VALUE_LENGTH: usize = 4096;

/// A secret of a target, given or still missing.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret {
    pub(super) name: String,
    pub(super) value: Option<String>,
}

impl Secret {
    pub(crate) fn new(name: &str, value: Option<&str>) -> Self {
        Self { name: name.to_owned(), value: value.map(str::to_owned) }
    }

    /// The secret, or its placeholder, in parts.
    pub(crate) fn parts(&self) -> [&str; 3] {
        self.value.as_ref().map_or(["{", &self.name, "}"], |value| ["", value, ""])
    }

    pub(crate) const fn is_missing(&self) -> bool {
        self.value.is_none()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({}, {})", self.name, if self.is_missing() { "missing" } else { "given" })
    }
}

pub(super) fn placeholder(name: &str) -> String {
    concat(&["{", name, "}"])
}

/// Whether a text is 1 to 4096 visible ASCII characters, possibly with spaces inside: what every HTTP client sends
/// unchanged.
pub(crate) fn is_header_value(value: &str) -> bool {
    (1..=HEADER_VALUE_LENGTH).contains(&value.len())
        && search::all(value, |byte| (b' '..=b'~').contains(&byte))
        && value.trim_ascii().len() == value.len()
}
