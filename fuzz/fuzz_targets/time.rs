//! Parses any text as a time. Checks that nothing panics, and that the result agrees with the RFC 3339 parser of the
//! `time` crate if both accept the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use waevent::{OptionsInput, Time, input::Value, parse_time};

fuzz_target!(|text: &str| {
    let options = OptionsInput {
        allow_past: Value::Bool(true),
        time_zone: Value::Text("America/New_York".into()),
        disambiguation: Value::Text("compatible".into()),
        ..OptionsInput::default()
    };
    let ours = parse_time(&Value::Text(text.into()), &options, Time::EPOCH);
    let theirs = OffsetDateTime::parse(text.trim(), &Rfc3339);
    if let (Ok(ours), Ok(theirs)) = (&ours, &theirs) {
        assert_eq!(ours.value.epoch_seconds(), theirs.unix_timestamp(), "{text}");
    }
    // A printed time is read as the same time.
    if let Ok(ours) = ours {
        let printed = ours.value.rfc3339();
        let again = parse_time(&Value::Text(printed.as_str().into()), &options, Time::EPOCH);
        let again = again.expect("a printed time is accepted");
        assert_eq!(
            again.value.epoch_seconds(),
            ours.value.epoch_seconds(),
            "{text} became {printed}"
        );
        OffsetDateTime::parse(&printed, &Rfc3339).expect("a printed time is RFC 3339");
    }
});
