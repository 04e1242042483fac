//! Reads the requests of all operations, for one set of variants.

use super::{Kind, TargetField, merge::merged, place::Place};
use crate::{
    gateway::{
        Operation,
        description::{
            operations::{Change, MESSAGE_ID, MessageIds, Operations},
            request::Request,
        },
    },
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
    url::is_segment,
};

/// Reads the requests of a description, with the patches of the selected variants. An edit is a patch of the request
/// that sends. A cancellation is a patch of the edit, if there is one, because most gateways treat it as an edit.
pub(super) fn read<'v>(
    page: &Place<'_, 'v>,
    variants: &[&Value<'v>],
    target: &mut Vec<TargetField>,
    report: &mut Report,
) -> Option<Operations> {
    let varied = |value: Value<'v>, name: &str| {
        let patches = variants.iter().map(|variant| variant.field(name));
        let given = patches.filter(|patch| !matches!(patch, Value::Absent));
        given.fold(value, |value, patch| merged(&value, patch))
    };
    let sending = varied(page.value.field("request").clone(), "request");
    let send =
        Request::read(&Place::named(&sending, "request", page), Operation::Send, target, report);
    // Another operation has another body, so it does not inherit the schema.
    let nameless = Value::Record(vec![("bodySchema".into(), Value::Absent)]);
    let mut base = merged(&sending, &nameless);
    let mut change = |operation: Operation| {
        let name = operation.as_str();
        let patch = page.value.field(name);
        if matches!(patch, Value::Absent) {
            return None;
        }
        base = varied(merged(&base, patch), name);
        read_change(&Place::named(&base, name, page), operation, target, report)
    };
    let (edit, cancel) = (change(Operation::Edit), change(Operation::Cancel));
    send.map(|send| Operations { send, edit, cancel })
}

fn read_change(
    place: &Place<'_, '_>,
    operation: Operation,
    target: &mut Vec<TargetField>,
    report: &mut Report,
) -> Option<Change> {
    let last = target.len();
    target.push(TargetField {
        name: MESSAGE_ID.to_owned(),
        kind: Kind::Segment,
        is_account: false,
        is_in_path: false,
    });
    let request = Request::read(place, operation, target, report);
    target.pop();
    let form = place.at(MESSAGE_ID);
    let word = form.text(report).unwrap_or_default();
    let is_own = word.ends_with(['_', '-']) && is_segment(word);
    if !(is_own || ["", MessageIds::BARE, MessageIds::LONG].contains(&word)) {
        form.unfit("bare, long, or what ids begin with, up to a _ or a -", report);
    }
    if request.as_ref().is_some_and(|request| !request.named.contains(&last)) {
        place.fault(Fault::new(Code::Required).with("expected", "{messageId}"), report);
    }
    request.map(|request| Change { request, ids: MessageIds::named(word) })
}

#[cfg(test)]
mod tests {
    use crate::gateway::{Operation, description, value_of};
    use crate::issue::Report;

    /// The description of a gateway that can send, with these additional members.
    fn page(more: &str) -> String {
        let body = r#"{ "to": "$to", "name": "$name", "start": "$start.seconds" }"#;
        let url = "{baseUrl}/v1/{account}/events";
        format!(
            r#"{{ "id": "own", "name": "Own", {more}
                "target": {{ "account": {{ "is": "segment" }}, "baseUrl": {{ "is": "baseUrl" }}, "kind": {{ "is": "choice", "of": ["a", "b"] }} }},
                "request": {{ "url": "{url}", "headers": {{ "X-Kind": "a" }}, "recipients": {{ "person": "{{digits}}" }}, "body": {body} }} }}"#
        )
    }

    fn faults(more: &str) -> Vec<String> {
        let mut report = Report::new(false);
        description::read(&value_of(&page(more)), &mut report);
        let issues = report.verdict(Some(())).err().map(|refusal| refusal.issues);
        let line = |issue: &crate::Issue| format!("{} {}", issue.code(), issue.path());
        issues.unwrap_or_default().iter().map(line).collect()
    }

    #[test]
    fn changes_are_patches() {
        let text = page(
            r#""edit": { "url": "{baseUrl}/v1/{account}/events/{messageId}", "body": { "to": null } },
               "cancel": { "url": "{baseUrl}/v1/{account}/events/{messageId}/cancel", "body": { "name": null, "start": null, "why": "off" } },
               "variants": [{ "when": { "kind": "b" }, "request": { "headers": { "X-Kind": "b" } }, "cancel": { "body": { "why": "away" } } }],"#,
        );
        let mut report = Report::new(false);
        let read = description::read(&value_of(&text), &mut report).unwrap();
        for operation in [Operation::Edit, Operation::Cancel] {
            let requests: Vec<_> = read.requests(operation).collect();
            assert!(matches!(requests.as_slice(), [a, b] if a.headers != b.headers), "variants");
            assert!(requests.iter().all(|request| request.has_in_path(3)), "a message's id");
        }
        assert!(!read.carried(Operation::Edit).fields.is_empty());
        assert!(read.carried(Operation::Cancel).fields.is_empty(), "the id alone");
    }

    #[test]
    fn changes_are_validated() {
        for (more, expected) in [
            (r#""edit": { "body": { "id": "{messageId}" } },"#, &[][..]),
            (r#""edit": {},"#, &["required edit"]),
            (r#""edit": 5,"#, &["wrong_type edit"]),
            (
                r#""cancel": { "body": { "id": "x{messageId}" } },"#,
                &["invalid_option cancel.body.id", "required cancel"],
            ),
            (
                r#""edit": { "body": { "id": "{messageId}", "name": null } },"#,
                &["required edit.body"],
            ),
            (r#""edit": { "messageId": "msg_", "body": { "id": "{messageId}" } },"#, &[]),
            (
                r#""edit": { "messageId": "short", "body": { "id": "{messageId}" } },"#,
                &["invalid_option edit.messageId"],
            ),
            (
                r#""edit": { "method": "PUT", "body": { "id": "{messageId}" } },"#,
                &["unknown_field edit.method"],
            ),
            (
                r#""variants": [{ "when": { "kind": "b" }, "edit": { "body": { "x": 1 } } }],"#,
                &["unknown_field variants.0.edit"],
            ),
        ] {
            assert_eq!(faults(more), expected, "{more}");
        }
    }

    /// If an event is edited back and forth, a fingerprint occurs again, and the gateway would drop the edit as one
    /// that was sent before.
    #[test]
    fn a_change_must_not_send_the_fingerprint() {
        let paths = |change: &str| {
            let edit = format!(r#""edit": {{ {change} "body": {{ "id": "{{messageId}}" }} }},"#);
            let text = page(&edit).replace(r#""X-Kind": "a""#, r#""X-Kind": "$fingerprint""#);
            let mut report = Report::new(false);
            description::read(&value_of(&text), &mut report);
            report.lists().0.iter().map(|issue| issue.path().dotted()).collect::<Vec<_>>()
        };
        assert_eq!(paths(""), ["edit.headers.X-Kind"]);
        assert_eq!(paths(r#""headers": { "X-Kind": null },"#), [""; 0]);
    }

    #[test]
    fn a_request_that_sends_has_no_message_id() {
        let text = page("").replace(r#""to": "$to""#, r#""to": "$to", "id": "{messageId}""#);
        let mut report = Report::new(false);
        assert!(description::read(&value_of(&text), &mut report).is_none());
    }
}
