//! What guests read for any issue: every code, with each condition that selects one of its texts.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value as Json, json};
use waevent::{EventInput, Gateway, Language, OptionsInput, format_issue, input::Value};

use super::{
    english,
    template::{Place, places},
};

/// A field name that occurs in no language's texts.
const MACHINE_NAME: &str = "zqField";

/// Facts that are names of fields.
const NAMES_IN_FACTS: &[(&str, &str)] = &[
    ("unknown_field", "suggestion"),
    ("fields_contradict", "one"),
    ("fields_contradict", "other"),
    ("field_moved", "to"),
];

/// Conditions of a key that are not facts.
const NO_FACTS: &[&str] = &["guest", "developer", "label", "field"];

/// Programmers' terms, in any language.
const JARGON: &[&str] = &[
    "LID", "@lid", "@g.us", "IANA", "ISO", "Unix", "JSON", "UTF-", "webhook", "gateway", "true",
    "ASCII",
];

/// Codes that are about whole files, targets, options or signatures, so no field of an event can have them.
const OF_OTHERS: &[&str] = &[
    "lines_format",
    "not_utf8",
    "invalid_option",
    "operation_unsupported",
    "message_id_format",
    "unknown_gateway",
    "target_segment",
    "target_base_url",
    "target_base_url_path",
    "header_value",
    "signature_missing",
    "signature_format",
    "signature_algorithm",
    "signature_mismatch",
    "signature_unpublished",
];

type Condition<'k> = (&'k str, Option<&'k str>);

/// The code of a key, and its conditions with their values.
fn split(key: &str) -> (&str, Vec<Condition<'_>>) {
    let (code, conditions) = key.split_once('?').unwrap_or((key, ""));
    let pairs = conditions.split('&').filter(|condition| !condition.is_empty()).map(|condition| {
        condition.split_once('=').map_or((condition, None), |(name, value)| (name, Some(value)))
    });
    (code, pairs.collect())
}

/// The params of an issue that selects this key: they contain the facts that it names, and none that only other keys of
/// the same code require.
fn params(key: &str) -> Json {
    let (code, conditions) = split(key);
    let mut facts: BTreeMap<&str, Json> = BTreeMap::new();
    for (other, template) in english().into_iter().filter(|(other, _)| split(other).0 == code) {
        let others = split(other).1;
        for Place { name, branches, .. } in places(template) {
            let has = |conditions: &[Condition<'_>]| conditions.iter().any(|(one, _)| *one == name);
            if name == "field" || (has(&others) && !has(&conditions)) {
                continue;
            }
            let is_name = NAMES_IN_FACTS.contains(&(code, name));
            let text = json!(if is_name { MACHINE_NAME } else { "fact" });
            // A counted fact occurs in its own branches too, as a plain placeholder.
            let fact = facts.entry(name).or_insert_with(|| text);
            if !branches.is_empty() {
                *fact = json!(3);
            }
        }
    }
    for (name, value) in conditions.into_iter().filter(|(name, _)| !NO_FACTS.contains(name)) {
        match value {
            Some(value) => drop(facts.insert(name, json!(value))),
            None => drop(facts.entry(name).or_insert_with(|| json!("fact"))),
        }
    }
    json!(facts)
}

/// Every path that an issue of this key may have.
fn paths(key: &str) -> Vec<Json> {
    // It is about the whole list, not about a field.
    if key == "more_issues" {
        return vec![json!([])];
    }
    if let Some((_, Some(field))) = split(key).1.into_iter().find(|(name, _)| *name == "field") {
        return vec![json!([field]), json!([field, MACHINE_NAME])];
    }
    // No form has fields for options, so one of them stands for all.
    let names = EventInput::NAMES.iter().chain(&["gateway"]).chain(OptionsInput::NAMES.first());
    let parts = EventInput::LOCATION_NAMES.iter().map(|part| json!(["location", part]));
    let own = [json!([MACHINE_NAME]), json!(["location", MACHINE_NAME])];
    names.map(|name| json!([name])).chain(parts).chain(own).collect()
}

/// The API name of a field that a message contains, if any: an identifier with capitals, or a name in quotation marks.
fn names_a_field(message: &str) -> Option<&'static str> {
    let message: String = message
        .chars()
        .filter(|character| !('\u{2066}'..='\u{2069}').contains(character))
        .collect();
    let names = [
        &[MACHINE_NAME],
        EventInput::NAMES,
        EventInput::LOCATION_NAMES,
        &["gateway"],
        OptionsInput::NAMES,
    ];
    let targets = Gateway::all().flat_map(Gateway::target_fields);
    names.into_iter().flatten().copied().chain(targets).find(|name| {
        let is_no_word = name.contains(|character: char| character.is_ascii_uppercase());
        (is_no_word && message.contains(name))
            || [("\"", "\""), ("«", "»"), (".", "\""), (".", "»")]
                .iter()
                .any(|(open, close)| message.contains(&format!("{open}{name}{close}")))
    })
}

fn message_of(issue: &Json, reader: &Json, language: Language) -> String {
    let value = |json| Value::deserialize(json).expect("reading never fails");
    let language = json!(language.tag());
    let verdict = format_issue(&value(issue), &value(&language), &value(reader));
    verdict.unwrap_or_else(|refusal| panic!("{refusal}: {issue}")).value
}

#[test]
fn no_message_for_a_guest_names_a_field_as_the_api_does() {
    let label = "Étiquette";
    let mut count = 0;
    for (key, _) in english() {
        let code = split(key).0;
        let params = params(key);
        for path in paths(key) {
            let issue = json!({ "code": code, "path": path, "params": params });
            for language in Language::ALL {
                for reader in [json!({}), json!({ "label": label })] {
                    let message = message_of(&issue, &reader, *language);
                    count += 1;
                    assert_eq!(names_a_field(&message), None, "{key}: {message}");
                    assert!(message.ends_with(['.', '?', '؟']), "{key}: {message}");
                    let is_whole = !message.contains("  ") && !message.contains(['{', '}', '|']);
                    assert!(is_whole, "{key}: {message}");
                    let is_of_event = path.get(0).is_some_and(|name| {
                        name.as_str().is_some_and(|name| EventInput::NAMES.contains(&name))
                    }) && !OF_OTHERS.contains(&code)
                        && !key.contains("?expected=");
                    let jargon = JARGON.iter().find(|word| message.contains(**word));
                    assert!(!is_of_event || jargon.is_none(), "{key}: {jargon:?} in {message}");
                }
            }
        }
    }
    assert!(count > 20_000, "{count}");
}

/// Proves that the test above would find names: developers' messages contain them.
#[test]
fn messages_for_developers_name_the_field_as_the_api_does() {
    let past = json!({ "code": "time_past", "path": ["location", "name"] });
    let both = json!({ "code": "end_and_duration", "path": ["end"] });
    for language in Language::ALL {
        assert_eq!(names_a_field(&message_of(&past, &Json::Null, *language)), Some("name"));
        assert_eq!(names_a_field(&message_of(&both, &Json::Null, *language)), Some("end"));
    }
}

/// Texts that are the same in English are the same in every other language.
#[test]
fn codes_that_share_a_text_in_english_share_it_in_every_language() {
    let catalogs = super::CATALOGS.iter().skip(1);
    for (language, catalog, _) in catalogs {
        let mut same: BTreeMap<&str, &str> = BTreeMap::new();
        for ((key, english), (_, template)) in super::beside_english(catalog) {
            let first = same.entry(english).or_insert(template);
            assert_eq!(*first, template, "{key} in {}", language.tag());
        }
    }
}
