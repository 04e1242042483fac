//! Links to join a call.

use super::text;
use crate::{
    field::Field,
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
    search,
    url::{Host, HttpUrl, Scheme, UrlError},
};

/// An absolute `https` URL without credentials that no browser would need to repair.
fn check(text: &str) -> Result<(), UrlError> {
    let url = HttpUrl::parse(text)?;
    if url.scheme != Scheme::Https {
        return Err(UrlError::Scheme);
    }
    // A name without a dot leads nowhere on a guest's phone.
    if matches!(url.host, Host::Domain(name) if !search::has(name, b'.')) {
        return Err(UrlError::Format);
    }
    Ok(())
}

/// `https://call.whatsapp.com/(video|voice)/TOKEN`, a query at most after it, in any case: the pattern
/// that WhatsApp Web holds links against.
pub(super) fn is_whatsapp_call(url: &str) -> bool {
    const START: &str = "https://call.whatsapp.com/";
    let Some((start, rest)) = url.split_at_checked(START.len()) else { return false };
    let Some((kind, rest)) = search::split_at(rest, b"/") else { return false };
    let (token, _) = search::split_before(rest, b"?");
    start.eq_ignore_ascii_case(START)
        && ["voice", "video"].iter().any(|known| known.eq_ignore_ascii_case(kind))
        && !token.is_empty()
        && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

impl From<UrlError> for Fault {
    fn from(error: UrlError) -> Self {
        match error {
            UrlError::Format => Code::UrlFormat.into(),
            UrlError::Scheme => Code::UrlScheme.into(),
            UrlError::Credentials => Code::UrlCredentials.into(),
        }
    }
}

/// Reads a join link.
pub(super) fn read<'v>(value: &'v Value<'_>, report: &mut Report) -> Option<&'v str> {
    let link = text::plain(value, Field::JoinLink.into(), report)?;
    report.accept(check(link), Field::JoinLink)?;
    if !is_whatsapp_call(link) {
        report.warn(Code::JoinLinkNotWhatsapp, Field::JoinLink);
    }
    Some(link)
}
