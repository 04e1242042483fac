//! Parses a description and reports every fault in it.

mod answers;
mod body;
mod endpoint;
mod limits;
mod merge;
mod operations;
mod place;
mod recipients;
mod request;
mod rsvps;
mod schema;
mod target;
mod template;
mod variants;

use self::place::Place;
use super::{Description, Kind, Operations, Request, TargetField};
use crate::{
    gateway::Field,
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
    reply::Answers,
    url::HttpUrl,
};

/// The longest id of a gateway, and the longest name, in bytes.
const ID_LENGTH: usize = 32;
const NAME_LENGTH: usize = 64;
const A_NAME: &str = "a name of 1 to 64 bytes";

/// Parses a description. Every fault is reported with its path.
pub(in crate::gateway) fn read(value: &Value<'_>, report: &mut Report) -> Option<Description> {
    let page = Place::new(value);
    if !matches!(value, Value::Record(_)) {
        page.misfit("object", report);
    }
    if !(report.is_clean() && limits::judge(&page, report)) {
        return None;
    }
    page.only(
        &[
            "id",
            "name",
            "target",
            "request",
            "edit",
            "cancel",
            "variants",
            "answers",
            "rsvps",
            "documentation",
            "limits",
            "idempotent",
            // The others are for people and for tools.
            "$schema",
            "account",
            "notes",
            "rank",
            "read",
        ],
        report,
    );
    let id = page.at("id").needed(report);
    if id.is_some_and(|id| !is_id(id)) {
        page.at("id").unfit("a name such as my-gateway", report);
    }
    let name = page.at("name").text(report);
    if page.at("name").is_absent() {
        // Without what is expected it would read like the title of an event.
        let fault = Fault::new(Code::Required).with("expected", A_NAME);
        page.at("name").fault(fault, report);
    } else if name.is_some_and(|name| !(1..=NAME_LENGTH).contains(&name.len())) {
        page.at("name").unfit(A_NAME, report);
    }
    let mut target = target::read(&page.at("target"), report);
    let variants = variants::read(&page, &target, report);
    let requests = variants::requests(&page, &variants, &mut target, report);
    target::expect_use(&page.at("target"), &target, &requests, report);
    let answers = answers::read(&page.at("answers"), report);
    let rsvps = rsvps::read(&page.at("rsvps"), report);
    let documentation = read_address(&page.at("documentation"), report);
    let limits = page.at("limits");
    limits.only(
        &["requestsPerMinute", "name", "description", "locationName", "locationAddress"],
        report,
    );
    let requests_per_minute = limits.at("requestsPerMinute").limit(report);
    let page = Description {
        id: id.unwrap_or_default().to_owned(),
        name: name.unwrap_or_default().to_owned(),
        target,
        variants,
        requests,
        answers,
        limits: read_limits(&limits, report),
        rsvps,
        documentation,
        requests_per_minute,
        is_idempotent: page.at("idempotent").flag(report),
    };
    report.is_clean().then_some(page)
}

/// Parses the description of a library. Its event is passed to a function instead of being sent.
pub(in crate::gateway) fn read_library(
    value: &Value<'_>,
    report: &mut Report,
) -> Option<Description> {
    let page = Place::new(value);
    page.only(
        &["id", "name", "call", "documentation", "$schema", "notes", "rank", "read", "release"],
        report,
    );
    let id = page.at("id").needed(report).unwrap_or_default().to_owned();
    let name = page.at("name").needed(report).unwrap_or_default().to_owned();
    let call = Request::read_call(&page.at("call"), report);
    let page = Description {
        id,
        name,
        target: Vec::new(),
        variants: Vec::new(),
        requests: vec![(0, Operations { send: call, edit: None, cancel: None })],
        answers: Answers::default(),
        limits: Vec::new(),
        rsvps: None,
        documentation: page.at("documentation").text(report).unwrap_or_default().to_owned(),
        requests_per_minute: None,
        is_idempotent: false,
    };
    report.is_clean().then_some(page)
}

/// Reads the limits of texts. A text that is moved into another field counts towards the limit of that field.
fn read_limits(place: &Place<'_, '_>, report: &mut Report) -> Vec<(Field, usize)> {
    let mut limits = Vec::new();
    for (name, field) in [
        ("name", Field::Name),
        ("description", Field::Description),
        ("locationName", Field::LocationName),
        ("locationAddress", Field::LocationAddress),
    ] {
        let most = place.at(name).limit(report).and_then(|most| usize::try_from(most).ok());
        limits.extend(most.map(|most| (field, most)));
    }
    limits
}

/// `^[a-z][a-z0-9-]{0,31}$`
fn is_id(id: &str) -> bool {
    id.len() <= ID_LENGTH
        && id.starts_with(|character: char| character.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Reads the address of the documentation. Programs may show it as a link.
fn read_address(place: &Place<'_, '_>, report: &mut Report) -> String {
    let address = place.text(report).unwrap_or_default();
    let is_address = address.starts_with("https://") && HttpUrl::parse(address).is_ok();
    if !(place.is_absent() || is_address) {
        place.unfit("an https:// address", report);
    }
    address.to_owned()
}
