//! Counts the heap allocations made while values are checked.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use allocation_counter::measure;
use waevent::{
    Builder, Event, EventInput, OptionsInput, TargetInput, Time, input::Value, parse_recipient,
    parse_time,
};

/// An event with a zone, a national number, a text of several lines, a complete place and a link.
const EVENT: &str = r#"{
    "to": "(11) 99999-9999",
    "name": "Reunião de equipe",
    "start": "2027-09-10T14:00",
    "durationMinutes": 90,
    "timeZone": "America/Sao_Paulo",
    "description": "Bring the plan\nand the map",
    "location": { "name": "Room A", "address": "Av. Paulista, 1000", "latitude": -23.5505, "longitude": -46.6333 },
    "joinLink": "https://call.whatsapp.com/video/abc",
    "reminderMinutes": 15,
    "source": "crm"
}"#;

fn text(text: &str) -> Value<'_> {
    Value::Text(text.into())
}

/// How often `judge` allocates memory. It runs once before the count, so one-time allocations are not counted.
fn allocations(judge: impl Fn() -> bool) -> u64 {
    assert!(judge(), "the check passes");
    measure(|| assert!(judge(), "the check passes again")).count_total
}

#[test]
fn checking_a_time_in_its_zone_allocates_nothing() {
    let options = OptionsInput {
        time_zone: text("America/Argentina/Buenos_Aires"),
        ..OptionsInput::default()
    };
    for written in
        ["2027-09-10T14:00", "2027-09-10T14:00:30-03:00", "2027-09-10T14:00[America/Sao_Paulo]"]
    {
        let value = text(written);
        let count = allocations(|| {
            parse_time(&value, &options, Time::EPOCH).is_ok_and(|time| time.warnings.is_empty())
        });
        assert_eq!(count, 0, "{written}");
    }
}

#[test]
fn checking_a_recipient_allocates_nothing() {
    let options = OptionsInput { country: text("BR"), ..OptionsInput::default() };
    for written in [
        "11 99999-9999",
        "(11) 99999.9999",
        "+55 11 99999-9999",
        "5511999999999@s.whatsapp.net",
        "120363019502650977@g.us",
        "123456789012345@lid",
    ] {
        let value = text(written);
        let count = allocations(|| {
            let recipient = parse_recipient(&value, &options, Time::EPOCH);
            recipient.is_ok_and(|recipient| recipient.warnings.is_empty())
        });
        assert_eq!(count, 0, "{written}");
    }
}

/// Without this test, a counter that never counts would pass the others.
#[test]
fn the_allocation_of_a_warning_is_counted() {
    let options = OptionsInput::default();
    let value = text("5511999999999");
    let warned = || {
        let recipient = parse_recipient(&value, &options, Time::EPOCH);
        recipient.is_ok_and(|recipient| recipient.warnings.len() == 1)
    };
    assert!(allocations(warned) > 0);
}

/// 2027-01-15T08:00:00Z, within a year of the event.
fn clock() -> Time {
    Time::from_epoch_seconds(1_800_000_000).expect("a year of four digits")
}

/// A builder for the account `sales`, and the input of the event.
fn builder_and_input() -> (Builder, EventInput<'static>) {
    let target: TargetInput<'_> =
        serde_json::from_str(r#"{ "gateway": "ryzeapi", "instance": "sales" }"#).expect("JSON");
    let options = OptionsInput { country: text("BR"), ..OptionsInput::default() };
    let builder = Builder::parse(&target, &options, clock()).expect("a target").value;
    (builder, serde_json::from_str(EVENT).expect("JSON"))
}

#[test]
fn checking_an_event_allocates_nothing() {
    let options = OptionsInput { country: text("BR"), ..OptionsInput::default() };
    let options = waevent::Options::parse(&options, clock()).expect("options").value;
    let (_, input) = builder_and_input();
    let count =
        allocations(|| Event::parse(&input, &options).is_ok_and(|event| event.warnings.is_empty()));
    assert_eq!(count, 0);
}

/// One allocation is for the body. The others are for the rest of the request: its URL, its two headers and their list,
/// and its missing secret and its list.
#[test]
fn a_request_allocates_its_body_once() {
    let (builder, input) = builder_and_input();
    let count = allocations(|| builder.build(&input).is_ok_and(|built| built.warnings.is_empty()));
    assert_eq!(count, 9);
}
