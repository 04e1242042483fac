//! Runs every case of `tests/cases`, natively and in wasm under Node and in Chromium.
//!
//! The tests in `tests/package` run the same files through the installed package.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Case, assert_verdict, cases, clock, event_case, input, options, rows, target, value};
use serde_json::{Value as Json, json};
use waevent::{
    Gateway, GatewayRequest, Library, authorize, build_call, build_cancel, build_edit,
    build_request, parse_event, parse_recipient, parse_reply, parse_time,
};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test(unsupported = test)]
fn events_are_parsed_as_the_cases_expect() {
    for case in cases("events") {
        let input = input(&case["input"]);
        assert_verdict(&case, "event", parse_event(&input, &options(&case), clock()));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_rule_accepts_and_refuses_what_its_cases_expect() {
    for (file, case) in rows("rules") {
        let event = common::rule_event(&file, &case);
        let mut settings = file["options"].clone();
        for (name, value) in case["options"].as_object().into_iter().flatten() {
            settings[name] = value.clone();
        }
        let input = input(&event);
        let verdict = parse_event(&input, &options(&json!({ "options": settings })), clock());
        common::assert_issues(&case, &verdict);
        if let (Some(expected), Ok(found)) = (case["event"].as_object(), &verdict) {
            let found = serde_json::to_value(&found.value).expect("plain data");
            for (name, value) in expected {
                assert_eq!(
                    common::plain(&found[name]),
                    common::plain(value),
                    "{name}: {}",
                    case["why"]
                );
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn times_are_parsed_as_the_cases_expect() {
    for (_, case) in rows("times") {
        let verdict = parse_time(&value(&case["input"]), &options(&case), clock());
        assert_verdict(&case, "time", verdict);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn recipients_are_parsed_as_the_cases_expect() {
    for (_, case) in rows("recipients") {
        let verdict = parse_recipient(&value(&case["input"]), &options(&case), clock());
        assert_verdict(&case, "recipient", verdict);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn options_are_checked_as_the_cases_expect() {
    let event = common::plain_event();
    for (_, case) in rows("options.json") {
        let input = input(&event);
        let verdict = parse_event(&input, &options(&case), clock());
        common::assert_issues(&case, &verdict);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn targets_are_checked_as_the_cases_expect() {
    for (_, case) in rows("targets.json") {
        let event = common::plain_event_to(&case);
        let settings = common::default_options();
        let input = input(&event);
        let verdict = build_request(&input, &target(&case), &options(&settings), clock());
        common::assert_issues(&case, &verdict);
        if let Ok(built) = verdict {
            let request = serde_json::to_value(&built.value.request).expect("plain data");
            common::assert_subset(&case, &request, &["url", "headers", "missingSecrets"]);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn requests_follow_the_gateways_documentation() {
    for gateway in Gateway::all() {
        let folder = format!("requests/{}", gateway.id());
        let requests = cases(&folder);
        for case in &requests {
            assert_request(case);
        }
        for event in cases("events") {
            let has_case = requests.iter().any(|request| request.name == event.name);
            assert!(has_case, "{folder} has no case for the event {}", event.name);
        }
    }
}

fn assert_request(case: &Case) {
    let event = event_case(case);
    let settings = if case["options"].is_null() { &event["options"] } else { &case["options"] };
    let settings = json!({ "options": settings });
    let input = input(&event["input"]);
    let verdict = build_request(&input, &target(case), &options(&settings), clock());
    common::assert_issues(case, &verdict);
    let Ok(built) = verdict else {
        assert!(case["request"].is_null(), "{} was refused", case.name);
        return;
    };
    assert_request_is(case, &built.value.request);
}

fn assert_request_is(case: &Case, request: &GatewayRequest) {
    let expected = &case["request"];
    let found = serde_json::to_value(request).expect("plain data");
    // Compared as text, because the order of the keys matters.
    let body: Json = serde_json::from_str(&request.body).expect("JSON");
    assert_eq!(body.to_string(), expected["body"].to_string(), "{}", case.name);
    for name in ["method", "url", "headers", "missingSecrets"] {
        assert_eq!(found[name], expected[name], "{name} of {}", case.name);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn calls_have_the_form_that_libraries_accept() {
    for library in Library::all() {
        let folder = format!("calls/{}", library.id());
        let calls = cases(&folder);
        for case in &calls {
            assert_eq!(case["library"], library.id(), "{}", case.name);
            assert_call(case);
        }
        for event in cases("events") {
            let has_case = calls.iter().any(|call| call.name == event.name);
            assert!(has_case, "{folder} has no case for the event {}", event.name);
        }
    }
}

fn assert_call(case: &Case) {
    let event = event_case(case);
    let settings = if case["options"].is_null() { &event["options"] } else { &case["options"] };
    let settings = json!({ "options": settings });
    let library = json!({ "library": case["library"] });
    let library = value(&library).into();
    let input = input(&event["input"]);
    let verdict = build_call(&input, &library, &options(&settings), clock());
    common::assert_issues(case, &verdict);
    match verdict {
        // Compared as text, because the order of the keys matters.
        Ok(call) => assert_eq!(call.value.json, case["call"].to_string(), "{}", case.name),
        Err(_) => assert!(case["call"].is_null(), "{} was refused", case.name),
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn libraries_are_checked_as_the_cases_expect() {
    let event = common::plain_event();
    for (_, case) in rows("libraries.json") {
        let settings = common::default_options();
        let library = value(&case["library"]).into();
        let input = input(&event);
        let verdict = build_call(&input, &library, &options(&settings), clock());
        common::assert_issues(&case, &verdict);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn changes_follow_the_gateways_documentation() {
    for (_, case) in rows("changes") {
        let settings = if case["options"].is_null() { &common::default_options() } else { &*case };
        let (id, target, options) = (value(&case["messageId"]), target(&case), options(settings));
        let made = if case["operation"] == "edit" {
            let event = input(&case["event"]);
            let verdict = build_edit(&event, &id, &target, &options, clock());
            common::assert_issues(&case, &verdict);
            verdict.ok().map(|built| (built.value.fingerprint(), built.value.request))
        } else {
            let event = (!case["event"].is_null()).then(|| input(&case["event"]));
            let verdict = build_cancel(&id, event.as_ref(), &target, &options, clock());
            common::assert_issues(&case, &verdict);
            verdict.ok().map(|built| {
                assert!(built.value.event.as_ref().is_none_or(waevent::Event::canceled));
                (built.value.fingerprint(), built.value.request)
            })
        };
        let Some((fingerprint, request)) = made else {
            assert!(case["request"].is_null(), "{} was refused", case.name);
            continue;
        };
        assert_request_is(&case, &request);
        assert!(
            case["fingerprint"].is_null() || case["fingerprint"] == fingerprint,
            "{}",
            case.name
        );
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn replies_are_parsed_as_the_cases_expect() {
    for (file, case) in rows("replies") {
        let every = Gateway::all().map(Gateway::id).collect();
        let ids: Vec<&str> = file["gateway"].as_str().map_or(every, |id| vec![id]);
        let mut answer = case["answer"].clone();
        // A body that the case writes as JSON is passed as its text.
        if answer["body"].is_object() {
            answer["body"] = answer["body"].to_string().into();
        }
        for id in ids {
            let gateway = Json::from(id);
            let verdict = parse_reply(&value(&gateway), &value(&answer), &options(&case), clock());
            let found = serde_json::to_value(verdict.expect("a reply").value).expect("plain data");
            common::assert_reply(&case, &found);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn fingerprints_identify_events_sent_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for (file, case) in rows("fingerprints.json") {
        assert!(
            seen.insert(case["fingerprint"].to_string()),
            "an earlier case has this fingerprint too: {}",
            case.name
        );
        for spelling in case["spellings"].as_array().expect("spellings") {
            let mut event = common::plain_event();
            for (name, value) in spelling["set"].as_object().into_iter().flatten() {
                event[name] = value.clone();
            }
            let mut settings = common::default_options();
            for (name, value) in spelling["options"].as_object().into_iter().flatten() {
                settings["options"][name] = value.clone();
            }
            let own = &spelling["target"];
            let target = value(if own.is_null() { &file["target"] } else { own }).into();
            let input = input(&event);
            let built = build_request(&input, &target, &options(&settings), clock());
            let built = built.unwrap_or_else(|refusal| panic!("{refusal}: {spelling}")).value;
            assert_eq!(built.fingerprint(), case["fingerprint"], "{spelling} of {}", case["why"]);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn overlaps_are_found_as_the_cases_expect() {
    for (_, case) in rows("overlaps.json") {
        let times: Vec<(&str, Option<&str>)> = case["events"]
            .as_array()
            .expect("events")
            .iter()
            .map(|times| (times[0].as_str().expect("a start"), times[1].as_str()))
            .collect();
        let pairs: Vec<_> = waevent::find_overlaps(&common::events(&times)).collect();
        assert_eq!(json!(pairs), case["pairs"], "{}", case["why"]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn overlaps_are_the_same_as_comparing_every_pair() {
    // A small pseudorandom generator, so every run has the same numbers.
    let mut state = 1_u64;
    let mut below = |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) % limit
    };
    for round in 0..20 {
        let times: Vec<(u64, Option<u64>)> = (0..40)
            .map(|_| (below(8000), below(4)))
            .map(|(start, ends)| (start, (ends > 0).then_some(start + 1 + ends * ends * 400)))
            .collect();
        let text = |seconds: u64| format!("{}", 1_800_000_000 + seconds);
        let texts: Vec<(String, Option<String>)> =
            times.iter().map(|(start, end)| (text(*start), end.map(text))).collect();
        let texts: Vec<(&str, Option<&str>)> =
            texts.iter().map(|(start, end)| (start.as_str(), end.as_deref())).collect();
        let span = |place: usize| (times[place].0, times[place].1.unwrap_or(times[place].0 + 1800));
        let mut expected = Vec::new();
        for one in 0..times.len() {
            for other in one + 1..times.len() {
                if span(one).0 < span(other).1 && span(other).0 < span(one).1 {
                    expected.push((one, other));
                }
            }
        }
        let pairs: Vec<_> = waevent::find_overlaps(&common::events(&texts)).collect();
        assert_eq!(pairs, expected, "round {round}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn authorize_fills_in_secrets_as_the_cases_expect() {
    for (_, case) in rows("authorize.json") {
        let mut event = common::plain_event_to(&case);
        for (name, value) in case["set"].as_object().into_iter().flatten() {
            event[name] = value.clone();
        }
        let settings = common::default_options();
        let input = input(&event);
        let built = build_request(&input, &target(&case), &options(&settings), clock());
        let mut draft =
            serde_json::to_value(built.expect("a draft").value.request).expect("plain data");
        for (name, value) in case["draft"].as_object().into_iter().flatten() {
            draft[name] = value.clone();
        }
        let verdict = authorize(&value(&draft), &value(&case["secrets"]));
        common::assert_issues(&case, &verdict);
        if let Ok(filled) = verdict {
            let request = serde_json::to_value(&filled.value).expect("plain data");
            common::assert_subset(&case, &request, &["url", "headers", "missingSecrets"]);
            let body: Json = serde_json::from_str(&filled.value.body).expect("JSON");
            for (name, value) in case["body"].as_object().into_iter().flatten() {
                assert_eq!(&body[name], value, "{name}: {}", case["why"]);
            }
        }
    }
}
