//! JSON Merge Patch, [RFC 7396](https://www.rfc-editor.org/rfc/rfc7396).

use crate::input::Value;

/// Applies `patch` to `value`. The RFC leaves the order of fields open; here it is that of `value`. A new field comes
/// after the one that precedes it in the patch. If the patch removes that one, the new field takes its place.
pub(super) fn merged<'v>(value: &Value<'v>, patch: &Value<'v>) -> Value<'v> {
    let Value::Record(changes) = patch else { return patch.clone() };
    let mut fields = if let Value::Record(fields) = value { fields.clone() } else { Vec::new() };
    let mut at = fields.len();
    for (name, change) in changes {
        let place = fields.iter().position(|(known, _)| known == name);
        if matches!(change, Value::Absent) {
            at = place.unwrap_or(at);
            fields.retain(|(known, _)| known != name);
        } else if let Some((place, (_, known))) =
            place.zip(place.and_then(|place| fields.get_mut(place)))
        {
            *known = merged(known, change);
            at = place.saturating_add(1);
        } else {
            at = at.min(fields.len());
            fields.insert(at, (name.clone(), merged(&Value::Absent, change)));
            at = at.saturating_add(1);
        }
    }
    Value::Record(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, patch: &str, expected: &str) {
        let read = |text| serde_json::from_str::<Value<'_>>(text).unwrap();
        assert_eq!(merged(&read(value), &read(patch)), read(expected), "{value} and {patch}");
    }

    /// The examples of the RFC's appendix, except for those with a null in a value, which a description cannot contain.
    #[test]
    fn a_patch_does_what_the_rfc_says() {
        for (value, patch, expected) in [
            (r#"{"a":"b"}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":"b"}"#, r#"{"b":"c"}"#, r#"{"a":"b","b":"c"}"#),
            (r#"{"a":"b"}"#, r#"{"a":null}"#, "{}"),
            (r#"{"a":"b","b":"c"}"#, r#"{"a":null}"#, r#"{"b":"c"}"#),
            (r#"{"a":["b"]}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":"c"}"#, r#"{"a":["b"]}"#, r#"{"a":["b"]}"#),
            (r#"{"a":{"b":"c"}}"#, r#"{"a":{"b":"d","c":null}}"#, r#"{"a":{"b":"d"}}"#),
            (r#"{"a":[{"b":"c"}]}"#, r#"{"a":[1]}"#, r#"{"a":[1]}"#),
            (r#"["a","b"]"#, r#"["c","d"]"#, r#"["c","d"]"#),
            (r#"{"a":"b"}"#, r#"["c"]"#, r#"["c"]"#),
            (r#"{"a":"foo"}"#, "\"bar\"", "\"bar\""),
            ("[1,2]", r#"{"a":"b","c":null}"#, r#"{"a":"b"}"#),
            ("{}", r#"{"a":{"bb":{"ccc":null}}}"#, r#"{"a":{"bb":{}}}"#),
        ] {
            check(value, patch, expected);
        }
    }

    #[test]
    fn a_new_field_comes_where_the_patch_has_it() {
        check(r#"{"a":1,"z":2}"#, r#"{"a":null,"b":3,"c":4,"z":5}"#, r#"{"b":3,"c":4,"z":5}"#);
        check(r#"{"a":1,"z":2}"#, r#"{"a":3,"b":4}"#, r#"{"a":3,"b":4,"z":2}"#);
    }
}
