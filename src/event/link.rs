//! Links to join a call.

use super::text;
use crate::{
    field::Field,
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
    search,
    url::{Host, HttpUrl, MAX_LENGTH, Scheme, UrlError},
};

/// Checks that a text is an absolute `https` URL without credentials that no browser would need to repair.
fn check(text: &str) -> Result<(), UrlError> {
    let url = HttpUrl::parse(text)?;
    if url.scheme != Scheme::Https {
        return Err(UrlError::Scheme);
    }
    match url.host {
        // A name without a dot leads nowhere on a guest's phone, and neither does `[::1]`.
        Host::Domain(name) if !search::has(name, b'.') => Err(UrlError::Format),
        Host::LoopbackV6 => Err(UrlError::Format),
        _ => Ok(()),
    }
}

/// Whether a URL is `https://call.whatsapp.com/(video|voice)/TOKEN`, with or without a query, in any case. WhatsApp Web
/// compares links with this pattern.
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
    let is_call = is_whatsapp_call(link);
    report.accept(judge(link, is_call), Field::JoinLink)?;
    if !is_call {
        report.warn(Code::JoinLinkNotWhatsapp, Field::JoinLink);
    }
    Some(link)
}

/// Returns the same as [`check`], but faster for calls. Most links are calls, and their pattern leaves only the length
/// and the query to check.
fn judge(link: &str, is_call: bool) -> Result<(), UrlError> {
    let is_plain = is_call && link.len() <= MAX_LENGTH && !search::has(link, b'?');
    if is_plain { Ok(()) } else { check(link) }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn calls_are_judged_like_all_links(
            link in r"(https|HTTPS|http)://(call|Call|c-)\.whatsapp\.com/(video|VOICE|x)/[a-zA-Z0-9_.]{0,6}([?#][a-z%]{0,3})?",
        ) {
            prop_assert_eq!(judge(&link, is_whatsapp_call(&link)), check(&link));
        }
    }

    #[test]
    fn a_call_is_no_longer_than_any_link() {
        let start = "https://call.whatsapp.com/video/";
        let of_length = |length: usize| [start, &"a".repeat(length - start.len())].concat();
        for (length, verdict) in [(MAX_LENGTH, Ok(())), (MAX_LENGTH + 1, Err(UrlError::Format))] {
            let link = of_length(length);
            assert_eq!((judge(&link, is_whatsapp_call(&link)), check(&link)), (verdict, verdict));
        }
    }
}
