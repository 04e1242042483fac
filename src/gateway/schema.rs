//! The shapes of bodies, as JSON Schemas.
//!
//! They are written by hand from the gateways' pages, in `gateways/bodies/`, so they can contradict what is
//! written into bodies. The wasm holds their names alone: their texts would weigh more there than the gateways, and
//! JavaScript reads objects without a parser.

use super::Target;
use super::{Gateway, built_in::BODIES};

/// The shape of the bodies that a target takes: a [JSON Schema](https://json-schema.org/draft/2020-12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodySchema<'g> {
    /// Its name: the gateway's id, with the contract where it has several.
    pub name: &'g str,
    /// The schema, as JSON text.
    pub json: &'g str,
}

impl Target {
    /// The name of the target's schema in [`Gateway::body_schemas`](super::Gateway::body_schemas); of a gateway of the
    /// caller's own the schema itself, or nothing where it has none.
    pub(crate) fn schema_name(&self) -> &str {
        self.request().map_or("", |request| &request.body_schema)
    }

    /// The shape of every body that waevent writes for this target; none where it is of a gateway of the caller's own
    /// whose description holds none.
    #[must_use]
    pub fn body_schema(&self) -> Option<BodySchema<'_>> {
        let name = self.schema_name();
        if name.starts_with('{') {
            return Some(BodySchema { name: self.gateway().id(), json: name });
        }
        BODIES.iter().find(|schema| schema.name == name).copied()
    }
}

impl Gateway {
    /// The JSON Schemas of the bodies that waevent writes for it, one for each contract, and of those that change events, where
    /// it ships.
    pub fn body_schemas(&self) -> impl Iterator<Item = &'static BodySchema<'static>> {
        let requests = &self.page().requests;
        let is_own = move |name: &str| {
            let mut of_all = requests.iter().flat_map(|(_, operations)| operations.all());
            of_all.any(|request| request.body_schema == name)
        };
        BODIES.iter().filter(move |schema| is_own(schema.name))
    }
}
