//! Where in the input an issue was found.

use core::fmt;
use std::borrow::Cow;

use serde::Serialize;

/// Field names from the outside in: `start`, or `location` then `latitude`. At least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Path(Vec<Cow<'static, str>>);

impl Path {
    /// The names, outermost first.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(AsRef::as_ref)
    }

    /// The path of a key whose name is only known at run time.
    pub(crate) fn key(name: &str) -> Self {
        Self(vec![Cow::Owned(name.to_owned())])
    }

    /// The path of `name` inside `self`.
    pub(crate) fn join(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.0.push(name.into());
        self
    }
}

impl From<&'static str> for Path {
    fn from(name: &'static str) -> Self {
        Self(vec![Cow::Borrowed(name)])
    }
}

impl From<[&'static str; 2]> for Path {
    fn from(names: [&'static str; 2]) -> Self {
        Self(names.map(Cow::Borrowed).to_vec())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
