//! Reads RSVPs from webhooks.

use super::{
    Rsvp, RsvpStatus, integer,
    webhook::{Route, Webhook},
};
use crate::{
    digits::integer,
    input::{Kind, Value},
    issue::{Fault, IssueCode as Code, Path, Report},
    message_id,
    recipient::{self, Recipient, RecipientRules},
    search,
    text::concat,
    time::Time,
};

/// Unix times from here on are in milliseconds: in seconds they would be in the year 5138.
const FIRST_MILLISECONDS: i64 = 100_000_000_000;

/// The most extra guests that fit in WhatsApp's 32 bits.
const MOST_EXTRA_GUESTS: i64 = 2_147_483_647;

/// Reads the RSVP in `value`. `None` if there is none. Faults are reported. Without a `form`, no RSVP can be read.
///
/// An RSVP of the gateway's own account is ignored: that is not a guest.
pub(crate) fn read(
    form: Option<&Webhook>,
    value: &Value<'_>,
    rules: RecipientRules,
    report: &mut Report,
) -> Option<Rsvp> {
    let value = match value {
        Value::List(items) => items.first().filter(|_| items.len() == 1).unwrap_or(value),
        other => other,
    };
    let has_kind = |form: &Webhook| matches!(at(value, &form.kind), Value::Text(_));
    if !matches!(value, Value::Record(_)) || !form.is_none_or(has_kind) {
        report.fault(value.wrong_type(expected(value)), "webhook");
        return None;
    }
    read_form(form?, value, rules, report)
}

/// What is expected instead of a value that is not a webhook.
const fn expected(value: &Value<'_>) -> &'static str {
    match value {
        Value::Text(_) | Value::LoneSurrogate(_) => "an object or JSON",
        Value::Other(Kind::Bytes) => "JSON in UTF-8",
        Value::List(_) | Value::Other(Kind::Array) => "one webhook",
        _ => "a webhook",
    }
}

fn read_form(
    webhook: &Webhook,
    value: &Value<'_>,
    rules: RecipientRules,
    report: &mut Report,
) -> Option<Rsvp> {
    let is_kind =
        |kind: &str| matches!(at(value, &webhook.kind), Value::Text(text) if text == kind);
    let failed = webhook.undecryptable.as_deref().is_some_and(is_kind);
    let answer = at(value, &webhook.answer);
    let is_given = !matches!(answer, Value::Absent);
    let reports_rsvp = is_kind(&webhook.answered) && (is_given || webhook.undecryptable.is_some());
    if !(failed || reports_rsvp) || matches!(at(value, &webhook.from_me), Value::Bool(true)) {
        return None;
    }
    let status = if failed || !is_given {
        Some(RsvpStatus::Undecryptable)
    } else if let Value::Record(_) = answer {
        report.accept(status(at(value, &webhook.response)), path(&webhook.response))
    } else {
        report.fault(answer.wrong_type("object"), path(&webhook.answer));
        None
    };
    let event_message = message(value, &webhook.event_message, report);
    let extra_guests =
        webhook.extra_guests.as_deref().map_or(0, |route| extra_guests(value, route, report));
    let responded_at = time(value, &webhook.times, report);
    let chat = party(value, &webhook.chat, rules, report);
    let responder = webhook.responders.iter().find(|route| at(value, route).is_given());
    let responder = match responder {
        Some(route) if *route == webhook.chat => chat.clone(),
        Some(route) => party(value, route, rules, report),
        None => None,
    };
    // A group gives no RSVP: the member who gave it is missing.
    if matches!(responder, Some(Recipient::Group(_)))
        && let Some(route) = webhook.responders.first()
    {
        report.fault(Code::Required, path(route));
    }
    let mut rsvp = Rsvp {
        event_message_id: event_message?,
        responder: responder?,
        chat: chat?,
        status: status?,
        extra_guests,
        responded_at,
        dedupe_key: String::new(),
    };
    rsvp.dedupe_key = dedupe_key(&rsvp, at(value, &webhook.answer_message));
    Some(rsvp)
}

/// Identifies an RSVP by the id of its own message. If that is missing, RSVPs are distinguished by who gave them and
/// when. The status is part of the key, because an RSVP that was undecryptable at first may be delivered again.
fn dedupe_key(rsvp: &Rsvp, answer_message: &Value<'_>) -> String {
    let answer = match answer_message {
        Value::Text(id) => message_id::bare_message_id(id).to_owned(),
        _ => String::new(),
    };
    let responder = rsvp.responder.address("@c.us");
    let time = rsvp.responded_at.as_ref().map(|time| integer(time.epoch_seconds()));
    let (answer, time) = if answer.is_empty() {
        (time.unwrap_or_default(), integer(rsvp.extra_guests.into()))
    } else {
        (answer, String::new())
    };
    let status = rsvp.status.as_str();
    concat(&[&rsvp.event_message_id, "/", &responder, "/", &answer, "/", &time, "/", status])
}

/// Reads a status: WhatsApp's word, or its number in the protocol.
fn status(value: &Value<'_>) -> Result<RsvpStatus, Fault> {
    match value {
        Value::Text(word) => Ok(match word.as_ref() {
            "GOING" => RsvpStatus::Going,
            "NOT_GOING" => RsvpStatus::NotGoing,
            "MAYBE" => RsvpStatus::Maybe,
            _ => RsvpStatus::Unknown,
        }),
        Value::Number(1.0) => Ok(RsvpStatus::Going),
        Value::Number(2.0) => Ok(RsvpStatus::NotGoing),
        Value::Number(3.0) => Ok(RsvpStatus::Maybe),
        Value::Absent | Value::Number(_) => Ok(RsvpStatus::Unknown),
        other => Err(other.wrong_type("string")),
    }
}

fn message(value: &Value<'_>, route: &Route, report: &mut Report) -> Option<String> {
    let id = message_id::bare_message_id(text(value, route, report)?);
    if !message_id::is_message_id(id) {
        report.fault(Code::ReplyIdFormat, path(route));
    }
    Some(id.to_owned())
}

fn party(
    value: &Value<'_>,
    route: &Route,
    rules: RecipientRules,
    report: &mut Report,
) -> Option<Recipient> {
    let id = text(value, route, report)?;
    report.accept(recipient::of_wire(id, rules), path(route))
}

/// A required text.
fn text<'v>(value: &'v Value<'_>, route: &Route, report: &mut Report) -> Option<&'v str> {
    match at(value, route) {
        Value::Text(text) if !text.trim().is_empty() => return Some(text),
        Value::Absent | Value::Text(_) => report.fault(Code::Required, path(route)),
        other => report.fault(other.wrong_type("string"), path(route)),
    }
    None
}

/// How many others come along; 0 if no number is given, or a negative one.
fn extra_guests(value: &Value<'_>, route: &Route, report: &mut Report) -> u32 {
    let count = report.accept(integer::read(at(value, route)), path(route)).flatten();
    u32::try_from(count.unwrap_or(0).min(MOST_EXTRA_GUESTS)).unwrap_or(0)
}

/// The first time that is given. In WhatsApp's protocol, 0 means that the time is unknown.
fn time(value: &Value<'_>, routes: &[String], report: &mut Report) -> Option<Time> {
    for route in routes {
        let number = report.accept(integer::read(at(value, route)), path(route))?;
        if let Some(number) = number.filter(|number| *number != 0) {
            let is_milliseconds = number >= FIRST_MILLISECONDS;
            let seconds = if is_milliseconds { number.div_euclid(1000) } else { number };
            let unit = if is_milliseconds { "milliseconds" } else { "seconds" };
            let time = Some(seconds).filter(|seconds| *seconds > 0);
            let time = time.and_then(Time::from_epoch_seconds);
            let time = time.ok_or_else(|| Fault::new(Code::TimeUnitSuspect).with("unit", unit));
            return report.accept(time, path(route));
        }
    }
    None
}

fn at<'v, 'a>(value: &'v Value<'a>, route: &Route) -> &'v Value<'a> {
    search::split(route, b".").fold(value, |value, name| value.field(name))
}

fn path(route: &Route) -> Path {
    Path::of_route(route)
}
