//! Reads the fields of a target: names for URLs, secrets, base URLs and choices.

use super::{GatewayId, Target};
use crate::{
    input::{TargetInput, Value, warn_of_unknown},
    issue::{Fault, IssueCode as Code, Report},
    options::choice,
    request::{Secret, is_header_value},
    search,
    text::concat,
    url::{HttpUrl, Scheme, is_segment},
};

/// The scheme, host and path that all of a target's URLs start with; no slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(String);

impl BaseUrl {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The one spelling of all that lead to the same place: scheme and host in small letters, without
    /// the scheme's own port.
    pub(super) fn canonical(&self) -> String {
        let (scheme, authority, path) = self.parts();
        let scheme = scheme.to_ascii_lowercase();
        let port = if scheme == "https" { ":443" } else { ":80" };
        let host = authority.strip_suffix(port).unwrap_or(authority);
        concat(&[&scheme, "://", &host.to_ascii_lowercase(), path])
    }

    /// What stands behind host and port: nothing, or a slash and more.
    fn path(&self) -> &str {
        self.parts().2
    }

    /// Scheme, host with port, and path.
    fn parts(&self) -> (&str, &str, &str) {
        let (scheme, rest) = search::split_once(&self.0, "://").unwrap_or(("", &self.0));
        let (authority, path) = search::split_before(rest, b"/");
        (scheme, authority, path)
    }
}

/// A target's fields, and which of them the gateway asked for.
pub(crate) struct TargetFields<'i, 'r> {
    input: &'i TargetInput<'i>,
    asked: Vec<&'static str>,
    report: &'r mut Report,
}

impl<'i, 'r> TargetFields<'i, 'r> {
    pub(super) fn new(input: &'i TargetInput<'i>, report: &'r mut Report) -> Self {
        Self { input, asked: Vec::new(), report }
    }

    fn field(&mut self, name: &'static str) -> &'i Value<'i> {
        self.asked.push(name);
        self.input.value.field(name)
    }

    /// The text of a field; none where it is missing or no text. Its white space counts.
    fn text(&mut self, name: &'static str) -> Option<&'i str> {
        match self.field(name) {
            Value::Absent => None,
            Value::Text(text) | Value::LongText { start: text, .. } => Some(text),
            other => {
                self.report.fault(other.wrong_type("string"), name);
                None
            }
        }
    }

    /// The text of a field that must be there.
    fn required_text(&mut self, name: &'static str) -> Option<&'i str> {
        if matches!(self.field(name), Value::Absent) {
            self.report.fault(Code::Required, name);
            return None;
        }
        self.text(name)
    }

    /// The gateway, by its id.
    pub(super) fn gateway(&mut self) -> Option<GatewayId> {
        let id = self.field("gateway");
        GatewayId::read(id, self.report)
    }

    /// A name that must be there and can stand in the path of a URL:
    /// `^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$` without `..`.
    pub(crate) fn segment(&mut self, name: &'static str) -> Option<String> {
        let text = self.required_text(name)?;
        if !is_segment(text) {
            self.report.fault(Code::TargetSegment, name);
            return None;
        }
        Some(text.to_owned())
    }

    /// A secret that stands in the path of a URL, given or still to be put in. It is a name there like
    /// any other: `..` would lead the request elsewhere.
    pub(crate) fn secret_segment(&mut self, name: &'static str) -> Secret {
        let value = self.text(name);
        if value.is_some_and(|value| !is_segment(value)) {
            self.report.fault(Code::TargetSegment, name);
        }
        Secret::new(name, value)
    }

    /// A secret, given or still to be put in.
    pub(crate) fn secret(&mut self, name: &'static str) -> Secret {
        let value = self.text(name);
        if value.is_some_and(|value| !is_header_value(value)) {
            self.report.fault(Code::HeaderValue, name);
        }
        Secret::new(name, value)
    }

    /// `baseUrl`, or the gateway's own.
    pub(crate) fn base_url(&mut self, default: &'static str) -> Option<BaseUrl> {
        match self.field("baseUrl") {
            Value::Absent => Some(BaseUrl(default.to_owned())),
            _ => self.required_base_url(),
        }
    }

    /// `baseUrl`, of a gateway that has none of its own.
    pub(crate) fn required_base_url(&mut self) -> Option<BaseUrl> {
        let text = self.required_text("baseUrl")?;
        let fault = match HttpUrl::parse(text) {
            Ok(url) if url.host.is_metadata_service() => {
                Fault::new(Code::TargetBaseUrl).with("hint", "cloud_metadata")
            }
            Ok(HttpUrl { scheme, host, has_suffix: false })
                if scheme == Scheme::Https || host.is_private() =>
            {
                return Some(BaseUrl(text.trim_end_matches('/').to_owned()));
            }
            _ => Code::TargetBaseUrl.into(),
        };
        self.report.fault(fault, "baseUrl");
        None
    }

    /// Warns of a `baseUrl` whose path ends with what the gateway's own path begins with, as in the samples of pages:
    /// requests would go to `…/api/api/…`.
    pub(super) fn warn_of_doubled_path(&mut self, target: &Target) {
        let base = target.account().server;
        let endpoint = target.endpoint();
        let own = endpoint.url().strip_prefix(base.as_str()).unwrap_or_default();
        let first = own.split('/').nth(1).unwrap_or_default();
        if base.path().rsplit_once('/').is_some_and(|(_, last)| last == first) {
            let path = concat(&["/", first]);
            let fault = Fault::new(Code::TargetBaseUrlPath)
                .with("gatewayName", target.gateway().facts().name)
                .with("path", path);
            self.report.warn(fault, "baseUrl");
        }
    }

    /// One of a closed set of words, or the default.
    pub(crate) fn choice<T: Copy + Default>(
        &mut self,
        name: &'static str,
        words: &'static [(&'static str, T)],
    ) -> T {
        choice(self.field(name), words, name, self.report).unwrap_or_default()
    }

    /// Warns of fields that nobody asked for.
    pub(super) fn warn_of_unknown(&mut self) {
        let names = self.input.value.names();
        let unknown: Vec<&str> = names.filter(|name| !self.asked.contains(name)).collect();
        let unread = self.input.value.unread();
        warn_of_unknown(&unknown, unread, &self.asked, None, self.report);
    }
}
