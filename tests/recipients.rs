//! What holds for every recipient, whatever the text is.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use proptest::{prelude::*, test_runner::RngSeed};
use serde_json::json;
use waevent::{
    Checked, IssueCode, Language, OptionsInput, Recipient, Time, Verdict, input::Value,
    parse_recipient, same_recipient,
};

/// Countries with special rules, and no country.
const COUNTRIES: [&str; 10] = ["", "", "", "BR", "MX", "AR", "US", "CI", "BJ", "DE"];

fn read(text: &str, country: &str, bare_numbers: &str) -> Verdict<Recipient> {
    let options = OptionsInput {
        country: Value::Text(country.into()),
        bare_numbers: Value::Text(bare_numbers.into()),
        ..OptionsInput::default()
    };
    parse_recipient(&Value::Text(text.into()), &options, Time::EPOCH)
}

/// Texts similar to phone numbers: a start, digits in groups, and an end.
fn texts() -> impl Strategy<Value = String> {
    let start = prop_oneof![
        Just(""),
        Just("+"),
        Just("00"),
        Just("0"),
        Just("'"),
        Just("=\""),
        Just("tel:"),
        Just("wa.me/"),
        Just("+225"),
        Just("+229"),
        Just("225"),
        Just("229"),
        Just("+55"),
        Just("55"),
        Just("+521"),
        Just("52"),
        Just("+549"),
        Just("54"),
        Just("1"),
        Just("(0"),
    ];
    let between = prop_oneof![
        10 => Just(""), 2 => Just(" "), 2 => Just("-"), 1 => Just("."), 1 => Just("/"), 1 => Just(")"), 1 => Just("(0)"),
        1 => Just(" ::: "), 1 => Just(" e "), 1 => Just("+"), 1 => Just(";"),
    ];
    let end = prop_oneof![
        6 => Just(""), 2 => Just("@c.us"), 2 => Just("@s.whatsapp.net"), 1 => Just(":3@c.us"), 1 => Just("@g.us"),
        1 => Just("@lid"), 1 => Just("-group"), 1 => Just("+"), 1 => Just("\""), 1 => Just("'"), 1 => Just(" ext 5"),
    ];
    let groups = prop::collection::vec(("[0-9]{1,8}", between), 1..5);
    (start, groups, end).prop_map(|(start, groups, end)| {
        let groups: String =
            groups.iter().flat_map(|(digits, between)| [digits, *between]).collect();
        [start, &groups, end].concat()
    })
}

/// Whether a text contains enough consecutive digits of another one to reveal the number.
fn has_digits_of(told: &str, text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let known = "+5511999999999 123456789012345@lid 120363";
    let parts = digits.as_bytes().windows(6).filter_map(|part| std::str::from_utf8(part).ok());
    parts.filter(|part| !known.contains(part)).any(|part| told.contains(part))
}

fn assert_lawful(text: &str, country: &str, bare_numbers: &str) {
    let verdict = read(text, country, bare_numbers);
    let issues = match &verdict {
        Ok(checked) => &checked.warnings,
        Err(refusal) => &refusal.issues,
    };
    for issue in issues {
        let params = serde_json::to_string(issue.params()).expect("plain data");
        let told = [params, issue.message(Language::English)].concat();
        assert!(!has_digits_of(&told, text), "{told} of {text}");
    }
    let Ok(Checked { value: recipient, warnings, .. }) = verdict else { return };
    let Recipient::Person(phone) = &recipient else { return };
    // A plus sign and at most the 15 digits of E.164. The shortest numbers in libphonenumber have six digits: German
    // pagers.
    assert!((7..=16).contains(&phone.e164().len()), "{text}");
    let is_planned = warnings.iter().all(|one| one.code() != IssueCode::PhoneIdOutsidePlan);
    if is_planned {
        let again =
            read(phone.e164(), "", bare_numbers).expect("its own E.164 form is accepted").value;
        assert!(same_recipient(&recipient, &again), "{text}");
        let Recipient::Person(again) = again else { panic!("{text} is a person") };
        assert_eq!(again.e164(), phone.e164(), "{text}");
    }
    for id in phone.whatsapp_ids() {
        let jid = [id, "@s.whatsapp.net"].concat();
        let of_id = read(&jid, country, bare_numbers).expect("an id is accepted").value;
        assert!(same_recipient(&recipient, &of_id), "{text} has the id {id}");
        let Recipient::Person(of_id) = of_id else { panic!("{text} is a person") };
        assert!(of_id.whatsapp_ids().any(|other| other == id), "{text} has the id {id}");
    }
}

/// Texts that a Rust string cannot hold: what a host passes in their place.
#[test]
fn texts_that_cannot_be_read_are_refused() {
    let long = Value::LongText { start: "+5511999999999".into(), units: 70_000 };
    for (value, code, params) in [
        (Value::LoneSurrogate(3), IssueCode::LoneSurrogate, json!({ "index": 3 })),
        (long, IssueCode::TooLong, json!({ "max": 250, "length": 70_000 })),
    ] {
        let refusal = parse_recipient(&value, &OptionsInput::default(), Time::EPOCH);
        let issues = refusal.expect_err("no recipient").issues;
        let found: Vec<_> =
            issues.iter().map(|issue| (issue.code(), json!(issue.params()))).collect();
        assert_eq!(found, [(code, params)]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_129), ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn texts_similar_to_numbers_keep_the_laws(
        text in texts(),
        country in prop::sample::select(COUNTRIES.as_slice()),
        bare_numbers in prop::sample::select(["unambiguous", "international"].as_slice()),
    ) {
        assert_lawful(&text, country, bare_numbers);
    }

    #[test]
    fn any_text_keeps_the_laws(text in "\\PC{0,40}", country in prop::sample::select(COUNTRIES.as_slice())) {
        assert_lawful(&text, country, "unambiguous");
    }
}
