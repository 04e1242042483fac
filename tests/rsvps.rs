//! The cases about RSVPs, natively and in wasm under Node and in Chromium.
//!
//! The tests in `tests/package` run the same files through the installed package.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "each test binary uses a part of it")]
mod common;

use common::{clock, options, rows, value};
use serde_json::{Value as Json, json};
use waevent::{
    OptionsInput, Recipient, Rsvp, Verdict, parse_recipient, parse_rsvp, same_message,
    same_recipient, tally,
};
use wasm_bindgen_test::wasm_bindgen_test;

fn read(gateway: &Json, webhook: &Json, case: &Json) -> Verdict<Option<Rsvp>> {
    parse_rsvp(&value(gateway), &value(webhook), &options(case), clock())
}

/// The gateways of a file that exist already.
fn known(file: &Json) -> impl Iterator<Item = &Json> {
    let is_known = |id: &&Json| waevent::Gateway::all().any(|known| *id == known.id());
    file["gateways"].as_array().expect("gateways").iter().filter(is_known)
}

/// Parses a webhook that must be an RSVP.
fn rsvp(gateway: &Json, webhook: &Json) -> Rsvp {
    let verdict = read(gateway, webhook, &Json::Null).unwrap_or_else(|error| panic!("{error}"));
    verdict.value.unwrap_or_else(|| panic!("no answer: {webhook}"))
}

#[wasm_bindgen_test(unsupported = test)]
fn rsvps_are_parsed_as_the_cases_expect() {
    for (file, case) in rows("rsvps") {
        let text = case["webhook"].as_str().filter(|_| case["inText"] == true);
        let parsed = text.and_then(|text| serde_json::from_str(text).ok());
        let webhook = parsed.as_ref().unwrap_or(&case["webhook"]);
        for gateway in known(&file) {
            let verdict = read(gateway, webhook, &case);
            common::assert_issues(&case, &verdict);
            let Ok(found) = verdict else { continue };
            let found = serde_json::to_value(&found.value).expect("plain data");
            assert_eq!(found.is_null(), case["rsvp"].is_null(), "{}", case.name);
            for (name, expected) in case["rsvp"].as_object().into_iter().flatten() {
                assert_part(&found[name], expected, &case.name);
            }
            let known = |name: &String| name == "dedupeKey" || case["rsvp"].get(name).is_some();
            for name in found.as_object().into_iter().flatten().map(|(name, _)| name) {
                assert!(known(name), "unexpected {name}: {}", case.name);
            }
        }
    }
}

/// Asserts that `found` has the fields of `expected`.
#[track_caller]
fn assert_part(found: &Json, expected: &Json, why: &str) {
    match expected.as_object() {
        Some(fields) => {
            for (name, expected) in fields {
                assert_eq!(&found[name], expected, "{name}: {why}");
            }
        }
        None => assert_eq!(found, expected, "{why}"),
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_second_delivery_is_recognised() {
    for (file, case) in rows("deliveries.json") {
        let webhooks = case["webhooks"].as_array().expect("webhooks");
        let keys: Vec<String> =
            webhooks.iter().map(|webhook| rsvp(&file["gateway"], webhook).dedupe_key).collect();
        assert_eq!(keys[0] == keys[1], case["equal"] == true, "{}: {keys:?}", case["why"]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_last_answer_of_each_guest_counts() {
    for (file, case) in rows("tallies.json") {
        let webhooks = case["webhooks"].as_array().expect("webhooks");
        let answers: Vec<Rsvp> =
            webhooks.iter().map(|webhook| rsvp(&file["gateway"], webhook)).collect();
        assert_eq!(json!(tally(&answers)), case["tally"], "{}", case["why"]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn messages_are_distinguished() {
    for (_, case) in rows("same-messages.json") {
        let [one, other] = ["one", "other"].map(|name| case[name].as_str().expect("an id"));
        assert_eq!(json!(same_message(one, other)), case["same"], "{}", case["why"]);
        assert_eq!(json!(same_message(other, one)), case["same"], "{}", case["why"]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn recipients_are_distinguished() {
    let recipient = |text: &Json| -> Recipient {
        let verdict = parse_recipient(&value(text), &OptionsInput::default(), clock());
        verdict.unwrap_or_else(|error| panic!("{error}: {text}")).value
    };
    for (_, case) in rows("same-recipients.json") {
        let [one, other] = ["one", "other"].map(|name| recipient(&case[name]));
        assert_eq!(json!(same_recipient(&one, &other)), case["same"], "{}", case["why"]);
        assert_eq!(json!(same_recipient(&other, &one)), case["same"], "{}", case["why"]);
    }
}

#[test]
#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::disallowed_methods, reason = "the test measures how the time grows")]
fn rsvps_are_counted_in_linear_time() {
    let answer = |number: u32| {
        let from = format!("{}@c.us", 5_511_900_000_000_u64 + u64::from(number / 2));
        let webhook = json!({ "event": "event.response", "payload": {
            "from": from,
            "eventCreationKey": { "id": "3EB0" },
            "eventResponse": { "response": if number.is_multiple_of(2) { "MAYBE" } else { "GOING" } },
        } });
        rsvp(&json!("wawp"), &webhook)
    };
    let answers: Vec<Rsvp> = (0..4_000).map(answer).collect();
    let counted = tally(&answers);
    assert_eq!((counted.going, counted.maybe), (2_000, 0));
    let time = |answers: &[Rsvp], times: usize| {
        let started = std::time::Instant::now();
        for _ in 0..times {
            assert!(tally(answers).going > 0);
        }
        started.elapsed()
    };
    // Both sides count as many RSVPs. In linear time, sixteen parts take as long as the whole, but only a sixteenth of
    // it if each RSVP is compared with every other. The best of several rounds counts, so other programs do not matter;
    // one good round is enough.
    let (mut parts, mut whole) = (std::time::Duration::MAX, std::time::Duration::MAX);
    for _ in 0..20 {
        parts = parts.min(time(&answers[..250], 16));
        whole = whole.min(time(&answers, 1));
        if whole < parts * 5 {
            return;
        }
    }
    panic!("16 times 250 took {parts:?}, 4,000 took {whole:?}");
}
