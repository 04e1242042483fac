//! What no built-in gateway requires but one of the caller's own may: how an event is fitted to such a gateway, and
//! what its target reports.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "tests/cases.rs uses the rest")]
mod common;
#[path = "common/own.rs"]
mod own;

use serde_json::{Value as Json, json};
use waevent::{
    Built, Gateway, Refusal, Target, Verdict, build_call, build_cancel, build_edit, build_request,
    input::Value,
};

/// A description with this body, and with the fields of `more`.
fn gateway(body: &Json, more: &Json) -> Gateway {
    let mut page = json!({
        "id": "mine",
        "name": "My gateway",
        "target": {
            "instance": { "is": "segment", "account": true },
            "mode": { "is": "choice", "of": ["one", "two"] },
            "baseUrl": { "is": "baseUrl", "default": "https://events.example.com" },
        },
        "request": {
            "url": "{baseUrl}/{instance}/events",
            "recipients": { "person": "{digits}", "group": "{id}", "lid": "{id}" },
            "body": { "phone": "$to", "title": "$name", "startsAt": "$start.seconds" },
        },
    });
    for (name, value) in body.as_object().expect("an object") {
        page["request"]["body"][name] = value.clone();
    }
    for (name, value) in more.as_object().expect("an object") {
        match name.strip_prefix("request.") {
            Some(name) => page["request"][name] = value.clone(),
            None => page[name] = value.clone(),
        }
    }
    Gateway::define(&page.to_string()).unwrap_or_else(|refusal| panic!("{refusal}")).value
}

/// The plain event with these fields instead of its place.
fn event(fields: &Json) -> Json {
    let mut event = common::plain_event();
    event["location"] = Json::Null;
    for (name, value) in fields.as_object().expect("an object") {
        event[name] = value.clone();
    }
    event
}

fn build(gateway: &Gateway, fields: &Json) -> Verdict<Built<'static>> {
    let (event, options, target) =
        (event(fields), common::default_options(), json!({ "instance": "a" }));
    let (event, options) = (common::input(&event), common::options(&options));
    let built = build_request(&event, &own::target_of(gateway, &target), &options, common::clock());
    built.map(|checked| checked.map(Built::into_owned))
}

/// Codes and paths of the issues, and those of the warnings.
fn told<T>(verdict: &Verdict<T>) -> [Vec<String>; 2] {
    let (issues, warnings) = match verdict {
        Ok(checked) => (&[][..], &checked.warnings),
        Err(Refusal { issues, warnings }) => (issues.as_slice(), warnings),
    };
    let list = |issues: &[waevent::Issue]| {
        issues.iter().map(|issue| format!("{} {}", issue.code(), issue.path())).collect()
    };
    [list(issues), list(warnings)]
}

fn body(verdict: &Verdict<Built<'_>>) -> Json {
    let built = verdict.as_ref().unwrap_or_else(|refusal| panic!("{refusal}"));
    serde_json::from_str(&built.value.request.body).expect("JSON")
}

/// The gateway counts characters, but WhatsApp counts UTF-16 code units, of which an emoji has two.
#[test]
fn a_text_beyond_both_limits_is_reported_once() {
    let mine = gateway(
        &json!({ "text": "$description", "place": { "name": "$location.name" } }),
        &json!({ "limits": { "description": 2000, "locationName": 900 } }),
    );
    let link = format!("https://meet.example.com/{}", "a".repeat(30));
    let description = |text: String| json!({ "description": text, "joinLink": link });
    let place =
        |name: String, address: String| json!({ "location": { "name": name, "address": address } });
    for (fields, path, max) in [
        (description("d".repeat(2040)), "description", 2000),
        (description("😀".repeat(1020)), "description", 2048),
        (place("n".repeat(600), "a".repeat(500)), "location.name", 900),
        (place("😀".repeat(450), "a".repeat(120)), "location.name", 1000),
    ] {
        let refusal = build(&mine, &fields).expect_err("a text that is too long");
        let [issue] = &refusal.issues[..] else { panic!("{refusal}") };
        let params = serde_json::to_value(issue.params()).expect("plain data");
        let found = (issue.code().as_str(), issue.path().dotted(), params["max"].clone());
        assert_eq!(found, ("too_long", path.to_owned(), json!(max)));
    }
    let fits = description("😀".repeat(900));
    assert_eq!(body(&build(&mine, &fits))["text"], ["😀".repeat(900), link.clone()].join("\n\n"));
}

#[test]
fn the_gateway_s_limits_are_reported_for_a_faulty_event_too() {
    let mine = gateway(&json!({}), &json!({ "limits": { "name": 5 } }));
    let found = told(&build(&mine, &json!({ "start": "yesterday" })));
    assert_eq!(found[0], ["too_long name", "time_format start"]);
}

#[test]
fn a_required_place_name_may_come_from_the_name_or_the_address() {
    let needs = json!(["location.name"]);
    let mine = gateway(
        &json!({ "text": "$description", "place": { "$needs": needs, "name": "$location.name", "address": "$location.address" } }),
        &json!({}),
    );
    for place in [json!({ "name": "Room A" }), json!({ "address": "1 High Street" })] {
        let built = build(&mine, &json!({ "location": place }));
        assert_eq!(told(&built), [[""; 0]; 2], "{place}");
        assert_eq!(body(&built)["place"], place);
    }
}

/// If the gateway has a field for the address, the address is never used as the name, whether it is faulty or not.
#[test]
fn a_faulty_address_is_not_the_name_if_the_gateway_has_a_field_for_it() {
    let place = json!({ "name": "$location.name", "address": "$location.address" });
    let mine =
        gateway(&json!({ "place": place }), &json!({ "request.requires": ["location.name"] }));
    let location = json!({ "address": "a".repeat(1001) });
    let mut found = told(&build(&mine, &json!({ "location": location })))[0].clone();
    found.sort_unstable();
    assert_eq!(found, ["field_required_by_gateway location.name", "too_long location.address"]);
}

#[test]
fn a_place_without_any_field_is_left_out_and_reported() {
    let place = json!({
        "$needs": ["location.latitude"],
        "name": "$location.name",
        "latitude": "$location.latitude",
        "longitude": "$location.longitude",
    });
    let mine = gateway(&json!({ "place": place }), &json!({}));
    let without = build(&mine, &json!({}));
    for (location, warnings) in [
        (json!({ "name": "Room A" }), &["field_unsupported location.name"][..]),
        (json!({ "address": "1 High Street" }), &["field_unsupported location.address"]),
        (
            json!({ "name": "Room A", "address": "1 High Street" }),
            &["field_unsupported location.name", "field_unsupported location.address"],
        ),
    ] {
        let built = build(&mine, &json!({ "location": location }));
        assert_eq!(told(&built)[1], warnings, "{location}");
        assert_eq!(body(&built), body(&without), "{location}");
        // No guest sees a difference, so the fingerprints are the same.
        let [with, without] = [&built, &without].map(|built| built.as_ref().expect("an event"));
        assert_eq!(with.value.fingerprint(), without.value.fingerprint(), "{location}");
    }
}

#[test]
fn an_end_without_a_field_is_reported_where_it_was_given() {
    let mine = gateway(&json!({}), &json!({}));
    let end = "2026-09-10T15:00:00-03:00";
    for (fields, issues, warning) in [
        (json!({ "end": end }), &[][..], "field_unsupported end"),
        (json!({ "durationMinutes": 60 }), &[], "field_unsupported durationMinutes"),
        (
            json!({ "end": end, "durationMinutes": 60 }),
            &["end_and_duration durationMinutes"],
            "field_unsupported end",
        ),
    ] {
        let [found, warnings] = told(&build(&mine, &fields));
        assert_eq!(
            (&found[..], &warnings[..]),
            (
                &issues.iter().map(ToString::to_string).collect::<Vec<_>>()[..],
                &[warning.to_owned()][..]
            ),
            "{fields}"
        );
    }
}

/// A call with its own link is marked as a call, unless the gateway creates a second link. The line of a fingerprint
/// has every field that any contract of the gateway has.
#[test]
fn a_call_is_in_the_fingerprint_if_one_contract_creates_no_link() {
    let link = json!({ "joinLink": "https://meet.example.com/abc" });
    let call = json!({ "joinLink": "https://meet.example.com/abc", "scheduledCall": true });
    for (one, two) in [(false, false), (true, false), (false, true), (true, true)] {
        let variant = json!({ "when": { "mode": "two" }, "request": { "makesCallLinks": two } });
        let mine = gateway(
            &json!({ "link": "$joinLink", "isCall": "$scheduledCall" }),
            &json!({ "request.makesCallLinks": one, "variants": [variant] }),
        );
        let [call, link] =
            [&call, &link].map(|fields| build(&mine, fields).expect("an event").value);
        assert_eq!(call.fingerprint() == link.fingerprint(), one && two, "{one} {two}");
    }
}

#[test]
fn fewest_digits_applies_to_phone_numbers_only() {
    let recipients =
        json!({ "person": "{digits}", "group": "{id}", "lid": "{id}", "fewestDigits": 20 });
    let mine = gateway(&json!({}), &json!({ "request.recipients": recipients }));
    for (to, issues) in [
        ("+5511999999999", &["recipient_unsupported to"][..]),
        ("123456789012345@lid", &[]),
        ("120363019502650977@g.us", &[]),
    ] {
        assert_eq!(told(&build(&mine, &json!({ "to": to })))[0], issues, "{to}");
    }
}

/// A gateway whose edits name the message in the path, and whose cancellations consist of nothing else.
fn changing(edit: &Json) -> Gateway {
    let off = json!({ "phone": null, "title": null, "startsAt": null, "why": "off" });
    gateway(&json!({}), &json!({ "edit": edit, "cancel": { "body": off } }))
}

#[test]
fn a_message_id_in_a_path_must_be_a_path_segment() {
    let in_path = changing(&json!({ "url": "{baseUrl}/{instance}/events/{messageId}" }));
    let in_body = changing(&json!({ "body": { "id": "{messageId}" } }));
    let (event, options, target) =
        (event(&json!({})), common::default_options(), json!({ "instance": "a" }));
    let (event, options) = (common::input(&event), common::options(&options));
    for (id, fits) in [
        ("3EB0AA", true),
        ("3EB0..AA", false),
        (".3EB0AA", false),
        ("true_5511999999999@c.us_3EB0AA", false),
    ] {
        let edit = |gateway| {
            let target = own::target_of(gateway, &target);
            let id = Value::Text(id.into());
            let built = build_edit(&event, &id, &target, &options, common::clock());
            built.map(|built| built.map(|built| built.request))
        };
        let issues: &[&str] = if fits { &[] } else { &["target_segment messageId"] };
        let edited = edit(&in_path);
        assert_eq!(told(&edited)[0], issues, "{id}");
        if let Ok(edited) = edited {
            assert_eq!(edited.value.url, format!("https://events.example.com/a/events/{id}"));
        }
        let body: Json =
            serde_json::from_str(&edit(&in_body).expect("an edit").value.body).expect("JSON");
        assert_eq!(body["id"], id);
    }
}

/// The first half of the SHA-256 of the line that the design describes, computed with Python's hashlib:
/// `{"waevent":1,"gateway":"mine","server":"https://events.example.com","account":"a","message":"3EB0AA","canceled":true}`.
#[test]
fn a_cancellation_without_an_event_has_a_fingerprint() {
    let mine = changing(&json!({ "url": "{baseUrl}/{instance}/events/{messageId}" }));
    let (options, target) = (common::default_options(), json!({ "instance": "a" }));
    let target = own::target_of(&mine, &target);
    let id = Value::Text("3EB0AA".into());
    let off = build_cancel(&id, None, &target, &common::options(&options), common::clock());
    assert_eq!(
        off.expect("a cancellation").value.fingerprint(),
        "152bb0bde8768965eeab9591363de04c"
    );
}

#[test]
fn a_body_schema_is_the_one_in_the_description() {
    let schema = json!({ "type": "object", "required": ["phone"] });
    let target = json!({ "instance": "a" });
    for (more, expected) in
        [(json!({ "request.bodySchema": schema }), Some(schema)), (json!({}), None)]
    {
        let mine = gateway(&json!({}), &more);
        let target = Target::parse(&own::target_of(&mine, &target)).expect("a target").value;
        let found = target.body_schema();
        assert!(found.is_none_or(|schema| schema.name == "mine"));
        let found = found.map(|schema| serde_json::from_str::<Json>(schema.json).expect("JSON"));
        assert_eq!(found, expected);
        assert_eq!(mine.body_schemas().count(), 0, "only built-in gateways have these");
    }
}

#[test]
fn a_built_in_gateway_is_named_by_its_id_and_any_other_by_its_description() {
    for shipped in Gateway::all() {
        assert_eq!(Value::from(shipped), Value::Text(shipped.id().into()));
    }
    let mine = gateway(&json!({}), &json!({}));
    assert!(matches!(Value::from(&mine), Value::Gateway(_)));
}

#[test]
fn a_gateway_is_refused_as_a_library() {
    let mine = gateway(&json!({}), &json!({}));
    let (event, options) = (event(&json!({})), common::default_options());
    let library = Value::Record(vec![("library".into(), (&mine).into())]).into();
    let input = common::input(&event);
    let call = build_call(&input, &library, &common::options(&options), common::clock());
    assert_eq!(told(&call)[0], ["wrong_type library"]);
}
