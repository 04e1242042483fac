//! What the crate returns to JavaScript is the same JSON that the package returns.

use js_sys::JSON;
use serde_json::{Value as Json, json};
use waevent::{
    EventInput, Frame, OptionsInput, TargetInput, answer_to, build_call, build_cancel, build_edit,
    build_request, js, parse_event, parse_recipient, parse_reply, parse_rsvp, parse_time,
    wire::Question,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    common::{self, cases, clock, rows},
    readers::{self, As, get},
};

fn from_json(json: &Json) -> JsValue {
    JSON::parse(&json.to_string()).expect("JSON")
}

/// The package's result, with its numbers as JavaScript has them.
fn package(question: Question, values: &[(As, &JsValue)]) -> Json {
    let (mut slots, mut text) = (Vec::new(), String::new());
    for (how, value) in values {
        let (own_slots, own_text) = readers::frame(*how, value);
        slots.extend(own_slots);
        text += &own_text;
    }
    let now = clock().epoch_milliseconds();
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let answer = answer_to(question as usize, Frame::new(&slots, &text), now as f64, false);
    common::plain(&serde_json::from_str(&answer).expect("JSON"))
}

fn to_json(value: &JsValue) -> Json {
    let text = JSON::stringify(value).expect("plain data");
    common::plain(&serde_json::from_str(&String::from(text)).expect("JSON"))
}

/// Compared as text, because the order of the keys matters.
#[track_caller]
fn assert_same(found: &JsValue, expected: &Json, why: &str) {
    assert_eq!(to_json(found).to_string(), expected.to_string(), "{why}");
}

#[wasm_bindgen_test]
fn events_times_and_recipients_are_returned_as_by_the_package() {
    let plain = cases("events").into_iter().map(|case| (case["input"].clone(), case));
    let rules = rows("rules").map(|(file, case)| (common::rule_event(&file, &case), case));
    for (event, case) in plain.chain(rules) {
        let (event, given) = (from_json(&event), from_json(&case["options"]));
        let options = OptionsInput::from(&given);
        let input = EventInput::from(&event);
        let verdict = parse_event(&input, &options, clock());
        let expected = package(Question::ParseEvent, &[(As::Options, &given), (As::Value, &event)]);
        assert_same(&js::result(verdict, &options), &expected, &case.name);
    }
    for (question, folder) in
        [(Question::ParseTime, "times"), (Question::ParseRecipient, "recipients")]
    {
        for (_, case) in rows(folder) {
            let (input, given) = (from_json(&case["input"]), from_json(&case["options"]));
            let (value, options) = ((&input).into(), OptionsInput::from(&given));
            let found = if question == Question::ParseTime {
                js::result(parse_time(&value, &options, clock()), &options)
            } else {
                js::result(parse_recipient(&value, &options, clock()), &options)
            };
            let expected = package(question, &[(As::Options, &given), (As::Value, &input)]);
            assert_same(&found, &expected, &case.name);
        }
    }
}

#[wasm_bindgen_test]
fn requests_are_returned_as_by_the_package() {
    let mut built = 0;
    for (_, case) in rows("targets.json") {
        let event = from_json(&common::plain_event_to(&case));
        let target = from_json(&case["target"]);
        let given = from_json(&common::default_options()["options"]);
        let options = OptionsInput::from(&given);
        let input = EventInput::from(&event);
        let verdict = build_request(&input, &TargetInput::from(&target), &options, clock());
        // Between the target and the event, the package passes the operation and, for a change, the message id.
        let none = (As::Value, &JsValue::UNDEFINED);
        let sent = [(As::Options, &given), (As::Value, &target), none, none, (As::Value, &event)];
        let mut expected = package(Question::BuildRequest, &sent);
        if expected["ok"] == true {
            // The package parses the event only when it is read.
            let event = package(Question::ParseEvent, &[sent[0], sent[4]]);
            expected["value"] = json!({
                "request": expected["value"]["request"],
                "event": event["value"],
                "fingerprint": package(Question::Fingerprint, &sent),
            });
            built += 1;
        }
        assert_same(&js::result(verdict, &options), &expected, &case.name);
    }
    assert!(built > 50, "{built}");
}

#[wasm_bindgen_test]
fn changes_are_returned_as_by_the_package() {
    let given = from_json(&common::default_options()["options"]);
    let options = OptionsInput::from(&given);
    let mut built = 0;
    for (_, case) in rows("changes").filter(|(_, case)| case["options"].is_null()) {
        let (target, id) = (from_json(&case["target"]), from_json(&case["messageId"]));
        // A missing value is undefined in JavaScript.
        let event =
            if case["event"].is_null() { JsValue::UNDEFINED } else { from_json(&case["event"]) };
        let (to, message) = (TargetInput::from(&target), (&id).into());
        let is_edit = case["operation"] == "edit";
        let found = if is_edit {
            let event = EventInput::from(&event);
            js::result(build_edit(&event, &message, &to, &options, clock()), &options)
        } else {
            let event = (!event.is_undefined()).then(|| EventInput::from(&event));
            js::result(build_cancel(&message, event.as_ref(), &to, &options, clock()), &options)
        };
        let operation = from_json(&case["operation"]);
        let (options, target) = ((As::Options, &given), (As::Value, &target));
        let (operation, id) = ((As::Value, &operation), (As::Value, &id));
        let sent = [options, target, operation, id, (As::Value, &event)];
        let mut expected = package(Question::BuildRequest, &sent);
        if expected["ok"] == true {
            let mut event = package(Question::ParseEvent, &[options, sent[4]])["value"].take();
            if !is_edit && event.is_object() {
                event["canceled"] = true.into();
            }
            let request = &expected["value"]["request"];
            let fingerprint = package(Question::Fingerprint, &sent);
            let mut value =
                json!({ "request": request, "event": event, "fingerprint": fingerprint });
            // JSON has no undefined.
            if case["event"].is_null() {
                value.as_object_mut().expect("an object").shift_remove("event");
            }
            expected["value"] = value;
            built += 1;
        }
        assert_same(&found, &expected, &case.name);
    }
    assert!(built > 10, "{built}");
}

#[wasm_bindgen_test]
fn calls_are_returned_as_by_the_package() {
    let mut dates = 0;
    for library in waevent::Library::all() {
        for case in cases(&format!("calls/{}", library.id())) {
            let event = common::event_case(&case);
            let settings =
                if case["options"].is_null() { &event["options"] } else { &case["options"] };
            let (given, event) = (from_json(settings), from_json(&event["input"]));
            let (options, name) = (OptionsInput::from(&given), json!({ "library": library.id() }));
            let name = from_json(&name);
            let input = EventInput::from(&event);
            let verdict = build_call(&input, &TargetInput::from(&name), &options, clock());
            let found = js::result(verdict, &options);
            let none = (As::Value, &JsValue::UNDEFINED);
            let sent = [(As::Options, &given), (As::Value, &name), none, none, (As::Value, &event)];
            let mut expected = package(Question::BuildCall, &sent);
            if expected["ok"] == true {
                // The package turns each of these into a Date, whose JSON is its text.
                let mut call = case["call"].clone();
                dates += undate(&mut call);
                expected["value"] = common::plain(&call);
                if library.id() == "baileys" {
                    let args = js_sys::Array::from(&get(&get(&found, "value"), "args"));
                    let start = get(&get(&args.get(0), "event"), "startDate");
                    assert!(start.is_instance_of::<js_sys::Date>(), "{}", case.name);
                }
            }
            assert_same(&found, &expected, &case.name);
        }
    }
    assert!(dates > 20, "{dates}");
}

/// Replaces each `{ $date }` by its text, and returns how many there were.
fn undate(value: &mut Json) -> usize {
    if let Some(date) = value.get_mut("$date").map(Json::take) {
        *value = date;
        return 1;
    }
    match value {
        Json::Object(fields) => fields.values_mut().map(undate).sum(),
        Json::Array(items) => items.iter_mut().map(undate).sum(),
        _ => 0,
    }
}

#[wasm_bindgen_test]
fn replies_and_rsvps_are_returned_as_by_the_package() {
    let options = OptionsInput::default();
    for (file, case) in rows("replies") {
        let gateway = JsValue::from(file["gateway"].as_str().unwrap_or("waha"));
        let answer = from_json(&case["answer"]);
        let verdict = parse_reply(&(&gateway).into(), &js::data(&answer), &options, clock());
        let sent = [(As::Options, &JsValue::UNDEFINED), (As::Value, &gateway), (As::Data, &answer)];
        assert_same(
            &js::result(verdict, &options),
            &package(Question::ParseReply, &sent),
            &case.name,
        );
    }
    let mut read = 0;
    for (file, case) in rows("rsvps") {
        for gateway in file["gateways"].as_array().expect("gateways") {
            let (gateway, webhook) = (from_json(gateway), from_json(&case["webhook"]));
            let verdict = parse_rsvp(&(&gateway).into(), &js::data(&webhook), &options, clock());
            let sent =
                [(As::Options, &JsValue::UNDEFINED), (As::Value, &gateway), (As::Data, &webhook)];
            let found = js::result(verdict, &options);
            read += usize::from(get(&found, "value").is_object());
            assert_same(&found, &package(Question::ParseRsvp, &sent), &case.name);
        }
    }
    assert!(read > 50, "{read}");
}

#[wasm_bindgen_test]
fn an_instant_is_read_from_a_date() {
    let at = |milliseconds: f64| js::time(&js_sys::Date::new(&milliseconds.into()));
    assert_eq!(at(1_767_225_600_999.0), Some(clock()));
    // Before 1970, too, instants are rounded down to the second.
    assert_eq!(at(-1.0).map(|time| time.epoch_seconds()), Some(-1));
    // An invalid date, and one in the year 275760.
    assert_eq!([f64::NAN, 8.64e15].map(at), [None, None]);
}
