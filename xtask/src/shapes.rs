//! The JSON Schemas of events, as input and as output, written with the core's own limits.
//!
//! A schema cannot fully check an event. It has rules for single fields, and accepts everything that the core accepts.
//! Texts are trimmed before they are measured, so `maxLength` would refuse valid texts. `null` and an empty text count
//! as missing. Lengths are in UTF-16 code units, and a text has at least as many of these as characters, which are what
//! a pattern counts. There are two exceptions: texts that show nothing, which the core treats as missing, however long
//! they are; and space before line ends, which the core removes before it counts.
//!
//! Every pattern can match a text in only one way, so that refusing a long text takes no longer than reading it.

use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;
use waevent::{
    EventInput,
    event::limit::{
        DESCRIPTION_LENGTH, LOCATION_LENGTH, NAME_LENGTH, REMINDER_MINUTES, REMINDER_SECONDS,
        REPLY_ID_LENGTH,
    },
    gateway::{Field, Holds},
    recipient,
};

/// What is trimmed from texts: what `\s` means in every dialect, and one more character.
const SPACE: &str = r"[\s\u0085]";
const NO_SPACE: &str = r"[^\s\u0085]";

/// One character of a text on one line: neither a control character nor an override of the direction. Or a line end,
/// which is joined, with the space after it. The next character belongs to it, so that each text can be read in only
/// one way.
const ON_A_LINE: Piece = Piece {
    character: r"(?:[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202d\u202e]|[\u000a-\u000d\u0085\u2028\u2029][\s\u0085]*[^\s\u0000-\u001f\u007f-\u009f\u202d\u202e])",
    before_last: r"(?:[\u000a-\u000d\u0085\u2028\u2029][\s\u0085]*)?",
};

/// The same for a text of several lines, which may also have tabs. CRLF, which forms submit, counts as one character.
const ON_LINES: Piece = Piece {
    character: r"(?:\r?[^\u0000-\u0008\u000d-\u001f\u007f-\u0084\u0086-\u009f\u202d\u202e]|\r\r)",
    before_last: r"\r?",
};

/// Any character at all.
const ANY: Piece = Piece { character: r"[\s\S]", before_last: "" };

/// What a text is made of, between its first character and its last.
struct Piece {
    character: &'static str,
    before_last: &'static str,
}

/// A number as forms submit it.
const NUMBER: &str = r"[+\u2212-]?[0-9]+(?:\.[0-9]+)?";

/// A boolean as forms submit it.
const SWITCH: &str = "(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Oo][Nn]|[Oo][Ff][Ff]|[01])";

/// A date and a time of day, with an offset, a zone, both or neither; or Unix time. With an option, the day or the
/// month may come first.
const TIME: &str = r"(?:(?:\d{4}-\d\d-\d\d[Tt ]\d\d|\d\d?(?:/\d\d?/|-\d\d?-|\.\d\d?\.)\d{4}[Tt ]\d\d?):\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?(?:\[[^\]]*\])*|-?\d{9,}(?:\.\d+)?)";

/// Degrees on the globe.
const LATITUDE: RangeInclusive<i64> = -90..=90;
const LONGITUDE: RangeInclusive<i64> = -180..=180;

/// `EventInput`, as far as JSON can represent it.
pub fn input() -> Value {
    let time = pattern(&trimmed(TIME));
    let unix = json!({ "type": "number" });
    // Times and recipients of other programs, which have no required field. The schema says what they are not, because
    // libraries for forms (Superforms) put a message one level deeper if a field may be of the type "object".
    let others =
        ["array", "boolean", "null", "number", "string"].map(|name| json!({ "type": name }));
    let object = json!({ "not": { "anyOf": others } });
    let place = maybe(&text(&ON_A_LINE, LOCATION_LENGTH.most));
    let name = pattern(&trimmed(&text(&ON_A_LINE, NAME_LENGTH.most)));
    let to = pattern(&trimmed(&text(&ANY, recipient::MAX_LENGTH)));
    let description = maybe(&text(&ON_LINES, DESCRIPTION_LENGTH.most));
    let location = self::object(
        &[],
        json!({
            "name": optional([place.clone()]),
            "address": optional([place.clone()]),
            "latitude": number(within("number", &LATITUDE)),
            "longitude": number(within("number", &LONGITUDE)),
        }),
    );
    let link = maybe("[Hh][Tt][Tt][Pp][Ss]://[!-~]+");
    let reply_id = maybe(&format!("[A-Za-z0-9_@.:-]{{1,{REPLY_ID_LENGTH}}}"));
    let duration = json!({ "type": "number", "exclusiveMinimum": 0 });
    let mut own = json!({
        "to": described("An international phone number, an id, or a recipient", json!({ "anyOf": [to, object] })),
        "name": name,
        "start": described("RFC 3339, a local time, Unix time, or an object", json!({ "anyOf": [time, unix, object] })),
        "end": optional([maybe(TIME), unix, object]),
        "durationMinutes": number(duration),
        "timeZone": optional([json!({ "type": "string" })]),
        "description": optional([description]),
        "location": optional([place, location]),
        "joinLink": optional([link]),
        "reminderMinutes": number(within("number", &REMINDER_MINUTES)),
        "reminderSeconds": number(within("integer", &REMINDER_SECONDS)),
        "replyTo": optional([reply_id]),
    });
    for field in Field::ALL {
        own[field.path().0] = match (field.holds(), field.most()) {
            (Some(Holds::Flag), _) => switch(),
            (Some(Holds::Text), Some(most)) => optional([maybe(&text(&ON_A_LINE, most.into()))]),
            (Some(Holds::Seconds), Some(most)) => number(within("integer", &(0..=most.into()))),
            _ => continue,
        };
    }
    let names = EventInput::NAMES.iter();
    let properties: Map<_, _> =
        names.filter_map(|name| Some(((*name).to_owned(), own.get(name)?.clone()))).collect();
    self::object(&["to", "name", "start"], properties.into())
}

/// The names that an event has for fields that hold this.
fn names_of(holds: Holds) -> Vec<&'static str> {
    let fields = Field::ALL.iter().filter(|field| field.holds() == Some(holds));
    fields.filter_map(|field| field.names().last().copied()).collect()
}

/// `Event`: plain data, with everything that it can contain. Its values need no bounds, because only the core makes
/// events.
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
    let mut properties = json!({
        "to": { "oneOf": [person, id("group"), id("lid")] },
        "name": string,
        "start": time,
        "end": time,
        "description": string,
        "location": location,
    });
    for (holds, schema) in
        [(Holds::Text, string), (Holds::Flag, boolean), (Holds::Seconds, integer)]
    {
        for name in names_of(holds) {
            properties[name] = schema.clone();
        }
    }
    object(&[&["to", "name", "start"], &names_of(Holds::Flag)[..]].concat(), properties)
}

/// Other keys are allowed, because the core warns of them.
fn object(required: &[&str], properties: Value) -> Value {
    let mut object = Map::from_iter([("type".to_owned(), "object".into())]);
    if !required.is_empty() {
        object.insert("required".to_owned(), required.into());
    }
    object.insert("properties".to_owned(), properties);
    object.into()
}

fn described(description: &str, schema: Value) -> Value {
    let mut described = Map::from_iter([("description".to_owned(), description.into())]);
    if let Value::Object(schema) = schema {
        described.extend(schema);
    }
    described.into()
}

/// One of these, or `null`.
fn optional<const N: usize>(kinds: [Value; N]) -> Value {
    let null = json!({ "type": "null" });
    json!({ "anyOf": kinds.into_iter().chain([null]).collect::<Vec<_>>() })
}

fn switch() -> Value {
    optional([json!({ "type": "boolean" }), maybe(SWITCH)])
}

/// A number, or a text that spells one. The bounds of the text cannot be expressed in a pattern.
fn number(schema: Value) -> Value {
    optional([schema, maybe(NUMBER)])
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

/// A text that matches the expression with space around it, or that is nothing but space.
fn maybe(expression: &str) -> Value {
    pattern(&format!("^{SPACE}*(?:{expression}{SPACE}*)?$"))
}

/// A text of 1 to `most` characters that neither begins nor ends with a space.
fn text(piece: &Piece, most: usize) -> String {
    let Piece { character, before_last } = piece;
    let inner = format!("{character}{{0,{}}}{before_last}", most.saturating_sub(2));
    format!("{NO_SPACE}(?:{inner}{NO_SPACE})?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_has_a_rule_for_every_field() {
        let input = input();
        let names: Vec<&String> = input["properties"].as_object().unwrap().keys().collect();
        assert_eq!(names, EventInput::NAMES);
    }
}
