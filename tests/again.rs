//! Values round-trip: an event, a time or a recipient that was returned is read as the same value again, also after a
//! detour through JSON.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "tests/cases.rs uses the rest")]
mod common;

use common::{clock, input, options, value};
use serde_json::{Value as Json, json};
use waevent::{
    EventInput, Verdict,
    gateway::{Field, Holds},
    parse_event, parse_recipient, parse_time,
};

/// Input fields that a parsed event holds in another field: `end`, the zone of its times, `reminderSeconds`.
const OTHER_SPELLINGS: &[&str] = &["durationMinutes", "timeZone", "reminderMinutes"];

/// Recipients of each kind: numbers with one WhatsApp id, numbers from countries that changed their numbering, in both
/// spellings and as ids, fixed lines, and numbers that are no longer in any numbering plan.
const RECIPIENTS: &[&str] = &[
    "+14155552671",
    "+55 11 98020-1045",
    "+55 11 8020-1045",
    "+55 51 98020-1045",
    "+55 51 8020-1045",
    "555180201045@c.us",
    "551180201045@c.us",
    "+52 55 1234 5678",
    "+52 1 55 1234 5678",
    "5215512345678@s.whatsapp.net",
    "+54 9 11 2345-6789",
    "+54 11 2345-6789",
    "5491123456789@c.us",
    "+225 07 07 12 34 56",
    "22507123456@c.us",
    "22997123456@c.us",
    "+229 01 97 12 34 56",
    "+49 89 636 48018",
    "120363019502650977@g.us",
    "5511999999999-1623281429@g.us",
    "123456789012345@lid",
];

const CHOICES: &[&str] = &["typed", "long", "short"];

/// Starts in each notation that affects the output.
const STARTS: &[&str] = &[
    "2027-09-10T17:00:00Z",
    "2027-09-10T14:00:00-03:00",
    "2027-09-10T14:00:00+00:00",
    "2027-09-10T14:00:00-00:00",
    "2027-09-10T14:00:00+05:17",
    "2027-09-10T14:00[America/Sao_Paulo]",
    "2027-09-10T14:00[america/sao_paulo]",
    "2027-09-10T14:00[-03:00]",
    "2027-09-10T14:00[UTC]",
    "2027-09-10T14:00[Etc/GMT+3]",
    "2027-07-10T14:00[EST]",
    "2027-11-07T01:30:00-04:00[America/New_York]",
    "2027-11-07T01:30:00-05:00[America/New_York]",
    "2026-01-01T00:00:00Z[Europe/Lisbon]",
];

fn json<T: serde::Serialize>(verdict: Verdict<T>) -> Json {
    let value = verdict.unwrap_or_else(|refusal| panic!("{refusal}")).value;
    let text = serde_json::to_string(&value).expect("plain data");
    serde_json::from_str(&text).expect("JSON")
}

/// Fills every field of the event that holds a text, a flag or a number of seconds.
fn with_all_extras(mut event: Json) -> Json {
    for field in Field::ALL {
        let value = match field.holds() {
            _ if field.names().iter().any(|name| !event[*name].is_null()) => continue,
            Some(Holds::Text) => json!("crm"),
            Some(Holds::Flag) => json!(true),
            Some(Holds::Seconds) => json!(2),
            _ => continue,
        };
        event[field.path().0] = value;
    }
    event
}

#[test]
fn a_recipient_round_trips_whichever_whatsapp_id_was_chosen() {
    for to in RECIPIENTS {
        for choice in CHOICES {
            let settings = json!({ "options": { "whatsappId": choice } });
            let first = json(parse_recipient(&value(&json!(to)), &options(&settings), clock()));
            let none = json!({ "options": {} });
            let again = json(parse_recipient(&value(&first), &options(&none), clock()));
            assert_eq!(again, first, "{to}, {choice}");
            let same = json(parse_recipient(&value(&first), &options(&settings), clock()));
            assert_eq!(same, first, "{to}, {choice} twice");
        }
    }
}

#[test]
fn a_time_round_trips() {
    for start in STARTS {
        for zone in [Json::Null, json!("Asia/Tokyo")] {
            let settings = json!({ "options": { "allowPast": true, "timeZone": zone } });
            let first = json(parse_time(&value(&json!(start)), &options(&settings), clock()));
            let again = json(parse_time(&value(&first), &options(&settings), clock()));
            assert_eq!(again, first, "{start}");
        }
    }
}

#[test]
fn an_event_with_every_field_round_trips() {
    for (start, to) in STARTS.iter().zip(RECIPIENTS.iter().cycle()) {
        let event = json!({
            "to": to,
            "name": "Team meeting",
            "start": start,
            "durationMinutes": 90,
            "timeZone": "Asia/Tokyo",
            "description": "Bring the plan\nand the map",
            "location": { "name": "Room A", "address": "Av. Paulista, 1000", "latitude": -23.5505, "longitude": -46.6333 },
            "joinLink": "https://call.whatsapp.com/video/abc",
            "reminderMinutes": 7.5,
            "replyTo": "3EB0C767D82A",
        });
        let event = with_all_extras(event);
        let settings = json!({ "options": { "offset": "use", "whatsappId": "long" } });
        let first = json(parse_event(&input(&event), &options(&settings), clock()));
        for name in EventInput::NAMES.iter().filter(|name| !OTHER_SPELLINGS.contains(name)) {
            assert!(!first[*name].is_null() && first[*name] != false, "{name} is not in the event");
        }
        let again = json(parse_event(&input(&first), &options(&json!({ "options": {} })), clock()));
        assert_eq!(again, first, "{start}");
    }
}
