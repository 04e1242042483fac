//! Any value that a caller may pass.

use core::fmt;
use std::borrow::Cow;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};

use crate::{
    invisible::shows_nothing,
    issue::{Fault, IssueCode},
};

/// Any value as the caller passed it, from JSON or from JavaScript.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value<'a> {
    /// Missing, `undefined` or `null`: all mean the same.
    #[default]
    Absent,
    /// `true` or `false`.
    Bool(bool),
    /// A number, which may be infinite or NaN.
    Number(f64),
    /// A JavaScript bigint in decimal digits.
    BigInt(Cow<'a, str>),
    /// Well-formed text.
    Text(Cow<'a, str>),
    /// Text with a lone surrogate, at this UTF-16 index.
    LoneSurrogate(usize),
    /// Text that is longer than any field takes, so that only its start was passed.
    LongText {
        /// Its first 64 Ki UTF-16 code units, which do not begin with white space.
        start: Cow<'a, str>,
        /// The length of the whole text, in UTF-16 code units: above 64 Ki, in a value that has more than
        /// [`Value::WHOLE_TEXT_UNITS`] of text in total.
        units: usize,
    },
    /// A date object, in Unix milliseconds; NaN if the object is invalid.
    Instant(f64),
    /// A list.
    List(Vec<Value<'a>>),
    /// A date object with its offset or zone, as RFC 3339 or RFC 9557 text.
    DateText(Cow<'a, str>),
    /// An object's own fields, in their order.
    Record(Vec<(Cow<'a, str>, Value<'a>)>),
    /// A caller's own gateway, converted from a [`Gateway`](crate::Gateway) with `into`.
    Gateway(Lines<'a>),
    /// A value that no field takes.
    Other(Kind),
    /// In place of a record's last field or a list's last item: the number of fields or items that were not passed.
    Unread(usize),
}

/// A gateway's description in the form that waevent reads. Only a [`Gateway`](crate::Gateway) can produce it.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines<'a>(Cow<'a, str>);

impl<'a> Lines<'a> {
    pub(crate) fn new(lines: impl Into<Cow<'a, str>>) -> Self {
        Self(lines.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The kind of a value that no field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A list that was not read.
    Array,
    /// An object that was not read, because it is nested too deeply.
    Object,
    /// A JavaScript `Map`.
    Map,
    /// A JavaScript `Set`.
    Set,
    /// A function.
    Function,
    /// A symbol.
    Symbol,
    /// An instance of a class, where a plain object is expected.
    Instance,
    /// A value that threw an error when it was read.
    Unreadable,
    /// Bytes, such as a `Uint8Array`.
    Bytes,
    /// A file, as a form contains it.
    File,
}

impl Kind {
    /// Every kind. A kind's place in this list is its number on the boundary to JavaScript.
    pub const ALL: &'static [Self] = &[
        Self::Array,
        Self::Object,
        Self::Map,
        Self::Set,
        Self::Function,
        Self::Symbol,
        Self::Instance,
        Self::Unreadable,
        Self::Bytes,
        Self::File,
    ];

    /// The name of the kind in issues.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Array => "array",
            Self::Object => "object",
            Self::Map => "map",
            Self::Set => "set",
            Self::Function => "function",
            Self::Symbol => "symbol",
            Self::Instance => "class instance",
            Self::Unreadable => "unreadable value",
            Self::Bytes => "bytes",
            Self::File => "file",
        }
    }
}

impl Value<'_> {
    /// How much text is passed in full, in UTF-16 code units: 500 times the longest description.
    pub const WHOLE_TEXT_UNITS: usize = 1 << 20;

    /// The field called `name` of a record; `Absent` in all other cases. If several fields have the same name, the last
    /// one counts, as in JavaScript.
    pub(crate) fn field(&self, name: &str) -> &Self {
        let Self::Record(fields) = self else { return &Value::Absent };
        let same_name = fields.iter().rev().find(|(key, _)| key == name);
        same_name.map_or(&Value::Absent, |(_, value)| value)
    }

    /// Returns the name of the value's type, as JavaScript developers call it.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Absent | Self::Unread(_) => "nothing",
            Self::Bool(_) => "boolean",
            Self::Number(number) if number.is_nan() => "NaN",
            Self::Number(number) if number.is_infinite() => "infinity",
            Self::Number(_) => "number",
            Self::BigInt(_) => "bigint",
            Self::Text(_) | Self::LoneSurrogate(_) | Self::LongText { .. } => "string",
            Self::Instant(_) | Self::DateText(_) => "date",
            Self::List(_) => "array",
            Self::Record(_) => "object",
            Self::Gateway(_) => "gateway",
            Self::Other(kind) => kind.as_str(),
        }
    }

    /// The names of a record's fields.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let fields = if let Self::Record(fields) = self { fields.as_slice() } else { &[] };
        let read = fields.iter().filter(|(_, value)| !matches!(value, Self::Unread(_)));
        read.map(|(name, _)| name.as_ref())
    }

    /// The number of fields of a record, or items of a list, that were not passed.
    pub(crate) fn unread(&self) -> usize {
        let last = match self {
            Self::Record(fields) => fields.last().map(|(_, value)| value),
            Self::List(items) => items.last(),
            _ => None,
        };
        if let Some(Self::Unread(count)) = last { *count } else { 0 }
    }

    /// The names of a record's fields that are not in `known`.
    pub(crate) fn names_beside(&self, known: &[&str]) -> Vec<&str> {
        let mut beside = Vec::new();
        for name in self.names() {
            if !known.contains(&name) {
                beside.push(name);
            }
        }
        beside
    }

    /// The fault that the value has the wrong type.
    pub(crate) fn wrong_type(&self, expected: &'static str) -> Fault {
        // A text was expected and found; only the lone surrogate in it is wrong.
        if let (Self::LoneSurrogate(index), "string") = (self, expected) {
            return Fault::new(IssueCode::LoneSurrogate).with("index", *index);
        }
        Fault::new(IssueCode::WrongType).with("expected", expected).with("found", self.type_name())
    }

    /// Returns whether the caller gave a value. A text that shows nothing does not count as one: an untouched form
    /// field contains an empty text.
    #[must_use]
    pub fn is_given(&self) -> bool {
        match self {
            Self::Absent => false,
            Self::Text(text) => !shows_nothing(text),
            _ => true,
        }
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

#[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles to JavaScript too")]
impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Absent)
    }

    fn visit_none<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value<'de>, A::Error> {
        let mut record = Vec::new();
        while let Some((name, value)) = fields.next_entry::<Cow<'de, str>, Value<'de>>()? {
            record.push((name, value));
        }
        Ok(Value::Record(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_were_not_passed_have_no_names() {
        let fields = vec![("a".into(), Value::Number(1.0)), ("".into(), Value::Unread(7))];
        let record = Value::Record(fields);
        assert_eq!(record.names().collect::<Vec<_>>(), ["a"]);
        assert_eq!(record.unread(), 7);
        let list = Value::List(vec![Value::Number(1.0), Value::Unread(7)]);
        assert_eq!((list.names().count(), list.unread()), (0, 7));
        assert_eq!(Value::List(vec![Value::Unread(7), Value::Number(1.0)]).unread(), 0);
    }

    #[test]
    fn nan_and_infinity_have_their_own_type_names() {
        for (number, word) in [
            (f64::NAN, "NaN"),
            (f64::INFINITY, "infinity"),
            (f64::NEG_INFINITY, "infinity"),
            (f64::MAX, "number"),
        ] {
            assert_eq!(Value::Number(number).type_name(), word);
        }
    }

    #[test]
    fn a_lone_surrogate_is_reported_only_where_a_text_is_expected() {
        let half = Value::LoneSurrogate(3);
        let text = half.wrong_type("string").at("name");
        assert_eq!(text.code(), IssueCode::LoneSurrogate);
        assert_eq!(text.params().get("index"), Some(&3_i64.into()));
        let switch = half.wrong_type("boolean").at("canceled");
        assert_eq!(switch.code(), IssueCode::WrongType);
        assert_eq!(switch.params().get("found"), Some(&"string".into()));
    }
}
