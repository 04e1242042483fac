//! The templates of a language, as text.
//!
//! An entry is a line: a key, a colon and a template. The key is a code, or a code and a condition after a question
//! mark. `required?field=to` requires that the issue is about that field, `time_format?hint=week_date` that a fact is
//! that word, and `time_too_far?latest` that the fact exists. `guest` and `developer` require that reader, and `label`
//! a guest in whose form the field has a label. Several conditions, separated by `&`, must all hold:
//! `required?guest&field=to`. The first entry of a code whose conditions hold is used, and the last one has no
//! condition. Codes are in the order of [`IssueCode::ALL`]. After them come words: `word?string` is the word that
//! people use for what the facts call `string`. A word without an entry stays as it is.

mod packed;

use crate::issue::IssueCode;
use crate::search;

#[cfg(all(target_arch = "wasm32", feature = "package"))]
pub(crate) use stored::load;
/// The catalog of a language; empty if it is not loaded.
pub(super) use stored::of;

/// One group of entries for each code, and one for the words.
const GROUPS: usize = IssueCode::ALL.len() + 1;

/// Conditions and templates. The codes are left out, because the order implies them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Catalog {
    text: &'static str,
    /// Where the entries of each code begin, and those of the words.
    starts: &'static [u16],
}

impl Catalog {
    pub(super) const fn text(self) -> &'static str {
        self.text
    }

    /// The first template of a code whose conditions all hold.
    pub(super) fn template(
        self,
        code: IssueCode,
        holds: impl Fn(&str) -> bool,
    ) -> Option<&'static str> {
        self.find(code as usize, |conditions| search::split(conditions, b"&").all(&holds))
    }

    /// The word that people use for what the facts call `word`.
    pub(super) fn word(self, word: &str) -> Option<&'static str> {
        self.find(IssueCode::ALL.len(), |name| name == word)
    }

    /// The first template in a group whose condition holds. An entry without a condition ends the group.
    fn find(self, group: usize, holds: impl Fn(&str) -> bool) -> Option<&'static str> {
        let entries = self.text.get(usize::from(*self.starts.get(group)?)..)?;
        search::split(entries, b"\n").find_map(|entry| {
            let (condition, template) = search::split_at(entry, b":")?;
            (condition.is_empty() || holds(condition)).then_some(template)
        })
    }
}

#[cfg(not(all(target_arch = "wasm32", feature = "package")))]
mod stored {
    use super::{super::Language, Catalog, packed::packed};

    pub(in super::super) const fn of(language: Language) -> Catalog {
        match language {
            Language::English => packed!("en.txt"),
            Language::Portuguese => packed!("pt-BR.txt"),
            Language::Spanish => packed!("es.txt"),
            Language::Arabic => packed!("ar.txt"),
        }
    }
}

/// In the npm package, English is compiled in. Other languages are loaded at run time and never freed, because a page
/// uses few and needs them until it is closed.
#[cfg(all(target_arch = "wasm32", feature = "package"))]
mod stored {
    use core::cell::Cell;

    use super::{
        super::Language,
        Catalog,
        packed::{packed, starts},
    };

    const EMPTY: Catalog = Catalog { text: "", starts: &[] };

    thread_local! {
        /// The catalogs in the order of the languages.
        static LOADED: [Cell<Catalog>; 4] = const {
            [Cell::new(packed!("en.txt")), Cell::new(EMPTY), Cell::new(EMPTY), Cell::new(EMPTY)]
        };
    }

    pub(in super::super) fn of(language: Language) -> Catalog {
        let catalog = LOADED.try_with(|loaded| loaded.get(language as usize).map(Cell::get));
        catalog.ok().flatten().unwrap_or(EMPTY)
    }

    /// Stores the catalog of a language.
    pub(crate) fn load(language: Language, text: &str) {
        let starts = Box::leak(Box::new(starts(text.as_bytes())));
        let catalog = Catalog { text: text.to_owned().leak(), starts };
        let _ =
            LOADED.try_with(|loaded| loaded.get(language as usize).map(|place| place.set(catalog)));
    }
}
