//! Reads a line as a value, as `JSON.parse` and the package's entry point do.

use std::borrow::Cow;

use crate::{
    input::{Kind, Value},
    json::{Scanner, first_lone_surrogate, unescape},
    wire::{DEPTH, LIST_LENGTH},
};

/// Why a text is not a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It begins as an object and ends between two of its parts.
    UnfinishedObject,
    /// It begins as a list and ends between two of its parts.
    UnfinishedList,
    /// A comma comes before or after a value.
    Comma,
    /// An object comes after a value.
    Several,
    NotJson,
}

/// Reads the value in `text`, from start to end.
pub(super) fn read(text: &str) -> Result<Value<'_>, Unfit> {
    let mut scanner = Scanner::new(text);
    let value = value(&mut scanner, DEPTH);
    scanner.skip_space();
    let is_at_end = scanner.peek().is_none();
    match value {
        Some(value) if is_at_end => Ok(value),
        None if is_at_end && begins_with(text, b'{') => Err(Unfit::UnfinishedObject),
        None if is_at_end && begins_with(text, b'[') => Err(Unfit::UnfinishedList),
        None if begins_with(text, b',') => Err(Unfit::Comma),
        None => Err(Unfit::NotJson),
        Some(_) => {
            scanner.skip_comma();
            scanner.skip_space();
            Err(match scanner.peek() {
                None => Unfit::Comma,
                Some(b'{') => Unfit::Several,
                Some(_) => Unfit::NotJson,
            })
        }
    }
}

fn begins_with(text: &str, byte: u8) -> bool {
    let mut scanner = Scanner::new(text);
    scanner.skip_space();
    scanner.eat(byte)
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
        if !scanner.eat(b',') {
            return scanner.eat(b'}').then_some(Value::Record(fields));
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
        if !scanner.eat(b',') {
            let is_long = items.len() > LIST_LENGTH as usize;
            let list = if is_long { Value::Other(Kind::Array) } else { Value::List(items) };
            return scanner.eat(b']').then_some(list);
        }
    }
}

fn text(written: &str) -> Value<'_> {
    match unescape(written) {
        text @ Cow::Borrowed(_) => Value::Text(text),
        text @ Cow::Owned(_) => {
            first_lone_surrogate(written).map_or(Value::Text(text), Value::LoneSurrogate)
        }
    }
}

/// Reads a value without looking into it.
fn leaf<'t>(scanner: &mut Scanner<'t>) -> Option<Value<'t>> {
    let json = scanner.value(usize::MAX)?;
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
#[expect(clippy::panic, clippy::string_slice, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn text_of(value: &str) -> Value<'_> {
        Value::Text(Cow::Borrowed(value))
    }

    #[test]
    fn a_line_is_read_as_by_json_parse() {
        let read = read(
            r#" { "to": "+55", "n\u0061me": "a\nb", "start": -1.5e3, "end": null, "canceled": true,
                  "location": { "name": "x", "deep": { "a": { "b": 1 } }, "list": [[1]] }, "tags": ["a", [{}], [[]]] } "#,
        );
        let field = |name: &'static str, value| (Cow::Borrowed(name), value);
        let place = vec![
            field("name", text_of("x")),
            field("deep", Value::Record(vec![field("a", Value::Other(Kind::Object))])),
            field("list", Value::List(vec![Value::Other(Kind::Array)])),
        ];
        let of_one = |kind| Value::List(vec![Value::Other(kind)]);
        let tags = vec![text_of("a"), of_one(Kind::Object), of_one(Kind::Array)];
        let expected = vec![
            field("to", text_of("+55")),
            field("name", text_of("a\nb")),
            field("start", Value::Number(-1500.0)),
            field("end", Value::Absent),
            field("canceled", Value::Bool(true)),
            field("location", Value::Record(place)),
            field("tags", Value::List(tags)),
        ];
        assert_eq!(read, Ok(Value::Record(expected)));
    }

    #[test]
    fn white_space_may_be_between_all_parts() {
        for record in ["{}", "{ }", " {\t}\n"] {
            assert_eq!(read(record), Ok(Value::Record(Vec::new())), "{record}");
        }
        for list in ["[]", "[ ]", " [\r]\t"] {
            assert_eq!(read(list), Ok(Value::List(Vec::new())), "{list}");
        }
        let numbers = |from: &str| read(from).map(|list| list == read("[1,2]").unwrap());
        for list in ["[1 ,2]", "[1, 2]", "[ 1,2]", "[1,2 ]"] {
            assert_eq!(numbers(list), Ok(true), "{list}");
        }
    }

    #[test]
    fn a_lone_surrogate_is_reported_with_its_place() {
        assert_eq!(read(r#""é\ud83d\ude00\\\udfff""#), Ok(Value::LoneSurrogate(4)));
        assert_eq!(read(r#""\ud83dx""#), Ok(Value::LoneSurrogate(0)));
        assert_eq!(read(r#""\ufffd\ud83d\ude00""#), Ok(text_of("\u{fffd}😀")));
        // The first and the last surrogates of each half, and the characters next to them.
        let ends = text_of("\u{10000}\u{103ff}\u{10fc00}\u{10ffff}");
        assert_eq!(read(r#""\ud800\udc00\uD800\uDFFF\udbff\udc00\uDBFF\uDFFF""#), Ok(ends));
        assert_eq!(read(r#""\ud7ff\ue000""#), Ok(text_of("\u{d7ff}\u{e000}")));
        for half in ["\\udbff\\ue000", "\\ud800\\udbff", "\\udc00\\udc00", "\\ud800\\n", "\\ud800u"]
        {
            assert_eq!(read(&["\"", half, "\""].concat()), Ok(Value::LoneSurrogate(0)), "{half}");
        }
    }

    #[test]
    fn long_lists_are_not_read() {
        let list = |length: usize| ["[0", &",0".repeat(length - 1), "]"].concat();
        assert!(matches!(read(&list(100)), Ok(Value::List(items)) if items.len() == 100));
        assert_eq!(read(&list(101)), Ok(Value::Other(Kind::Array)));
    }

    #[test]
    fn values_that_are_not_read_may_nest_to_any_depth() {
        let deep = |depth| ["{\"a\":", &"[".repeat(depth), &"]".repeat(depth), "}"].concat();
        for depth in [63, 64, 65, 200_000] {
            let list = Value::List(vec![Value::List(vec![Value::Other(Kind::Array)])]);
            let expected = Value::Record(vec![(Cow::Borrowed("a"), list)]);
            assert_eq!(read(&deep(depth)), Ok(expected), "{depth}");
        }
        let objects = ["{\"a\":".repeat(100_000), "1".into(), "}".repeat(100_000)].concat();
        assert!(read(&objects).is_ok());
        assert_eq!(read(&objects[..objects.len() - 1]), Err(Unfit::UnfinishedObject));
    }

    #[test]
    fn numbers_are_rounded_as_by_the_standard_library() {
        for number in [
            "-0",
            "10.000000000000001",
            "-23.55051985",
            "9007199254740993",
            "2.2250738585072011e-308",
            "5e-324",
            "2e-324",
            "1e400",
            "-1e400",
            "0.1e-999999999999",
            "123456789012345678901234567890",
            "179769313486231580793728971405301e276",
        ] {
            let Ok(Value::Number(found)) = read(number) else { panic!("{number}") };
            assert_eq!(found.to_bits(), number.parse::<f64>().unwrap().to_bits(), "{number}");
        }
    }

    #[test]
    fn what_is_not_json_is_reported_by_its_form() {
        for (text, unfit) in [
            ("{", Unfit::UnfinishedObject),
            (" { \"a\": 1,", Unfit::UnfinishedObject),
            (r#"{"a":{"#, Unfit::UnfinishedObject),
            (r#"{"a":1,"#, Unfit::UnfinishedObject),
            (r#"{"a":1}, "#, Unfit::Comma),
            (r#" , {"a":1}"#, Unfit::Comma),
            ("5,", Unfit::Comma),
            (",", Unfit::Comma),
            (r#"{"a":1},{"a":1}"#, Unfit::Several),
            (r#"{"a":1}{"a":1}"#, Unfit::Several),
            // Line ends of old files, which no reader of lines recognises.
            ("{\"a\":1}\r{\"a\":1}\r", Unfit::Several),
            (r#"{"a":1} {"#, Unfit::Several),
            (r#"{"a":1},["#, Unfit::NotJson),
            (r#"{"a":1}[]"#, Unfit::NotJson),
            (r#"{"a":1},,"#, Unfit::NotJson),
            ("", Unfit::NotJson),
            ("{}x", Unfit::NotJson),
            (r#"{"a":1,}"#, Unfit::NotJson),
            (r#"{"a" 1}"#, Unfit::NotJson),
            ("[1,]", Unfit::NotJson),
            ("[1 2]", Unfit::NotJson),
            ("[1}", Unfit::NotJson),
            (r#"{"a":1]"#, Unfit::NotJson),
            (r#"{"a":1;"#, Unfit::NotJson),
            (r#"{"a":{"a":{"a":{"a":[1}"#, Unfit::NotJson),
            (r#"{"a":{"a":{"a":{"a":[1"#, Unfit::UnfinishedObject),
            ("[", Unfit::UnfinishedList),
            ("[1", Unfit::UnfinishedList),
            (r#" [{"a":1},"#, Unfit::UnfinishedList),
            (r#"["a"#, Unfit::NotJson),
            // An unfinished object may end between its parts, but not inside a text, a word or a number.
            (r#"{"a":"b"#, Unfit::NotJson),
            (r#"{"a"#, Unfit::NotJson),
            (r#"{"a":"b\"#, Unfit::NotJson),
            (r#"{"a":"b\u00e"#, Unfit::NotJson),
            (r#"{"a":"#, Unfit::UnfinishedObject),
            (r#"{"a":1"#, Unfit::UnfinishedObject),
            (r#"{"a":true"#, Unfit::UnfinishedObject),
            (r#"{"a":t"#, Unfit::NotJson),
            (r#"{"a":tru"#, Unfit::NotJson),
            (r#"{"a":[fals"#, Unfit::NotJson),
            (r#"{"a":{"a":{"a":{"a":nul"#, Unfit::NotJson),
            (r#"{"a":-"#, Unfit::NotJson),
            (r#"{"a":-1."#, Unfit::NotJson),
            (r#"{"a":1e+"#, Unfit::NotJson),
            (r#"["a",tru"#, Unfit::NotJson),
            (r#""a"#, Unfit::NotJson),
            ("nul", Unfit::NotJson),
            ("{\"a\":\"\u{1f}\"}", Unfit::NotJson),
        ] {
            assert_eq!(read(text), Err(unfit), "{text}");
        }
    }
}
