//! Forms contain a flat list of names. Parts of the location come after a dot or in brackets.

use std::borrow::Cow;

use super::Value;
use crate::search;

/// The field whose parts a form can name.
const WHOLE: &str = "location";

type Fields<'a> = Vec<(Cow<'a, str>, Value<'a>)>;

/// Moves fields such as `location.name` and `location[name]` into `location`, next to the parts that it has itself. If
/// there are such fields and `location` is a text, that becomes the name. A part that is given twice becomes a list,
/// like a field that a form contains twice. No field takes a list, so this is reported.
pub(super) fn with_parts_in_place(fields: Fields<'_>) -> Fields<'_> {
    if !fields.iter().any(|(name, _)| part(name).is_some()) {
        return fields;
    }
    let mut others = Vec::with_capacity(fields.len());
    let mut whole = Value::Absent;
    let mut parts = Vec::new();
    for (name, value) in fields {
        if let Some(part) = part(&name) {
            parts.push((Cow::Owned(part.to_owned()), value));
        } else if name == WHOLE {
            whole = value;
        } else {
            others.push((name, value));
        }
    }
    let place = match whole {
        text @ Value::Text(_) => Some(vec![(Cow::Borrowed("name"), text)]),
        Value::Record(own) => Some(own),
        Value::Absent => Some(Vec::new()),
        misfit => {
            others.push((Cow::Borrowed(WHOLE), misfit));
            None
        }
    };
    if let Some(mut place) = place {
        for (name, value) in parts {
            put(&mut place, name, value);
        }
        others.push((Cow::Borrowed(WHOLE), Value::Record(place)));
    }
    others
}

/// The part of the location that a field's name refers to.
fn part(name: &str) -> Option<&str> {
    let rest = name.strip_prefix(WHOLE)?;
    let part = rest.strip_prefix('.').or_else(|| rest.strip_prefix('[')?.strip_suffix(']'))?;
    let is_name = search::all(part, |byte| !matches!(byte, b'.' | b'[' | b']'));
    (is_name && !part.is_empty()).then_some(part)
}

/// Adds a field. If there is a value with the same name, both become a list.
fn put<'a>(fields: &mut Fields<'a>, name: Cow<'a, str>, value: Value<'a>) {
    match fields.iter_mut().find(|(known, _)| *known == name) {
        Some((_, known)) if !known.is_given() => *known = value,
        Some((_, known)) if value.is_given() => {
            *known = Value::List(vec![core::mem::take(known), value]);
        }
        Some(_) => {}
        None => fields.push((name, value)),
    }
}
