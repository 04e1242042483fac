//! The JSON Schemas of bodies.
//!
//! They are written manually from the gateways' documentation, in `gateways/bodies/`, so they are independent of the
//! code that writes bodies and can contradict it. The wasm contains only their names: their texts would take more space
//! there than the gateways, and JavaScript reads objects without a parser.

use super::Target;
use super::{Gateway, built_in::BODIES};

/// The [JSON Schema](https://json-schema.org/draft/2020-12) of the bodies that a target accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodySchema<'g> {
    /// The name: the gateway's id, with the contract if it has several.
    pub name: &'g str,
    /// The schema, as JSON text.
    pub json: &'g str,
}

impl Target {
    /// The name of the target's schema in [`Gateway::body_schemas`](super::Gateway::body_schemas). For a gateway that
    /// the caller defined, the schema itself, or an empty text if it has none.
    pub(crate) fn schema_name(&self) -> &str {
        self.request().map_or("", |request| &request.body_schema)
    }

    /// The schema of every body that waevent writes for this target. `None` if the caller defined the gateway without a
    /// schema.
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
    /// The JSON Schemas of the bodies that waevent writes for a built-in gateway: one for each contract, and those of
    /// requests that change events.
    pub fn body_schemas(&self) -> impl Iterator<Item = &'static BodySchema<'static>> {
        let requests = &self.page().requests;
        let is_own = move |name: &str| {
            let mut of_all = requests.iter().flat_map(|(_, operations)| operations.all());
            of_all.any(|request| request.body_schema == name)
        };
        BODIES.iter().filter(move |schema| is_own(schema.name))
    }
}
