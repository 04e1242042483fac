//! Links that hold a phone number: `tel:` and those of WhatsApp.
//!
//! - [`wa.me/5511999999999`](https://faq.whatsapp.com/5913398998672934) and `api.whatsapp.com/send?phone=…`, read
//!   November 2026.
//! - [RFC 3966](https://www.rfc-editor.org/rfc/rfc3966), the `tel` URI.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::RecipientError as Error;
use crate::search::{self, split_before};

/// The part of a link that is written like a phone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Link<'t> {
    /// A link of WhatsApp: the country code comes first.
    Whatsapp(Cow<'t, str>),
    /// A `tel` URI, with the digits that come before a local number where the URI names any.
    Tel { number: Cow<'t, str>, context: Option<String> },
}

/// The hosts of WhatsApp's links. No other host is read, however similar.
const HOSTS: [&str; 7] = [
    "wa.me",
    "api.whatsapp.com",
    "web.whatsapp.com",
    "chat.whatsapp.com",
    "call.whatsapp.com",
    "www.whatsapp.com",
    "whatsapp.com",
];

/// Schemes of links that have no `//`: who writes `Phone:` before a number means none.
const OTHER_SCHEMES: [&str; 12] = [
    "sip",
    "sips",
    "sms",
    "smsto",
    "mms",
    "mmsto",
    "mailto",
    "xmpp",
    "callto",
    "skype",
    "facetime",
    "javascript",
];

impl<'t> Link<'t> {
    /// Reads a link; none where the text is not one.
    pub(super) fn parse(text: &'t str) -> Option<Result<Self, Error>> {
        if let Some((scheme, rest)) = search::split_at(text, b":") {
            let scheme = scheme.to_ascii_lowercase();
            let address = rest.strip_prefix("//");
            match (scheme.as_str(), address) {
                ("tel", _) => return Some(tel(rest)),
                ("http" | "https", Some(address)) => return Some(web(address)),
                ("whatsapp", Some(address)) => return Some(app(address)),
                // As [Twilio](https://www.twilio.com/docs/whatsapp/api) writes it: `whatsapp:+5511999999999`.
                ("whatsapp", None) => return Some(number(rest.into())),
                (scheme, None) if OTHER_SCHEMES.contains(&scheme) => {
                    return Some(Err(Error::UnsupportedScheme));
                }
                (scheme, Some(_)) if is_scheme(scheme) => {
                    return Some(Err(Error::UnsupportedScheme));
                }
                _ => {}
            }
        }
        let (host, path) = split_before(text, b"/?#");
        let is_link = HOSTS.iter().any(|known| known.eq_ignore_ascii_case(host))
            || (path.starts_with('/') && is_host(host));
        is_link.then(|| web(text))
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Whether a text looks like a host: a dot between names, and letters at the end.
fn is_host(text: &str) -> bool {
    let is_name =
        |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    search::split_at_last(text, b".").is_some_and(|(names, top)| {
        top.len() > 1
            && top.bytes().all(|byte| byte.is_ascii_alphabetic())
            && search::split(names, b".").all(|name| !name.is_empty() && is_name(name))
    })
}

/// A link of a page, without its scheme.
fn web(address: &str) -> Result<Link<'_>, Error> {
    let (host, path) = split_before(address, b"/?#");
    let (path, query) = split_before(path, b"?#");
    let mut segments = search::split(path, b"/").filter(|segment| !segment.is_empty());
    let segment = segments.next().unwrap_or_default();
    match host.to_ascii_lowercase().as_str() {
        "wa.me" => number(segment.into()),
        "api.whatsapp.com" | "web.whatsapp.com" if segment == "send" => number(phone(query)?),
        "chat.whatsapp.com" => Err(Error::GroupInvite),
        "www.whatsapp.com" | "whatsapp.com" if segment == "channel" => Err(Error::Newsletter),
        host if HOSTS.contains(&host) => Err(Error::LinkWithoutNumber),
        _ => Err(Error::UnsupportedScheme),
    }
}

/// A link that opens WhatsApp's app, without its scheme.
fn app(address: &str) -> Result<Link<'_>, Error> {
    let (action, query) = split_before(address, b"?#");
    match action.trim_end_matches('/') {
        "send" => number(phone(query)?),
        "chat" => Err(Error::GroupInvite),
        _ => Err(Error::LinkWithoutNumber),
    }
}

/// The field `phone` of a query; empty where there is none. Forms write a plus sign for a space.
fn phone(query: &str) -> Result<Cow<'_, str>, Error> {
    let query = query.strip_prefix('?').unwrap_or_default();
    let (query, _) = split_before(query, b"#");
    let mut phones = search::split(query, b"&").filter_map(|field| field.strip_prefix("phone="));
    let phone = phones.next().unwrap_or_default();
    if phones.any(|other| other != phone) {
        return Err(Error::Multiple);
    }
    Ok(if search::has(phone, b'+') {
        search::replace(phone, "+", " ").into()
    } else {
        phone.into()
    })
}

fn number(text: Cow<'_, str>) -> Result<Link<'_>, Error> {
    let text = decode(text).ok_or(Error::LinkWithoutNumber)?;
    // What starts with a letter is a code, or an account's name.
    if text.trim().is_empty() || text.starts_with(|character: char| character.is_ascii_alphabetic())
    {
        return Err(Error::LinkWithoutNumber);
    }
    Ok(Link::Whatsapp(text))
}

fn decode(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    if search::has(&text, b'%') {
        let decoded = percent_decode_str(&text).decode_utf8().ok()?;
        Some(Cow::Owned(decoded.into_owned()))
    } else {
        Some(text)
    }
}

/// A `tel` URI without its scheme.
fn tel(rest: &str) -> Result<Link<'_>, Error> {
    let mut parts = search::split(rest, b";");
    let number = decode(parts.next().unwrap_or_default().trim().into());
    let number = number.ok_or(Error::MalformedUri)?;
    if number.trim().is_empty() {
        return Err(Error::MalformedUri);
    }
    let mut context = None;
    for part in parts {
        let (name, value) = search::split_at(part, b"=").unwrap_or((part, ""));
        match name.to_ascii_lowercase().as_str() {
            "ext" => return Err(Error::Extension),
            // No parameter stands twice.
            "phone-context" if context.is_some() => return Err(Error::MalformedUri),
            "phone-context" => context = Some(read_context(value)?),
            _ => {}
        }
    }
    Ok(Link::Tel { number, context: context.flatten() })
}

/// The digits that a context adds; none where it is a domain, which leaves the number local.
fn read_context(value: &str) -> Result<Option<String>, Error> {
    if let Some(global) = value.strip_prefix('+') {
        let is_separator = |character: &char| matches!(character, '-' | '.' | '(' | ')');
        let digits: String = global.chars().filter(|character| !is_separator(character)).collect();
        let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        return is_number.then_some(Some(digits)).ok_or(Error::MalformedUri);
    }
    let is_domain = value.starts_with(|character: char| character.is_ascii_alphanumeric())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    is_domain.then_some(None).ok_or(Error::MalformedUri)
}
