//! Results for JavaScript, as JSON text.

use serde::Serialize;

use crate::{
    issue::{Found, Report, Voice, with_messages},
    json,
    text::concat,
};

/// Serializes plain data.
pub(super) fn plain(value: &impl Serialize) -> String {
    json::to_text(value).unwrap_or_default()
}

/// Writes a `Result` of the package. `value` is absent on failure, and `issues` on success, because form libraries only
/// check whether the key exists.
pub(super) fn result<T: Serialize>((value, report): Found<T>, voice: &Voice) -> String {
    let value = value.filter(|_| report.is_clean()).map(|value| plain(&value));
    written(value.as_deref(), report, voice)
}

/// Like [`result`], for a value that is JSON text already. Only the serialization of values is compiled for each type
/// of result.
pub(super) fn written(value: Option<&str>, report: Report, voice: &Voice) -> String {
    let (issues, warnings) = report.lists();
    let issues = plain(&with_messages(&issues, voice));
    let warnings = plain(&with_messages(&warnings, voice));
    let (start, value) = value
        .map_or((r#"{"ok":false,"issues":"#, &*issues), |value| (r#"{"ok":true,"value":"#, value));
    concat(&[start, value, r#","warnings":"#, &warnings, "}"])
}
