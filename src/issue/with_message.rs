//! Issues with their messages, as they are passed to JavaScript.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Issue, Voice};

/// An issue with its message.
pub(crate) struct WithMessage<'i> {
    issue: &'i Issue,
    voice: &'i Voice,
}

/// Each of `issues` with its message.
pub(crate) fn with_messages<'i>(issues: &'i [Issue], voice: &'i Voice) -> Vec<WithMessage<'i>> {
    issues.iter().map(|issue| WithMessage { issue, voice }).collect()
}

impl Serialize for WithMessage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { issue, voice } = self;
        let message = issue.message_for(voice.reader(issue.path()), voice.language);
        let mut fields = serializer.serialize_struct("Issue", 4)?;
        fields.serialize_field("code", &issue.code())?;
        fields.serialize_field("path", issue.path())?;
        if !issue.params().is_empty() {
            fields.serialize_field("params", issue.params())?;
        }
        fields.serialize_field("message", &message)?;
        fields.end()
    }
}
