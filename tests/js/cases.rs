//! Reads every case of `tests/cases` as the JavaScript value that a program would pass.

use std::collections::BTreeMap;

use js_sys::JSON;
use serde_json::Value as Json;
use waevent::{Gateway, input::Value, wire::WHOLE_LENGTH};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    common::{self, Case, cases, rows},
    readers::{As, js, serde, with_frame},
};

/// The cases that `serde_wasm_bindgen` reads differently, by their "why". There is only one reason: of a text beyond a
/// mebibyte, the package keeps the start and the length, or nothing if it is white space.
const LONG: &[&str] = &[
    "hostile length",
    "three million brackets",
    "three million objects that begin",
    "three million tags that begin",
    "three million elements that do not end",
    "three million signs of entities, which spell one word that is too long",
    "three million digits",
    "three million names in words of their own",
    "a mebibyte of white space is whole, and says nothing",
    "more than a mebibyte counts as cut off, and white space may hide anything behind it",
];

/// Whether a text in the value is too long to be passed as a whole; the names of fields count towards that length.
fn is_long(value: &Value<'_>) -> bool {
    match value {
        Value::Record(fields) => fields.iter().any(|(_, value)| is_long(value)),
        Value::Text(text) => text.encode_utf16().count() >= WHOLE_LENGTH,
        _ => false,
    }
}

#[derive(Default)]
struct Comparison {
    read: usize,
    differ: BTreeMap<String, usize>,
}

impl Comparison {
    fn compare(&mut self, case: &Case, how: As, json: &Json) {
        let value = JSON::parse(&json.to_string()).expect("JSON");
        let ours = js(how, &value);
        let theirs: Value<'_> = serde(&value).expect("JSON has nothing odd");
        with_frame(how, &value, |frame| {
            assert!(ours == frame, "{}", case.name);
            self.read += 1;
            if theirs != frame {
                let why = case["why"].as_str().unwrap_or(&case.name);
                let explained = LONG.contains(&why) && is_long(&theirs);
                assert!(explained, "a difference that is not in LONG: {}", case.name);
                *self.differ.entry(why.to_owned()).or_default() += 1;
            }
        });
    }
}

#[wasm_bindgen_test]
fn every_case_is_read_alike_by_all_readers() {
    let mut all = Comparison::default();
    let requests = Gateway::all().flat_map(|gateway| cases(&format!("requests/{}", gateway.id())));
    for case in requests.chain(cases("events")) {
        all.compare(&case, As::Value, &case["input"]);
        all.compare(&case, As::Value, &case["target"]);
        all.compare(&case, As::Options, &case["options"]);
    }
    for (file, case) in rows("rules") {
        all.compare(&case, As::Value, &common::rule_event(&file, &case));
        all.compare(&case, As::Options, &case["options"]);
    }
    for (_, case) in ["times", "recipients"].into_iter().flat_map(rows) {
        all.compare(&case, As::Value, &case["input"]);
        all.compare(&case, As::Options, &case["options"]);
    }
    for (_, case) in ["options.json", "targets.json"].into_iter().flat_map(rows) {
        all.compare(&case, As::Value, &case["target"]);
        all.compare(&case, As::Options, &case["options"]);
    }
    for (_, case) in rows("replies") {
        let mut answer = case["answer"].clone();
        // A body that the case writes as JSON is passed as its text.
        if answer["body"].is_object() {
            answer["body"] = answer["body"].to_string().into();
        }
        all.compare(&case, As::Data, &answer);
    }
    for (_, case) in ["rsvps", "authorize.json"].into_iter().flat_map(rows) {
        for name in ["webhook", "target", "secrets", "draft"] {
            all.compare(&case, As::Data, &case[name]);
        }
    }
    assert!(all.read > 3000, "{}", all.read);
    let expected = LONG.iter().map(|why| ((*why).to_owned(), 1)).collect();
    assert_eq!(all.differ, expected, "each row of LONG must be exactly one difference");
}
