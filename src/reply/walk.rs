//! Every value of a reply, wherever it stands.

use std::borrow::Cow;

use crate::json::Json;

/// How many values of a reply are looked at. What has more is no reply of a gateway.
pub(super) const MOST_VALUES: usize = 10_000;

/// The names that lead to a value. An item of a list is where its list is.
pub(super) type Path<'p, 'b> = &'p [Cow<'b, str>];

/// Shows `visit` each value inside of `json`, outer ones first; it says whether to look inside of an object or a list.
/// Nothing is nested deeper than [`Json::parse`] reads.
pub(super) fn walk<'b>(json: Json<'b>, visit: &mut dyn FnMut(Path<'_, 'b>, Json<'b>) -> bool) {
    inside(json, &mut Vec::new(), visit);
}

fn inside<'b>(
    json: Json<'b>,
    path: &mut Vec<Cow<'b, str>>,
    visit: &mut dyn FnMut(Path<'_, 'b>, Json<'b>) -> bool,
) {
    for (name, value) in json.fields() {
        path.push(name);
        if visit(path, value) {
            inside(value, path, visit);
        }
        path.pop();
    }
    for item in json.items() {
        if visit(path, item) {
            inside(item, path, visit);
        }
    }
}

/// A field's name without its spelling: `message_id`, `messageID` and `MessageId` are one.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

/// A text, a whole number or a truth value as a word.
pub(super) fn word(value: Json<'_>) -> Option<Cow<'_, str>> {
    let truth = |value: bool| if value { "true" } else { "false" };
    value
        .text()
        .or_else(|| value.integer().or_else(|| value.boolean().map(truth)).map(Cow::Borrowed))
}
