//! What is wrong, or odd, with an input: stable codes, the path of the field, the facts.
//!
//! An [`Issue`] holds facts only. The words for people are made from them in [`message`], the one
//! place with prose.

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
/// It never holds a secret or a phone number: it may be logged and shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Issue {
    code: IssueCode,
    path: Path,
    #[serde(skip_serializing_if = "Params::is_empty")]
    params: Params,
}

impl Issue {
    /// An issue that a caller hands back.
    pub(crate) fn of(code: IssueCode, path: Path, params: Params) -> Self {
        Self { code, path, params }
    }

    /// The stable code to branch on.
    #[must_use]
    pub fn code(&self) -> IssueCode {
        self.code
    }

    /// Where the fault is: field names as the caller wrote them, at least one.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The facts from which a message can be rebuilt, such as a limit and the length found.
    #[must_use]
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// The message for whoever wrote the program, in `language`: fields are called as in the API.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.message_for(Reader::Developer, language)
    }

    /// The message for `reader`, in `language`.
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

/// A fault that does not know yet in which field it was found.
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

    /// Apart, so that this is not made anew for each kind of value.
    #[inline(never)]
    fn with_param(mut self, name: &'static str, value: Param) -> Self {
        self.params.push(name, value);
        self
    }

    /// Says in which field the fault was found.
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
