//! How often the heap is asked while a value is judged.
#![cfg(not(target_arch = "wasm32"))]

use allocation_counter::measure;
use waevent::{OptionsInput, Time, input::Value, parse_recipient, parse_time};

fn text(text: &str) -> Value<'_> {
    Value::Text(text.into())
}

/// How often memory is allocated for `judge`, which is run once before: what is made once for all is not counted.
fn allocations(judge: impl Fn() -> bool) -> u64 {
    assert!(judge(), "judged as expected");
    measure(|| assert!(judge(), "judged alike")).count_total
}

#[test]
fn a_time_in_its_zone_needs_none() {
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
fn a_recipient_needs_none() {
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

/// The count would otherwise be none whatever was done.
#[test]
fn a_warning_is_counted() {
    let options = OptionsInput::default();
    let value = text("5511999999999");
    let warned = || {
        let recipient = parse_recipient(&value, &options, Time::EPOCH);
        recipient.is_ok_and(|recipient| recipient.warnings.len() == 1)
    };
    assert!(allocations(warned) > 0);
}
