//! Parses any text as a recipient, with one of several countries. Checks that nothing panics, and that each form in
//! which a recipient is returned is read as the same recipient.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waevent::{
    Checked, Issue, IssueCode, OptionsInput, Recipient, Time, input::Value, parse_recipient,
};

/// No country, and countries whose rules differ from all others.
const COUNTRIES: [&str; 16] =
    ["", "BR", "MX", "AR", "US", "BB", "GB", "GG", "IT", "SM", "RU", "AU", "JP", "HU", "CO", "GA"];

fn check(text: &str, country: &str, whatsapp_id: &str) -> Option<Checked<Recipient>> {
    let options = OptionsInput {
        country: Value::Text(country.into()),
        whatsapp_id: Value::Text(whatsapp_id.into()),
        ..OptionsInput::default()
    };
    parse_recipient(&Value::Text(text.into()), &options, Time::EPOCH).ok()
}

fn read(text: &str, country: &str, whatsapp_id: &str) -> Option<Recipient> {
    check(text, country, whatsapp_id).map(|checked| checked.value)
}

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let country = COUNTRIES[usize::from(choice & 15)];
    let whatsapp_id = ["typed", "long", "short", "typed"][usize::from(choice >> 6)];
    let Some(checked) = check(text, country, whatsapp_id) else { return };
    let recipient = checked.value;
    match &recipient {
        Recipient::Person(phone) => {
            assert!((8..=16).contains(&phone.e164().len()), "{text}");
            let is_typed = matches!(
                read(phone.e164(), "", whatsapp_id),
                Some(Recipient::Person(again)) if again.e164() == phone.e164()
            );
            // An id outside all numbering plans is kept unchanged. The same digits, typed, are read as a phone number
            // if at all: without the zero behind the country code, for example.
            let is_outside = |issue: &Issue| issue.code() == IssueCode::PhoneIdOutsidePlan;
            assert!(
                is_typed || checked.warnings.iter().any(is_outside),
                "{text} is another recipient when typed"
            );
            for id in phone.whatsapp_ids() {
                assert!(id.len() <= 15, "{text}");
                let jid = [id, "@s.whatsapp.net"].concat();
                let Some(Recipient::Person(of_id)) = read(&jid, country, "typed") else {
                    panic!("{text} has the id {id}, which is not read as one");
                };
                assert!(of_id.whatsapp_ids().any(|other| other == id), "{text}");
            }
        }
        Recipient::Group(group) => assert_eq!(read(group.as_str(), "", "typed"), Some(recipient)),
        Recipient::Lid(lid) => assert_eq!(read(lid.as_str(), "", "typed"), Some(recipient)),
        other => panic!("{other:?}"),
    }
});
