//! Rewrites a JSON object, so that objects with the same meaning have the same spelling, and all readers agree about
//! it.
//!
//! The input must be [I-JSON, RFC 7493](https://www.rfc-editor.org/rfc/rfc7493): no name occurs twice in one object,
//! however it is escaped, and there are no lone surrogates. JSON itself does not say which of two values counts, and
//! readers differ.

use std::borrow::Cow;

use super::{
    Json, push_text,
    scan::Scanner,
    unescape::{first_lone_surrogate, unescape},
};
use crate::order;

/// Why a text is not rewritten.
#[derive(Debug, PartialEq)]
pub(crate) enum Flaw<'t> {
    /// Not a JSON object, or one that is nested too deeply or contains a lone surrogate.
    NotAnObject,
    /// A name that occurs twice in one object.
    Repeated(Cow<'t, str>),
}

/// Writes the object in `text` as `JSON.stringify` would; numbers keep their spelling. For each text field of the
/// outermost object, `fill` gets the field's name and the text, and may return another text to write instead.
pub(crate) fn rewrite<'t, 's>(
    text: &'t str,
    mut fill: impl FnMut(&str, &str) -> Option<&'s str>,
) -> Result<String, Flaw<'t>> {
    let object = Json::parse(text).filter(|json| json.is_object()).ok_or(Flaw::NotAnObject)?;
    // The grammar is checked already, so the next byte tells what follows.
    let mut scanner = Scanner::new(object.0);
    let mut out = String::with_capacity(object.0.len());
    // The names found so far in each open object.
    let mut names: Vec<Vec<Cow<'t, str>>> = Vec::new();
    let mut field: Option<Cow<'t, str>> = None;
    loop {
        scanner.skip_space();
        if let Some(written) = scanner.string() {
            if first_lone_surrogate(written).is_some() {
                return Err(Flaw::NotAnObject);
            }
            let text = unescape(written);
            scanner.skip_space();
            let is_name = scanner.peek() == Some(b':');
            let outermost = field.take().filter(|_| names.len() == 1);
            let filled = outermost.and_then(|field| fill(&field, &text));
            push_text(&mut out, filled.unwrap_or(&text));
            if is_name {
                if let Some(names) = names.last_mut() {
                    names.push(text.clone());
                }
                field = Some(text);
            }
            continue;
        }
        let Some(byte) = scanner.next() else { return Ok(out) };
        out.push(char::from(byte));
        match byte {
            b':' => {}
            b'{' => names.push(Vec::new()),
            b'}' => {
                if let Some(name) = names.pop().and_then(repeated) {
                    return Err(Flaw::Repeated(name));
                }
            }
            _ => field = None,
        }
    }
}

/// A name that occurs twice.
fn repeated(names: Vec<Cow<'_, str>>) -> Option<Cow<'_, str>> {
    let places = order::ordered(names.len(), &|one, other| names.get(one) < names.get(other));
    let mut last = None;
    let repeated = places.into_iter().rev().find(|place| {
        let name = names.get(*place);
        core::mem::replace(&mut last, name) == name
    })?;
    names.into_iter().nth(repeated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> Result<String, Flaw<'_>> {
        rewrite(text, |_, _| None)
    }

    #[test]
    fn all_spellings_of_an_object_become_one() {
        for (written, expected) in [
            ("{}", "{}"),
            (" {\n} ", "{}"),
            ("\u{feff}{\"a\":1}", r#"{"a":1}"#),
            (r#"{ "a" : [ ] , "b" : { } , "c" : [ 1 , "x" ] }"#, r#"{"a":[],"b":{},"c":[1,"x"]}"#),
            (r#"{"\u0061\/":"\u00e9\u0007\ud83d\ude00"}"#, r#"{"a/":"é\u0007😀"}"#),
            (
                r#"{"a":1.50,"b":-0,"c":1E+3,"d":12345678901234567890}"#,
                r#"{"a":1.50,"b":-0,"c":1E+3,"d":12345678901234567890}"#,
            ),
            (r#"{"a":true,"b":false,"c":null}"#, r#"{"a":true,"b":false,"c":null}"#),
            // The same name in different objects is not repeated.
            (r#"{"a":{"a":1},"b":[{"a":1},{"a":2}]}"#, r#"{"a":{"a":1},"b":[{"a":1},{"a":2}]}"#),
            (r#"{"a":1,"A":2,"á":3,"a ":4}"#, r#"{"a":1,"A":2,"á":3,"a ":4}"#),
        ] {
            assert_eq!(rewritten(written).as_deref(), Ok(expected), "{written}");
        }
    }

    #[test]
    fn a_repeated_name_is_reported() {
        for (text, name) in [
            (r#"{"a":1,"a":1}"#, "a"),
            (r#"{"a":1,"b":2,"\u0061":3}"#, "a"),
            (r#"{"a":1,"b":2,"a":3,"c":4}"#, "a"),
            (r#"{"é":1,"\u00E9":2}"#, "é"),
            (r#"{"":1,"":2}"#, ""),
            (r#"{"x":{"y":[0,{"z":1,"w":{},"z":2}]}}"#, "z"),
            (r#"{"__proto__":1,"__proto__":2}"#, "__proto__"),
            (r#"{"b":1,"a":1,"c":1,"a":1,"b":1}"#, "b"),
        ] {
            assert_eq!(rewritten(text), Err(Flaw::Repeated(name.into())), "{text}");
        }
    }

    #[test]
    fn only_objects_are_rewritten() {
        let deep =
            |depth: usize| [r#"{"a":"#.repeat(depth), "1".into(), "}".repeat(depth)].concat();
        assert!(rewritten(&deep(64)).is_ok());
        let deepest = deep(65);
        for text in [
            "",
            " ",
            "[]",
            "[{}]",
            "1",
            r#""{}""#,
            "null",
            "{",
            "{}{}",
            "{}x",
            "{,}",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            r#"{"a":1"b":2}"#,
            r#"{"a":[1,]}"#,
            r#"{"a":[1}"#,
            r#"{"a":01}"#,
            r"{a:1}",
            r"{'a':1}",
            r#"{"a":tru}"#,
            "{\"a\":\"\n\"}",
            r#"{"a":"\x"}"#,
            r#"{"a":"\ud83d"}"#,
            r#"{"\udc00":1}"#,
            r#"{"a":"\ude00\ud83d"}"#,
            &deepest,
        ] {
            assert_eq!(rewritten(text), Err(Flaw::NotAnObject), "{text}");
        }
    }

    #[test]
    fn only_texts_of_the_outermost_object_are_filled() {
        let text = r#"{"a":"x","b":"y","c":{"a":"x"},"d":["x"],"x":"b","e":5}"#;
        let mut asked = Vec::new();
        let filled = rewrite(text, |name, text| {
            asked.push([name, text].concat());
            (name == "a" && text == "x").then_some("q\"\\")
        });
        let expected = r#"{"a":"q\"\\","b":"y","c":{"a":"x"},"d":["x"],"x":"b","e":5}"#;
        assert_eq!(filled.as_deref(), Ok(expected));
        assert_eq!(asked, ["ax", "by", "xb"]);
    }

    #[test]
    fn many_names_do_not_take_quadratic_time() {
        let fields: Vec<String> = (0..200_000).map(|at| format!(r#""{at}":0"#)).collect();
        let text = ["{", &fields.join(","), "}"].concat();
        assert_eq!(rewritten(&text).as_deref(), Ok(text.as_str()));
    }

    #[test]
    #[cfg(not(target_arch = "wasm32"))]
    fn rewritten_objects_mean_the_same_to_a_json_library() {
        use proptest::prelude::*;
        use serde_json::Value;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,8}".prop_map(Value::from),
        ];
        let value = leaf.prop_recursive(4, 24, 4, |inner| {
            let list = proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from);
            let object = proptest::collection::btree_map(".{0,4}", inner, 0..4);
            prop_oneof![list, object.prop_map(|fields| fields.into_iter().collect::<Value>())]
        });
        proptest!(|(value in value)| {
            let object = serde_json::json!({ "value": value });
            let pretty = serde_json::to_string_pretty(&object).unwrap();
            prop_assert_eq!(rewritten(&pretty), Ok(object.to_string()));
        });
    }
}
