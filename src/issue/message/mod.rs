//! From an issue's facts to words for people. All prose of the crate stands in this folder.
//!
//! A language is a catalog of templates and a few rules of grammar; one formatter serves all.

mod catalog;
mod grammar;
mod language;
mod template;

#[cfg(target_arch = "wasm32")]
pub(crate) use catalog::load as load_language;
pub use language::Language;

use super::Issue;

/// The message of `issue`; none where it lacks a fact that the message tells.
pub(crate) fn format(issue: &Issue, language: Language) -> Option<String> {
    // A language that is not loaded is told as a fault of the option, and that in English.
    let language = if language.is_loaded() { language } else { Language::English };
    let template = catalog::of(language).template(issue)?;
    template::write(template, issue, language)
}
