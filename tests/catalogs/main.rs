//! The catalogs of all languages have the same entries, with the same facts.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod guests;
mod template;

use std::collections::BTreeSet;

use template::{places, prose};
use waevent::{
    IssueCode, Language,
    input::{Kind, Value},
};

type Entry = (&'static str, &'static str);

/// Every language, with its catalog and the plural categories that CLDR gives it for integers.
const CATALOGS: &[(Language, &str, &[&str])] = &[
    (Language::English, include_str!("../../src/issue/message/catalog/en.txt"), &["one", "other"]),
    (
        Language::Portuguese,
        include_str!("../../src/issue/message/catalog/pt-BR.txt"),
        &["one", "many", "other"],
    ),
    (
        Language::Spanish,
        include_str!("../../src/issue/message/catalog/es.txt"),
        &["one", "many", "other"],
    ),
    (
        Language::Arabic,
        include_str!("../../src/issue/message/catalog/ar.txt"),
        &["zero", "one", "two", "few", "many", "other"],
    ),
];

fn entries(catalog: &'static str) -> Vec<Entry> {
    catalog.lines().map(|line| line.split_once(": ").expect(line)).collect()
}

fn english() -> Vec<Entry> {
    entries(CATALOGS.first().expect("English").1)
}

/// Each message's entry next to the English one, without the translated words at the end.
fn beside_english(catalog: &'static str) -> impl Iterator<Item = (Entry, Entry)> {
    english().into_iter().zip(entries(catalog))
}

#[test]
fn catalogs_list_the_codes_in_order_and_end_each_with_an_entry_without_condition() {
    for (language, catalog, _) in CATALOGS {
        let mut codes: Vec<&str> = Vec::new();
        let mut closed = true;
        for (key, _) in entries(catalog) {
            let (code, condition) = key.split_once('?').unwrap_or((key, ""));
            if closed {
                codes.push(code);
            }
            assert_eq!(codes.last(), Some(&code), "no entry without a condition before {key}");
            closed = condition.is_empty();
        }
        codes.retain(|code| *code != "word");
        let expected: Vec<&str> = IssueCode::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(codes, expected, "{}", language.tag());
    }
    let languages: Vec<Language> = CATALOGS.iter().map(|(language, ..)| *language).collect();
    assert_eq!(languages, Language::ALL);
}

#[test]
fn each_catalog_has_the_keys_of_english_and_translates_each_fact_that_is_a_word() {
    let facts = [
        "string or object",
        "array or object",
        "text that is not JSON",
        "a line of more than 1 MiB",
        "gateway of this version",
        "an issue of this version",
        "time",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "seconds",
        "milliseconds",
        "person",
        "group",
        "lid",
    ];
    let values = [
        Value::Absent,
        Value::Bool(true),
        Value::Number(1.0),
        Value::Number(f64::NAN),
        Value::Number(f64::INFINITY),
        Value::BigInt("1".into()),
        Value::Text("a".into()),
        Value::Instant(0.0),
        Value::List(Vec::new()),
        Value::Record(Vec::new()),
    ];
    let mut words: BTreeSet<&str> = facts.into();
    words.extend(values.iter().map(Value::type_name));
    words.extend(Kind::ALL.iter().map(|kind| kind.as_str()));
    let keys = |entries: Vec<Entry>| entries.into_iter().map(|(key, _)| key).collect::<Vec<_>>();
    let english = keys(english());
    for (language, catalog, _) in CATALOGS.iter().skip(1) {
        let mut keys = keys(entries(catalog));
        let behind = keys.split_off(english.len());
        assert_eq!(keys, english, "{}", language.tag());
        let behind: Vec<&str> = behind.iter().filter_map(|key| key.strip_prefix("word?")).collect();
        assert_eq!(behind.iter().copied().collect::<BTreeSet<_>>(), words, "{}", language.tag());
        assert_eq!(behind.len(), words.len(), "a word is listed twice in {}", language.tag());
    }
}

#[test]
fn each_template_has_the_same_facts_as_in_english() {
    let names = |template| places(template).iter().map(|place| place.name).collect::<BTreeSet<_>>();
    for (language, catalog, _) in CATALOGS {
        for ((key, english), (_, template)) in beside_english(catalog) {
            assert_eq!(names(template), names(english), "{key} in {}", language.tag());
        }
        for (key, word) in entries(catalog).iter().filter(|(key, _)| key.starts_with("word?")) {
            assert!(places(word).is_empty(), "{key} in {}", language.tag());
        }
    }
}

#[test]
fn counted_facts_have_exactly_the_plural_categories_of_the_language() {
    let mut counted = 0;
    for (language, catalog, categories) in CATALOGS {
        for ((key, english), (_, template)) in beside_english(catalog) {
            let plurals = |template| -> BTreeSet<&str> {
                let places = places(template);
                let plurals = places.iter().filter(|place| !place.branches.is_empty());
                plurals.map(|place| place.name).collect()
            };
            assert_eq!(plurals(template), plurals(english), "{key} in {}", language.tag());
            for place in places(template).iter().filter(|place| !place.branches.is_empty()) {
                counted += 1;
                let found: Vec<&str> = place.branches.iter().map(|(name, _)| *name).collect();
                assert_eq!(&found, categories, "{key} in {}", language.tag());
                for (category, branch) in &place.branches {
                    // Arabic expresses one and two by the form of the noun, without a number.
                    let in_words =
                        *language == Language::Arabic && ["one", "two"].contains(category);
                    let tells = places(branch).iter().any(|inner| inner.name == place.name);
                    assert!(tells != in_words, "{category} of {key} in {}", language.tag());
                }
            }
        }
    }
    assert_eq!(counted, 8 * CATALOGS.len());
}

/// A hint says what was probably meant, so it needs a text that says what to do about it.
#[test]
fn each_hint_in_the_cases_has_its_own_text() {
    // These codes have only one hint, which the code's own text is about.
    let told_by_code = ["time_missing", "time_leap_second"];
    let mut found = 0;
    for entry in std::fs::read_dir("tests/cases/times").expect("a folder") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("text");
        let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let rows = file["rows"].as_array().or_else(|| file.as_array()).expect("rows");
        let lists = rows.iter().filter_map(|row| row["issues"].as_array());
        for issue in lists.flatten() {
            let Some(hint) = issue["params"]["hint"].as_str() else { continue };
            let code = issue["code"].as_str().expect("a code");
            found += 1;
            let key = format!("{code}?hint={hint}");
            let has_words = english().iter().any(|(known, _)| *known == key);
            assert!(has_words || told_by_code.contains(&code), "{key}");
        }
    }
    assert!(found > 15, "{found}");
}

/// Guests read these messages. They know nothing of code points, positions in a text, or functions.
#[test]
fn no_message_contains_a_code_point_an_index_or_a_function() {
    for (language, catalog, _) in CATALOGS {
        for (key, template) in entries(catalog) {
            for word in ["{index}", "{codePoint}", "U+", "buildRequest", "parse"] {
                assert!(!template.contains(word), "{key} in {}: {word}", language.tag());
            }
        }
    }
}

/// Words of a template that contain a digit or a character typical of code. They are the same in every language.
fn samples(prose: &str) -> BTreeSet<&str> {
    let words = prose.split([' ', '(', ')', '"']);
    words
        .map(|word| word.trim_end_matches(['.', ',', ':', ';']))
        .filter(|word| {
            word.contains(|character: char| character.is_ascii_digit() || "/@_".contains(character))
        })
        .collect()
}

#[test]
fn every_message_is_translated_and_keeps_its_samples() {
    for (language, catalog, _) in CATALOGS.iter().skip(1) {
        let left: Vec<Entry> = beside_english(catalog)
            .filter(|((_, english), (_, template))| english == template)
            .map(|(_, entry)| entry)
            .collect();
        assert_eq!(left, [], "{}", language.tag());
        for ((key, english), (_, template)) in beside_english(catalog) {
            for sample in samples(&prose(english)) {
                assert!(template.contains(sample), "{key} in {} lacks {sample}", language.tag());
            }
        }
    }
}

/// English words that are neither Portuguese nor Spanish.
const ENGLISH_WORDS: &[&str] = &[
    "the", "is", "it", "of", "and", "or", "with", "to", "like", "was", "has", "give", "check",
    "number", "phone", "write", "choose", "from", "time", "offset", "field", "only", "not", "at",
    "out", "say", "so", "were",
];

#[test]
fn no_english_word_is_left_in_the_translations() {
    for (language, catalog, _) in CATALOGS {
        let is_english = *language == Language::English;
        let mut found = 0;
        for (key, template) in entries(catalog) {
            let prose = prose(template).to_lowercase();
            let mut words = prose.split(|character: char| !character.is_alphanumeric());
            let word = words.find(|word| ENGLISH_WORDS.contains(word));
            found += usize::from(word.is_some());
            assert!(is_english || word.is_none(), "{key} in {}: {word:?}", language.tag());
        }
        // Proves that the list recognises English.
        assert!(!is_english || found > 90, "{found}");
    }
}

#[test]
fn latin_text_in_arabic_is_marked_as_a_sample_to_isolate_it() {
    let (_, catalog, _) = CATALOGS.last().expect("Arabic");
    for (key, template) in entries(catalog) {
        let prose = prose(template);
        let latin = prose
            .chars()
            .find(|character| character.is_ascii_alphanumeric() || "+@/_{}".contains(*character));
        assert_eq!(latin, None, "{key}: {template}");
        assert_eq!(template.matches('`').count() % 2, 0, "{key}");
        let is_isolate = |character| ('\u{2066}'..='\u{2069}').contains(&character);
        assert!(!template.contains(is_isolate), "{key} contains invisible marks");
    }
    for (language, catalog, _) in CATALOGS.iter().take(3) {
        assert!(
            !catalog.contains('`'),
            "{} is left to right, so its samples need no mark",
            language.tag()
        );
    }
}
