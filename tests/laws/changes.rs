//! Laws that edits and cancellations keep, for every gateway that has them.

use std::collections::BTreeSet;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value as Json;
use waevent::{
    Event, Gateway, GatewayRequest, Issue, Refusal, Target, build_cancel, build_edit,
    gateway::Operation, input::Value,
};

use crate::{
    EVENTS, MADE, build,
    common::{self, clock},
    event, given_fields, made, messages,
    own::target_of,
    path, same, targets, without,
};

/// The ids of a message and of another one in the same chat.
const IDS: [&str; 2] = ["3EB0C767D82A5107", "3EB0F1E2D3C4B5A6"];

type Law = fn(&Change) -> Result<(), String>;

const LAWS: &[(&str, Law)] = &[
    (
        "a change is refused only for what must not be left out",
        only_what_must_not_be_lost_is_refused,
    ),
    ("every field is in the body or reported", every_field_is_in_the_body_or_reported),
    ("a secret occurs only in its slot", a_secret_stands_in_its_slot_alone),
    ("the message's id occurs only in its slot", the_id_stands_in_its_slot_alone),
    ("a body fits its schema", a_body_fits_its_schema),
    ("a cancellation marks the event as canceled", a_cancelled_event_is_off),
    ("a fingerprint distinguishes messages", a_fingerprint_distinguishes_messages),
];

/// The result of a change.
#[derive(Debug, PartialEq)]
struct Changed {
    request: GatewayRequest,
    event: Option<Event<'static>>,
    fingerprint: String,
    warnings: Vec<Issue>,
}

/// An event that replaces another one or is canceled, and the result.
struct Change {
    gateway: Gateway,
    operation: Operation,
    target: Json,
    event: Json,
    /// The message's id in the gateway's form, and that of the other message.
    ids: [String; 2],
    found: Result<Changed, Refusal>,
}

impl Change {
    /// Makes the change with the first form of the message's id that the gateway accepts.
    fn of(gateway: &Gateway, operation: Operation, target: &Json, event: &Json) -> Self {
        let forms = IDS.map(|id| forms_of(id, event));
        let is_taken = |id: &String| {
            let found = change(gateway, operation, id, target, event);
            let issues = found.err().map(|refusal| refusal.issues).unwrap_or_default();
            issues.iter().all(|issue| issue.code().as_str() != "message_id_format")
        };
        let at =
            forms[0].iter().position(is_taken).expect("a form of the id that the gateway accepts");
        let ids = forms.map(|forms| forms[at].clone());
        let found = change(gateway, operation, &ids[0], target, event);
        let (gateway, target, event) = (gateway.clone(), target.clone(), event.clone());
        Self { gateway, operation, target, event, ids, found }
    }

    fn again(&self, id: &str, target: &Json, event: &Json) -> Result<Changed, Refusal> {
        change(&self.gateway, self.operation, id, target, event)
    }

    /// Whether the request contains nothing of the event.
    fn is_bare(&self) -> bool {
        self.found.as_ref().is_ok_and(|changed| changed.event.is_none())
    }
}

/// The forms of a message's id in the chat of an event: WhatsApp's own, the long one of web clients, and one for
/// gateways with their own ids.
fn forms_of(id: &str, event: &Json) -> [String; 3] {
    let to = event["to"].as_str().expect("text").trim_start_matches('+');
    let chat = if to.contains('@') { to.to_owned() } else { format!("{to}@c.us") };
    [id.to_owned(), format!("true_{chat}_{id}"), format!("msg_{id}")]
}

fn change(
    gateway: &Gateway,
    operation: Operation,
    id: &str,
    target: &Json,
    event: &Json,
) -> Result<Changed, Refusal> {
    let settings = common::default_options();
    let (id, options) = (Value::Text(id.into()), common::options(&settings));
    let (event, target) = (common::input(event), target_of(gateway, target));
    if operation == Operation::Edit {
        let built = build_edit(&event, &id, &target, &options, clock())?;
        let (fingerprint, warnings) = (built.value.fingerprint(), built.warnings);
        let (request, event) = (built.value.request, Some(built.value.event.into_owned()));
        return Ok(Changed { request, event, fingerprint, warnings });
    }
    let built = build_cancel(&id, Some(&event), &target, &options, clock())?;
    let (fingerprint, warnings) = (built.value.fingerprint(), built.warnings);
    let (request, event) = (built.value.request, built.value.event.map(Event::into_owned));
    Ok(Changed { request, event, fingerprint, warnings })
}

/// As with sending: a recipient that the gateway does not accept, a place that it requires, or a canceled event that it
/// would show as a normal one.
fn only_what_must_not_be_lost_is_refused(change: &Change) -> Result<(), String> {
    let Err(Refusal { issues, .. }) = &change.found else { return Ok(()) };
    let allowed = [
        "recipient_unsupported to",
        "field_required_by_gateway location.name",
        "field_unsupported canceled",
    ];
    for issue in issues {
        let found = format!("{} {}", issue.code(), path(issue));
        let is_off = found == allowed[2] && change.operation == Operation::Cancel;
        if is_off || !allowed.contains(&found.as_str()) {
            return Err(found);
        }
    }
    Ok(())
}

/// Without a field, the body is different, unless a warning says that the field is left out. Moved fields are in the
/// body too. If the request contains nothing of the event, nothing is reported.
fn every_field_is_in_the_body_or_reported(change: &Change) -> Result<(), String> {
    let Ok(changed) = &change.found else { return Ok(()) };
    if change.is_bare() {
        return same(&changed.warnings, &Vec::new());
    }
    let reported = |code: &str| -> BTreeSet<String> {
        let with_code = changed.warnings.iter().filter(|issue| issue.code().as_str() == code);
        with_code.map(path).collect()
    };
    let mut without_effect = BTreeSet::new();
    for field in given_fields(&change.event) {
        let event = without(&change.event, &field);
        let body = change.again(&change.ids[0], &change.target, &event);
        if body.is_ok_and(|other| other.request.body == changed.request.body) {
            without_effect.insert(field);
        }
    }
    // The request of a cancellation already means that the event is canceled.
    if change.operation == Operation::Cancel {
        without_effect.remove("canceled");
    }
    same(&reported("field_unsupported"), &without_effect)?;
    let lost: Vec<_> = reported("field_moved").intersection(&without_effect).cloned().collect();
    same(&lost, &Vec::new())
}

/// A secret is written once, in place of its placeholder, and never reported.
fn a_secret_stands_in_its_slot_alone(change: &Change) -> Result<(), String> {
    let names = change.gateway.facts().secrets;
    let secret = |name: &str| format!("5ecret-of-{name}");
    let mut closed = change.target.clone();
    for name in &names {
        closed[name] = secret(name).into();
    }
    let found = change.again(&change.ids[0], &closed, &change.event);
    let texts = match &found {
        Ok(changed) => format!("{:?} {}", changed.event, messages(&changed.warnings)),
        Err(refusal) => messages(&refusal.issues) + &messages(&refusal.warnings),
    };
    if texts.contains("5ecret-of-") {
        return Err(format!("a secret is reported: {texts}"));
    }
    let (Ok(complete), Ok(draft)) = (found, &change.found) else { return Ok(()) };
    let draft = &draft.request;
    let everywhere = everywhere(&complete.request);
    for name in &names {
        let expected = usize::from(draft.missing_secrets.contains(name));
        same(&everywhere.matches(&secret(name)).count(), &expected)?;
    }
    let secrets: Vec<_> = names.iter().map(|name| (name.as_str(), secret(name))).collect();
    let filled = draft.clone().authorize(secrets.iter().map(|(name, value)| (*name, &**value)));
    same(&filled.expect("slots").value, &complete.request)
}

/// The id is written once. The request for another message differs in the id alone.
fn the_id_stands_in_its_slot_alone(change: &Change) -> Result<(), String> {
    let Ok(changed) = &change.found else { return Ok(()) };
    let whole = everywhere(&changed.request);
    same(&whole.matches(IDS[0]).count(), &1)?;
    let other = change.again(&change.ids[1], &change.target, &change.event);
    let other = everywhere(&other.expect("the same for another message").request);
    same(&whole.replace(IDS[0], IDS[1]), &other)
}

/// Applies to built-in gateways, and to described ones that have a schema.
fn a_body_fits_its_schema(change: &Change) -> Result<(), String> {
    let Ok(changed) = &change.found else { return Ok(()) };
    let target =
        Target::parse(&target_of(&change.gateway, &change.target)).expect("a target").value;
    let target = match change.operation {
        Operation::Edit => target.editing(&change.ids[0]),
        _ => target.cancelling(&change.ids[0]),
    };
    let target = target.expect("an operation").value;
    let Some(schema) = target.body_schema() else {
        return same(&Gateway::find(change.gateway.id()), &None);
    };
    let schema = serde_json::from_str(schema.json).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let body = serde_json::from_str(&changed.request.body).expect("JSON");
    validator.validate(&body).map_err(|error| error.to_string())
}

/// Also if the event itself has another value for `canceled`.
fn a_cancelled_event_is_off(change: &Change) -> Result<(), String> {
    let event = change.found.as_ref().ok().and_then(|changed| changed.event.as_ref());
    let Some(event) = event else { return Ok(()) };
    let is_off = change.operation == Operation::Cancel || change.event["canceled"] == true;
    same(&event.canceled(), &is_off)
}

/// The fingerprint differs from that of sending the event and from that of changing another message, and is always the
/// same.
fn a_fingerprint_distinguishes_messages(change: &Change) -> Result<(), String> {
    let Ok(changed) = &change.found else { return Ok(()) };
    let [one, other] = &change.ids;
    let again = change.again(one, &change.target, &change.event);
    same(&again.as_ref(), &Ok(changed))?;
    let other = change.again(other, &change.target, &change.event).expect("another message");
    let sent = build(&change.gateway, &change.event, &change.target);
    let sent = sent.ok().map(|built| built.value.fingerprint());
    if other.fingerprint == changed.fingerprint || sent.as_ref() == Some(&changed.fingerprint) {
        return Err(format!("{} is also the fingerprint of another request", changed.fingerprint));
    }
    Ok(())
}

fn everywhere(request: &GatewayRequest) -> String {
    let headers: String = request.headers.iter().map(|(_, value)| value.as_str()).collect();
    [request.url.as_str(), &headers, &request.body].concat()
}

/// Returns how often each operation that the gateway has was built.
fn keep_the_laws(gateway: &Gateway, target: &Json, event: &Json) -> Result<usize, TestCaseError> {
    let mut made = 0;
    let operations = gateway.facts().operations;
    for operation in operations.into_iter().filter(|operation| *operation != Operation::Send) {
        let change = Change::of(gateway, operation, target, event);
        for (law, holds) in LAWS {
            let fail = |why| format!("{law}, {} {}: {why}", gateway.id(), operation.as_str());
            holds(&change).map_err(|why| TestCaseError::fail(fail(why)))?;
        }
        made += usize::from(change.found.is_ok());
    }
    Ok(made)
}

fn runner(cases: u32) -> TestRunner {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, rng)
}

#[test]
fn every_gateway_keeps_the_laws_of_changes() {
    let mut changing = 0;
    for gateway in Gateway::all().filter(|gateway| gateway.facts().operations.len() > 1) {
        changing += 1;
        for target in targets(gateway) {
            let made = std::cell::Cell::new(0);
            let run = runner(EVENTS).run(&event(), |event| {
                made.set(made.get() + keep_the_laws(gateway, &target, &event)?);
                Ok(())
            });
            run.unwrap_or_else(|error| panic!("{target}: {error}"));
            assert!(made.get() > EVENTS as usize / 4, "only {} changes: {target}", made.get());
        }
    }
    assert!(changing > 1, "{changing} gateways");
}

#[test]
fn every_random_gateway_keeps_the_laws_of_changes() {
    let made = std::cell::Cell::new(0);
    let run = runner(MADE).run(
        &(made::description(), made::target(), event()),
        |(description, target, event)| {
            let gateway = Gateway::define(&description.to_string());
            let gateway = gateway.map_err(|refusal| {
                TestCaseError::fail(format!("{}: {description}", messages(&refusal.issues)))
            })?;
            made.set(made.get() + keep_the_laws(&gateway.value, &target, &event)?);
            Ok(())
        },
    );
    run.unwrap_or_else(|error| panic!("{error}"));
    assert!(made.get() > MADE as usize / 4, "only {} changes", made.get());
}
