//! How a request is made.

use super::{
    body::Body,
    recipients::Recipients,
    template::{Piece, Template},
};
use crate::gateway::Capabilities;

/// How a request is made, for one choice of variants.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) url: Template,
    pub(crate) query: Vec<(String, Template)>,
    pub(crate) headers: Vec<(String, Template)>,
    /// The header that holds the event's fingerprint, by which the gateway recognises a request that was sent before.
    pub(crate) key_header: Option<String>,
    pub(crate) recipients: Recipients,
    pub(crate) body: Body,
    pub(crate) carried: Capabilities,
    /// The name of the schema of its body, or the schema itself; nothing where there is none.
    pub(crate) body_schema: String,
    /// The fields of the target that it names, by their places.
    pub(crate) named: Vec<usize>,
}

impl Request {
    /// Whether the path has a place for the field of the target at `at`.
    pub(crate) fn has_in_path(&self, at: usize) -> bool {
        self.url.0.iter().any(|piece| matches!(piece, Piece::Field(place) if *place == at))
    }
}
