//! Stage 4: the request that a gateway takes, and the secrets that complete it.
//!
//! A secret that is not known yet leaves its name in braces in its slot: `{token}`. Such a request is a
//! draft. It can be made where no secret may be, in a browser say, and [`GatewayRequest::authorize`]
//! completes it elsewhere. Nothing else in a slot's place can look like one: names, recipients and
//! URLs cannot hold braces, and in a body the slot is the field of the secret's own name.

mod endpoint;
mod reading;
mod secret;

pub(crate) use endpoint::Endpoint;
pub(crate) use reading::{read, read_secrets};
pub(crate) use secret::{Secret, is_header_value};

use core::fmt;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use self::{endpoint::escape, secret::placeholder};
use crate::{
    issue::{Fault, IssueCode as Code, Path, Report, Verdict},
    json::push_text,
    search,
    url::is_segment,
};

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
    /// A secret that is not 1 to 4096 visible ASCII characters, one that stands in the path and is no
    /// plain name, and one that the request has no slot for.
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
            if !is_header_value(value) {
                report.fault(Code::HeaderValue, Path::of_field(name));
            } else if request.has_slot_in_path(name) && !is_segment(value) {
                report.fault(Code::TargetSegment, Path::of_field(name));
            } else if request.put_in(name, value).is_some() {
                request.missing_secrets.remove(place);
            } else {
                let fault = Fault::new(Code::FieldUnsupported).with("reason", "no_slot");
                report.fault(fault, Path::of_field(name));
            }
        }
        report.verdict(Some(request))
    }

    /// In a path, unlike a query, no escape keeps `..` from leading elsewhere.
    fn has_slot_in_path(&self, name: &str) -> bool {
        let path = self.url.split('?').next().unwrap_or(&self.url);
        search::find(path, &placeholder(name)).is_some()
    }

    /// Fills the one slot of a secret: in the URL, in a header, or in the body's field of its name. None
    /// where there is no slot.
    fn put_in(&mut self, name: &str, value: &str) -> Option<()> {
        let slot = placeholder(name);
        if let Some((before, after)) = search::split_once(&self.url, &slot) {
            let escaped: String = escape(value).collect();
            self.url = [before, &escaped, after].concat();
            return Some(());
        }
        for (_, header) in &mut self.headers {
            if let Some((before, after)) = search::split_once(header, &slot) {
                *header = [before, value, after].concat();
                return Some(());
            }
        }
        // Inside a text every quotation mark is escaped, so that this can only be the field itself.
        let mut empty = String::new();
        push_text(&mut empty, &snake_case(name));
        empty.push(':');
        let mut filled = empty.clone();
        push_text(&mut empty, &slot);
        push_text(&mut filled, value);
        let (before, after) = search::split_once(&self.body, &empty)?;
        self.body = [before, &filled, after].concat();
        Some(())
    }
}

/// `accessToken` is the body's `access_token`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for sign in name.chars() {
        if sign.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(sign.to_ascii_lowercase());
    }
    snake
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
