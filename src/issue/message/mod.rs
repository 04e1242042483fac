//! Turns the facts of an issue into a message for people. All prose of the crate is in this folder.
//!
//! A language is a catalog of templates and a few rules of grammar; one formatter serves all.

mod catalog;
mod grammar;
mod label;
mod language;
mod template;
mod voice;

#[cfg(all(target_arch = "wasm32", feature = "package"))]
pub(crate) use catalog::load as load_language;
pub use label::Labels;
pub use language::Language;
pub use voice::{Reader, Voice};

use self::template::Wording;
use super::Issue;

/// The message of `issue` for `reader`; `None` if a fact is missing that the message contains.
pub(crate) fn format(issue: &Issue, reader: Reader<'_>, language: Language) -> Option<String> {
    // A language that is not loaded is reported as a fault of the option, in English.
    let language = if language.is_loaded() { language } else { Language::English };
    Wording::new(issue, reader, language).message()
}
