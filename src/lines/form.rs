//! Forms of files that people pass instead of lines of JSON.

use crate::issue::{Fault, IssueCode as Code};

/// The form of a file that is not lines of JSON.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    Utf16,
    JsonArray,
    /// Objects with commas between them.
    Commas,
    /// An object over several lines.
    SeveralLines,
    /// Several objects on one line.
    OneLine,
}

impl From<Form> for Fault {
    fn from(form: Form) -> Self {
        let found = match form {
            Form::Utf16 => "utf_16",
            Form::JsonArray => "json_array",
            Form::Commas => "commas",
            Form::SeveralLines => "several_lines",
            Form::OneLine => "one_line",
        };
        Self::new(Code::LinesFormat).with("found", found)
    }
}
