//! Links that hold a phone number: `tel:` and those of WhatsApp.
//!
//! - [`wa.me/5511999999999`](https://faq.whatsapp.com/5913398998672934) and `api.whatsapp.com/send?phone=…`, read
//!   November 2026.
//! - [RFC 3966](https://www.rfc-editor.org/rfc/rfc3966), the `tel` URI.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::RecipientError as Error;

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

/// Schemes of links that name a person and that have no `//`.
const OTHER_SCHEMES: [&str; 7] = ["sip", "sips", "sms", "mailto", "callto", "skype", "facetime"];

impl<'t> Link<'t> {
    /// Reads a link; none where the text is not one.
    pub(super) fn parse(text: &'t str) -> Option<Result<Self, Error>> {
        if let Some((scheme, rest)) = text.split_once(':') {
            let scheme = scheme.to_ascii_lowercase();
            let address = rest.strip_prefix("//");
            match (scheme.as_str(), address) {
                ("tel", _) => return Some(tel(rest)),
                ("http" | "https", Some(address)) => return Some(web(address)),
                ("whatsapp", Some(address)) => return Some(app(address)),
                (scheme, None) if OTHER_SCHEMES.contains(&scheme) => {
                    return Some(Err(Error::UnsupportedScheme));
                }
                (scheme, Some(_)) if is_scheme(scheme) => {
                    return Some(Err(Error::UnsupportedScheme));
                }
                _ => {}
            }
        }
        let host = HOSTS.contains(&split(text, &['/', '?', '#']).0.to_ascii_lowercase().as_str());
        host.then(|| web(text))
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && text.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"+-.".contains(&sign))
}

/// A link of a page, without its scheme.
fn web(address: &str) -> Result<Link<'_>, Error> {
    let (host, path) = split(address, &['/', '?', '#']);
    let (path, query) = split(path, &['?', '#']);
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let segment = segments.next().unwrap_or_default();
    match host.to_ascii_lowercase().as_str() {
        "wa.me" => number(segment),
        "api.whatsapp.com" | "web.whatsapp.com" if segment == "send" => number(phone(query)),
        "chat.whatsapp.com" => Err(Error::GroupInvite),
        "www.whatsapp.com" | "whatsapp.com" if segment == "channel" => Err(Error::Newsletter),
        host if HOSTS.contains(&host) => Err(Error::LinkWithoutNumber),
        _ => Err(Error::UnsupportedScheme),
    }
}

/// A link that opens WhatsApp's app, without its scheme.
fn app(address: &str) -> Result<Link<'_>, Error> {
    let (action, query) = split(address, &['?', '#']);
    match action.trim_end_matches('/') {
        "send" => number(phone(query)),
        "chat" => Err(Error::GroupInvite),
        _ => Err(Error::LinkWithoutNumber),
    }
}

/// The field `phone` of a query; empty where there is none.
fn phone(query: &str) -> &str {
    let query = query.strip_prefix('?').unwrap_or_default();
    let (query, _) = split(query, &['#']);
    query.split('&').find_map(|field| field.strip_prefix("phone=")).unwrap_or_default()
}

fn number(text: &str) -> Result<Link<'_>, Error> {
    let text = percent_decode_str(text).decode_utf8().map_err(|_| Error::LinkWithoutNumber)?;
    // Anything else is a code, or an account's name.
    if text.starts_with(|sign: char| {
        sign == '+' || sign == '(' || sign == ' ' || !sign.is_ascii_alphabetic()
    }) {
        Ok(Link::Whatsapp(text))
    } else {
        Err(Error::LinkWithoutNumber)
    }
}

/// A `tel` URI without its scheme.
fn tel(rest: &str) -> Result<Link<'_>, Error> {
    let mut parts = rest.split(';');
    let number = percent_decode_str(parts.next().unwrap_or_default().trim());
    let number = number.decode_utf8().map_err(|_| Error::MalformedUri)?;
    if number.is_empty() {
        return Err(Error::MalformedUri);
    }
    let mut context = None;
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name.to_ascii_lowercase().as_str() {
            "ext" => return Err(Error::Extension),
            "phone-context" => context = Some(read_context(value)?),
            _ => {}
        }
    }
    Ok(Link::Tel { number, context: context.flatten() })
}

/// The digits that a context adds; none where it is a domain, which leaves the number local.
fn read_context(value: &str) -> Result<Option<String>, Error> {
    if let Some(global) = value.strip_prefix('+') {
        let is_separator = |sign: &char| matches!(sign, '-' | '.' | '(' | ')');
        let digits: String = global.chars().filter(|sign| !is_separator(sign)).collect();
        let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        return is_number.then_some(Some(digits)).ok_or(Error::MalformedUri);
    }
    let is_domain = value.starts_with(|sign: char| sign.is_ascii_alphanumeric())
        && value.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-.".contains(&sign));
    is_domain.then_some(None).ok_or(Error::MalformedUri)
}

/// The text before the first of some signs, and the rest with it.
fn split<'t>(text: &'t str, signs: &[char]) -> (&'t str, &'t str) {
    text.split_at_checked(text.find(signs).unwrap_or(text.len())).unwrap_or((text, ""))
}
