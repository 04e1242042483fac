//! Reads the schema of a body, which a description names or contains.

use super::place::Place;
use crate::{
    input::Value,
    issue::Report,
    json::{push_integer, push_text},
};

/// The largest whole number that a double distinguishes from its neighbours.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_991.0;

/// The name of a schema, or its JSON text; empty if there is none.
pub(super) fn read_schema(place: &Place<'_, '_>, report: &mut Report) -> String {
    if !matches!(place.value, Value::Record(_)) {
        return place.text(report).unwrap_or_default().to_owned();
    }
    let mut json = String::new();
    push(place, &mut json, report);
    json
}

fn push(place: &Place<'_, '_>, json: &mut String, report: &mut Report) {
    let mut is_first = true;
    let mut comma = |json: &mut String| {
        json.push_str(if is_first { "" } else { "," });
        is_first = false;
    };
    match place.value {
        Value::Text(text) => push_text(json, text),
        Value::Bool(flag) => json.push_str(if *flag { "true" } else { "false" }),
        Value::Absent => json.push_str("null"),
        Value::Record(_) => {
            json.push('{');
            place.each(report, |field, report| {
                comma(json);
                push_text(json, field.name());
                json.push(':');
                push(field, json, report);
            });
            json.push('}');
        }
        Value::List(_) => {
            json.push('[');
            place.items(report, |item, report| {
                comma(json);
                push(item, json, report);
            });
            json.push(']');
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::float_cmp,
            reason = "a whole number is itself"
        )]
        Value::Number(number) if number.trunc() == *number && number.abs() <= LARGEST_WHOLE => {
            push_integer(json, *number as i64);
        }
        _ => place.misfit("a whole number", report),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::gateway::value_of;

    #[test]
    fn a_schema_is_written_as_it_was_read() {
        let text = r#"{"type":["string","null"],"enum":["a\"b",null,-5,true],"properties":{"a":{"const":false},"b":{}},"required":[]}"#;
        let mut report = Report::new(false);
        assert_eq!(read_schema(&Place::new(&value_of(text)), &mut report), text);
        assert!(report.is_clean());
    }
}
