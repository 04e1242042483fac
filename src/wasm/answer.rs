//! Answers to JavaScript, as plain data.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::issue::{Checked, Issue, Language, Verdict};

/// An issue with its message.
#[derive(Serialize)]
struct Told<'i> {
    #[serde(flatten)]
    issue: &'i Issue,
    message: String,
}

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

/// Plain data, as `JSON.parse` would give it: objects rather than maps, absent rather than undefined.
pub(super) fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// The answer that a verdict is.
pub(super) fn verdict<T: Serialize>(verdict: Verdict<T>, language: Language) -> JsValue {
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

/// Issues alone, with their messages.
pub(super) fn issues(issues: &[Issue], language: Language) -> JsValue {
    plain(&tell(issues, language))
}

/// The same verdict over another value.
pub(super) fn map<T, U>(verdict: Verdict<T>, change: impl FnOnce(T) -> U) -> Verdict<U> {
    verdict.map(|Checked { value, warnings }| Checked { value: change(value), warnings })
}

fn tell(issues: &[Issue], language: Language) -> Vec<Told<'_>> {
    issues.iter().map(|issue| Told { issue, message: issue.message(language) }).collect()
}
