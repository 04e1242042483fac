//! Reads a request of a description.

use super::{
    Kind, TargetField,
    endpoint::{read_headers, read_query, read_url},
    place::Place,
    schema::read_schema,
};
use crate::{
    gateway::{
        Capabilities, Field, Operation,
        capability::{Fields, Habits},
        description::{
            body::Body, operations::MESSAGE_ID, recipients::Recipients, request::Request,
            template::Template,
        },
    },
    issue::{Fault, IssueCode as Code, Report},
};

impl Request {
    pub(super) fn read(
        place: &Place<'_, '_>,
        operation: Operation,
        target: &mut [TargetField],
        report: &mut Report,
    ) -> Option<Self> {
        let is_change = operation != Operation::Send;
        let mut known = vec![
            "url",
            "headers",
            "query",
            "recipients",
            "requires",
            "makesCallLinks",
            "inventsEndSeconds",
            "values",
            "bodySchema",
            "body",
        ];
        known.extend(is_change.then_some(MESSAGE_ID));
        place.only(&known, report);
        if place.is_no_object() {
            return None;
        }
        let url = read_url(&place.at("url"), target, report);
        let (headers, key_header) = read_headers(&place.at("headers"), target, report);
        if let Some(name) = key_header.as_ref().filter(|_| is_change) {
            let headers = place.at("headers");
            headers.at(name).unfit(
                "null or another text: a change that is made again would pass for the first",
                report,
            );
        }
        let query = read_query(&place.at("query"), target, report);
        let recipients = Recipients::read(&place.at("recipients"), report);
        let values = place.at("values").text(report);
        if values.is_some_and(|word| word != "text") {
            place.at("values").unfit("\"text\"", report);
        }
        let (body, place_needs) = Body::read(&place.at("body"), values.is_some(), target, report);
        let mut requires = Fields::default();
        place.at("requires").items(report, |name, report| {
            let name_text = name.needed(report);
            let known = Field::ALL
                .iter()
                .find(|field| field.names().iter().any(|each| Some(*each) == name_text));
            match known {
                // Other fields can be required once the shared code can report that they are missing.
                Some(Field::LocationName) => requires.add(Field::LocationName),
                _ => name.unfit("location.name", report),
            }
        });
        let mut carried = read_carried(
            place,
            "body",
            operation,
            &recipients,
            &body,
            [requires, place_needs],
            report,
        );
        // A cancellation by itself says that the event is off.
        if operation == Operation::Cancel && !carried.fields.is_empty() {
            carried.fields.add(Field::Canceled);
        }
        let body_schema = read_schema(&place.at("bodySchema"), report);
        let url = url?;
        let mut named: Vec<usize> = url.fields().chain(body.target_fields()).collect();
        named.extend(headers.iter().chain(&query).flat_map(|(_, value)| value.fields()));
        expect_one_slot_each(&named, target, place, report);
        Some(Self {
            url,
            query,
            headers,
            key_header,
            recipients,
            body,
            carried,
            body_schema,
            named,
        })
    }

    /// Reads the call of a function, which is not sent anywhere.
    pub(super) fn read_call(place: &Place<'_, '_>, report: &mut Report) -> Self {
        place.only(&["recipients", "makesCallLinks", "inventsEndSeconds", "args"], report);
        let recipients = Recipients::read(&place.at("recipients"), report);
        let (body, place_needs) = Body::read_call(&place.at("args"), report);
        let carried = read_carried(
            place,
            "args",
            Operation::Send,
            &recipients,
            &body,
            [Fields::default(), place_needs],
            report,
        );
        Self {
            url: Template(Vec::new()),
            query: Vec::new(),
            headers: Vec::new(),
            key_header: None,
            recipients,
            body,
            carried,
            body_schema: String::new(),
            named: Vec::new(),
        }
    }
}

/// What a request or a call can carry, according to its field `written`.
fn read_carried(
    place: &Place<'_, '_>,
    written: &str,
    operation: Operation,
    recipients: &Recipients,
    body: &Body,
    [requires, place_needs]: [Fields; 2],
    report: &mut Report,
) -> Capabilities {
    require_fields(operation, body, requires, &place.at(written), report);
    let end = place.at("inventsEndSeconds");
    let invents_end_seconds = end.whole(report).unwrap_or(0);
    if !invents_end_seconds.is_multiple_of(60) {
        end.unfit("whole minutes", report);
    }
    let makes_call_links = place.at("makesCallLinks").flag(report);
    let habits = Habits { makes_call_links, invents_end_seconds };
    Capabilities::new(|kind| recipients.take(kind), body.fields(), requires, place_needs, habits)
}

/// Reports required fields that are missing in the body, and fields that make no sense without another one that is
/// missing.
fn require_fields(
    operation: Operation,
    body: &Body,
    requires: Fields,
    place: &Place<'_, '_>,
    report: &mut Report,
) {
    if !place.value.is_given() {
        return;
    }
    let (needed, requires): (&[Field], Fields) = match operation {
        Operation::Send => (&[Field::To, Field::Name, Field::Start], requires),
        Operation::Edit => (&[Field::Name, Field::Start], requires),
        Operation::Cancel => (&[], Fields::default()),
    };
    for field in needed.iter().copied().chain(requires.each()) {
        if !body.fields().has(field) {
            let name = field.names().first().copied().unwrap_or_default();
            place.lacks(name, report);
        }
    }
    for (half, other) in [
        ("location.latitude", "location.longitude"),
        ("location.longitude", "location.latitude"),
        ("reminder.given", "reminder.seconds"),
        ("replyPrivately", "replyTo"),
    ] {
        if body.uses(half) && !body.uses(other) {
            place.lacks(other, report);
        }
    }
}

/// Reports secrets with several slots. A draft has one slot for each missing secret.
fn expect_one_slot_each(
    named: &[usize],
    target: &[TargetField],
    place: &Place<'_, '_>,
    report: &mut Report,
) {
    for (at, field) in target.iter().enumerate() {
        let slots = named.iter().filter(|named| **named == at).count();
        if matches!(field.kind, Kind::Secret) && slots > 1 {
            place.fault(Fault::new(Code::RepeatedField).with("field", field.name.clone()), report);
        }
    }
}
