//! A request but for its body.

use core::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::{GatewayRequest, Secret};
use crate::{search, text::concat};

/// Everything but the unreserved characters of RFC 3986 is escaped in a query.
const QUERY_VALUE: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The value as it stands in a query.
pub(super) fn escape(value: &str) -> PercentEncode<'_> {
    utf8_percent_encode(value, QUERY_VALUE)
}

/// Where a request goes: everything but its body.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Endpoint {
    url: String,
    headers: Vec<(&'static str, String)>,
    missing_secrets: Vec<&'static str>,
}

impl Endpoint {
    /// An endpoint at the URL that `parts` make.
    pub(crate) fn new(parts: &[&str]) -> Self {
        let headers = vec![("Content-Type", "application/json".to_owned())];
        Self { url: concat(parts), headers, missing_secrets: Vec::new() }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// A segment of the path that is a secret, and the rest of the path.
    pub(crate) fn secret_path(mut self, secret: &Secret, rest: &str) -> Self {
        self.url.extend([secret.text().as_str(), rest]);
        self.with_secret(secret)
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// A header with a secret behind `scheme`.
    pub(crate) fn secret_header(self, name: &'static str, scheme: &str, secret: &Secret) -> Self {
        self.header(name, &concat(&[scheme, &secret.text()])).with_secret(secret)
    }

    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        self.url.push(if search::has(&self.url, b'?') { '&' } else { '?' });
        self.url.extend([name, "="]);
        self.url.extend(escape(value));
        self
    }

    pub(crate) fn secret_query(mut self, name: &str, secret: &Secret) -> Self {
        if let Some(value) = &secret.value {
            return self.query(name, value);
        }
        self = self.query(name, "");
        self.url.push_str(&secret.text());
        self.with_secret(secret)
    }

    /// Notes whether the secret is still missing; its slot may be in the body.
    pub(crate) fn with_secret(mut self, secret: &Secret) -> Self {
        if secret.is_missing() {
            self.missing_secrets.push(secret.name);
        }
        self
    }

    pub(crate) fn with_body(&self, body: String) -> GatewayRequest {
        let own = |text: &&str| (*text).to_owned();
        GatewayRequest {
            url: self.url.clone(),
            headers: self.headers.iter().map(|(name, value)| (own(name), value.clone())).collect(),
            body,
            missing_secrets: self.missing_secrets.iter().map(own).collect(),
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
        let endpoint = Endpoint::new(&["https://example.com/"])
            .secret_path(&given, "/send-event")
            .secret_header("Client-Token", "", &missing);
        let shown = format!("{endpoint:?}");
        assert!(shown.contains("clientToken"), "{shown}");
        assert!(!shown.contains("5F1E2D3C4B5A"), "{shown}");
    }
}
