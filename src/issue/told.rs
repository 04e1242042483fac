//! An issue with its message, as JavaScript gets it.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Issue, Language};

/// An issue with its message.
pub(crate) struct Told<'i> {
    issue: &'i Issue,
    language: Language,
}

/// Each of `issues` with its message in `language`.
pub(crate) fn tell(issues: &[Issue], language: Language) -> Vec<Told<'_>> {
    issues.iter().map(|issue| Told { issue, language }).collect()
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
