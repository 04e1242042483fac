//! What an event looks like as JSON: the JSON Schemas of what goes in and of what comes out, written with the core's
//! own limits.
//!
//! A schema cannot judge an event. It says what can be said of one field at a time, and takes all that the core takes:
//! texts are trimmed before they are measured, so that `maxLength` would refuse good ones; `null` and an empty text are
//! no value; and lengths are in UTF-16 code units, of which a text has no fewer than the characters that a pattern
//! counts. Texts of invisible signs alone are the one exception: the core takes them for none, however long they are.
//!
//! Every pattern can match in one way only, so that a long text takes no longer to refuse than to read.

use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;
use waevent::{
    event::limit::{
        DELAY_SECONDS, DESCRIPTION_LENGTH, LOCATION_LENGTH, NAME_LENGTH, REMINDER_MINUTES,
        REPLY_ID_LENGTH, SOURCE_LENGTH,
    },
    recipient,
};

/// What texts are trimmed of: with this one sign more, what every dialect means by `\s`.
const SPACE: &str = r"[\s\u0085]";
const NO_SPACE: &str = r"[^\s\u0085]";

/// One sign of a text on one line: no control character, and no override of the direction.
const ON_A_LINE: &str = r"[^\u0000-\u001f\u007f-\u009f\u202d\u202e]";

/// The same, or a tab or the end of a line. What a form submits at the end of a line is two signs, and counts as one.
const ON_LINES: &str = r"(?:\r\n|[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e])";

/// A day and a time of day, with its offset or zone, or with none; or Unix time.
const TIME: &str = r"(?:\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?(?:\[[^\]]*\])*|-?\d{9,})";

/// Degrees on the globe.
const LATITUDE: RangeInclusive<i64> = -90..=90;
const LONGITUDE: RangeInclusive<i64> = -180..=180;

/// `EventInput`, as far as JSON can hold one.
pub fn input() -> Value {
    let time = pattern(&trimmed(TIME));
    let unix = json!({ "type": "number" });
    let place = maybe(&text(ON_A_LINE, LOCATION_LENGTH.most));
    let name = pattern(&trimmed(&text(ON_A_LINE, NAME_LENGTH.most)));
    let to = pattern(&trimmed(&text(r"[\s\S]", recipient::MAX_LENGTH)));
    let description = maybe(&text(ON_LINES, DESCRIPTION_LENGTH.most));
    let location = object(
        &[],
        json!({
            "name": optional([place.clone()]),
            "address": optional([place.clone()]),
            "latitude": optional([within("number", &LATITUDE), blank()]),
            "longitude": optional([within("number", &LONGITUDE), blank()]),
        }),
    );
    let link = maybe("[Hh][Tt][Tt][Pp][Ss]://[!-~]+");
    let reply_id = maybe(&format!("[A-Za-z0-9_@.:-]{{1,{REPLY_ID_LENGTH}}}"));
    let duration = json!({ "type": "number", "exclusiveMinimum": 0 });
    object(
        &["to", "name", "start"],
        json!({
            "to": told("An international phone number, or an id", to),
            "name": name,
            "start": told("RFC 3339, a local time, or Unix time", json!({ "anyOf": [time, unix] })),
            "end": optional([maybe(TIME), unix]),
            "durationMinutes": optional([duration, blank()]),
            "timeZone": optional([json!({ "type": "string" })]),
            "description": optional([description]),
            "location": optional([place, location]),
            "joinLink": optional([link]),
            "scheduledCall": switch(),
            "reminderMinutes": optional([within("number", &REMINDER_MINUTES), blank()]),
            "extraGuestsAllowed": switch(),
            "canceled": switch(),
            "replyTo": optional([reply_id]),
            "replyPrivately": switch(),
            "delaySeconds": optional([within("integer", &DELAY_SECONDS), blank()]),
            "source": optional([maybe(&text(ON_A_LINE, SOURCE_LENGTH.most))]),
        }),
    )
}

/// `Event`: plain data, with everything that it can hold. Its values need no bounds, as there is one way only to come
/// by an event.
pub fn output() -> Value {
    let string = json!({ "type": "string" });
    let number = json!({ "type": "number" });
    let boolean = json!({ "type": "boolean" });
    let integer = json!({ "type": "integer" });
    let time = object(
        &["epochSeconds", "epochMilliseconds", "rfc3339"],
        json!({
            "epochSeconds": integer,
            "epochMilliseconds": integer,
            "rfc3339": string,
            "timeZone": string,
        }),
    );
    let kind = |kind: &str| json!({ "const": kind });
    let person = object(
        &["kind", "e164", "whatsappIds", "lookupRecommended", "jid", "chatId"],
        json!({
            "kind": kind("person"),
            "e164": string,
            "whatsappIds": { "type": "array", "items": string },
            "lookupRecommended": boolean,
            "jid": string,
            "chatId": string,
        }),
    );
    let id = |name: &str| object(&["kind", "id"], json!({ "kind": kind(name), "id": string }));
    let location = object(
        &[],
        json!({ "name": string, "address": string, "latitude": number, "longitude": number }),
    );
    let flags = ["scheduledCall", "extraGuestsAllowed", "canceled", "replyPrivately"];
    object(
        &[&["to", "name", "start"], &flags[..]].concat(),
        json!({
            "to": { "oneOf": [person, id("group"), id("lid")] },
            "name": string,
            "start": time,
            "end": time,
            "description": string,
            "location": location,
            "joinLink": string,
            "scheduledCall": boolean,
            "reminderSeconds": integer,
            "extraGuestsAllowed": boolean,
            "canceled": boolean,
            "replyTo": string,
            "replyPrivately": boolean,
            "delaySeconds": integer,
            "source": string,
        }),
    )
}

/// Other keys are let through: the core warns of them.
fn object(required: &[&str], properties: Value) -> Value {
    let mut object = Map::from_iter([("type".to_owned(), "object".into())]);
    if !required.is_empty() {
        object.insert("required".to_owned(), required.into());
    }
    object.insert("properties".to_owned(), properties);
    object.into()
}

fn told(description: &str, schema: Value) -> Value {
    let mut told = Map::from_iter([("description".to_owned(), description.into())]);
    if let Value::Object(schema) = schema {
        told.extend(schema);
    }
    told.into()
}

/// One of these, or `null`.
fn optional<const N: usize>(kinds: [Value; N]) -> Value {
    let null = json!({ "type": "null" });
    json!({ "anyOf": kinds.into_iter().chain([null]).collect::<Vec<_>>() })
}

fn switch() -> Value {
    optional([json!({ "type": "boolean" }), blank()])
}

fn within(kind: &str, range: &RangeInclusive<i64>) -> Value {
    json!({ "type": kind, "minimum": range.start(), "maximum": range.end() })
}

fn pattern(expression: &str) -> Value {
    json!({ "type": "string", "pattern": expression })
}

fn trimmed(expression: &str) -> String {
    format!("^{SPACE}*{expression}{SPACE}*$")
}

/// What an untouched field of a form holds.
fn blank() -> Value {
    pattern(&format!("^{SPACE}*$"))
}

/// What matches the expression with space around it, or nothing but space.
fn maybe(expression: &str) -> Value {
    pattern(&format!("^{SPACE}*(?:{expression}{SPACE}*)?$"))
}

/// A text of 1 to `most` signs, none of them a space at its ends.
fn text(sign: &str, most: usize) -> String {
    format!("{NO_SPACE}(?:{sign}{{0,{}}}{NO_SPACE})?", most.saturating_sub(2))
}
