//! The languages that messages can be in.

use super::catalog;
use crate::search;

/// The language of messages.
///
/// In the npm package only English is compiled in; a page loads the other languages that it needs.
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

    /// The BCP 47 tags of the languages, in the order of the variants.
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("en", Self::English),
        ("pt-BR", Self::Portuguese),
        ("es", Self::Spanish),
        ("ar", Self::Arabic),
    ];

    /// Returns the BCP 47 tag, such as `pt-BR`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        Self::WORDS.get(self as usize).map_or("", |(tag, _)| *tag)
    }

    /// Finds the language for a tag, in any case and also with `_`: `pt`, `pt_BR` and `pt-PT` are
    /// [`Portuguese`](Self::Portuguese). The lookup of RFC 4647 shortens a tag from its end; since there is one catalog
    /// for each language, only the first part decides.
    ///
    /// ```
    /// use waevent::Language;
    ///
    /// assert_eq!(Language::lookup("es-419"), Some(Language::Spanish));
    /// assert_eq!(Language::lookup("spanish"), None);
    /// ```
    #[must_use]
    pub fn lookup(tag: &str) -> Option<Self> {
        let mut parts = search::split(tag, b"-_");
        let first = parts.next()?;
        let is_part = |part: &str| {
            matches!(part.len(), 1..=8) && search::all(part, |byte| byte.is_ascii_alphanumeric())
        };
        let known = Self::WORDS.iter().find(|(word, _)| {
            search::split(word, b"-").next().is_some_and(|word| word.eq_ignore_ascii_case(first))
        })?;
        parts.all(is_part).then_some(known.1)
    }

    /// Returns the language's templates, as the files in the package's `locales` folder contain them.
    #[must_use]
    pub fn catalog(self) -> &'static str {
        catalog::of(self).text()
    }

    /// Whether messages can be written in this language.
    pub(crate) fn is_loaded(self) -> bool {
        !self.catalog().is_empty()
    }
}
