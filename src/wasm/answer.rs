//! Answers to JavaScript, as JSON text.

use serde::Serialize;

use crate::{
    issue::{Checked, Language, Told, Verdict, tell},
    json,
};

/// The `Result` of the package. `value` is absent on failure, and so is `issues` on success: form
/// libraries look for the key alone.
#[derive(Serialize)]
struct Answer<'i, T> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Vec<Told<'i>>>,
    warnings: Vec<Told<'i>>,
}

/// Plain data.
pub(super) fn plain(value: &impl Serialize) -> String {
    json::to_text(value).unwrap_or_default()
}

/// The answer that a verdict is.
pub(super) fn verdict<T: Serialize>(verdict: Verdict<T>, language: Language) -> String {
    match verdict {
        Ok(Checked { value, warnings }) => plain(&Answer {
            ok: true,
            value: Some(value),
            issues: None,
            warnings: tell(&warnings, language),
        }),
        Err(refusal) => plain(&Answer::<T> {
            ok: false,
            value: None,
            issues: Some(tell(&refusal.issues, language)),
            warnings: tell(&refusal.warnings, language),
        }),
    }
}

/// The same verdict over another value.
pub(super) fn map<T, U>(verdict: Verdict<T>, change: impl FnOnce(T) -> U) -> Verdict<U> {
    verdict.map(|Checked { value, warnings }| Checked { value: change(value), warnings })
}
