//! The descriptions that ship with the crate, from `gateways/` and `libraries/`. Each is parsed when it is first used.

use std::sync::OnceLock;

use super::{BodySchema, Gateway, Library, description};
#[cfg(all(target_arch = "wasm32", not(waevent_module = "lite")))]
use crate::text::concat;
use crate::{
    input::{Value, suggest},
    issue::{Fault, IssueCode as Code, Report},
};

include!("../../gateways/built_in.rs");

/// The built-in descriptions of one kind: gateways, or libraries. Requests are only built for gateways.
pub(super) struct Shelf {
    /// The field of a target that names one of them.
    pub(super) field: &'static str,
    /// The code that is reported for an unknown id.
    unknown: Code,
    /// Whether callers may also bring their own descriptions.
    takes_own: bool,
    /// Their ids, in the order of the documentation.
    ids: &'static [&'static str],
    /// The descriptions as JSON, or in the wasm the first part of the lines that they are compiled to.
    texts: &'static [&'static str],
    /// The second parts of these lines.
    #[cfg(all(target_arch = "wasm32", not(waevent_module = "lite")))]
    others: &'static [&'static str],
    read: &'static [OnceLock<Option<Gateway>>],
    #[cfg(not(target_arch = "wasm32"))]
    judge: fn(&Value<'_>, &mut Report) -> Option<description::Description>,
}

pub(super) static GATEWAYS: Shelf = Shelf {
    field: "gateway",
    unknown: Code::UnknownGateway,
    takes_own: true,
    ids: IDS,
    texts: TEXTS,
    #[cfg(all(target_arch = "wasm32", not(waevent_module = "lite")))]
    others: OTHERS,
    read: {
        static READ: [OnceLock<Option<Gateway>>; IDS.len()] =
            [const { OnceLock::new() }; IDS.len()];
        &READ
    },
    #[cfg(not(target_arch = "wasm32"))]
    judge: description::read,
};

pub(super) static LIBRARIES: Shelf = Shelf {
    field: "library",
    unknown: Code::InvalidOption,
    takes_own: false,
    ids: LIBRARY_IDS,
    texts: LIBRARY_TEXTS,
    #[cfg(all(target_arch = "wasm32", not(waevent_module = "lite")))]
    others: LIBRARY_OTHERS,
    read: {
        static READ: [OnceLock<Option<Gateway>>; LIBRARY_IDS.len()] =
            [const { OnceLock::new() }; LIBRARY_IDS.len()];
        &READ
    },
    #[cfg(not(target_arch = "wasm32"))]
    judge: description::read_library,
};

impl Shelf {
    pub(super) fn find(&self, id: &str) -> Option<&'static Gateway> {
        let place = self.ids.iter().position(|known| *known == id)?;
        self.read.get(place)?.get_or_init(|| self.read(place).map(Gateway::of)).as_ref()
    }

    /// The description that `id` names or holds. If there is none, that is reported at the shelf's field.
    pub(super) fn choose(&self, id: &Value<'_>, report: &mut Report) -> Option<Gateway> {
        let name = match id {
            Value::Absent => {
                report.fault(Code::Required, self.field);
                return None;
            }
            Value::Text(name) | Value::LongText { start: name, .. } => name,
            Value::Gateway(lines) if self.takes_own => {
                let own = Gateway::recall(lines.as_str());
                if own.is_none() {
                    report.fault(id.wrong_type("gateway of this version"), self.field);
                }
                return own;
            }
            other => {
                report.fault(other.wrong_type("string"), self.field);
                return None;
            }
        };
        let known = self.find(name);
        if known.is_none() {
            report.fault(self.no_such(name), self.field);
        }
        known.cloned()
    }

    /// What is reported for a name that is none of the ids: the ids, and for gateways what the name probably means.
    fn no_such(&self, name: &str) -> Fault {
        let fault = Fault::new(self.unknown).with("expected", self.ids);
        if !self.takes_own {
            return fault;
        }
        if let Some(library) = LIBRARY_IDS.iter().find(|id| id.eq_ignore_ascii_case(name)) {
            return fault.with("library", *library);
        }
        match suggest(name, self.ids) {
            Some(meant) => fault.with("suggestion", meant),
            None => fault,
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn read(&self, place: usize) -> Option<description::Description> {
        let lines = self.texts.get(place)?;
        #[cfg(not(waevent_module = "lite"))]
        let lines = &concat(&[lines, self.others.get(place)?]);
        description::unflat(lines)
    }

    /// A test parses all of them, so none has a fault here.
    #[cfg(not(target_arch = "wasm32"))]
    fn read(&self, place: usize) -> Option<description::Description> {
        (self.judge)(&super::value_of(self.texts.get(place)?), &mut Report::new(false))
    }

    /// Whether one of them has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.contains(&id)
    }

    /// The description with this id, as a value; absent if there is none.
    #[cfg(test)]
    #[cfg(not(target_arch = "wasm32"))]
    fn page(&self, id: &str) -> Value<'static> {
        let place = self.ids.iter().position(|known| *known == id);
        let page = place.and_then(|place| self.texts.get(place));
        page.map_or(Value::Absent, |text| super::value_of(text))
    }

    /// Every fault of every description.
    #[cfg(test)]
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn faults(&self) -> Vec<crate::Issue> {
        let judged = self.ids.iter().map(|id| {
            let mut report = Report::new(true);
            let page = (self.judge)(&self.page(id), &mut report);
            report.verdict(page).err().map(|refusal| refusal.issues)
        });
        judged.flatten().flatten().collect()
    }
}

/// The parts of the description with this id that other descriptions may refer to: its replies and webhooks. Absent if
/// there is no such gateway, or if it refers to another one itself.
pub(super) fn answers_of(id: &str) -> Value<'static> {
    let place = IDS.iter().position(|known| *known == id);
    let answers = place.and_then(|place| ANSWERS.get(place));
    answers.map_or(Value::Absent, |text| super::value_of(text))
}

impl Library {
    /// All known libraries, in the order of the documentation.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        LIBRARIES.ids.iter().filter_map(|id| Self::find(id))
    }

    /// The library with this id, if there is one.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        LIBRARIES.find(id).map(Self::of)
    }
}

impl Gateway {
    /// All built-in gateways, in the order of the documentation.
    pub fn all() -> impl Iterator<Item = &'static Self> + Clone {
        GATEWAYS.ids.iter().filter_map(|id| Self::find(id))
    }

    /// The built-in gateway with this id, if there is one.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        GATEWAYS.find(id)
    }
}
