//! What is reported for wrong descriptions, in particular what the schema in `gateways/` cannot express.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::{fs, path::Path};

use waevent::{
    Verdict,
    gateway::{Facts, compile, compile_library},
};

/// The code and path of each issue of a built-in description after one piece of its text was changed.
#[track_caller]
fn faults(id: &str, from: &str, to: &str) -> Vec<String> {
    faults_of(&format!("gateways/{id}.json"), from, to, compile)
}

type Compiled = Verdict<(Facts, [String; 2])>;

#[track_caller]
fn faults_of(path: &str, from: &str, to: &str, compile: fn(&str) -> Compiled) -> Vec<String> {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a page");
    assert!(text.contains(from), "{path} has no {from}");
    let refusal = compile(&text.replace(from, to)).err();
    let issues = refusal.map(|refusal| refusal.issues).unwrap_or_default();
    let told = |issue: &waevent::Issue| format!("{} {}", issue.code().as_str(), issue.path());
    issues.iter().map(told).collect()
}

#[test]
fn a_fingerprint_is_allowed_in_one_header_only() {
    let key = "\"Idempotency-Key\": \"$fingerprint\"";
    let twice = "\"Idempotency-Key\": \"$fingerprint\", \"X-Key\": \"$fingerprint\"";
    assert_eq!(faults("turbonotify", key, twice), ["invalid_option request.headers.X-Key"]);
    let in_url = faults("turbonotify", "/v1/messages\"", "/v1/{fingerprint}/messages\"");
    assert_eq!(in_url.first().map(String::as_str), Some("invalid_option request.url"));
}

#[test]
fn limits_are_whole_numbers_for_texts_that_may_be_limited() {
    let told = faults("turbonotify", "\"name\": 200", "\"source\": 200");
    assert_eq!(told, ["unknown_field limits.source"]);
    let told = faults("turbonotify", "\"description\": 2000", "\"description\": \"2000\"");
    assert_eq!(told, ["wrong_type limits.description"]);
}

/// A library has arguments instead of a target and a URL.
#[test]
fn a_library_has_arguments_but_no_target_and_no_url() {
    for (from, to, expected) in [
        ("\"id\":", "\"target\": {}, \"id\":", &["unknown_field target"][..]),
        ("\"recipients\":", "\"url\": \"/\", \"recipients\":", &["unknown_field call.url"]),
        // An item that is faulty itself gets no further issue.
        (
            "\"args\": [",
            "\"args\": [[{ \"$if\": \"$nothing\", \"then\": 1 }],",
            &["invalid_option call.args.0.0.$if"],
        ),
        ("\"args\":", "\"arguments\":", &["unknown_field call.arguments", "required call.args"]),
    ] {
        let told = faults_of("libraries/baileys.json", from, to, compile_library);
        assert_eq!(told, expected, "{to}");
    }
}
