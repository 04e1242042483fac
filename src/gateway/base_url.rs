//! Base URLs: what all URLs of a target start with.

use crate::{
    issue::{Fault, IssueCode as Code},
    search,
    text::concat,
    url::{HttpUrl, Scheme},
};

/// The scheme, host and path that all URLs of a target start with, without a trailing slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BaseUrl<'t>(pub(super) &'t str);

impl BaseUrl<'_> {
    /// The canonical spelling: scheme and host in lower case, without the scheme's default port.
    pub(super) fn canonical(&self) -> String {
        let (scheme, authority, path) = self.parts();
        let scheme = scheme.to_ascii_lowercase();
        let port = if scheme == "https" { ":443" } else { ":80" };
        let host = authority.strip_suffix(port).unwrap_or(authority);
        concat(&[&scheme, "://", &host.to_ascii_lowercase(), path])
    }

    /// The path: empty, or a slash and more.
    pub(super) fn path(&self) -> &str {
        self.parts().2
    }

    /// The scheme, the host with its port, and the path.
    fn parts(&self) -> (&str, &str, &str) {
        let (scheme, rest) = search::split_once(self.0, "://").unwrap_or(("", self.0));
        let (authority, path) = search::split_before(rest, b"/");
        (scheme, authority, path)
    }
}

/// Validates a base URL and returns it without trailing slashes.
pub(super) fn base_url(text: &str) -> Result<String, Fault> {
    match HttpUrl::parse(text) {
        Ok(url) if url.host.is_metadata_service() => {
            Err(Fault::new(Code::TargetBaseUrl).with("hint", "cloud_metadata"))
        }
        Ok(HttpUrl { scheme, host, has_suffix: false })
            if scheme == Scheme::Https || host.is_private() =>
        {
            Ok(search::trim_end(text, |character| character == '/').to_owned())
        }
        _ => Err(Code::TargetBaseUrl.into()),
    }
}
