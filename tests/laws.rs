//! Laws that hold for every gateway and for random events.
//!
//! Each law is one function and one sentence. proptest makes the events from a fixed seed, so a failure recurs, with
//! the smallest event that shows it. The targets come from the cases, so a new gateway must keep the laws as soon as it
//! has cases.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "laws/changes.rs"]
mod changes;
#[allow(dead_code, reason = "tests/cases.rs uses the rest")]
mod common;
#[path = "common/made.rs"]
mod made;
#[path = "common/own.rs"]
mod own;

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use common::{cases, clock, input, options, value};
use own::target_of;
use proptest::{
    collection::vec,
    option,
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use serde_json::{Map, Value as Json, json};
use unicode_normalization::UnicodeNormalization;
use waevent::{
    Built, EventInput, Gateway, GatewayRequest, Issue, Language, Recipient, Target, Verdict,
    bare_message_id, build_request,
    gateway::{Facts, Field, Holds, TimeUnit},
    parse_recipient, same_recipient,
};

/// The number of events for each target. All laws together take a few seconds.
const EVENTS: u32 = 64;

/// The number of random descriptions, each with one event.
const MADE: u32 = 512;

/// Checks one law for a request or a refusal.
type Law = fn(&Sample) -> Result<(), String>;

const LAWS: &[(&str, Law)] = &[
    (
        "an event is refused only for what must not be left out",
        only_what_must_not_be_lost_is_refused,
    ),
    ("times keep their instant and the gateway's unit", times_keep_instant_and_unit),
    ("the recipient keeps its kind", the_recipient_keeps_its_kind),
    ("flags are explicit", flags_are_explicit),
    ("a secret occurs only in its slot", a_secret_stands_in_its_slot_alone),
    ("every field is in the body or reported", every_field_is_in_the_body_or_reported),
    ("a body fits its schema", a_body_fits_its_schema),
    ("the same input gives the same bytes", the_same_input_gives_the_same_bytes),
    (
        "a fingerprint differs if a guest sees a difference",
        a_fingerprint_differs_where_a_guest_sees_a_difference,
    ),
    ("a fingerprint does not depend on spellings", a_fingerprint_does_not_depend_on_spellings),
    ("a returned event makes the same request again", what_came_out_can_go_in_again),
];

/// An event for a target, and the result.
struct Sample {
    gateway: Gateway,
    event: Json,
    target: Json,
    facts: Facts,
    schema: Json,
    validator: Rc<jsonschema::Validator>,
    verdict: Verdict<Built<'static>>,
}

impl Sample {
    fn request(&self) -> Option<&GatewayRequest> {
        self.verdict.as_ref().ok().map(|built| &built.value.request)
    }

    fn leaves(&self) -> Option<BTreeMap<String, Json>> {
        let body = serde_json::from_str(&self.request()?.body).expect("a body is JSON");
        let mut leaves = BTreeMap::new();
        collect_leaves(&body, "", &mut leaves);
        Some(leaves)
    }

    fn without(&self, field: &str) -> Verdict<Built<'static>> {
        self.build(&self.event_without(field))
    }

    fn build(&self, event: &Json) -> Verdict<Built<'static>> {
        build(&self.gateway, event, &self.target)
    }

    fn event_without(&self, field: &str) -> Json {
        without(&self.event, field)
    }

    /// The event's requests under each contract that the gateway has, or `None` if one of them refuses it.
    fn under_each_contract(&self, event: &Json) -> Option<Vec<Built<'static>>> {
        let contracts = match self.target["gateway"].as_str() {
            Some("wappfy") => vec!["guide", "reference"],
            _ => vec![],
        };
        let mut targets = vec![self.target.clone()];
        targets.extend(contracts.into_iter().map(|contract| {
            let mut target = self.target.clone();
            target["contract"] = contract.into();
            target
        }));
        targets
            .iter()
            .map(|target| build(&self.gateway, event, target).ok().map(|built| built.value))
            .collect()
    }
}

/// The event without one of its fields. Both coordinates count as one field.
fn without(event: &Json, field: &str) -> Json {
    let mut event = event.clone();
    let fields = event.as_object_mut().expect("an object");
    match field.split_once('.') {
        None => drop(fields.shift_remove(field)),
        Some((outer, "latitude")) => {
            let place = fields[outer].as_object_mut().expect("a place");
            place.shift_remove("latitude");
            place.shift_remove("longitude");
        }
        Some((outer, inner)) => {
            fields[outer].as_object_mut().expect("a place").shift_remove(inner);
        }
    }
    event
}

/// A refusal is only about a recipient that the gateway does not accept, a place that it requires, or a canceled event
/// that it would show as a normal one.
fn only_what_must_not_be_lost_is_refused(sample: &Sample) -> Result<(), String> {
    let facts = &sample.facts;
    let kind = kind(&sample.event);
    let mut expected = BTreeSet::new();
    let takes = |kind: &str| facts.recipients.iter().any(|one| one.as_str() == kind);
    if !takes(kind) {
        expected.insert(("recipient_unsupported", "to".to_owned()));
    }
    if sample.event["canceled"] == true && !carries(sample, "canceled") {
        expected.insert(("field_unsupported", "canceled".to_owned()));
    }
    let place = &sample.event["location"];
    let is_made = Gateway::find(sample.gateway.id()).is_none();
    let needs_place = (is_made && !facts.requires.is_empty())
        || sample.schema["properties"]["event"]["required"]
            .as_array()
            .is_some_and(|names| names.contains(&json!("location")));
    // If the gateway has no field for the address, the address is used as the name.
    let has_stand_in = !place["address"].is_null() && !carries(sample, "location.address");
    if needs_place && place["name"].is_null() && !has_stand_in {
        expected.insert(("field_required_by_gateway", "location.name".to_owned()));
    }
    let issues = sample.verdict.as_ref().err().map_or(&[][..], |refusal| &refusal.issues);
    let found = issues.iter().map(|issue| (issue.code().as_str(), path(issue))).collect();
    same(&found, &expected)
}

/// The body contains start and end as the same instants, in the target's one unit.
fn times_keep_instant_and_unit(sample: &Sample) -> Result<(), String> {
    let Some(leaves) = sample.leaves() else { return Ok(()) };
    // Wappfy's facts are those of its default contract; the other contract has its own unit.
    let unit = match sample.target["contract"].as_str() {
        Some("reference") => TimeUnit::Seconds,
        _ => sample.facts.time_unit,
    };
    let start = seconds(sample.event["start"].as_str().expect("text"));
    let end = match (&sample.event["end"], &sample.event["durationMinutes"]) {
        (Json::String(end), _) => Some(seconds(end)),
        (_, Json::Number(minutes)) => Some(start + minutes.as_i64().expect("whole") * 60),
        _ => None,
    };
    let end = end.filter(|_| carries(sample, "end"));
    let expected: BTreeSet<_> = [Some(start), end].into_iter().flatten().collect();
    let is_time = |key: &str| {
        let key = key.rsplit('.').next().unwrap_or(key);
        ["start", "end", "date"].iter().any(|word| key.starts_with(word))
    };
    let mut found = BTreeSet::new();
    for (_, leaf) in leaves.iter().filter(|(key, _)| is_time(key)) {
        let text = leaf.as_str().map_or_else(|| leaf.to_string(), str::to_owned);
        found.insert(match (unit, text.parse::<i64>()) {
            (TimeUnit::Seconds, Ok(number)) => number,
            (TimeUnit::Milliseconds, Ok(number)) if number % 1000 == 0 => number / 1000,
            (TimeUnit::Rfc3339, Err(_)) => seconds(&text),
            _ => return Err(format!("{text} is not in {unit:?}")),
        });
    }
    same(&found, &expected)
}

/// The recipient occurs once in the body, as an id of its own kind.
fn the_recipient_keeps_its_kind(sample: &Sample) -> Result<(), String> {
    let Some(leaves) = sample.leaves() else { return Ok(()) };
    let to = sample.event["to"].as_str().expect("text");
    let bare = to.trim_start_matches('+').split('@').next().expect("digits");
    let forms: &[&str] = match kind(&sample.event) {
        "person" => &["", "@c.us", "@s.whatsapp.net"],
        "lid" => &["@lid"],
        _ if bare.contains('-') => &["@g.us", ""],
        _ => &["@g.us", "-group"],
    };
    // Gateways that accept E.164 get the number with its plus sign.
    let is_form = |leaf: &Json| {
        let is = |form: &&str| *leaf == format!("{bare}{form}") || *leaf == format!("+{bare}");
        forms.iter().any(is)
    };
    let found = leaves.values().filter(|leaf| is_form(leaf)).count();
    if found == 1 { Ok(()) } else { Err(format!("{found} recipients like {forms:?}")) }
}

/// A flag that the gateway has is in the body whether it is set or not.
fn flags_are_explicit(sample: &Sample) -> Result<(), String> {
    let Some(leaves) = sample.leaves() else { return Ok(()) };
    for (field, word) in [("extraGuestsAllowed", "guests"), ("canceled", "canceled")] {
        let expected = sample.event[field] == true;
        let spellings = [json!(expected), json!(expected.to_string())];
        let found = leaves.iter().find(|(key, _)| key.to_lowercase().contains(word));
        match found {
            Some((_, leaf)) if spellings.contains(leaf) => {}
            None if !carries(sample, field) => {}
            found => return Err(format!("{field} is {expected}, and the body has {found:?}")),
        }
    }
    Ok(())
}

/// A secret is written once, in place of its placeholder. No message, fact or `Debug` text contains it.
fn a_secret_stands_in_its_slot_alone(sample: &Sample) -> Result<(), String> {
    let names = &sample.facts.secrets;
    let secret = |name: &str| format!("5ecret-of-{name}");
    let (mut open, mut closed) = (sample.target.clone(), sample.target.clone());
    for name in names {
        open.as_object_mut().expect("an object").shift_remove(name);
        closed[name] = secret(name).into();
    }
    let built = build(&sample.gateway, &sample.event, &closed);
    let told = match &built {
        Ok(built) => format!("{:?} {}", built.value, messages(&built.warnings)),
        Err(refusal) => messages(&refusal.issues) + &messages(&refusal.warnings),
    };
    if told.contains("5ecret-of-") {
        return Err(format!("a secret is reported: {told}"));
    }
    let Ok(built) = built else { return Ok(()) };
    let complete = built.value.request;
    let draft = build(&sample.gateway, &sample.event, &open).expect("a draft").value.request;
    let headers: String = complete.headers.iter().map(|(_, value)| value.as_str()).collect();
    let everywhere = [complete.url.as_str(), &headers, &complete.body].concat();
    for name in names {
        let expected = usize::from(draft.missing_secrets.iter().any(|missing| missing == name));
        let found = everywhere.matches(&secret(name)).count();
        if found != expected {
            return Err(format!("{name} occurs {found} times"));
        }
    }
    let secrets: Vec<_> = names.iter().map(|name| (name.as_str(), secret(name))).collect();
    let filled = draft.authorize(secrets.iter().map(|(name, value)| (*name, value.as_str())));
    if filled.expect("slots").value == complete {
        Ok(())
    } else {
        Err("the completed draft is a different request".to_owned())
    }
}

/// Without a field, the body is different, unless a warning says that the field is left out. A moved field is reported
/// too, and nothing else is.
fn every_field_is_in_the_body_or_reported(sample: &Sample) -> Result<(), String> {
    let Ok(built) = &sample.verdict else { return Ok(()) };
    let told = |code: &str| -> BTreeSet<String> {
        let with_code = built.warnings.iter().filter(|issue| issue.code().as_str() == code);
        with_code.map(path).collect()
    };
    let (left_out, moved) = (told("field_unsupported"), told("field_moved"));
    let mut without_effect = BTreeSet::new();
    let mut out_of_place = BTreeSet::new();
    for field in given_fields(&sample.event) {
        let body = sample.without(&field).map(|other| other.value.request.body);
        if body.is_ok_and(|body| body == built.value.request.body) {
            without_effect.insert(field);
        } else if !carries(sample, &field) || is_place_without_coordinates(sample, &field) {
            out_of_place.insert(field);
        }
    }
    same(&left_out, &without_effect)?;
    same(&moved, &out_of_place)
}

/// Whether the field belongs to a place without coordinates, at a gateway that accepts no place without them.
fn is_place_without_coordinates(sample: &Sample, field: &str) -> bool {
    let needed = sample.schema.pointer("/properties/content/properties/location/required");
    let needs =
        needed.and_then(Json::as_array).is_some_and(|names| names.contains(&json!("latitude")));
    let is_of_place = field == "location.name" || field == "location.address";
    needs && is_of_place && sample.event["location"]["latitude"].is_null()
}

/// The body fits the schema that is published for it.
fn a_body_fits_its_schema(sample: &Sample) -> Result<(), String> {
    let Some(request) = sample.request() else { return Ok(()) };
    let body = serde_json::from_str(&request.body).expect("JSON");
    sample.validator.validate(&body).map_err(|error| error.to_string())
}

/// The result does not depend on a clock, on chance or on earlier calls.
fn the_same_input_gives_the_same_bytes(sample: &Sample) -> Result<(), String> {
    let again = sample.build(&sample.event);
    if again == sample.verdict { Ok(()) } else { Err(format!("then {again:?}")) }
}

/// The parsed event, passed again as JSON, is the same event and makes the same request.
fn what_came_out_can_go_in_again(sample: &Sample) -> Result<(), String> {
    let Ok(built) = &sample.verdict else { return Ok(()) };
    let event = serde_json::to_string(&built.value.event).expect("plain data");
    let json: Json = serde_json::from_str(&event).expect("JSON");
    let again = sample.build(&json).map_err(|refusal| format!("{refusal}: {event}"))?;
    same(&again.value.event, &built.value.event)?;
    same(&again.value.request, &built.value.request)?;
    same(&again.value.fingerprint(), &built.value.fingerprint())
}

/// Events with equal bodies under all contracts of the gateway have equal fingerprints. Events with equal fingerprints
/// have cards that a guest cannot distinguish, according to the bodies. The event is compared with others that differ
/// from it in one field.
fn a_fingerprint_differs_where_a_guest_sees_a_difference(sample: &Sample) -> Result<(), String> {
    let Some(own) = sample.under_each_contract(&sample.event) else { return Ok(()) };
    let fingerprint = own[0].fingerprint();
    let body = |built: &Built<'_>| built.request.body.clone();
    let seen = |built: &Built<'_>| seen_by_a_guest(&built.request.body);
    if own.iter().any(|built| built.fingerprint() != fingerprint) {
        return Err("the fingerprint depends on the contract".to_owned());
    }
    for other_event in neighbours(sample) {
        let Some(others) = sample.under_each_contract(&other_event) else { continue };
        let pairs = || own.iter().zip(&others);
        let is_same = others[0].fingerprint() == fingerprint;
        if !is_same && pairs().all(|(one, other)| body(one) == body(other)) {
            return Err(format!("the same body has a different fingerprint: {other_event}"));
        }
        if is_same && !pairs().all(|(one, other)| seen(one) == seen(other)) {
            return Err(format!("a different card has the same fingerprint: {other_event}"));
        }
    }
    Ok(())
}

/// The event without each of its fields, and with a different value in each.
fn neighbours(sample: &Sample) -> Vec<Json> {
    let mut events: Vec<Json> = given_fields(&sample.event)
        .iter()
        .filter(|field| !["to", "name", "start"].contains(&field.as_str()))
        .map(|field| sample.event_without(field))
        .collect();
    for (name, value) in [
        ("to", json!("120363019502650977@g.us")),
        ("name", json!("Another")),
        ("start", json!("2026-01-03T00:00:00Z")),
        ("description", json!("Another")),
        ("location", json!("Another")),
        ("location", json!({ "name": "Another", "latitude": 1, "longitude": 2 })),
        ("location", json!({ "name": "Another", "address": "Another" })),
        ("joinLink", json!("https://call.whatsapp.com/video/another")),
    ] {
        let mut event = sample.event.clone();
        event[name] = value;
        events.push(event);
    }
    for field in Field::ALL {
        let values = match field.holds() {
            _ if *field == Field::JoinLink => continue,
            Some(Holds::Text) => vec![json!("another")],
            Some(Holds::Flag) => vec![json!(true), json!(false)],
            Some(Holds::Seconds) => vec![json!(0), json!(7)],
            _ => continue,
        };
        for value in values {
            let mut event = sample.event.clone();
            event[field.path().0] = value;
            events.push(event);
        }
    }
    events
}

/// The body without what no guest sees, and with one spelling for what looks the same to a guest: times become
/// instants, and message ids bare ids.
fn seen_by_a_guest(body: &str) -> BTreeMap<String, String> {
    let mut leaves = BTreeMap::new();
    collect_leaves(&serde_json::from_str(body).expect("JSON"), "", &mut leaves);
    let key = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    leaves.retain(|path, _| !["delay", "delaySeconds", "source"].contains(&key(path).as_str()));
    let told = leaves.into_iter().map(|(path, leaf)| {
        let text = leaf.as_str().map_or_else(|| leaf.to_string(), str::to_owned);
        let key = key(&path);
        let is_time = ["start", "end", "date"].iter().any(|word| key.starts_with(word));
        let instant = text.parse::<jiff::Timestamp>().ok().filter(|_| is_time);
        let is_reply = ["replyTo", "reply_to"].contains(&key.as_str());
        let text = match (instant, text) {
            (Some(time), _) => time.as_second().to_string(),
            (None, id) if is_reply => bare_message_id(&id).to_owned(),
            (None, other) => other,
        };
        (path, text)
    });
    told.collect()
}

/// A fingerprint depends neither on how a time, a text or a message id is written, nor on fields that the gateway does
/// not have.
fn a_fingerprint_does_not_depend_on_spellings(sample: &Sample) -> Result<(), String> {
    let Ok(built) = &sample.verdict else { return Ok(()) };
    let mut event = sample.event.clone();
    let utc = |time: &Json| Json::from(rfc3339(seconds(time.as_str().expect("text")), 0));
    let decomposed = |text: &Json| Json::from(text.as_str().expect("text").nfd().to_string());
    for name in ["start", "end"] {
        if !event[name].is_null() {
            event[name] = utc(&event[name]);
        }
    }
    for name in ["name", "description"] {
        if !event[name].is_null() {
            event[name] = decomposed(&event[name]);
        }
    }
    for name in ["name", "address"] {
        if !event["location"][name].is_null() {
            event["location"][name] = decomposed(&event["location"][name]);
        }
    }
    if let Some(id) = sample.event["replyTo"].as_str()
        && bare_message_id(id) == id
        && !id.contains('_')
    {
        event["replyTo"] = format!("true_5511999999999@c.us_{id}").into();
    }
    if event["location"].is_null() {
        event.as_object_mut().expect("an object").shift_remove("location");
    }
    let again = sample.build(&event).map_err(|refusal| format!("{refusal}: {event}"))?;
    same(&again.value.fingerprint(), &built.value.fingerprint())
}

/// All spellings of an account have one fingerprint, whichever of its ids is used. Different recipients have different
/// ones.
#[test]
fn fingerprints_are_equal_exactly_if_the_recipients_are_the_same() {
    let spellings = [
        "+54 9 11 2345-6789",
        "+54 11 2345-6789",
        "541123456789@c.us",
        "5491123456789@s.whatsapp.net",
        "+54 9 11 2345-6788",
        "541123456788@c.us",
        "+52 55 1234 5678",
        "+52 1 55 1234 5678",
        "5215512345678@c.us",
        "+55 51 98020-1045",
        "555180201045@c.us",
        "+55 11 98020-1045",
        "551180201045@c.us",
        "+55 11 2345-6789",
        "+225 07 07 12 34 56",
        "22507123456@c.us",
        "+229 01 97 12 34 56",
        "22997123456@c.us",
        "+34 612 345 678",
        "34612345678@c.us",
        "34612345678@lid",
        "120363019502650977@g.us",
        "120363019502650977-group",
    ];
    let target =
        json!({ "gateway": "waha", "session": "a", "baseUrl": "https://waha.example.com" });
    let mut found: Vec<(String, Recipient, String)> = Vec::new();
    for to in spellings {
        for choice in ["typed", "long", "short"] {
            let settings =
                json!({ "options": { "now": "2026-01-01T00:00:00Z", "whatsappId": choice } });
            let event = json!({ "to": to, "name": "A", "start": "2026-09-10T14:00:00Z" });
            let input = input(&event);
            let built = build_request(&input, &value(&target).into(), &options(&settings), clock());
            let recipient = parse_recipient(&value(&json!(to)), &options(&settings), clock());
            let what = format!("{to} ({choice})");
            let fingerprint = built.expect("a request").value.fingerprint();
            found.push((what, recipient.expect("a recipient").value, fingerprint));
        }
    }
    for (one, recipient, fingerprint) in &found {
        for (other, other_recipient, other_fingerprint) in &found {
            let are_same = same_recipient(recipient, other_recipient);
            assert_eq!(fingerprint == other_fingerprint, are_same, "{one} and {other}");
        }
    }
}

/// No law would be tested for a field that none of the events has.
#[test]
fn the_events_of_the_laws_have_every_field() {
    let mut runner = TestRunner::deterministic();
    let events = vec(event(), 64).new_tree(&mut runner).expect("events").current();
    let fields = events.iter().filter_map(Json::as_object).flat_map(Map::keys);
    let seen: BTreeSet<&str> = fields.map(String::as_str).collect();
    let missing = EventInput::NAMES.iter().filter(|name| !seen.contains(**name));
    // These two repeat what other fields say.
    assert_eq!(missing.collect::<Vec<_>>(), [&"timeZone", &"reminderSeconds"]);
}

fn keeps_the_laws(sample: &Sample) -> Result<(), TestCaseError> {
    for (law, holds) in LAWS {
        holds(sample).map_err(|why| TestCaseError::fail(format!("{law}: {why}")))?;
    }
    Ok(())
}

/// The descriptions are random too, each with a target and an event.
#[test]
fn every_random_gateway_keeps_the_laws() {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = Config { cases: MADE, failure_persistence: None, ..Config::default() };
    let built = Cell::new(0_u32);
    let run = TestRunner::new_with_rng(config, rng).run(
        &(made::description(), made::target(), event()),
        |(description, target, event)| {
            let gateway = Gateway::define(&description.to_string());
            let gateway = gateway.map_err(|refusal| {
                TestCaseError::fail(format!("{refusal}: {}", messages(&refusal.issues)))
            })?;
            let gateway = gateway.value;
            let facts = gateway.facts();
            let schema = schema(&gateway, &target);
            let validator = Rc::new(jsonschema::draft202012::new(&schema).expect("a schema"));
            let verdict = build(&gateway, &event, &target);
            built.set(built.get() + u32::from(verdict.is_ok()));
            keeps_the_laws(&Sample { gateway, event, target, facts, schema, validator, verdict })
        },
    );
    run.unwrap_or_else(|error| panic!("{error}"));
    let built = built.get();
    assert!(built > MADE / 4, "only {built} events of {MADE} were built");
}

#[test]
fn every_gateway_keeps_the_laws() {
    for gateway in Gateway::all() {
        for target in targets(gateway) {
            let schema = schema(gateway, &target);
            let validator = Rc::new(jsonschema::draft202012::new(&schema).expect("a schema"));
            let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
            let config = Config { cases: EVENTS, failure_persistence: None, ..Config::default() };
            let built = Cell::new(0_u32);
            let run = TestRunner::new_with_rng(config, rng).run(&event(), |event| {
                let verdict = build(gateway, &event, &target);
                built.set(built.get() + u32::from(verdict.is_ok()));
                let (gateway, facts) = (gateway.clone(), gateway.facts());
                let (target, schema, validator) =
                    (target.clone(), schema.clone(), validator.clone());
                keeps_the_laws(&Sample {
                    gateway,
                    event,
                    target,
                    facts,
                    schema,
                    validator,
                    verdict,
                })
            });
            run.unwrap_or_else(|error| panic!("{target}: {error}"));
            let built = built.get();
            assert!(built > EVENTS / 8, "only {built} events of {EVENTS} were built: {target}");
        }
    }
}

/// The most entries that a list of issues or warnings has, apart from the one that counts the rest.
const MAX_LISTED: usize = 50;

#[test]
fn a_report_lists_at_most_fifty_issues_and_counts_the_rest() {
    let event = json!({ "to": "+5511961234567", "name": "x", "start": "2027-09-10T14:00:00Z", "location": {} });
    let target =
        json!({ "gateway": "waha", "session": "a", "baseUrl": "https://waha.example.com" });
    let options = json!({ "now": "2026-01-01T00:00:00Z" });
    let counts = [0, 1, MAX_LISTED - 1, MAX_LISTED, MAX_LISTED + 1, 2000];
    for (place, count) in (0..5).flat_map(|place| counts.map(|count| (place, count))) {
        let add = |value: &Json, is_here: bool| {
            let mut value = value.clone();
            for at in (0..count).filter(|_| is_here) {
                value[format!("unknown {at}")] = json!(at);
            }
            value
        };
        let mut full = add(&event, [0, 4].contains(&place));
        full["location"] = add(&event["location"], [1, 4].contains(&place));
        let (target, mut settings) =
            (add(&target, [2, 4].contains(&place)), add(&options, [3, 4].contains(&place)));
        let total = if place == 4 { 4 * count } else { count };
        let mut report = |strict: bool, event: &Json| {
            settings["strict"] = strict.into();
            let target = value(&target).into();
            let settings = json!({ "options": settings });
            owned(build_request(&input(event), &target, &common::options(&settings), clock()))
        };

        let built = report(false, &full).expect("unknown fields are no faults");
        assert_eq!(counted(&built.warnings), total, "in place {place}");
        let refused = report(true, &full);
        assert_eq!(refused.is_err(), count > 0, "strict refuses {count} in place {place}");
        if let Err(refusal) = refused {
            assert_eq!(counted(&refusal.issues), total);
            assert_eq!(refusal.warnings, []);
        }

        // The event's own issue is in the list, however many other entries there are.
        full["name"] = json!(5);
        full["source"] = json!(5);
        for strict in [false, true] {
            let refusal = report(strict, &full).expect_err("a name is a text");
            let paths: Vec<String> = refusal.issues.iter().map(path).collect();
            assert!(paths.contains(&"name".to_owned()) && paths.contains(&"source".to_owned()));
            let told = counted(&refusal.issues) + counted(&refusal.warnings);
            assert_eq!(told, total + 2);
        }
    }
}

/// How many issues a list stands for, whether listed or only counted.
fn counted(told: &[Issue]) -> usize {
    assert!(told.len() <= MAX_LISTED + 1, "{}", told.len());
    let Some((last, listed)) = told.split_last() else { return 0 };
    let is_count = |issue: &Issue| issue.code().as_str() == "more_issues";
    assert!(!listed.iter().any(is_count), "the count is at the end");
    if !is_count(last) {
        return told.len();
    }
    assert_eq!((listed.len(), path(last)), (MAX_LISTED, String::new()));
    let count = last.params().get("count").map(|count| format!("{count:?}")).expect("a count");
    let digits: String = count.chars().filter(char::is_ascii_digit).collect();
    listed.len() + digits.parse::<usize>().expect("a number")
}

/// The targets in a gateway's cases, without their secrets.
fn targets(gateway: &Gateway) -> Vec<Json> {
    let secrets = gateway.facts().secrets;
    let mut targets: Vec<Json> = Vec::new();
    for case in cases(&format!("requests/{}", gateway.id())) {
        let mut target = case["target"].clone();
        let is_sent = !case["request"].is_null();
        let fields = target.as_object_mut().expect("an object");
        fields.retain(|name, _| !secrets.contains(name));
        fields.sort_keys();
        if is_sent && !targets.contains(&target) {
            targets.push(target);
        }
    }
    assert!(!targets.is_empty(), "{} has no target", gateway.id());
    targets
}

fn schema(gateway: &Gateway, target: &Json) -> Json {
    let target = Target::parse(&target_of(gateway, target)).expect("a target").value;
    let schema = target.body_schema().expect("a target has a schema");
    serde_json::from_str(schema.json).expect("JSON")
}

fn build(gateway: &Gateway, event: &Json, target: &Json) -> Verdict<Built<'static>> {
    let settings = common::default_options();
    owned(build_request(&input(event), &target_of(gateway, target), &options(&settings), clock()))
}

fn owned(verdict: Verdict<Built<'_>>) -> Verdict<Built<'static>> {
    verdict.map(|checked| checked.map(Built::into_owned))
}

fn recipient() -> impl Strategy<Value = String> {
    let digits = |count: usize| {
        vec(0..10_u8, count).prop_map(|all| all.iter().map(u8::to_string).collect::<String>())
    };
    prop_oneof![
        // Mobile numbers of São Paulo and of Spain: these prefixes are valid with any digits after them.
        2 => (prop_oneof![Just("55119"), Just("346")], digits(8))
            .prop_map(|(first, rest)| format!("+{first}{rest}")),
        2 => digits(15).prop_map(|rest| format!("120{rest}@g.us")),
        1 => digits(9).prop_map(|rest| format!("5511{rest}-1623281429@g.us")),
        1 => digits(14).prop_map(|rest| format!("1{rest}@lid")),
    ]
}

fn event() -> impl Strategy<Value = Json> {
    let to = recipient();
    let line = prop_oneof![
        8 => "[A-Za-zçãé日😀\"{}<&/][ -~çãé日😀]{0,24}[a-z]",
        1 => Just("{token} {apiKey} {accessToken} {clientToken}".to_owned()),
    ];
    let description = prop_oneof![
        line.clone(),
        (line.clone(), line.clone()).prop_map(|(a, b)| format!("{a}\n\t{b}"))
    ];
    // From 2026-01-02 to 2037-12-31.
    let start = (1_767_312_000..2_145_830_400_i64, -11..=13_i32);
    let ends = prop_oneof![
        2 => Just(Json::Null),
        1 => (1..=1440_i64).prop_map(|minutes| json!({ "durationMinutes": minutes })),
        1 => (60..=86_400_i64).prop_map(|seconds| json!({ "end": seconds })),
    ];
    let coordinates = option::of((1..=800_000_i32, -1_700_000..0_i32));
    let spot = option::of((option::of(line.clone()), option::of(line.clone()), coordinates));
    let extras: Vec<_> = Field::ALL.iter().copied().filter_map(extra).collect();
    (to, line.clone(), start, ends, option::of(description), spot, extras).prop_map(
        |(to, name, (start, hours), ends, description, place, extras)| {
            let mut event = Map::new();
            let mut put = |name: &str, value: Option<Json>| {
                event.extend(value.map(|value| (name.to_owned(), value)));
            };
            put("to", Some(to.into()));
            put("name", Some(name.into()));
            put("start", Some(rfc3339(start, hours).into()));
            put("end", ends["end"].as_i64().map(|lasts| rfc3339(start + lasts, -hours).into()));
            put("durationMinutes", ends["durationMinutes"].as_i64().map(Json::from));
            put("description", description.map(Json::from));
            put(
                "location",
                place.map(|(name, address, point)| {
                    let mut place = Map::new();
                    place.extend(name.map(|name| ("name".to_owned(), name.into())));
                    place.extend(address.map(|address| ("address".to_owned(), address.into())));
                    if let Some((latitude, longitude)) = point {
                        place.insert("latitude".to_owned(), (f64::from(latitude) / 1e4).into());
                        place.insert("longitude".to_owned(), (f64::from(longitude) / 1e4).into());
                    }
                    place.into()
                }),
            );
            for (name, value) in extras {
                put(name, value);
            }
            // Without a message to quote, there is no private reply.
            if !event.contains_key("replyTo") {
                event.shift_remove("replyPrivately");
            }
            event.into()
        },
    )
}

/// A value, if any, for a field that holds a text, a flag or a number of seconds.
fn extra(field: Field) -> Option<impl Strategy<Value = (&'static str, Option<Json>)> + use<>> {
    let text = |form: &'static str| form.prop_map(Json::from).boxed();
    let number = |most: u32| (0..=most).prop_map(Json::from).boxed();
    let value = match (field, field.holds()?) {
        (Field::JoinLink, _) => prop_oneof![
            text("https://call\\.whatsapp\\.com/(video|voice)/[A-Za-z0-9]{10,22}"),
            text("https://[a-z]{3,10}\\.example\\.com/[a-z0-9-]{3,20}"),
        ]
        .boxed(),
        (Field::ReplyTo, _) => text("[A-Za-z0-9_@.:-]{1,40}"),
        (Field::Reminder, _) => number(525_600),
        (_, Holds::Text) => text("[a-z0-9]{1,20}"),
        (_, Holds::Seconds) => number(300),
        (_, _) => Just(true.into()).boxed(),
    };
    let chance = if field == Field::Canceled { 0.2 } else { 0.5 };
    let name = field.path().0;
    Some(option::weighted(chance, value).prop_map(move |value| (name, value)))
}

/// The time at an offset of whole hours, computed by jiff.
fn rfc3339(seconds: i64, hours: i32) -> String {
    let offset = jiff::tz::Offset::from_seconds(hours * 3600).expect("an offset");
    let time = jiff::Timestamp::from_second(seconds).expect("a time");
    time.display_with_offset(offset).to_string()
}

/// The instant of a text, computed by jiff.
fn seconds(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().expect("RFC 3339").as_second()
}

fn kind(event: &Json) -> &'static str {
    match event["to"].as_str().expect("text").split_once('@') {
        None => "person",
        Some((_, "lid")) => "lid",
        Some(_) => "group",
    }
}

/// The fields that the event has. Parts of a place count separately, and both coordinates as one field.
fn given_fields(event: &Json) -> Vec<String> {
    let mut fields = Vec::new();
    for (name, value) in event.as_object().expect("an object") {
        match value {
            Json::Object(parts) => {
                let parts = parts.keys().filter(|part| *part != "longitude");
                fields.extend(parts.map(|part| format!("{name}.{part}")));
            }
            _ => fields.push(name.clone()),
        }
    }
    fields
}

/// Whether the target has a field for this, according to the published facts.
fn carries(sample: &Sample, name: &str) -> bool {
    // The facts of a gateway with two contracts are those of its default contract.
    match (sample.target["contract"].as_str(), name) {
        (Some("reference"), "replyTo") => true,
        (Some("reference"), "location.latitude") => false,
        _ => {
            let facts = serde_json::to_value(&sample.facts).expect("plain data");
            facts["fields"].as_array().expect("fields").contains(&json!(name))
        }
    }
}

fn collect_leaves(value: &Json, path: &str, leaves: &mut BTreeMap<String, Json>) {
    match value {
        Json::Object(fields) => {
            for (name, value) in fields {
                collect_leaves(value, &format!("{path}.{name}"), leaves);
            }
        }
        leaf => drop(leaves.insert(path.to_owned(), leaf.clone())),
    }
}

fn path(issue: &Issue) -> String {
    let path = serde_json::to_value(issue.path()).expect("plain data");
    let parts = path.as_array().expect("a path").iter();
    parts.map(|part| part.as_str().expect("a name")).collect::<Vec<_>>().join(".")
}

fn messages(issues: &[Issue]) -> String {
    let told = issues
        .iter()
        .map(|issue| [format!("{issue:?}"), issue.message(Language::English)].concat());
    told.collect()
}

fn same<T: PartialEq + std::fmt::Debug>(found: &T, expected: &T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{found:?} instead of {expected:?}")) }
}
