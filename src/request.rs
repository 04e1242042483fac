//! Stage 4: the request that a gateway takes, and the secrets that complete it.
//!
//! A secret that is not known yet leaves its name in braces in its slot: `{token}`. Such a request is a
//! draft. It can be made where no secret may be, in a browser say, and [`GatewayRequest::authorize`]
//! completes it elsewhere. Nothing else in a slot's place can look like one: names, recipients and
//! URLs cannot hold braces, and in a body the slot stands before all text.

use core::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    issue::{IssueCode as Code, Path, Report, Verdict},
    json::push_text,
};

/// The longest header value taken, in characters.
const HEADER_VALUE_LENGTH: usize = 4096;

/// Everything but the unreserved characters of RFC 3986 is escaped in a query.
const QUERY_VALUE: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A secret of a target, given or still to be put in.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret {
    name: &'static str,
    value: Option<String>,
}

impl Secret {
    pub(crate) fn new(name: &'static str, value: Option<&str>) -> Self {
        Self { name, value: value.map(str::to_owned) }
    }

    /// The secret, or its placeholder.
    pub(crate) fn text(&self) -> String {
        self.value.clone().unwrap_or_else(|| placeholder(self.name))
    }

    fn is_missing(&self) -> bool {
        self.value.is_none()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({}, {})", self.name, if self.is_missing() { "missing" } else { "given" })
    }
}

fn placeholder(name: &str) -> String {
    ["{", name, "}"].concat()
}

/// True for 1 to 4096 visible ASCII characters, with spaces inside: what every HTTP client sends as it is.
pub(crate) fn is_header_value(value: &str) -> bool {
    (1..=HEADER_VALUE_LENGTH).contains(&value.len())
        && value.bytes().all(|sign| (b' '..=b'~').contains(&sign))
        && value.trim_ascii().len() == value.len()
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
        Self { url: parts.concat(), headers, missing_secrets: Vec::new() }
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// A header with a secret behind `scheme`.
    pub(crate) fn secret_header(self, name: &'static str, scheme: &str, secret: &Secret) -> Self {
        self.header(name, &[scheme, &secret.text()].concat()).with_secret(secret)
    }

    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        self.url.push(if self.url.contains('?') { '&' } else { '?' });
        self.url.extend([name, "="]);
        self.url.extend(utf8_percent_encode(value, QUERY_VALUE));
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

/// A request ready to POST, or a draft of one.
///
/// Its `Debug` text holds no secret and nothing of the event.
#[derive(Clone, PartialEq, Eq)]
pub struct GatewayRequest {
    /// Where to POST.
    pub url: String,
    /// The headers by name.
    pub headers: Vec<(String, String)>,
    /// JSON text.
    pub body: String,
    /// The secrets still to be put in, named as in the target; empty when the request is complete.
    pub missing_secrets: Vec<String>,
}

impl GatewayRequest {
    /// The HTTP method, which is the same for all gateways.
    pub const METHOD: &'static str = "POST";

    /// The request with the missing ones of `secrets` put in, by name. Others are ignored; those that
    /// are not given stay missing.
    ///
    /// # Errors
    /// A secret that is not 1 to 4096 visible ASCII characters.
    pub fn authorize<'s>(
        &self,
        secrets: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Verdict<Self> {
        let mut report = Report::new(false);
        let mut request = self.clone();
        for (name, value) in secrets {
            let Some(place) = request.missing_secrets.iter().position(|missing| missing == name)
            else {
                continue;
            };
            if is_header_value(value) {
                request.put_in(name, value);
                request.missing_secrets.remove(place);
            } else {
                report.fault(Code::HeaderValue, Path::key(name));
            }
        }
        report.verdict(Some(request))
    }

    /// Fills the one slot of a secret: in the URL, in a header or in the body.
    fn put_in(&mut self, name: &str, value: &str) {
        let slot = placeholder(name);
        if self.url.contains(&slot) {
            let escaped: String = utf8_percent_encode(value, QUERY_VALUE).collect();
            self.url = self.url.replacen(&slot, &escaped, 1);
        } else if let Some((_, header)) =
            self.headers.iter_mut().find(|(_, header)| header.contains(&slot))
        {
            *header = header.replacen(&slot, value, 1);
        } else {
            let (mut empty, mut filled) = (String::new(), String::new());
            push_text(&mut empty, &slot);
            push_text(&mut filled, value);
            self.body = self.body.replacen(&empty, &filled, 1);
        }
    }
}

impl Serialize for GatewayRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("GatewayRequest", 5)?;
        fields.serialize_field("method", Self::METHOD)?;
        fields.serialize_field("url", &self.url)?;
        fields.serialize_field("headers", &Headers(&self.headers))?;
        fields.serialize_field("body", &self.body)?;
        fields.serialize_field("missingSecrets", &self.missing_secrets)?;
        fields.end()
    }
}

struct Headers<'r>(&'r [(String, String)]);

impl Serialize for Headers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl fmt::Debug for GatewayRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayRequest")
            .field("missing_secrets", &self.missing_secrets)
            .finish_non_exhaustive()
    }
}
