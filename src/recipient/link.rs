//! Links that contain a phone number: `tel:` and those of WhatsApp.
//!
//! - [`wa.me/5511999999999`](https://faq.whatsapp.com/5913398998672934) and `api.whatsapp.com/send?phone=…`, read
//!   November 2026.
//! - [RFC 3966](https://www.rfc-editor.org/rfc/rfc3966), the `tel` URI.

use std::borrow::Cow;

use super::{RecipientError as Error, numbering::Typed};
use crate::{
    percent,
    search::{self, split_before},
};

/// The part of a link that is written like a phone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Link<'t> {
    /// A link of WhatsApp. Its number begins with the country code.
    Whatsapp(Cow<'t, str>),
    /// A `tel` URI, with the digits that precede a local number, if the URI names any.
    Tel { number: Cow<'t, str>, context: Option<Typed> },
}

/// The hosts of WhatsApp's links. No other host is accepted, however similar.
const HOSTS: &str = "wa.me api.whatsapp.com web.whatsapp.com chat.whatsapp.com call.whatsapp.com www.whatsapp.com whatsapp.com";

/// Other schemes of links without `//`. A word that is not listed is no scheme, such as `Phone:` before a number.
const OTHER_SCHEMES: &str =
    "sip sips sms smsto mms mmsto mailto xmpp callto skype facetime javascript";

impl<'t> Link<'t> {
    /// Reads a link. `None` if the text is not a link.
    pub(super) fn parse(text: &'t str) -> Option<Result<Self, Error>> {
        if let Some((scheme, rest)) = search::split_at(text, b":") {
            let is = |known: &&str| known.eq_ignore_ascii_case(scheme);
            match rest.strip_prefix("//") {
                _ if is(&"tel") => return Some(tel(rest)),
                Some(address) if is(&"http") || is(&"https") => return Some(web(address)),
                Some(address) if is(&"whatsapp") => return Some(app(address)),
                // As [Twilio](https://www.twilio.com/docs/whatsapp/api) writes it: `whatsapp:+5511999999999`.
                None if is(&"whatsapp") => return Some(number(rest.into())),
                None if search::word(OTHER_SCHEMES, scheme).is_some() => {
                    return Some(Err(Error::UnsupportedScheme));
                }
                Some(_) if is_scheme(scheme) => return Some(Err(Error::UnsupportedScheme)),
                _ => {}
            }
        }
        let (host, path) = split_before(text, b"/?#");
        let is_link = known_host(host).is_some() || (path.starts_with('/') && is_host(host));
        is_link.then(|| web(text))
    }
}

/// The host of WhatsApp's links that a text is, if any.
fn known_host(text: &str) -> Option<&'static str> {
    search::word(HOSTS, text)
}

fn is_scheme(text: &str) -> bool {
    search::begins(text, |character| character.is_ascii_alphabetic())
        && search::all(text, |byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Whether a text looks like a host: a dot between names, and letters at the end.
fn is_host(text: &str) -> bool {
    let is_name =
        |name: &str| search::all(name, |byte| byte.is_ascii_alphanumeric() || byte == b'-');
    search::split_at_last(text, b".").is_some_and(|(names, top)| {
        top.len() > 1
            && search::all(top, |byte| byte.is_ascii_alphabetic())
            && search::split(names, b".").all(|name| !name.is_empty() && is_name(name))
    })
}

/// Reads the link of a page, without its scheme.
fn web(address: &str) -> Result<Link<'_>, Error> {
    let (host, path) = split_before(address, b"/?#");
    let (path, query) = split_before(path, b"?#");
    let mut segments = search::split(path, b"/").filter(|segment| !segment.is_empty());
    let segment = segments.next().unwrap_or_default();
    match known_host(host) {
        Some("wa.me") => number(segment.into()),
        Some("api.whatsapp.com" | "web.whatsapp.com") if segment == "send" => number(phone(query)?),
        Some("chat.whatsapp.com") => Err(Error::GroupInvite),
        Some("www.whatsapp.com" | "whatsapp.com") if segment == "channel" => Err(Error::Newsletter),
        Some(_) => Err(Error::LinkWithoutNumber),
        None => Err(Error::UnsupportedScheme),
    }
}

/// Reads a link that opens WhatsApp's app, without its scheme.
fn app(address: &str) -> Result<Link<'_>, Error> {
    let (action, query) = split_before(address, b"?#");
    match search::trim_end(action, |character| character == '/') {
        "send" => number(phone(query)?),
        "chat" => Err(Error::GroupInvite),
        _ => Err(Error::LinkWithoutNumber),
    }
}

/// The parameter `phone` of a query; empty if there is none. A plus sign in a query stands for a space.
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
    // A text that begins with a letter is a code or the name of an account.
    if text.trim().is_empty() || search::begins(&text, |character| character.is_ascii_alphabetic())
    {
        return Err(Error::LinkWithoutNumber);
    }
    Ok(Link::Whatsapp(text))
}

fn decode(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    if search::has(&text, b'%') {
        String::from_utf8(percent::decode(&text)).ok().map(Cow::Owned)
    } else {
        Some(text)
    }
}

/// Reads a `tel` URI, without its scheme.
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
        if name.eq_ignore_ascii_case("ext") {
            return Err(Error::Extension);
        }
        if name.eq_ignore_ascii_case("phone-context") {
            // No parameter may occur twice.
            if context.is_some() {
                return Err(Error::MalformedUri);
            }
            context = Some(read_context(value)?);
        }
    }
    Ok(Link::Tel { number, context: context.flatten() })
}

/// The digits that a context adds. `None` if it is a domain, which leaves the number local.
fn read_context(value: &str) -> Result<Option<Typed>, Error> {
    if let Some(global) = value.strip_prefix('+') {
        let mut digits = Typed::EMPTY;
        for byte in global.bytes() {
            match byte {
                b'-' | b'.' | b'(' | b')' => {}
                b'0'..=b'9' => {
                    digits.push(byte);
                }
                _ => return Err(Error::MalformedUri),
            }
        }
        return if digits.len() > 0 { Ok(Some(digits)) } else { Err(Error::MalformedUri) };
    }
    let is_domain = search::begins(value, |character| character.is_ascii_alphanumeric())
        && search::all(value, |byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    is_domain.then_some(None).ok_or(Error::MalformedUri)
}
