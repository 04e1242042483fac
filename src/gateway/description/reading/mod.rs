//! From the text of a description to what is walked, with every fault that it has.

mod answers;
mod body;
mod endpoint;
mod merge;
mod place;
mod recipients;
mod request;
mod rsvps;
mod template;
mod variants;

use self::place::Place;
use super::{Description, Kind, Request, TargetField};
use crate::{
    gateway::{Capabilities, Field},
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
    reply::Answers,
    url::is_segment,
};

/// The description that `value` is; what is wrong with it is told, with the names that lead to it.
pub(in crate::gateway) fn read(value: &Value<'_>, report: &mut Report) -> Option<Description> {
    let page = Place::new(value);
    page.only(
        &[
            "id",
            "name",
            "target",
            "request",
            "variants",
            "answers",
            "rsvps",
            "documentation",
            "limits",
            "idempotent",
            // What is for people and for tools.
            "$schema",
            "account",
            "notes",
            "rank",
            "read",
        ],
        report,
    );
    let id = page.at("id").needed(report).unwrap_or_default().to_owned();
    if !is_segment(&id) {
        page.at("id").fault(Code::TargetSegment, report);
    }
    let mut target = read_target(&page.at("target"), report);
    let variants = variants::read(&page, &target, report);
    let requests = variants::requests(&page, &id, &variants, &mut target, report);
    let carried = requests.iter().map(|(_, request)| request.carried).reduce(Capabilities::or);
    let answers = answers::read(&page.at("answers"), report);
    let rsvps = rsvps::read(&page.at("rsvps"), report);
    let name = page.at("name").needed(report).map(str::to_owned);
    let limits = page.at("limits");
    limits.only(
        &["requestsPerMinute", "name", "description", "locationName", "locationAddress"],
        report,
    );
    let page = Description {
        name: name.unwrap_or_default(),
        target,
        variants,
        requests,
        carried: carried?,
        answers,
        limits: read_limits(&limits, report),
        rsvps,
        documentation: page.at("documentation").text(report).unwrap_or_default().to_owned(),
        requests_per_minute: limits.at("requestsPerMinute").whole(report),
        is_idempotent: page.at("idempotent").flag(report),
        id,
    };
    report.is_clean().then_some(page)
}

/// The library that `value` is: a description whose event is handed to a function, and sent nowhere.
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
        carried: call.carried,
        requests: vec![(0, call)],
        answers: Answers::default(),
        limits: Vec::new(),
        rsvps: None,
        documentation: page.at("documentation").text(report).unwrap_or_default().to_owned(),
        requests_per_minute: None,
        is_idempotent: false,
    };
    report.is_clean().then_some(page)
}

/// The longest texts. What is moved into another field is counted there.
fn read_limits(place: &Place<'_, '_>, report: &mut Report) -> Vec<(Field, usize)> {
    let mut limits = Vec::new();
    for (name, field) in [
        ("name", Field::Name),
        ("description", Field::Description),
        ("locationName", Field::LocationName),
        ("locationAddress", Field::LocationAddress),
    ] {
        let most = place.at(name).whole(report).and_then(|most| usize::try_from(most).ok());
        limits.extend(most.map(|most| (field, most)));
    }
    limits
}

fn read_target(place: &Place<'_, '_>, report: &mut Report) -> Vec<TargetField> {
    let mut fields = Vec::new();
    place.each(report, |field, report| {
        // The last four are for people and for tools.
        let names = ["is", "account", "default", "of", "about", "example", "label", "optional"];
        field.only(&names, report);
        let is = field.at("is");
        let kind = match is.needed(report) {
            Some("segment") => Kind::Segment,
            Some("label") => Kind::Label,
            Some("secret") => Kind::Secret,
            Some("baseUrl") => Kind::BaseUrl(field.at("default").text(report).map(str::to_owned)),
            Some("choice") => Kind::Choice(field.at("of").texts(report)),
            Some(_) => {
                let kinds: &[&str] = &["segment", "label", "secret", "baseUrl", "choice"];
                return is.fault(Fault::new(Code::InvalidOption).with("expected", kinds), report);
            }
            None => return,
        };
        let is_account = field.at("account").flag(report);
        fields.push(TargetField {
            name: field.name().to_owned(),
            kind,
            is_account,
            is_in_path: false,
        });
    });
    fields
}
