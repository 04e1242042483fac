//! The languages that messages can be in.

use super::catalog;

/// The language of messages.
///
/// On `wasm32` English alone is compiled in: a page loads the others where it needs them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// English, `en`.
    #[default]
    English,
    /// Portuguese as in Brazil, `pt-BR`.
    Portuguese,
    /// Spanish, `es`.
    Spanish,
    /// Modern Standard Arabic, `ar`.
    Arabic,
}

impl Language {
    /// Every language.
    pub const ALL: &'static [Self] =
        &[Self::English, Self::Portuguese, Self::Spanish, Self::Arabic];

    /// The languages by their BCP 47 tags, in their order.
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("en", Self::English),
        ("pt-BR", Self::Portuguese),
        ("es", Self::Spanish),
        ("ar", Self::Arabic),
    ];

    /// The BCP 47 tag, such as `pt-BR`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        Self::WORDS.get(self as usize).map_or("", |(tag, _)| *tag)
    }

    /// The language's templates, as the package's `locales` folder hands them on.
    #[must_use]
    pub fn catalog(self) -> &'static str {
        catalog::of(self).text()
    }

    /// True where messages can be in this language.
    pub(crate) fn is_loaded(self) -> bool {
        !self.catalog().is_empty()
    }
}
