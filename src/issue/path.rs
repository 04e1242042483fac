//! The path of an issue in its input.

use crate::{
    field::{self, Field},
    search,
    text::concat,
};
use core::fmt;
use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// The names that lead to a field, outermost first: `start`, or `location` then `latitude`. It is empty for an issue
/// about the whole list of issues.
#[derive(Debug, Clone)]
pub struct Path(Names);

/// Most paths lead to known fields, which need no allocation.
#[derive(Debug, Clone)]
enum Names {
    Field(&'static str),
    Part(&'static str, &'static str),
    Other(Vec<Cow<'static, str>>),
}

impl Path {
    /// The empty path.
    pub(crate) const EMPTY: Self = Self(Names::Other(Vec::new()));

    /// Returns the names, outermost first; none if the path is empty.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        (0..).map_while(|at| self.name(at))
    }

    #[inline(never)]
    fn name(&self, at: usize) -> Option<&str> {
        match (&self.0, at) {
            (Names::Field(name) | Names::Part(name, _), 0) | (Names::Part(_, name), 1) => {
                Some(name)
            }
            (Names::Other(names), at) => names.get(at).map(AsRef::as_ref),
            _ => None,
        }
    }

    /// Returns the first name; an empty text if the path is empty.
    #[must_use]
    pub fn field(&self) -> &str {
        self.name(0).unwrap_or_default()
    }

    /// Returns the second name, if the path leads to a part of the field.
    #[must_use]
    pub fn part(&self) -> Option<&str> {
        self.name(1)
    }

    /// Returns the names, joined with dots.
    #[must_use]
    pub fn dotted(&self) -> String {
        let mut dotted = String::new();
        for name in self.segments() {
            dotted.push_str(if dotted.is_empty() { "" } else { "." });
            dotted.push_str(name);
        }
        dotted
    }

    /// Whether the path is empty or contains a field of an event, perhaps after the caller's own names.
    pub(crate) fn is_of_event(&self) -> bool {
        self.name(0).is_none()
            || search::split(&self.dotted(), b".").any(|name| field::NAMES.contains(&name))
    }

    /// Whether `other` is the same path or leads to a part of it.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        let mut inner = other.segments();
        self.segments().all(|name| inner.next() == Some(name))
    }

    /// The path of a field whose name is only known at run time.
    pub(crate) fn of_field(name: &str) -> Self {
        Self(Names::Other(vec![Cow::Owned(excerpt(name))]))
    }

    /// The path from an issue that a caller passes back.
    pub(crate) const fn of_names(names: Vec<Cow<'static, str>>) -> Self {
        Self(Names::Other(names))
    }

    /// A path through nested records, given as names joined with dots.
    pub(crate) fn of_route(route: &str) -> Self {
        let names = search::split(route, b".").map(|name| Cow::Owned(name.to_owned()));
        Self(Names::Other(names.collect()))
    }

    /// The path of a part whose name is only known at run time.
    pub(crate) fn of_part(field: &'static str, name: &str) -> Self {
        Self(Names::Other(vec![Cow::Borrowed(field), Cow::Owned(excerpt(name))]))
    }
}

/// The longest excerpt of a caller's own text in an issue, in characters.
const EXCERPT_LENGTH: usize = 64;

/// A caller's name as issues contain it: shortened if it is long.
pub(crate) fn excerpt(text: &str) -> String {
    let end = text.char_indices().nth(EXCERPT_LENGTH).map(|(end, _)| end);
    match end.and_then(|end| text.get(..end)) {
        Some(start) => concat(&[start, "…"]),
        None => text.to_owned(),
    }
}

impl From<&'static str> for Path {
    fn from(name: &'static str) -> Self {
        Self(Names::Field(name))
    }
}

/// Paths are equal if their names are, however these are stored.
impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.segments().eq(other.segments())
    }
}

impl Eq for Path {}

/// Copies a path only when something is reported, which is rare.
impl From<&Self> for Path {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

impl From<Field> for Path {
    #[inline(never)]
    fn from(field: Field) -> Self {
        match field.path() {
            (outer, Some(inner)) => [outer, inner].into(),
            (name, None) => name.into(),
        }
    }
}

impl From<[&'static str; 2]> for Path {
    fn from([outer, inner]: [&'static str; 2]) -> Self {
        Self(Names::Part(outer, inner))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.field())?;
        self.segments().skip(1).try_for_each(|name| write!(f, ".{name}"))
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.segments())
    }
}
