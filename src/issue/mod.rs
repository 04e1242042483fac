//! Faults and warnings: stable codes, the paths of the fields, and the facts.
//!
//! An [`Issue`] contains only facts. [`message`] turns them into messages for people, and is the only module with
//! prose.

mod code;
pub mod message;
mod params;
mod path;
mod report;
#[cfg(any(test, target_arch = "wasm32", feature = "js"))]
mod with_message;

pub use code::IssueCode;
pub use message::{Labels, Language, Reader, Voice};
pub use params::{Param, Params};
pub use path::Path;
pub(crate) use path::excerpt;
pub use report::{Checked, Refusal, Verdict};
pub(crate) use report::{Found, Report, verdict};
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use with_message::WithMessage;
#[cfg(any(test, target_arch = "wasm32", feature = "js"))]
pub(crate) use with_message::with_messages;

use serde::Serialize;

/// One fault or one warning.
///
/// It never contains a secret or a phone number, so it can be logged and shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Issue {
    code: IssueCode,
    path: Path,
    #[serde(skip_serializing_if = "Params::is_empty")]
    params: Params,
}

impl Issue {
    /// An issue that a caller passes back.
    pub(crate) fn of(code: IssueCode, path: Path, params: Params) -> Self {
        Self { code, path, params }
    }

    /// Returns the stable code, on which programs can branch.
    #[must_use]
    pub fn code(&self) -> IssueCode {
        self.code
    }

    /// Returns the path of the field: names as the caller wrote them, at least one. Only the path of
    /// [`IssueCode::MoreIssues`] is empty.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the facts from which the message is written, such as a limit and the length that was found.
    #[must_use]
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// Returns the message for developers, in `language`. Fields are named as in the API.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.message_for(Reader::Developer, language)
    }

    /// Returns the message for `reader`, in `language`.
    ///
    /// ```
    /// use waevent::{Language, OptionsInput, Time, input::Value, issue::Reader, parse_time};
    ///
    /// let clock = Time::from_epoch_seconds(1_767_225_600).ok_or("a year of four digits")?;
    /// let past = Value::Text("2025-01-01T00:00:00Z".into());
    /// let Err(refusal) = parse_time(&past, &OptionsInput::default(), clock) else { return Err("past".into()) };
    /// let messages = |reader| refusal.issues.iter().map(move |issue| issue.message_for(reader, Language::English));
    ///
    /// assert!(messages(Reader::Developer).eq(["Choose a later time: \"start\" has already passed."]));
    /// assert!(messages(Reader::Guest(Some("Begins"))).eq(["Choose a later time: \"Begins\" has already passed."]));
    /// assert!(messages(Reader::Guest(None)).eq(["Choose a later time: this one has already passed."]));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn message_for(&self, reader: Reader<'_>, language: Language) -> String {
        message::format(self, reader, language).unwrap_or_default()
    }
}

/// A fault or a warning without the path of its field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    code: IssueCode,
    params: Params,
}

impl Fault {
    #[inline(never)]
    pub(crate) fn new(code: IssueCode) -> Self {
        Self { code, params: Params::default() }
    }

    /// Adds a fact.
    #[must_use]
    pub(crate) fn with(self, name: &'static str, value: impl Into<Param>) -> Self {
        self.with_param(name, value.into())
    }

    /// The part that is not generic, so it is compiled only once.
    #[inline(never)]
    fn with_param(mut self, name: &'static str, value: Param) -> Self {
        self.params.push(name, value);
        self
    }

    /// Adds the path of the field.
    #[inline(never)]
    pub(crate) fn at(self, path: impl Into<Path>) -> Issue {
        Issue { code: self.code, path: path.into(), params: self.params }
    }
}

impl From<IssueCode> for Fault {
    fn from(code: IssueCode) -> Self {
        Self::new(code)
    }
}
