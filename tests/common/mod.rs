//! Reads case files and compares verdicts with them. The files are embedded, because wasm has no file system.

use std::{ops::Deref, rc::Rc};

use include_dir::{Dir, File, include_dir};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use waevent::{
    Event, EventInput, Issue, Language, OptionsInput, TargetInput, Time, Verdict, format_issue,
    input::Value, issue::Reader,
};

static CASES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/cases");

/// One case and the name of its file. For a row, the name is its JSON before `$repeat` is expanded.
pub struct Case {
    pub name: String,
    json: Json,
}

impl Deref for Case {
    type Target = Json;

    fn deref(&self) -> &Json {
        &self.json
    }
}

/// The cases of a folder with one case per file.
pub fn cases(folder: &str) -> Vec<Case> {
    files(folder).into_iter().map(case).collect()
}

/// The rows of a file, or of all files of a folder, each with the rest of its file. Some rows are megabytes long once
/// they are expanded, so they are expanded one at a time.
pub fn rows(path: &str) -> impl Iterator<Item = (Rc<Case>, Case)> {
    let files = CASES.get_file(path).map_or_else(|| files(path), |file| vec![file]);
    files.into_iter().flat_map(|file| {
        let (name, mut json) = read(file);
        let rows = if json.is_array() { json.take() } else { json["rows"].take() };
        let Json::Array(rows) = rows else { panic!("{name} has no rows") };
        assert!(!rows.is_empty(), "{name} has no rows");
        let file = Rc::new(Case { name, json: expand(json) });
        rows.into_iter().map(move |json| {
            let name = format!("{}: {json}", json["why"]);
            (Rc::clone(&file), Case { name, json: expand(json) })
        })
    })
}

fn files(folder: &str) -> Vec<&'static File<'static>> {
    let found = CASES.get_dir(folder).unwrap_or_else(|| panic!("no folder {folder}"));
    let files: Vec<_> = found.files().collect();
    assert!(!files.is_empty(), "{folder} is empty");
    files
}

fn case(file: &File<'_>) -> Case {
    let (name, json) = read(file);
    Case { name, json: expand(json) }
}

/// The name of a file without its extension, and its content.
fn read(file: &File<'_>) -> (String, Json) {
    let name = file.path().file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
    let text = file.contents_utf8().expect("UTF-8");
    let json = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    (name, json)
}

/// Expands `{"$repeat": ["text", times]}`.
fn expand(json: Json) -> Json {
    match json {
        Json::Object(fields) => {
            match fields.get("$repeat").and_then(Json::as_array).map(Vec::as_slice) {
                Some([text, times]) => {
                    let times = usize::try_from(times.as_u64().expect("a count")).expect("a count");
                    Json::String(text.as_str().expect("text").repeat(times))
                }
                _ => fields.into_iter().map(|(name, value)| (name, expand(value))).collect(),
            }
        }
        Json::Array(items) => items.into_iter().map(expand).collect(),
        other => other,
    }
}

/// The event that a request case names, or the case's own input.
pub fn event_case(case: &Case) -> Case {
    match case["event"].as_str() {
        Some(name) => self::case(CASES.get_file(format!("events/{name}.json")).expect("an event")),
        None => Case {
            name: case.name.clone(),
            json: json!({ "input": case["input"], "options": default_options()["options"] }),
        },
    }
}

/// The event of a rule's case: its file's event, with what the case sets and unsets.
pub fn rule_event(file: &Case, case: &Case) -> Json {
    let mut event = file["base"].clone();
    let fields = event.as_object_mut().expect("an object");
    for (name, value) in case["set"].as_object().into_iter().flatten() {
        fields.insert(name.clone(), value.clone());
    }
    for name in case["unset"].as_array().into_iter().flatten() {
        fields.shift_remove(name.as_str().expect("a name"));
    }
    event
}

/// The event that rows about targets and options use.
pub fn plain_event() -> Json {
    json!({
        "to": "+5511999999999",
        "name": "Team meeting",
        "start": "2026-09-10T14:00:00-03:00",
        "location": "Room A",
    })
}

/// The same event, sent to the case's own recipient if it has one, because some gateways do not send to people.
pub fn plain_event_to(case: &Case) -> Json {
    let mut event = plain_event();
    if !case["to"].is_null() {
        event["to"] = case["to"].clone();
    }
    event
}

/// Events with these starts and ends.
pub fn events(times: &[(&str, Option<&str>)]) -> Vec<Event<'static>> {
    let settings = json!({ "options": { "allowPast": true, "epochUnit": "seconds" } });
    let event = |(start, end): &(&str, Option<&str>)| {
        let fields = json!({ "to": "+5511999999999", "name": "A", "start": start, "end": end });
        let input = input(&fields);
        let verdict = waevent::parse_event(&input, &options(&settings), clock());
        verdict.unwrap_or_else(|refusal| panic!("{refusal}: {fields}")).value.into_owned()
    };
    times.iter().map(event).collect()
}

pub fn default_options() -> Json {
    json!({ "options": { "now": "2026-01-01T00:00:00Z" } })
}

pub fn value(json: &Json) -> Value<'_> {
    Value::deserialize(json).expect("reading never fails")
}

pub fn input(json: &Json) -> EventInput<'_> {
    value(json).into()
}

pub fn target(case: &Case) -> TargetInput<'_> {
    value(&case["target"]).into()
}

/// The options of a case.
pub fn options(case: &Json) -> OptionsInput<'_> {
    value(&case["options"]).into()
}

/// 2026-01-01T00:00:00Z, for cases that do not set `now`.
pub fn clock() -> Time {
    Time::from_epoch_seconds(1_767_225_600).expect("a year of four digits")
}

/// Compares the value with the case's field `name`, and the issues.
#[track_caller]
pub fn assert_verdict<T: Serialize>(case: &Case, name: &str, verdict: Verdict<T>) {
    assert_issues(case, &verdict);
    match verdict {
        Ok(found) => {
            let found = serde_json::to_value(&found.value).expect("plain data");
            for (key, value) in
                case[name].as_object().unwrap_or_else(|| panic!("accepted: {}", case.name))
            {
                assert_eq!(plain(&found[key]), plain(value), "{key} of {}", case.name);
            }
            let unexpected = |key: &&String| case[name].get(*key).is_none();
            let extra: Vec<_> =
                found.as_object().expect("an object").keys().filter(unexpected).collect();
            assert!(name != "event" || extra.is_empty(), "unexpected {extra:?} in {}", case.name);
        }
        Err(_) => assert!(case[name].is_null(), "refused: {}", case.name),
    }
}

/// The same data with every number as a double, as in JavaScript: 0 becomes 0.0.
pub fn plain(json: &Json) -> Json {
    match json {
        Json::Number(number) => number.as_f64().map(Json::from).expect("a double"),
        Json::Array(items) => items.iter().map(plain).collect(),
        Json::Object(fields) => {
            fields.iter().map(|(key, value)| (key.clone(), plain(value))).collect()
        }
        other => other.clone(),
    }
}

/// Compares issues and warnings: their codes and paths in order, and the params that the case lists.
#[track_caller]
pub fn assert_issues<T>(case: &Case, verdict: &Verdict<T>) {
    let (issues, warnings): (&[Issue], &[Issue]) = match verdict {
        Ok(found) => (&[], &found.warnings),
        Err(refusal) => (&refusal.issues, &refusal.warnings),
    };
    assert_list(case, "issues", issues);
    assert_list(case, "warnings", warnings);
    assert_eq!(verdict.is_err(), !issues.is_empty(), "a refusal has issues: {}", case.name);
}

#[track_caller]
fn assert_list(case: &Case, name: &str, found: &[Issue]) {
    let expected = case[name].as_array().cloned().unwrap_or_default();
    let summary = |issue: &Issue| json!({ "code": issue.code(), "path": issue.path() });
    let found_summary: Vec<Json> = found.iter().map(summary).collect();
    let strip = |issue: &Json| json!({ "code": issue["code"], "path": issue["path"] });
    let expected_summary: Vec<Json> = expected.iter().map(strip).collect();
    assert_eq!(found_summary, expected_summary, "{name} of {}", case.name);
    for (issue, expected) in found.iter().zip(&expected) {
        let params = serde_json::to_value(issue.params()).expect("plain data");
        for (key, value) in expected["params"].as_object().into_iter().flatten() {
            assert_eq!(&params[key], value, "{key} of {name} of {}", case.name);
        }
        assert_message_is_complete(issue);
    }
}

/// Checks that the message is complete in each loaded language, and the same for the issue as data.
#[track_caller]
fn assert_message_is_complete(issue: &Issue) {
    let data = serde_json::to_value(issue).expect("plain data");
    for language in Language::ALL.iter().filter(|language| !language.catalog().is_empty()) {
        let message = issue.message(*language);
        assert!(message.ends_with(['.', '?', '؟']), "{message}");
        assert!(!message.contains(['{', '}', '`']), "{message}");
        assert!(!message.contains("  "), "a fact is missing: {message}");
        let isolates = depth_of_isolates(&message);
        assert_eq!(isolates, Some(0), "{message:?}");
        assert!(
            *language == Language::Arabic
                || message.chars().all(|character| !is_isolate(character))
        );
        let again =
            format_issue(&value(&data), &Value::Text(language.tag().into()), &Value::Absent);
        assert_eq!(again.expect("an issue").value, message);
        assert_message_for_guests_is_complete(issue, *language);
    }
}

/// Checks that the message for a guest is complete, with a label and without one, and contains no name of the API.
#[track_caller]
fn assert_message_for_guests_is_complete(issue: &Issue, language: Language) {
    for label in [None, Some("Label {0}: *")] {
        let message = issue.message_for(Reader::Guest(label), language);
        assert!(message.ends_with(['.', '?', '؟']), "{message}");
        assert!(
            !message.contains("  ") && !message.replace("{0}", "").contains(['{', '}']),
            "{message}"
        );
        assert_eq!(depth_of_isolates(&message), Some(0), "{message:?}");
        let names = EventInput::NAMES.iter().chain(EventInput::LOCATION_NAMES);
        let is_named = |name: &&str| {
            let shown = message.replace(is_isolate, "");
            ["\"{}\"", "«{}»", "\"location.{}\"", "«location.{}»"]
                .iter()
                .any(|form| shown.contains(&form.replace("{}", name)))
        };
        let told: Vec<&&str> = names.filter(|name| is_named(name)).collect();
        assert!(told.is_empty(), "{told:?}: {message}");
    }
}

fn is_isolate(character: char) -> bool {
    ('\u{2066}'..='\u{2069}').contains(&character)
}

/// How many isolates are open at the end, or `None` if one is closed that was never opened.
fn depth_of_isolates(message: &str) -> Option<usize> {
    message.chars().filter(|character| is_isolate(*character)).try_fold(
        0_usize,
        |depth, character| match character {
            '\u{2069}' => depth.checked_sub(1),
            _ => depth.checked_add(1),
        },
    )
}

/// Compares those of the named fields that the case has.
#[track_caller]
pub fn assert_subset(case: &Case, found: &Json, names: &[&str]) {
    for name in names {
        if !case[*name].is_null() {
            assert_eq!(found[*name], case[*name], "{name} of {}", case.name);
        }
    }
}

/// Compares a reply. If the case gives neither a message nor an id, only the message's length is compared.
#[track_caller]
pub fn assert_reply(case: &Case, found: &Json) {
    let mut expected = case["reply"].clone();
    let message = found["message"].as_str().unwrap_or_default();
    if expected["message"].is_null() && expected["messageId"].is_null() {
        expected["message"] = message.into();
    }
    assert_eq!(plain(found).to_string(), plain(&in_order(&expected)).to_string(), "{}", case.name);
    let length = message.encode_utf16().count();
    let is_told = case["length"].as_u64().is_none_or(|told| usize::try_from(told) == Ok(length));
    assert!(is_told && length <= 500, "{length} in {}", case.name);
}

/// The fields of a reply in the order in which they are written.
fn in_order(reply: &Json) -> Json {
    let names = ["outcome", "messageId", "code", "message", "retry", "retryAfterSeconds"];
    let fields =
        names.iter().filter_map(|name| Some(((*name).to_owned(), reply.get(name)?.clone())));
    fields.collect()
}
