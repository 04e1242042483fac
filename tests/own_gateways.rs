//! Descriptions of gateways as callers write them: what is wrong with each, and that none takes long to check.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "tests/cases.rs uses the rest")]
mod common;
#[path = "common/own.rs"]
mod own;

use common::{Case, assert_issues, rows};
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use waevent::{
    Gateway, GatewayRequest, HttpReply, Language, Refusal, Reply, Verdict, build_edit,
    build_request, reply::Secrets,
};

fn define(description: &Json) -> Verdict<Gateway> {
    Gateway::define(&description.to_string())
}

/// JSON Merge Patch, as RFC 7396 defines it.
fn patch(value: &Json, change: &Json) -> Json {
    let Json::Object(changes) = change else { return change.clone() };
    let mut fields = value.as_object().cloned().unwrap_or_default();
    for (name, change) in changes {
        if change.is_null() {
            fields.shift_remove(name);
        } else {
            let inner = patch(fields.get(name).unwrap_or(&Json::Null), change);
            fields.insert(name.clone(), inner);
        }
    }
    fields.into()
}

/// The correct description in the cases, and its changes.
fn cases() -> Vec<(Json, Case)> {
    let rows = rows("descriptions.json");
    rows.map(|(file, row)| (patch(&file["description"], &row["patch"]), row)).collect()
}

fn good() -> Json {
    cases().swap_remove(0).0
}

/// The request of a plain event to a target of `gateway`.
fn build(gateway: &Gateway, target: &Json) -> Result<GatewayRequest, Refusal> {
    build_event(gateway, target, &common::plain_event())
}

fn build_event(gateway: &Gateway, target: &Json, event: &Json) -> Result<GatewayRequest, Refusal> {
    let options = common::default_options();
    let (event, options) = (common::input(event), common::options(&options));
    let target = own::target_of(gateway, target);
    let built = build_request(&event, &target, &options, common::clock());
    built.map(|checked| checked.value.request)
}

/// What is reported for a description: codes, paths with dots, and the params that name a limit.
fn told(description: &Json) -> Vec<(String, String, Json)> {
    let Err(Refusal { issues, .. }) = define(description) else { return Vec::new() };
    let told = issues.iter().map(|issue| {
        let params = serde_json::to_value(issue.params()).expect("plain data");
        (issue.code().to_string(), issue.path().dotted(), params)
    });
    told.collect()
}

/// The codes of what is reported.
fn codes_of<T>(verdict: Verdict<T>) -> Vec<&'static str> {
    let issues = verdict.err().map(|refusal| refusal.issues).unwrap_or_default();
    issues.iter().map(|issue| issue.code().as_str()).collect()
}

#[test]
fn each_fault_is_reported_at_its_path() {
    for (description, case) in cases() {
        let verdict = define(&description);
        assert_issues(&case, &verdict);
        assert!(
            verdict.is_ok_and(|checked| checked.warnings.is_empty()) != case["issues"].is_array()
        );
    }
}

#[test]
fn values_that_are_not_descriptions_are_refused() {
    for (text, code) in [
        ("", "wrong_type"),
        ("{", "wrong_type"),
        ("[]", "wrong_type"),
        ("\"mine\"", "wrong_type"),
        ("null", "wrong_type"),
        (r#"{"id":"a","id":"b"}"#, "repeated_field"),
    ] {
        let Err(Refusal { issues, .. }) = Gateway::define(text) else { panic!("{text}") };
        assert_eq!(issues[0].code().as_str(), code, "{text}");
    }
    // A value that is not an object gets no further issue.
    assert_eq!(codes_of(Gateway::define("\"mine\\n\"")), ["wrong_type"]);
    let deep = ["[".repeat(5000), "]".repeat(5000)].concat();
    assert!(Gateway::define(&deep).is_err());
    let long = " ".repeat((1 << 18) + 1);
    let Err(Refusal { issues, .. }) = Gateway::define(&long) else { panic!("too long") };
    assert_eq!(issues[0].code().as_str(), "too_long");
    assert_eq!(issues[0].path().dotted(), "description");
    let Err(Refusal { issues, .. }) = Gateway::define(&" ".repeat(1 << 18)) else {
        panic!("blanks")
    };
    assert_eq!(issues[0].code().as_str(), "wrong_type");
}

#[test]
fn a_missing_part_of_a_description_is_named() {
    for (change, expected) in [
        (json!({ "name": null }), "Put a name of 1 to 64 bytes into \"name\"."),
        (
            json!({ "request": { "body": { "startsAt": null } } }),
            "Put $start into \"request.body\".",
        ),
        (json!({ "request": { "body": null } }), "Fill in \"request.body\"."),
        (json!({ "edit": {} }), "Put {messageId} into \"edit\"."),
    ] {
        let Err(Refusal { issues, .. }) = define(&patch(&good(), &change)) else {
            panic!("{change} is a fault")
        };
        let found: Vec<_> = issues.iter().map(|issue| issue.message(Language::English)).collect();
        assert!(found.iter().any(|message| message == expected), "{change}: {found:?}");
    }
}

/// For everything of which there may be several: as many as allowed, and one more.
#[test]
fn repeated_parts_have_a_limit() {
    type Change = fn(&mut Json, usize);
    let bounds: [(&str, usize, Change); 5] = [
        ("target", 32, |page, count| {
            let fields = page["target"].as_object_mut().expect("an object");
            for at in fields.len()..count {
                fields.insert(format!("field{at}"), json!({ "is": "label" }));
            }
        }),
        ("notes", 100, |page, count| page["notes"] = vec!["a"; count].into()),
        ("request.query", 100, |page, count| {
            let fields: Map<_, _> = (0..count).map(|at| (format!("q{at}"), "a".into())).collect();
            page["request"]["query"] = fields.into();
        }),
        ("variants", 32, |page, count| {
            let variant = json!({ "when": { "mode": "nested" }, "request": {} });
            page["variants"] = vec![variant; count].into();
        }),
        ("target.device.about", 1000, |page, count| {
            page["target"]["device"]["about"] = "a".repeat(count).into();
        }),
    ];
    for (path, most, change) in bounds {
        let mut page = good();
        change(&mut page, most);
        assert_eq!(told(&page), [], "{path}");
        change(&mut page, most + 1);
        let found = told(&page);
        let (code, at, params) = &found[0];
        assert_eq!((found.len(), code.as_str(), at.as_str()), (1, "too_long", path), "{found:?}");
        assert_eq!((&params["max"], &params["length"]), (&json!(most), &json!(most + 1)));
    }
}

#[test]
fn collections_that_are_too_large_are_not_checked_further() {
    let faulty = json!("a\nb");
    let fields: Map<_, _> = (0..101).map(|at| (format!("q{at}"), faulty.clone())).collect();
    let mut page = good();
    page["request"]["query"] = fields.into();
    page["notes"] = vec![faulty; 101].into();
    let found = told(&page);
    let found: Vec<_> =
        found.iter().map(|(code, path, _)| (code.as_str(), path.as_str())).collect();
    assert_eq!(found, [("too_long", "request.query"), ("too_long", "notes")]);
}

#[test]
fn values_nested_too_deeply_are_not_checked_further() {
    let deep = (0..40).fold(json!(1), |inner, _| json!({ "a": inner }));
    let mut page = good();
    page["request"]["body"]["deep"] = deep;
    let found = told(&page);
    let path = ["request.body.deep", &".a".repeat(13)].concat();
    let params = json!({ "max": 16, "length": 17, "unit": "levels" });
    assert_eq!(found, [("too_long".to_owned(), path, params)]);
}

#[test]
fn a_description_with_too_many_values_is_refused() {
    let mut page = good();
    page["notes"] = vec![json!(vec![1; 99]); 12].into();
    let found = told(&page);
    assert_eq!(
        (found.len(), found[0].1.as_str(), &found[0].2["max"]),
        (1, "description", &json!(1000))
    );
}

/// How many values a description has, and how many UTF-16 code units in texts and names.
fn weigh(value: &Json) -> (usize, usize) {
    let add = |(values, units): (usize, usize), inner| {
        let (more, longer) = weigh(inner);
        (values + more, units + longer)
    };
    match value {
        Json::String(text) => (1, text.encode_utf16().count()),
        Json::Array(items) => items.iter().fold((1, 0), add),
        Json::Object(fields) => {
            let names: usize = fields.keys().map(|name| name.encode_utf16().count()).sum();
            fields.values().fold((1, names), add)
        }
        _ => (1, 0),
    }
}

/// Both sides of the limits for a whole description; its other faults do not matter here.
#[test]
fn a_description_has_limits_as_a_whole() {
    let mut page = good();
    page["notes"] = json!([]);
    let (values, units) = weigh(&page);
    let told_of_all = |page: &Json| {
        let mut found = told(page).into_iter().filter(|(_, path, _)| path == "description");
        found.next().map(|(_, _, params)| params["length"].clone())
    };
    for (count, length) in [(1000, None), (1001, Some(json!(1001)))] {
        // Lists of a hundred values, counting the list itself, and one list with the rest.
        let more = count - values;
        let mut lists = vec![json!(vec![1; 99]); more / 100];
        lists.push(json!(vec![1; more % 100 - 1]));
        page["notes"] = lists.into();
        assert_eq!(weigh(&page).0, count);
        assert_eq!(told_of_all(&page), length, "values");
    }
    for (count, length) in [(16_384, None), (16_385, Some(json!(16_385)))] {
        let more = count - units;
        let mut texts = vec!["a".repeat(1000); more / 1000];
        texts.push("a".repeat(more % 1000));
        page["notes"] = texts.into();
        assert_eq!(told_of_all(&page), length, "units");
    }
}

#[test]
fn a_body_has_at_most_256_parts() {
    let with = |count: usize| {
        let mut page = good();
        // One of the variants would have more parts.
        page["variants"] = json!([]);
        for at in 0..count {
            page["request"]["body"][format!("more{}", at / 90)][format!("a{at}")] = json!("a");
        }
        told(&page)
    };
    // The rest of the body does not change the count.
    let [(_, _, params)] = &with(260)[..] else { panic!("too much") };
    let surplus = params["length"].as_u64().and_then(|length| usize::try_from(length).ok());
    let surplus = surplus.expect("a number") - 256;
    assert_eq!(with(260 - surplus), []);
    let params = json!({ "max": 256, "length": 257, "unit": "parts" });
    let path = "request.body".to_owned();
    assert_eq!(with(261 - surplus), [("too_long".to_owned(), path, params)]);
}

/// A description with so many combinations of choices, each with `words` words, that trying all of them would never
/// end.
fn labyrinth(fields: usize, words: usize) -> Json {
    let mut page = good();
    let names: Vec<String> = (0..fields).map(|at| format!("choice{at}")).collect();
    let all: Vec<String> = (0..words).map(|at| format!("w{at}")).collect();
    page["target"] = json!({ "apiKey": { "is": "secret" }, "baseUrl": { "is": "baseUrl" } });
    page["request"]["url"] = "{baseUrl}/send".into();
    for name in &names {
        page["target"][name] = json!({ "is": "choice", "of": all });
    }
    let variant =
        |name: &String| json!({ "when": { name: "w1" }, "request": { "query": { name: "1" } } });
    page["variants"] = names.iter().map(variant).collect();
    page
}

#[test]
fn too_many_combinations_of_choices_are_refused_without_trying_them() {
    // Each choice doubles the number of requests.
    assert_eq!(told(&labyrinth(5, 2)), []);
    let found = told(&labyrinth(6, 2));
    assert_eq!(
        found,
        [(
            "too_long".to_owned(),
            "variants".to_owned(),
            json!({ "max": 32, "length": 64, "unit": "parts" })
        )]
    );
    let found = told(&labyrinth(20, 20));
    assert_eq!(
        found,
        [(
            "too_long".to_owned(),
            "variants".to_owned(),
            json!({ "max": 1024, "length": 1 << 20, "unit": "parts" })
        )]
    );
    // Up to 1024 combinations are counted.
    for (fields, max) in [(10, 32), (11, 1024)] {
        let params = &told(&labyrinth(fields, 2))[0].2;
        assert_eq!((&params["max"], &params["length"]), (&json!(max), &json!(1 << fields)));
    }
    // Words that no variant mentions do not add requests.
    assert_eq!(told(&labyrinth(5, 30)), []);
    // Neither do 64 combinations of which a variant mentions only one.
    let mut page = labyrinth(6, 2);
    let when: Map<_, _> = (0..6).map(|at| (format!("choice{at}"), "w1".into())).collect();
    page["variants"] = json!([{ "when": when, "request": { "query": { "all": "1" } } }]);
    assert_eq!(told(&page), []);
    // If there are too many requests, those after the 32nd are not checked.
    let mut page = labyrinth(6, 2);
    page["variants"][5]["request"] = json!({ "headers": { "Cookie": "a" } });
    let found = told(&page);
    assert_eq!((found.len(), found[0].1.as_str()), (1, "variants"), "{found:?}");
}

/// The 33rd variant is reported, and neither adds requests nor changes one.
#[test]
fn a_variant_beyond_the_limit_adds_no_requests() {
    let mut page = labyrinth(6, 2);
    let variants = page["variants"].as_array_mut().expect("a list");
    let last = variants.pop().expect("a variant");
    variants.resize(32, json!({ "when": { "choice0": "w1" }, "request": {} }));
    assert_eq!(told(&page), []);
    page["variants"].as_array_mut().expect("a list").push(last);
    let params = json!({ "max": 32, "length": 33, "unit": "parts" });
    assert_eq!(told(&page), [("too_long".to_owned(), "variants".to_owned(), params)]);
}

/// Requests are checked until more faults are found than a list has room for: most faults recur in each choice.
#[test]
fn no_request_is_checked_once_the_list_of_faults_is_full() {
    let mut page = labyrinth(5, 2);
    let faults = 30;
    for at in 0..5 {
        let names = (0..faults).map(|number| format!("v{at}q{number}"));
        let query: Map<_, _> = names.map(|name| (name, "{none}".into())).collect();
        page["variants"][at]["request"]["query"] = query.into();
    }
    let found = told(&page);
    assert_eq!(found.len(), 51);
    // Only faults of the first two variants are counted.
    let more = json!({ "count": 2 * faults - 50 });
    assert_eq!(found[50], ("more_issues".to_owned(), String::new(), more));
}

#[test]
fn an_object_that_becomes_empty_is_removed_with_the_objects_around_it() {
    let mut page = good();
    page["request"]["body"] = json!({
        "phone": "$to",
        "title": "$name",
        "place": { "at": { "name": "$location.name" } },
        "extra": { "kind": "event", "at": { "street": "$location.address" } },
        "startsAt": "$start.seconds",
        "open": true,
        "hidden": false,
    });
    let mine = define(&page).expect("a description").value;
    let mut event = common::plain_event();
    for (location, place) in
        [(json!("Room A"), r#""place":{"at":{"name":"Room A"}},"#), (json!(null), "")]
    {
        event["location"] = location;
        let request = build_event(&mine, &json!({ "instance": "a" }), &event).expect("a request");
        let expected = [
            r#"{"phone":"5511999999999","title":"Team meeting","#,
            place,
            r#""extra":{"kind":"event"},"startsAt":1789059600,"open":true,"hidden":false}"#,
        ];
        assert_eq!(request.body, expected.concat());
    }
}

#[test]
fn message_ids_must_begin_with_the_gateway_s_prefix() {
    let mut page = good();
    page["edit"] = json!({ "messageId": "msg_", "url": "{baseUrl}/{instance}/{messageId}" });
    let mine = define(&page).expect("a description").value;
    let target = json!({ "instance": "a" });
    let (event, options) = (common::plain_event(), common::default_options());
    let edit = |id: &str| {
        let (event, options) = (common::input(&event), common::options(&options));
        let (id, target) = (json!(id), own::target_of(&mine, &target));
        let built = build_edit(&event, &common::value(&id), &target, &options, common::clock());
        built.map(|checked| checked.map(|built| built.request.url))
    };
    let url = edit("msg_01").expect("a request").value;
    assert_eq!(url, "https://events.example.com/a/msg_01?v=1");
    assert_eq!(codes_of(edit("3EB0C767D82A")), ["message_id_format"]);
}

#[test]
fn a_reply_is_accepted_with_any_of_the_required_words() {
    let mut page = good();
    page["answers"]["successes"][0]["required"] = json!({ "kind": ["card", "event"] });
    let mine = define(&page).expect("a description").value;
    let is_sent = |kind: &str| {
        let body = json!({ "kind": kind, "result": { "id": "3EB0C767D82A" } }).to_string();
        let reply = HttpReply { status: 200, headers: Vec::new(), body: &body };
        let read = mine.read_reply(&reply, &Secrets::default(), &common::clock());
        matches!(read, Reply::Sent { .. })
    };
    for (kind, expected) in
        [("card", true), ("event", true), ("card|event", false), ("", false), ("\t", false)]
    {
        assert_eq!(is_sent(kind), expected, "{kind}");
    }
}

#[test]
fn a_variant_for_the_default_choice_applies_without_the_choice_too() {
    let mut page = good();
    page["variants"] =
        json!([{ "when": { "mode": "plain" }, "request": { "url": "{baseUrl}/plain" } }]);
    let mine = define(&page).expect("a description").value;
    for (mode, end) in
        [(json!(null), "/plain"), (json!("plain"), "/plain"), (json!("nested"), "/a/send/event")]
    {
        let request = build(&mine, &json!({ "instance": "a", "mode": mode })).expect("a request");
        assert!(request.url.contains(&[end, "?"].concat()), "{mode}: {}", request.url);
    }
}

#[test]
fn a_text_may_be_exactly_as_long_as_the_gateway_accepts() {
    let mut page = good();
    page["limits"] = json!({ "name": 12 });
    let mine = define(&page).expect("a description").value;
    // The plain event's name is "Team meeting": twelve characters.
    assert!(build(&mine, &json!({ "instance": "a" })).is_ok());
    // Characters of two bytes count as one.
    for (count, fits) in [(12, true), (13, false)] {
        let mut event = common::plain_event();
        event["name"] = "é".repeat(count).into();
        assert_eq!(build_event(&mine, &json!({ "instance": "a" }), &event).is_ok(), fits);
    }
    page["limits"] = json!({ "name": 11 });
    let mine = define(&page).expect("a description").value;
    let refusal = build(&mine, &json!({ "instance": "a" })).expect_err("a text that is too long");
    let codes = refusal.issues.iter().map(|issue| issue.code().as_str()).collect::<Vec<_>>();
    assert_eq!(codes, ["too_long"]);
}

#[test]
fn a_key_with_a_fault_is_reported_once() {
    for (value, code) in [(Json::Null, "wrong_type"), ("$name".into(), "invalid_option")] {
        let mut page = good();
        page["request"]["body"]["api_key"] = value;
        let found: Vec<_> = told(&page).into_iter().map(|(code, path, _)| (code, path)).collect();
        assert_eq!(found, [(code.to_owned(), "request.body.api_key".to_owned())]);
    }
}

/// What somebody might put into a description to send a request, or a secret, elsewhere.
const HOSTILE: &[&str] = &[
    "{apiKey}",
    "{baseUrl}",
    "{device}",
    "{instance}",
    "{mode}",
    "x{apiKey}",
    "Bearer {apiKey}",
    "{apiKey}{apiKey}",
    "{baseUrl}/{apiKey}",
    "{baseUrl}/{instance}/{device}",
    "{baseUrl}@example.com/",
    "{baseUrl}/../../x",
    "{baseUrl}/%2e%2e/{instance}",
    "https://example.com",
    "//example.com",
    "a\r\nHost: example.com",
    "$description",
    "$name",
    "$source",
    "",
    "__proto__",
    "{",
    "}",
    "Host",
    "*",
];

/// The path of every value, as the names that lead to it.
fn places(value: &Json, path: &str, places: &mut Vec<String>) {
    match value {
        Json::Object(fields) => {
            for (name, inner) in fields {
                let path = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
                places.push(path.clone());
                self::places(inner, &path, places);
            }
        }
        Json::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                self::places(inner, &format!("{path}/{at}"), places);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is changed: an accepted description sends below the base URL, and a draft has secrets in their slots
    /// only.
    #[test]
    fn an_accepted_description_leaks_no_secret_and_leads_to_no_other_host(
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(HOSTILE), any::<bool>()),
            1..4,
        ),
        mode in prop::sample::select(&["plain", "nested"][..]),
        has_device in any::<bool>(),
    ) {
        let mut page = good();
        for (place, text, is_name) in changes {
            let mut all = Vec::new();
            places(&page, "", &mut all);
            let path = place.get(&all);
            let (outer, name) = path.rsplit_once('/').expect("a path");
            let outer = page.pointer_mut(outer).expect("a place");
            match (outer.as_object_mut(), is_name) {
                (Some(fields), true) => {
                    let value = fields.shift_remove(name).unwrap_or_default();
                    fields.insert(text.to_owned(), value);
                }
                _ => outer[name] = text.into(),
            }
        }
        let Ok(mine) = define(&page) else { return Ok(()) };
        let mine = mine.value;
        let base = "https://safe.example.com/base";
        let mut target = json!({ "instance": "main", "mode": mode, "baseUrl": base });
        if has_device {
            target["device"] = "phone".into();
        }
        let Ok(draft) = build(&mine, &target) else { return Ok(()) };
        prop_assert!(draft.url.starts_with(&[base, "/"].concat()), "{}", draft.url);
        let secrets = || draft.missing_secrets.iter().map(|name| (name.as_str(), "5ecret"));
        let whole = draft.authorize(secrets());
        let whole = whole.map_err(|refusal| TestCaseError::fail(format!("{refusal}: {page}")))?.value;
        prop_assert_eq!(whole.missing_secrets.len(), 0);
        prop_assert!(whole.url.starts_with(&[base, "/"].concat()) && !whole.url.contains(".."));
        let lines: Vec<String> =
            whole.headers.iter().map(|(name, value)| [name, ": ", value, "\n"].concat()).collect();
        let headers = lines.concat();
        prop_assert!(!headers.contains('\r') && headers.matches('\n').count() == whole.headers.len());
        let all = [whole.url.as_str(), &headers, &whole.body].concat();
        prop_assert_eq!(all.matches("5ecret").count(), draft.missing_secrets.len());
    }
}
