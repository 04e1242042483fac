//! Where in the input an issue was found.

use crate::{
    field::{self, Field},
    search,
    text::concat,
};
use core::fmt;
use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// The names that lead to a field, outermost first: `start`, or `location` then `latitude`. What is said of the whole list
/// of issues has none.
#[derive(Debug, Clone)]
pub struct Path(Names);

/// Most paths are of known fields: to make one takes no memory.
#[derive(Debug, Clone)]
enum Names {
    Field(&'static str),
    Part(&'static str, &'static str),
    Other(Vec<Cow<'static, str>>),
}

impl Path {
    /// No place in the input.
    pub(crate) const EMPTY: Self = Self(Names::Other(Vec::new()));

    /// The names, outermost first; none in an empty path.
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

    /// The first name; an empty text in an empty path.
    #[must_use]
    pub fn field(&self) -> &str {
        self.name(0).unwrap_or_default()
    }

    /// The second name, where the fault is in a part of the field.
    #[must_use]
    pub fn part(&self) -> Option<&str> {
        self.name(1)
    }

    /// The names with dots between them.
    #[must_use]
    pub fn dotted(&self) -> String {
        let mut dotted = String::new();
        for name in self.segments() {
            dotted.push_str(if dotted.is_empty() { "" } else { "." });
            dotted.push_str(name);
        }
        dotted
    }

    /// True where a field of an event stands in it, if behind names of the caller's, or no field at all.
    pub(crate) fn is_of_event(&self) -> bool {
        self.name(0).is_none()
            || search::split(&self.dotted(), b".").any(|name| field::NAMES.contains(&name))
    }

    /// True where the other is the same place, or inside of it.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        let mut inner = other.segments();
        self.segments().all(|name| inner.next() == Some(name))
    }

    /// The path of a field whose name is only known at run time.
    pub(crate) fn of_field(name: &str) -> Self {
        Self(Names::Other(vec![Cow::Owned(excerpt(name))]))
    }

    /// The path of names that a caller hands back.
    pub(crate) const fn of_names(names: Vec<Cow<'static, str>>) -> Self {
        Self(Names::Other(names))
    }

    /// A way through nested records, with dots between the names.
    pub(crate) fn of_route(route: &str) -> Self {
        let names = search::split(route, b".").map(|name| Cow::Owned(name.to_owned()));
        Self(Names::Other(names.collect()))
    }

    /// The path of a part whose name is only known at run time.
    pub(crate) fn of_part(field: &'static str, name: &str) -> Self {
        Self(Names::Other(vec![Cow::Borrowed(field), Cow::Owned(excerpt(name))]))
    }
}

/// The longest piece of a caller's own text in an issue, in characters.
const EXCERPT_LENGTH: usize = 64;

/// A caller's name as an issue holds it: cut where it is long.
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

/// The same names, however they are held.
impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.segments().eq(other.segments())
    }
}

impl Eq for Path {}

/// For what is reported seldom: nothing is copied before.
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
