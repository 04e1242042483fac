//! What every function reports about its inputs, including values that JSON cases cannot express.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "tests/cases.rs uses the rest")]
mod common;

use common::{clock, input, value};
use serde_json::{Value as Json, json};
use waevent::{
    Builder, Issue, Options, OptionsInput, Target, TargetInput, Verdict, authorize, build_call,
    build_cancel, build_edit, build_request, format_issue,
    input::{Kind, Value},
    parse_event, parse_recipient, parse_reply, parse_rsvp, parse_time,
};

fn list(issues: &[Issue]) -> Vec<String> {
    issues.iter().map(|issue| format!("{} {}", issue.code(), issue.path())).collect()
}

/// Codes and paths of the issues, and those of the warnings.
fn told<T>(verdict: Verdict<T>) -> [Vec<String>; 2] {
    match verdict {
        Ok(checked) => [Vec::new(), list(&checked.warnings)],
        Err(refusal) => [list(&refusal.issues), list(&refusal.warnings)],
    }
}

/// What each function that takes options reports, with the function's name.
fn told_by_all(options: &Json) -> Vec<(&'static str, [Vec<String>; 2])> {
    let given = || OptionsInput::from(value(options));
    let mut event = common::plain_event();
    event["to"] = "120363019502650977@g.us".into();
    let (target, library) =
        (json!({ "gateway": "zapi", "instanceId": "A1B2" }), json!({ "library": "wa-js" }));
    let (reply, webhook) = (json!({ "status": 500, "body": "" }), json!({}));
    let (target, library) =
        (|| TargetInput::from(value(&target)), TargetInput::from(value(&library)));
    let (zapi, ryzeapi, id) = (json!("zapi"), json!("ryzeapi"), json!("3EB0AA"));
    let event = input(&event);
    vec![
        ("parseEvent", told(parse_event(&event, &given(), clock()))),
        ("parseTime", told(parse_time(&event.start, &given(), clock()))),
        ("parseRecipient", told(parse_recipient(&event.to, &given(), clock()))),
        ("buildRequest", told(build_request(&event, &target(), &given(), clock()))),
        ("buildCall", told(build_call(&event, &library, &given(), clock()))),
        ("buildEdit", told(build_edit(&event, &value(&id), &target(), &given(), clock()))),
        (
            "buildCancel",
            told(build_cancel(&value(&id), Some(&event), &target(), &given(), clock())),
        ),
        ("createBuilder", told(Builder::parse(&target(), &given(), clock()))),
        ("parseRsvp", told(parse_rsvp(&value(&ryzeapi), &value(&webhook), &given(), clock()))),
        ("parseReply", told(parse_reply(&value(&zapi), &value(&reply), &given(), clock()))),
    ]
}

#[test]
fn every_function_checks_its_options() {
    for (options, fault) in [
        (json!({ "strict": "yes" }), "wrong_type strict"),
        (json!({ "country": "BRA" }), "invalid_option country"),
        (json!(5), "wrong_type options"),
        (json!("x"), "wrong_type options"),
    ] {
        for (name, [issues, _]) in told_by_all(&options) {
            assert_eq!(issues, [fault], "{name}");
        }
    }
}

#[test]
fn only_parse_reply_has_the_option_secrets() {
    for (name, [issues, warnings]) in told_by_all(&json!({ "secrets": ["flores"] })) {
        assert_eq!(issues, [""; 0], "{name}");
        let is_warned = warnings.contains(&"unknown_field secrets".to_owned());
        assert_eq!(is_warned, name != "parseReply", "{name}");
    }
}

#[test]
fn empty_options_are_the_defaults() {
    let parsed = Options::parse(&OptionsInput::default(), clock()).expect("nothing is wrong");
    assert_eq!(parsed.value, Options::at(clock()));
}

#[test]
fn an_unknown_field_of_a_target_is_a_warning() {
    let target = json!({ "gateway": "ryzeapi", "instance": "a", "colour": "red" });
    let parsed = Target::parse(&value(&target).into()).expect("a target");
    assert_eq!(list(&parsed.warnings), ["unknown_field colour"]);
}

/// The start of a text so long that the caller's side kept most of it.
fn long() -> Value<'static> {
    Value::LongText { start: "x".repeat(1 << 16).into(), units: 3 << 20 }
}

fn record(fields: Vec<(&'static str, Value<'static>)>) -> Value<'static> {
    Value::Record(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

fn text(text: &'static str) -> Value<'static> {
    Value::Text(text.into())
}

#[test]
fn a_text_of_a_target_that_is_too_long_is_reported_at_its_field() {
    for (field, fault) in [
        ("gateway", "unknown_gateway gateway"),
        ("instance", "target_segment instance"),
        ("baseUrl", "target_base_url baseUrl"),
        ("token", "header_value token"),
    ] {
        let mut fields = vec![("gateway", text("ryzeapi")), ("instance", text("a"))];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, long()));
        assert_eq!(told(Target::parse(&record(fields).into()))[0], [fault]);
    }
}

#[test]
fn what_cannot_be_a_message_id_is_refused() {
    let (event, target) =
        (common::plain_event(), json!({ "gateway": "zapi", "instanceId": "A1B2" }));
    for (id, fault) in [
        (long(), "message_id_format messageId"),
        (Value::LoneSurrogate(0), "message_id_format messageId"),
        (text("a b"), "message_id_format messageId"),
        (Value::Absent, "required messageId"),
        (Value::Number(5.0), "wrong_type messageId"),
    ] {
        let (event, target) = (input(&event), value(&target).into());
        let built = build_edit(&event, &id, &target, &OptionsInput::default(), clock());
        assert!(told(built)[0].contains(&fault.to_owned()), "{id:?}");
    }
}

#[test]
fn authorize_checks_a_draft_and_its_secrets_before_combining_them() {
    let draft = |url| {
        record(vec![
            ("url", url),
            ("headers", record(vec![("token", text("{token}"))])),
            ("body", text("{}")),
            ("missingSecrets", Value::List(vec![text("token")])),
        ])
    };
    let good = || draft(text("https://example.com"));
    let secrets = |secret| record(vec![("token", secret)]);
    for (draft, secrets, faults) in [
        (good(), secrets(text("5ecret")), &[][..]),
        (good(), secrets(Value::LoneSurrogate(1)), &["header_value token"]),
        (good(), secrets(long()), &["header_value token"]),
        (good(), Value::Absent, &["wrong_type secrets"]),
        (draft(long()), secrets(text("5ecret")), &["too_long url"]),
        (Value::Number(5.0), secrets(text("5ecret")), &["wrong_type request"]),
    ] {
        assert_eq!(told(authorize(&draft, &secrets))[0], faults, "{draft:?}");
    }
    let refusal = authorize(&draft(long()), &secrets(text("5ecret"))).expect_err("a long text");
    let params = serde_json::to_value(refusal.issues[0].params()).expect("plain data");
    assert_eq!((&params["max"], &params["length"]), (&json!(1 << 20), &json!(3 << 20)));
}

#[test]
fn unusable_secrets_are_reported_and_the_others_removed_from_messages() {
    let reply = json!({ "status": 400, "body": "{\"message\":\"so flores it is\"}" });
    let read = |secrets: Value<'static>| {
        let options = OptionsInput { secrets, ..OptionsInput::default() };
        parse_reply(&text("waha"), &value(&reply), &options, clock())
    };
    let message = |secrets| {
        let reply = read(secrets).unwrap_or_else(|refusal| panic!("{refusal}")).value;
        serde_json::to_value(reply).expect("plain data")["message"].clone()
    };
    for secrets in [
        Value::List(vec![text("flores")]),
        Value::List(vec![Value::Absent, text(" "), text("flores")]),
        record(vec![("other", Value::Absent), ("token", text("flores"))]),
    ] {
        assert_eq!(message(secrets), "so [removed] it is");
    }
    for secrets in [Value::Absent, Value::List(Vec::new()), record(Vec::new())] {
        assert_eq!(message(secrets), "so flores it is");
    }
    for (secret, code) in [
        (text("flores\n"), "header_value"),
        (Value::LoneSurrogate(6), "header_value"),
        (Value::Bool(true), "wrong_type"),
    ] {
        let listed = Value::List(vec![secret.clone()]);
        assert_eq!(told(read(listed))[0], [[code, " secrets"].concat()]);
        assert_eq!(
            told(read(record(vec![("token", secret)])))[0],
            [[code, " secrets.token"].concat()]
        );
    }
    assert_eq!(told(read(text("flores")))[0], ["wrong_type secrets"]);
}

/// Labels come from a page, so a label that is not valid text is not an issue.
#[test]
fn an_unreadable_label_is_ignored_and_a_long_one_is_cut() {
    let issue = json!({ "code": "required", "path": ["to"] });
    let message = |label| {
        let reader = record(vec![("label", label)]);
        let told = format_issue(&value(&issue), &Value::Absent, &reader);
        told.unwrap_or_else(|refusal| panic!("{refusal}")).value
    };
    let [named, nameless] = [message(text("Phone")), message(Value::Absent)];
    assert_ne!(named, nameless);
    assert_eq!(message(Value::LongText { start: "Phone".into(), units: 3 << 20 }), named);
    assert_eq!(message(Value::LoneSurrogate(2)), nameless);
    // In the option `labels`, this entry stands for names that were not passed on.
    let labels = record(vec![("to", text("Phone")), ("", Value::Unread(7))]);
    let options = OptionsInput { labels, ..OptionsInput::default() };
    assert_eq!(told(Options::parse(&options, clock())), [[""; 0]; 2]);
}

#[test]
fn a_value_that_is_no_webhook_is_refused_with_what_was_expected() {
    for (webhook, expected) in [
        (text("event.response"), "an object or JSON"),
        (Value::LoneSurrogate(3), "an object or JSON"),
        (Value::Other(Kind::Bytes), "JSON in UTF-8"),
        (Value::Other(Kind::Array), "one webhook"),
        (Value::List(vec![record(Vec::new()), record(Vec::new())]), "one webhook"),
        (Value::Other(Kind::Map), "a webhook"),
        (Value::Absent, "a webhook"),
    ] {
        let read = parse_rsvp(&text("waha"), &webhook, &OptionsInput::default(), clock());
        let refusal = read.expect_err("no webhook");
        assert_eq!(list(&refusal.issues), ["wrong_type webhook"]);
        let params = serde_json::to_value(refusal.issues[0].params()).expect("plain data");
        assert_eq!(params["expected"], expected);
    }
}

#[test]
fn a_value_that_no_field_accepts_is_refused_with_the_name_of_its_kind() {
    for (kind, word) in [
        (Kind::Array, "array"),
        (Kind::Object, "object"),
        (Kind::Map, "map"),
        (Kind::Set, "set"),
        (Kind::Function, "function"),
        (Kind::Symbol, "symbol"),
        (Kind::Instance, "class instance"),
        (Kind::Unreadable, "unreadable value"),
        (Kind::Bytes, "bytes"),
        (Kind::File, "file"),
    ] {
        let read = parse_recipient(&Value::Other(kind), &OptionsInput::default(), clock());
        let refusal = read.expect_err("no recipient");
        assert_eq!(list(&refusal.issues), ["wrong_type to"]);
        let params = serde_json::to_value(refusal.issues[0].params()).expect("plain data");
        assert_eq!(params, json!({ "expected": "string", "found": word }));
    }
}
