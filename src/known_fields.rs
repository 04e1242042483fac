//! Which fields anything here asks for.

use crate::{
    gateway::Gateway,
    input::{EventInput, OptionsInput},
    recipient::Recipient,
    time::Time,
};

/// The fields that some function asks for, some of them more than once. Of objects with very many fields those that read
/// JavaScript hand over these first.
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
