//! The gateways that ship with the crate, from `gateways/`; each is read when it is first asked for.

use std::sync::OnceLock;

#[cfg(not(target_arch = "wasm32"))]
use super::BodySchema;
use super::{Gateway, description};

include!("../../gateways/built_in.rs");

static READ: [OnceLock<Option<Gateway>>; IDS.len()] = [const { OnceLock::new() }; IDS.len()];

impl Gateway {
    /// Every gateway that ships with the crate, in the order of the documentation.
    pub fn all() -> impl Iterator<Item = &'static Self> + Clone {
        Self::ids().filter_map(Self::find)
    }

    /// Their ids.
    pub(super) fn ids() -> impl Iterator<Item = &'static str> + Clone {
        IDS.iter().copied()
    }

    /// The gateway of an id; none where none of those that ship has it.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        let place = IDS.iter().position(|known| *known == id)?;
        READ.get(place)?.get_or_init(|| read(place).map(Self::of)).as_ref()
    }
}

#[cfg(target_arch = "wasm32")]
fn read(place: usize) -> Option<description::Description> {
    description::unflat(LINES.get(place)?)
}

/// A test reads all of them, so that none is ever faulty here.
#[cfg(not(target_arch = "wasm32"))]
fn read(place: usize) -> Option<description::Description> {
    let page = super::value_of(PAGES.get(place)?);
    description::read(&page, &mut crate::issue::Report::new(false))
}

/// A page as it stands; nothing where there is none of that id.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn page(id: &str) -> crate::input::Value<'static> {
    let place = IDS.iter().position(|known| *known == id);
    let page = place.and_then(|place| PAGES.get(place));
    page.map_or(crate::input::Value::Absent, |text| super::value_of(text))
}
