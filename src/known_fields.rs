//! The names of all fields that waevent reads.

use crate::{
    gateway::Gateway,
    input::{EventInput, OptionsInput},
    recipient::Recipient,
    time::Time,
};

/// The fields that at least one function reads, some of them more than once. If an object has very many fields, the
/// code that reads JavaScript values passes these first.
pub(crate) fn known_fields() -> impl Iterator<Item = &'static str> {
    let tables = [
        EventInput::NAMES,
        EventInput::LOCATION_NAMES,
        OptionsInput::NAMES,
        Time::FIELDS,
        Recipient::FIELDS,
        &["gateway", "library"],
    ];
    tables.into_iter().flatten().copied().chain(Gateway::all().flat_map(Gateway::target_fields))
}
