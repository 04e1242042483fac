//! Visits every value of a reply, wherever it is.

use std::borrow::Cow;

use crate::json::Json;

/// How many values of a reply are examined. No gateway's reply has more.
pub(super) const MOST_VALUES: usize = 10_000;

/// The path of a value: the names that lead to it. An item of a list has the path of the list.
pub(super) type Path<'p, 'b> = &'p [Cow<'b, str>];

/// Calls `visit` with each value inside `json`, outer ones first. It returns whether to visit the values inside an
/// object or a list. The recursion is no deeper than the nesting that [`Json::parse`] accepts.
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

/// A field's name in a uniform spelling: that of `message_id`, `messageID` and `MessageId` is the same.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

/// A text, a whole number or a boolean as a word.
pub(super) fn word(value: Json<'_>) -> Option<Cow<'_, str>> {
    let truth = |value: bool| if value { "true" } else { "false" };
    value
        .text()
        .or_else(|| value.integer().or_else(|| value.boolean().map(truth)).map(Cow::Borrowed))
}
