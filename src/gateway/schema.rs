//! The shapes of bodies, as JSON Schemas.
//!
//! They are written by hand from the gateways' pages, one file each in `schema/`, so that they can
//! contradict the code that writes bodies. The wasm holds their names alone: their texts would weigh more
//! there than the gateways, and JavaScript reads objects without a parser.

use super::Target;

/// The shape of the bodies that a target takes: a [JSON Schema](https://json-schema.org/draft/2020-12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodySchema {
    /// Its name: the gateway's id, with the contract where it has several.
    pub name: &'static str,
    /// The schema, as JSON text.
    pub json: &'static str,
}

/// The schemas of these names, from their files.
macro_rules! body_schemas {
    ($($name:literal),+) => {
        &[$(BodySchema { name: $name, json: include_str!(concat!("schema/", $name, ".json")) },)+]
    };
}
pub(crate) use body_schemas;

impl Target {
    /// The shape of every body that waevent writes for this target.
    #[must_use]
    pub fn body_schema(&self) -> Option<&'static BodySchema> {
        let schemas = self.gateway().body_schemas();
        schemas.iter().find(|schema| schema.name == self.schema_name())
    }
}
