//! Any text as a recipient, in any of some countries: no panic, and what is told of a recipient is read as the
//! same recipient.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waevent::{OptionsInput, Recipient, Time, input::Value, parse_recipient};

/// Countries whose rules differ from all others, and one that has none.
const COUNTRIES: [&str; 16] = [
    "", "BR", "MX", "AR", "US", "BB", "GB", "GG", "IT", "SM", "RU", "AU", "JP", "HU", "CO", "GA",
];

fn read(text: &str, country: &str, whatsapp_id: &str) -> Option<Recipient> {
    let options = OptionsInput {
        country: Value::Text(country.into()),
        whatsapp_id: Value::Text(whatsapp_id.into()),
        ..OptionsInput::default()
    };
    let verdict = parse_recipient(&Value::Text(text.into()), &options, Time::EPOCH);
    verdict.ok().map(|checked| checked.value)
}

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let country = COUNTRIES[usize::from(choice & 15)];
    let whatsapp_id = ["typed", "long", "short", "typed"][usize::from(choice >> 6)];
    let Some(recipient) = read(text, country, whatsapp_id) else { return };
    match &recipient {
        Recipient::Person(phone) => {
            assert!((8..=16).contains(&phone.e164().len()), "{text}");
            // An id that no numbering plan has is kept, and is nothing that a person may type.
            if let Some(again) = read(phone.e164(), "", whatsapp_id) {
                let Recipient::Person(again) = again else { panic!("{text} is a person") };
                assert_eq!(again.e164(), phone.e164(), "{text}");
            } else {
                assert!(text.contains('@'), "what is printed of {text} is accepted");
            }
            for id in phone.whatsapp_ids() {
                assert!(id.len() <= 15, "{text}");
                let jid = [id, "@s.whatsapp.net"].concat();
                let Some(Recipient::Person(of_id)) = read(&jid, country, "typed") else {
                    panic!("{text} has the id {id}, which is none");
                };
                assert!(of_id.whatsapp_ids().any(|other| other == id), "{text}");
            }
        }
        Recipient::Group(group) => assert_eq!(read(group.as_str(), "", "typed"), Some(recipient)),
        Recipient::Lid(lid) => assert_eq!(read(lid.as_str(), "", "typed"), Some(recipient)),
        other => panic!("{other:?}"),
    }
});
