//! The optional parts of an event.

use std::borrow::Cow;

use super::Location;
use crate::{field::Extras, time::Time};

/// Everything about an event that may be absent. Faulty values are absent too, so the details of a faulty event can
/// still be compared with what a gateway can carry.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Details<'a> {
    pub(crate) end: Option<Time>,
    pub(crate) description: Option<Cow<'a, str>>,
    pub(crate) location: Option<Location<'a>>,
    pub(crate) extras: Extras<Cow<'a, str>>,
}

impl Details<'_> {
    pub(super) fn into_owned(self) -> Details<'static> {
        let Self { end, description, location, extras } = self;
        Details {
            end,
            description: description.map(|text| text.into_owned().into()),
            location: location.map(Location::into_owned),
            extras: extras.into_owned(),
        }
    }
}
