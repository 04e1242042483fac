//! One line as a value: what `JSON.parse` and the package's door make of it.

use std::borrow::Cow;

use crate::{
    input::{Kind, Value},
    json::{Scanner, first_half, unescape},
};

/// How deep objects are read, as in the package's read.js: an event, and its location.
const DEPTH: u8 = 2;

/// How deep JSON may be nested at all.
const MAX_DEPTH: u32 = 64;

/// Longer lists are not read, as in read.js: no field takes one.
const LIST_LENGTH: usize = 100;

/// The value that `text` spells; none where it is not JSON from end to end.
pub(super) fn read(text: &str) -> Option<Value<'_>> {
    let mut scanner = Scanner::new(text);
    let value = value(&mut scanner, DEPTH)?;
    scanner.skip_space();
    scanner.peek().is_none().then_some(value)
}

fn value<'t>(scanner: &mut Scanner<'t>, depth: u8) -> Option<Value<'t>> {
    scanner.skip_space();
    match (scanner.peek()?, depth.checked_sub(1)) {
        (b'{', Some(depth)) => record(scanner, depth),
        (b'[', Some(depth)) => list(scanner, depth),
        (b'"', _) => scanner.string().map(text),
        _ => leaf(scanner),
    }
}

fn record<'t>(scanner: &mut Scanner<'t>, depth: u8) -> Option<Value<'t>> {
    let mut fields: Vec<(Cow<'t, str>, Value<'t>)> = Vec::with_capacity(16);
    scanner.next();
    scanner.skip_space();
    if scanner.eat(b'}') {
        return Some(Value::Record(fields));
    }
    loop {
        let name = unescape(scanner.key()?);
        fields.push((name, value(scanner, depth)?));
        scanner.skip_space();
        match scanner.next()? {
            b',' => {}
            byte => return (byte == b'}').then_some(Value::Record(fields)),
        }
    }
}

fn list<'t>(scanner: &mut Scanner<'t>, depth: u8) -> Option<Value<'t>> {
    let mut items = Vec::new();
    scanner.next();
    scanner.skip_space();
    if scanner.eat(b']') {
        return Some(Value::List(items));
    }
    loop {
        items.push(value(scanner, depth)?);
        scanner.skip_space();
        match scanner.next()? {
            b',' => {}
            b']' if items.len() > LIST_LENGTH => return Some(Value::Other(Kind::Array)),
            byte => return (byte == b']').then_some(Value::List(items)),
        }
    }
}

fn text(written: &str) -> Value<'_> {
    match unescape(written) {
        text @ Cow::Borrowed(_) => Value::Text(text),
        text @ Cow::Owned(_) => first_half(written).map_or(Value::Text(text), Value::LoneSurrogate),
    }
}

/// A value that is not looked into.
fn leaf<'t>(scanner: &mut Scanner<'t>) -> Option<Value<'t>> {
    let json = scanner.value(MAX_DEPTH)?;
    Some(if json.is_object() {
        Value::Other(Kind::Object)
    } else if json.is_list() {
        Value::Other(Kind::Array)
    } else {
        let boolean = json.boolean().map(Value::Bool);
        boolean.or_else(|| json.number().map(Value::Number)).unwrap_or(Value::Absent)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(value: &str) -> Value<'_> {
        Value::Text(Cow::Borrowed(value))
    }

    #[test]
    fn a_line_is_what_json_parse_makes_of_it() {
        let read = read(
            r#" { "to": "+55", "n\u0061me": "a\nb", "start": -1.5e3, "end": null, "canceled": true,
                  "location": { "name": "x", "deep": { "a": 1 }, "list": [1] }, "tags": ["a", {}, []] } "#,
        );
        let field = |name: &'static str, value| (Cow::Borrowed(name), value);
        let place = vec![
            field("name", text_of("x")),
            field("deep", Value::Other(Kind::Object)),
            field("list", Value::Other(Kind::Array)),
        ];
        let tags = vec![text_of("a"), Value::Other(Kind::Object), Value::Other(Kind::Array)];
        let expected = vec![
            field("to", text_of("+55")),
            field("name", text_of("a\nb")),
            field("start", Value::Number(-1500.0)),
            field("end", Value::Absent),
            field("canceled", Value::Bool(true)),
            field("location", Value::Record(place)),
            field("tags", Value::List(tags)),
        ];
        assert_eq!(read, Some(Value::Record(expected)));
    }

    #[test]
    fn half_a_surrogate_pair_is_told_with_its_place() {
        assert_eq!(read(r#""é\ud83d\ude00\\\udfff""#), Some(Value::LoneSurrogate(4)));
        assert_eq!(read(r#""\ud83dx""#), Some(Value::LoneSurrogate(0)));
        assert_eq!(read(r#""\ufffd\ud83d\ude00""#), Some(text_of("\u{fffd}😀")));
    }

    #[test]
    fn long_lists_are_not_read() {
        let list = |length: usize| ["[0", &",0".repeat(length - 1), "]"].concat();
        assert!(matches!(read(&list(100)), Some(Value::List(items)) if items.len() == 100));
        assert_eq!(read(&list(101)), Some(Value::Other(Kind::Array)));
    }

    #[test]
    fn what_is_not_json_is_none() {
        let deep = [r#"{"a":"#, &"[".repeat(66), &"]".repeat(66), "}"].concat();
        for text in
            ["", "{", "{}x", r#"{"a":1,}"#, r#"{"a" 1}"#, "[1,]", "[1 2]", r#""a"#, "nul", &deep]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
