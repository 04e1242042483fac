//! Stage 4: requests to gateways, and the secrets that complete them.
//!
//! As long as a secret is unknown, its slot contains its name in braces: `{token}`. Such a request is a draft. It can
//! be built where no secret may be, such as in a browser, and [`GatewayRequest::authorize`] completes it elsewhere.
//! What makes a slot is its place and not its text; [`authorize`] lists the places.

mod authorize;
mod endpoint;
mod fields;
mod reading;
mod secret;

pub(crate) use authorize::snake_case;
pub(crate) use endpoint::Endpoint;
pub(crate) use fields::Fields;
pub(crate) use reading::{read, read_all_secrets, read_secrets};
pub(crate) use secret::{Secret, is_header_value};

use core::fmt;

use serde::{Serialize, Serializer};

/// A request ready to POST, or a draft of one.
///
/// Its `Debug` text contains no secret and nothing of the event.
#[derive(Clone, PartialEq, Eq)]
pub struct GatewayRequest {
    /// Where to POST.
    pub url: String,
    /// The headers: names and values.
    pub headers: Vec<(String, String)>,
    /// JSON text.
    pub body: String,
    /// The secrets that are still missing, named as in the target. Empty if the request is complete.
    pub missing_secrets: Vec<String>,
}

impl GatewayRequest {
    /// The HTTP method, which is the same for all gateways.
    pub const METHOD: &'static str = "POST";
}

impl Serialize for GatewayRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { url, headers, body, missing_secrets } = self;
        Fields { url, headers, key: None, body, missing_secrets }.serialize(serializer)
    }
}

impl fmt::Debug for GatewayRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayRequest")
            .field("missing_secrets", &self.missing_secrets)
            .finish_non_exhaustive()
    }
}
