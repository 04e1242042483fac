//! Reads an issue that a caller passes back, perhaps after storing it as JSON.

use std::borrow::Cow;

use super::Value;
use crate::{
    digits,
    issue::{Issue, IssueCode, Param, Params, Path},
};

/// Reads an issue. Its message is ignored, because it is written anew.
pub(crate) fn read_issue(value: &Value<'_>) -> Option<Issue> {
    let Value::Text(code) = value.field("code") else { return None };
    let code = IssueCode::ALL.iter().find(|known| known.as_str() == code)?;
    let names = words(value.field("path"))?;
    // Only an issue about the whole list has an empty path.
    if names.is_empty() && *code != IssueCode::MoreIssues {
        return None;
    }
    let path = Path::of_names(names);
    let mut params = Params::default();
    if let Value::Record(fields) = value.field("params") {
        for (name, value) in fields {
            // Values that no message can contain were not written by waevent.
            if let Some(param) = param(value) {
                params.push(name.as_ref().to_owned(), param);
            }
        }
    }
    Some(Issue::of(*code, path, params))
}

fn param(value: &Value<'_>) -> Option<Param> {
    match value {
        Value::Number(number) => integer(*number).map(Param::Number),
        Value::List(_) => words(value).map(Param::List),
        _ => word(value).map(Param::Text),
    }
}

/// The words of a list; `None` if it contains something else.
fn words(value: &Value<'_>) -> Option<Vec<Cow<'static, str>>> {
    let Value::List(items) = value else { return None };
    // A loop, because `collect` into an option takes more code.
    let mut words = Vec::new();
    for item in items {
        words.push(word(item)?);
    }
    Some(words)
}

fn word(value: &Value<'_>) -> Option<Cow<'static, str>> {
    Some(Cow::Owned(match value {
        Value::Text(text) => text.as_ref().to_owned(),
        Value::Number(number) => digits::integer(integer(*number)?),
        _ => return None,
    }))
}

#[expect(clippy::cast_possible_truncation, clippy::float_cmp, reason = "a whole number is itself")]
fn integer(number: f64) -> Option<i64> {
    (number.trunc() == number).then_some(number as i64)
}
