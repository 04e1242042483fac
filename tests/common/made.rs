//! Generates random descriptions that use everything a description may contain. Their keys have names that the laws
//! recognise: times begin with `start` and `end`; a field that holds a text, a flag or a number of seconds has its own
//! name.

use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Map, Value as Json, json};
use waevent::gateway::Field;

/// Where a secret may occur in a request.
#[derive(Debug, Clone, Copy)]
enum Slot {
    Header,
    Bearer,
    Query,
    Path,
    Body,
}

const SLOTS: &[Slot] = &[Slot::Header, Slot::Bearer, Slot::Query, Slot::Path, Slot::Body];

/// The notation of a time.
const FORMS: &[&str] = &["seconds", "milliseconds", "rfc3339", "utc"];

/// The spelling of message ids.
const IDS: &[&str] = &["", "bare", "long", "msg_"];

/// A target for any of these gateways: its choices vary, and its label may be missing.
pub fn target() -> impl Strategy<Value = Json> {
    let mode = option::of(select(vec!["one", "two"]));
    let label = option::of("[a-z0-9]{1,12}");
    (mode, label, any::<bool>()).prop_map(|(mode, label, has_url)| {
        let mut target = json!({ "instance": "main" });
        let mut put = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                target[name] = value.into();
            }
        };
        put("mode", mode.map(str::to_owned));
        put("device", label);
        put("baseUrl", has_url.then(|| "http://10.0.0.7:8080/gateway/".to_owned()));
        target
    })
}

pub fn description() -> impl Strategy<Value = Json> {
    let slots = (select(SLOTS), select(SLOTS), any::<bool>());
    // Most gateways have fields for most of an event's fields.
    let fields = vec(prop::bool::weighted(0.7), Field::ALL.len());
    let person = option::weighted(
        0.9,
        select(vec!["{digits}", "{digits}@c.us", "{id}@s.whatsapp.net", "{e164}"]),
    );
    // Ids of old groups may be spelled without the suffix.
    let groups = select(vec![
        ("{id}", None),
        ("{id}", Some("{user}")),
        ("{user}-group", Some("{user}")),
        ("{user}-group", Some("{id}")),
    ]);
    let lid = option::of(Just("{id}"));
    let shape = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let changes = (
        select(IDS),
        any::<bool>(),
        option::weighted(0.8, any::<bool>()),
        option::weighted(0.8, any::<bool>()),
    );
    (slots, fields, (select(FORMS), select(FORMS)), (person, groups, lid), shape, changes).prop_map(
        |((first, second, has_second), fields, forms, recipients, shape, changes)| {
            let (is_nested, as_text, has_variants, makes_links, is_needed) = shape;
            let has = |field: Field| Field::ALL.iter().zip(&fields).any(|(known, has)| *known == field && *has);
            let mut page = json!({
                "id": "made",
                "name": "Made",
                "target": {
                    "instance": { "is": "segment", "account": true },
                    "device": { "is": "label" },
                    "apiKey": { "is": "secret" },
                    "mode": { "is": "choice", "of": ["one", "two"] },
                    "baseUrl": { "is": "baseUrl", "default": "https://made.example.com/v1" },
                },
                "request": {
                    "url": "{baseUrl}/send/{instance}",
                    "headers": {},
                    "query": { "version": "2" },
                    "recipients": {},
                    "makesCallLinks": makes_links,
                },
            });
            let request = &mut page["request"];
            let (person, (group, old_group), lid) = recipients;
            for (kind, spelling) in [
                ("person", person.map(Json::from)),
                ("group", Some(group.into())),
                ("oldGroup", old_group.map(Json::from)),
                ("lid", lid.map(Json::from)),
            ] {
                if let Some(spelling) = spelling {
                    request["recipients"][kind] = spelling;
                }
            }
            if as_text {
                request["values"] = "text".into();
            }
            if is_needed && has(Field::LocationName) {
                request["requires"] = json!(["location.name"]);
            }
            let event = event(&has, same_unit(forms));
            let mut body = if is_nested { json!({ "chatId": "$to", "event": event }) } else { event };
            if !is_nested {
                body["chatId"] = "$to".into();
            }
            body["kind"] = "event".into();
            request["body"] = body;
            place("apiKey", first, request);
            if has_second {
                page["target"]["otherToken"] = json!({ "is": "secret" });
                place("otherToken", second, &mut page["request"]);
            }
            page["request"]["bodySchema"] = schema(&page["request"]["body"]);
            change(changes, is_nested, &mut page);
            if has_variants {
                page["variants"] = json!([
                    { "when": { "mode": "two" }, "request": { "query": { "version": null }, "body": { "kind": 2 } } },
                    { "when": { "device": "*" }, "request": { "headers": { "X-Device": "{device}" } } },
                ]);
            }
            page
        },
    )
}

/// Adds an edit, with or without the recipient, and a cancellation, by the id alone or with the event. The id is in the
/// path or in the body.
fn change(
    (form, is_in_path, edit, cancel): (&str, bool, Option<bool>, Option<bool>),
    is_nested: bool,
    page: &mut Json,
) {
    let url = page["request"]["url"].as_str().expect("a text");
    // A long id contains a character that is not allowed in a path.
    let mut first = if is_in_path && form != "long" {
        json!({ "url": format!("{url}/messages/{{messageId}}") })
    } else {
        json!({ "url": format!("{url}/edit"), "body": { "messageId": "{messageId}" } })
    };
    if !form.is_empty() {
        first["messageId"] = form.into();
    }
    if let Some(has_recipient) = edit {
        page["edit"] = first.clone();
        if !has_recipient {
            page["edit"]["body"]["chatId"] = Json::Null;
        }
    }
    if let Some(has_event) = cancel {
        let mut change = if edit.is_some() { json!({ "body": {} }) } else { first };
        if has_event && is_nested {
            change["body"]["event"] = json!({ "isCanceled": true });
        } else if has_event {
            change["body"]["isCanceled"] = true.into();
        } else {
            let body = page["request"]["body"].as_object().expect("an object");
            for (name, value) in body {
                if value.is_object() || value.as_str().is_some_and(|text| text.starts_with('$')) {
                    change["body"][name] = Json::Null;
                }
            }
        }
        page["cancel"] = change;
    }
}

/// Makes both times use the same unit. The two text notations count as one unit.
fn same_unit((start, end): (&'static str, &'static str)) -> (&'static str, &'static str) {
    let is_text = |form: &str| ["rfc3339", "utc"].contains(&form);
    if is_text(start) && is_text(end) { (start, end) } else { (start, start) }
}

fn event(has: &dyn Fn(Field) -> bool, (start, end): (&str, &str)) -> Json {
    let mut event = json!({ "title": "$name", "startAt": format!("$start.{start}") });
    let mut put = |is_there: bool, key: &str, value: Json| {
        if is_there {
            event[key] = value;
        }
    };
    put(has(Field::End), "endAt", format!("$end.{end}").into());
    put(has(Field::Description), "text", "$description".into());
    let mut place = Map::new();
    for (field, key, fact) in [
        (Field::LocationName, "name", "$location.name"),
        (Field::LocationAddress, "address", "$location.address"),
        (Field::Coordinates, "latitude", "$location.latitude"),
        (Field::Coordinates, "longitude", "$location.longitude"),
    ] {
        if has(field) {
            place.insert(key.to_owned(), fact.into());
        }
    }
    put(!place.is_empty(), "location", place.into());
    for field in Field::ALL.iter().filter(|field| field.holds().is_some()) {
        let name = field.path().0;
        let is_there = has(*field);
        match field {
            Field::ScheduledCall => {
                put(is_there, name, json!({ "$if": "$scheduledCall", "then": "video" }));
            }
            Field::Reminder => {
                put(is_there, "hasReminder", "$reminder.given".into());
                put(is_there, "reminder", "$reminder.seconds".into());
            }
            Field::ReplyPrivately => {
                put(is_there && has(Field::ReplyTo), name, "$replyPrivately".into());
            }
            _ => put(is_there, name, format!("${name}").into()),
        }
    }
    event
}

/// Puts the placeholder of a secret into a request.
fn place(secret: &str, slot: Slot, request: &mut Json) {
    let text = format!("{{{secret}}}");
    let snake = if secret == "apiKey" { "api_key" } else { "other_token" };
    match slot {
        Slot::Header => request["headers"][format!("X-{secret}")] = text.into(),
        Slot::Bearer => {
            request["headers"][format!("X-Auth-{secret}")] = format!("Bearer {text}").into();
        }
        Slot::Query => request["query"][secret] = text.into(),
        Slot::Body => request["body"][snake] = text.into(),
        Slot::Path => {
            let url = request["url"].as_str().expect("a text");
            request["url"] = format!("{url}/{text}").into();
        }
    }
}

/// A schema of the top-level fields of a body, some of which are always present.
fn schema(body: &Json) -> Json {
    let fields = body.as_object().expect("an object");
    let always = ["chatId", "event", "title", "startAt", "canceled", "extraGuestsAllowed", "kind"];
    let required: Vec<&str> =
        always.into_iter().filter(|name| fields.contains_key(*name)).collect();
    let properties: Map<String, Json> =
        fields.keys().map(|name| (name.clone(), json!({}))).collect();
    let event = match fields.get("event") {
        Some(event) => schema_of_required(event),
        None => json!({}),
    };
    let mut schema = json!({ "type": "object", "required": required, "properties": properties, "additionalProperties": false });
    if fields.contains_key("event") {
        schema["properties"]["event"] = event;
    }
    schema
}

fn schema_of_required(event: &Json) -> Json {
    let fields = event.as_object().expect("an object");
    let always = ["title", "startAt", "canceled", "extraGuestsAllowed"];
    let required: Vec<&str> =
        always.into_iter().filter(|name| fields.contains_key(*name)).collect();
    json!({ "type": "object", "required": required })
}
