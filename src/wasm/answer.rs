//! Answers to JavaScript, as JSON text.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    issue::{Checked, Issue, Language, Verdict},
    json,
};

/// An issue with its message.
struct Told<'i> {
    issue: &'i Issue,
    language: Language,
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { issue, language } = self;
        let mut fields = serializer.serialize_struct("Issue", 4)?;
        fields.serialize_field("code", &issue.code())?;
        fields.serialize_field("path", issue.path())?;
        if !issue.params().is_empty() {
            fields.serialize_field("params", issue.params())?;
        }
        fields.serialize_field("message", &issue.message(*language))?;
        fields.end()
    }
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

fn tell(issues: &[Issue], language: Language) -> Vec<Told<'_>> {
    issues.iter().map(|issue| Told { issue, language }).collect()
}
