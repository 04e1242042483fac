//! Answers to JavaScript, as JSON text.

use serde::Serialize;

use crate::{
    issue::{Checked, Issue, Refusal, Verdict, Voice, tell},
    json,
    text::concat,
};

/// Plain data.
pub(super) fn plain(value: &impl Serialize) -> String {
    json::to_text(value).unwrap_or_default()
}

/// The answer that a verdict is: the `Result` of the package. `value` is absent on failure, and so is `issues` on
/// success: form libraries look for the key alone.
///
/// Only the value is written by code of its own for each kind of answer.
pub(super) fn verdict<T: Serialize>(verdict: Verdict<T>, voice: &Voice) -> String {
    match verdict {
        Ok(Checked { value, warnings }) => {
            let value = plain(&value);
            result(r#"{"ok":true,"value":"#, &value, &warnings, voice)
        }
        Err(Refusal { issues, warnings }) => {
            let issues = plain(&tell(&issues, voice));
            result(r#"{"ok":false,"issues":"#, &issues, &warnings, voice)
        }
    }
}

/// A result that begins with `start` and a value's text.
fn result(start: &str, value: &str, warnings: &[Issue], voice: &Voice) -> String {
    let told = if warnings.is_empty() { "[]".into() } else { plain(&tell(warnings, voice)) };
    concat(&[start, value, r#","warnings":"#, &told, "}"])
}

/// The same verdict over another value.
pub(super) fn map<T, U>(verdict: Verdict<T>, change: impl FnOnce(T) -> U) -> Verdict<U> {
    verdict.map(|Checked { value, warnings }| Checked { value: change(value), warnings })
}
