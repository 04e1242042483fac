//! Values that JSON does not have.

use serde_json::{Value as Json, json};

use super::Event;
use crate::{
    input::{EventInput, OptionsInput, Value},
    issue::Issue,
    options::Options,
    time::Time,
};

fn text(text: &str) -> Value<'_> {
    Value::Text(text.into())
}

fn record<'v>(fields: Vec<(&'v str, Value<'v>)>) -> Value<'v> {
    Value::Record(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

/// The start of an event that has this value in this field, or its faults.
fn judged(field: &str, value: Value<'_>) -> Result<i64, Vec<Json>> {
    let mut fields = vec![
        ("to", text("+5511999999999")),
        ("name", text("Team meeting")),
        ("start", text("2027-09-10T14:00:00-03:00")),
    ];
    fields.retain(|(name, _)| *name != field);
    fields.push((field, value));
    let (options, _) = Options::read(&OptionsInput::default(), Time::EPOCH);
    let input = EventInput::from(record(fields));
    let described =
        |issue: &Issue| json!([issue.code().as_str(), issue.path().field(), issue.params()]);
    Event::parse(&input, &options)
        .map(|event| event.value.start().epoch_seconds())
        .map_err(|refusal| refusal.issues.iter().map(described).collect())
}

fn faults(field: &str, value: Value<'_>) -> Vec<Json> {
    judged(field, value).err().unwrap_or_default()
}

fn long() -> Value<'static> {
    Value::LongText { start: "x".repeat(5000).into(), units: 100_000 }
}

#[test]
fn a_text_that_was_cut_is_reported_with_its_whole_length() {
    for (field, max) in [("name", 200), ("description", 2048), ("location", 1000), ("source", 64)] {
        let fault = json!(["too_long", field, { "max": max, "length": 100_000 }]);
        assert_eq!(faults(field, long()), [fault]);
    }
    assert_eq!(faults("joinLink", long()), [json!(["url_format", "joinLink", {}])]);
    assert_eq!(faults("start", long()), [json!(["time_format", "start", {}])]);
}

#[test]
fn a_lone_surrogate_is_reported_with_its_index() {
    for field in ["name", "location", "joinLink", "timeZone", "start"] {
        let fault = json!(["lone_surrogate", field, { "index": 3 }]);
        assert_eq!(faults(field, Value::LoneSurrogate(3)), [fault]);
    }
}

#[test]
fn a_number_is_finite() {
    for (number, found) in [(f64::NAN, "NaN"), (f64::INFINITY, "infinity")] {
        let wrong = |field, expected| json!(["wrong_type", field, { "expected": expected, "found": found }]);
        let reminder = faults("reminderMinutes", Value::Number(number));
        assert_eq!(reminder, [wrong("reminderMinutes", "number")]);
        let place =
            record(vec![("latitude", Value::Number(number)), ("longitude", Value::Number(1.0))]);
        assert_eq!(faults("location", place), [wrong("location", "number")]);
        let object = record(vec![("seconds", Value::Number(number))]);
        assert_eq!(faults("start", object), [wrong("start", "time")]);
        for time in [Value::Number(number), Value::Instant(number)] {
            assert_eq!(faults("start", time), [json!(["time_format", "start", {}])]);
        }
    }
}

#[test]
fn dates_and_bigints_are_times() {
    for time in [
        Value::DateText("2027-09-10T14:00:00-03:00[America/Sao_Paulo]".into()),
        Value::Instant(1_820_595_600_000.0),
        Value::BigInt("1820595600".into()),
        record(vec![("seconds", Value::BigInt("1820595600".into()))]),
    ] {
        assert_eq!(judged("start", time), Ok(1_820_595_600));
    }
}
