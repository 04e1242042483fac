//! How a request is serialized.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::GatewayRequest;

/// The fields of a request, in order. They are used both for a request that has been built and for one that is only
/// written.
pub(crate) struct Fields<'r> {
    pub(super) url: &'r str,
    pub(super) headers: &'r [(String, String)],
    /// One more header, after the others.
    pub(super) key: Option<(&'r str, &'r str)>,
    pub(super) body: &'r str,
    pub(super) missing_secrets: &'r [String],
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("GatewayRequest", 5)?;
        fields.serialize_field("method", GatewayRequest::METHOD)?;
        fields.serialize_field("url", self.url)?;
        fields.serialize_field("headers", &Headers(self))?;
        fields.serialize_field("body", self.body)?;
        fields.serialize_field("missingSecrets", self.missing_secrets)?;
        fields.end()
    }
}

struct Headers<'f, 'r>(&'f Fields<'r>);

impl Serialize for Headers<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Fields { headers, key, .. } = self.0;
        let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        serializer.collect_map(headers.chain(*key))
    }
}
