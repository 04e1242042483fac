//! A request without its body.

use core::fmt;

#[cfg(any(test, target_arch = "wasm32"))]
use super::Fields;
use super::{GatewayRequest, Secret};
use crate::{percent, search};

/// Where a request goes: everything but its body.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Endpoint {
    url: String,
    headers: Vec<(String, String)>,
    /// The header that holds the event's fingerprint.
    key_header: Option<String>,
    missing_secrets: Vec<String>,
}

impl Endpoint {
    pub(crate) fn new(url: String) -> Self {
        let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
        Self { url, headers, key_header: None, missing_secrets: Vec::new() }
    }

    pub(crate) fn header(&mut self, name: &str, value: String) {
        self.headers.push((name.to_owned(), value));
    }

    /// Adds a header for the fingerprint of each event, after the others.
    pub(crate) fn key(&mut self, name: &str) {
        self.key_header = Some(name.to_owned());
    }

    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn key_header(&self) -> Option<&str> {
        self.key_header.as_deref()
    }

    /// Adds a parameter to the query. A placeholder is not encoded.
    pub(crate) fn query(&mut self, name: &str, value: &str, is_placeholder: bool) {
        self.url.push(if search::has(&self.url, b'?') { '&' } else { '?' });
        self.url.push_str(name);
        self.url.push('=');
        if is_placeholder {
            self.url.push_str(value);
        } else {
            percent::push_encoded(&mut self.url, value);
        }
    }

    /// Notes whether a secret that has a slot is still missing.
    pub(crate) fn note(&mut self, secret: &Secret) {
        if secret.is_missing() {
            self.missing_secrets.push(secret.name.clone());
        }
    }

    /// The request with this body. `fingerprint` is only called if a header contains it.
    pub(crate) fn with_body(
        &self,
        body: String,
        fingerprint: impl FnOnce() -> String,
    ) -> GatewayRequest {
        let mut headers = self.headers.clone();
        if let Some(name) = &self.key_header {
            headers.push((name.clone(), fingerprint()));
        }
        GatewayRequest {
            url: self.url.clone(),
            headers,
            body,
            missing_secrets: self.missing_secrets.clone(),
        }
    }
}

#[cfg(any(test, target_arch = "wasm32"))]
impl Endpoint {
    /// The fields of the request with this body, to be written without building the request.
    pub(crate) fn fields<'r>(&'r self, body: &'r str, fingerprint: &'r str) -> Fields<'r> {
        Fields {
            url: &self.url,
            headers: &self.headers,
            key: self.key_header().map(|name| (name, fingerprint)),
            body,
            missing_secrets: &self.missing_secrets,
        }
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("missing_secrets", &self.missing_secrets)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, Secret};

    #[test]
    fn debug_names_the_secrets_that_are_missing_and_shows_none() {
        let given = Secret::new("token", Some("5F1E2D3C4B5A"));
        let missing = Secret::new("clientToken", None);
        let mut endpoint = Endpoint::new("https://example.com/5F1E2D3C4B5A/send-event".to_owned());
        endpoint.header("Client-Token", "{clientToken}".to_owned());
        endpoint.note(&given);
        endpoint.note(&missing);
        let shown = format!("{endpoint:?}");
        assert!(shown.contains("clientToken"), "{shown}");
        assert!(!shown.contains("5F1E2D3C4B5A"), "{shown}");
    }
}
