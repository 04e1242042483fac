//! The facts of an issue.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeMap};

/// One fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A word, such as the type that was found.
    Text(Cow<'static, str>),
    /// A count or a limit. The name of the fact or the code implies the unit.
    Number(i64),
    /// Words, such as the values that would have been accepted.
    List(Vec<Cow<'static, str>>),
    /// Two numbers to choose from.
    Pair([i64; 2]),
}

impl From<&'static str> for Param {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Param {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<[i64; 2]> for Param {
    fn from(pair: [i64; 2]) -> Self {
        Self::Pair(pair)
    }
}

impl From<[String; 2]> for Param {
    fn from(words: [String; 2]) -> Self {
        let [one, other] = words;
        Self::List(vec![Cow::Owned(one), Cow::Owned(other)])
    }
}

impl From<&[&'static str]> for Param {
    fn from(words: &[&'static str]) -> Self {
        Self::List(words.iter().copied().map(Cow::Borrowed).collect())
    }
}

impl From<Vec<Cow<'static, str>>> for Param {
    fn from(words: Vec<Cow<'static, str>>) -> Self {
        Self::List(words)
    }
}

/// The facts of an issue by name, in the order in which they were added.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Params(Vec<(Cow<'static, str>, Param)>);

impl Params {
    pub(crate) fn push(&mut self, name: impl Into<Cow<'static, str>>, value: Param) {
        self.0.push((name.into(), value));
    }

    /// Returns the fact called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.iter().find_map(|(key, value)| (key == name).then_some(value))
    }

    /// Returns all facts, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Param)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Returns whether there are no facts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
