//! How a request is built.

use super::{
    body::Body,
    recipients::Recipients,
    template::{Piece, Template},
};
use crate::gateway::Capabilities;

/// How a request is built, for one set of variants.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) url: Template,
    pub(crate) query: Vec<(String, Template)>,
    pub(crate) headers: Vec<(String, Template)>,
    /// The header for the event's fingerprint, by which the gateway recognises a request that was sent before.
    pub(crate) key_header: Option<String>,
    pub(crate) recipients: Recipients,
    pub(crate) body: Body,
    pub(crate) carried: Capabilities,
    /// The name of the schema of its body, or the schema itself; empty if there is none.
    pub(crate) body_schema: String,
    /// The target's fields that it contains, by index.
    pub(crate) named: Vec<usize>,
}

impl Request {
    /// Whether the path contains the target's field with the index `at`.
    pub(crate) fn has_in_path(&self, at: usize) -> bool {
        self.url.0.iter().any(|piece| matches!(piece, Piece::Field(place) if *place == at))
    }
}
