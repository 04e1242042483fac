//! Absolute `http` and `https` URLs, strictly according to [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986).
//!
//! Browsers repair URLs: they drop tabs, turn backslashes into slashes, read `2130706433` as an address and remove
//! `..`. A URL that would be repaired is refused here, so the checked text is the text that is used.

use core::net::Ipv4Addr;

use crate::{
    digits::decimal,
    search::{self, split_before},
};

/// The first labels of the host names of metadata services, which give a cloud's machines information about themselves,
/// credentials included. Each is a host name by itself, or below `internal`. They are those of Google and Azure, of
/// EC2, and of Rancher.
const METADATA_LABELS: &str = "metadata instance-data rancher-metadata";

/// The metadata services of Google, Tencent, Equinix and IBM that have domain names.
const METADATA_NAMES: &str = "metadata.goog metadata.tencentyun.com metadata.packet.net metadata.platformequinix.com api.metadata.cloud.ibm.com";

/// The addresses of metadata services that are not link-local: Alibaba's, Azure's and Oracle's.
const METADATA_ADDRESSES: &[Ipv4Addr] = &[
    Ipv4Addr::new(100, 100, 100, 200),
    Ipv4Addr::new(168, 63, 129, 16),
    Ipv4Addr::new(192, 0, 0, 192),
];

/// The longest accepted URL, in bytes.
pub(crate) const MAX_LENGTH: usize = 2048;

/// The longest name in the path of a URL, in characters.
const SEGMENT_LENGTH: usize = 100;

/// Whether a name can be part of a URL's path without an escape:
/// `^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$` without `..`.
pub(crate) fn is_segment(text: &str) -> bool {
    text.len() <= SEGMENT_LENGTH
        && search::begins(text, |character| character.is_ascii_alphanumeric())
        && search::all(text, |byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
        && search::find(text, "..").is_none()
}

/// A URL that no parser needs to repair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct HttpUrl<'a> {
    pub(crate) scheme: Scheme,
    pub(crate) host: Host<'a>,
    /// Whether there is a query or a fragment, even an empty one.
    pub(crate) has_suffix: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Http,
    Https,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Host<'a> {
    Domain(&'a str),
    V4(Ipv4Addr),
    /// `[::1]`, the only accepted IPv6 address.
    LoopbackV6,
}

/// Why a text is not a valid URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum UrlError {
    #[error("not an absolute URL by the grammar of RFC 3986")]
    Format,
    #[error("a scheme other than http and https")]
    Scheme,
    #[error("a user name or a password in the URL")]
    Credentials,
}

impl<'a> HttpUrl<'a> {
    pub(crate) fn parse(text: &'a str) -> Result<Self, UrlError> {
        if text.len() > MAX_LENGTH || !text.bytes().all(is_url_byte) || !escapes_are_complete(text)
        {
            return Err(UrlError::Format);
        }
        let (scheme, rest) = search::split_at(text, b":").ok_or(UrlError::Format)?;
        let scheme = read_scheme(scheme)?;
        let rest = rest.strip_prefix("//").ok_or(UrlError::Format)?;
        let (hierarchy, suffix) = split_before(rest, b"?#");
        let (authority, path) = split_before(hierarchy, b"/");
        if search::has(authority, b'@') {
            return Err(UrlError::Credentials);
        }
        let host = read_authority(authority)?;
        if !path.bytes().all(is_path_byte) || has_dot_segment(path) || !suffix_is_clean(suffix) {
            return Err(UrlError::Format);
        }
        Ok(Self { scheme, host, has_suffix: !suffix.is_empty() })
    }
}

impl Host<'_> {
    /// Whether only this machine or a private network can reach the host: loopback and private addresses, names without
    /// a dot, and names reserved for private use.
    pub(crate) fn is_private(&self) -> bool {
        match self {
            Self::V4(address) => address.is_loopback() || address.is_private(),
            Self::LoopbackV6 => true,
            Self::Domain(name) => {
                let top = search::split_at_last(name, b".").map_or(*name, |(_, top)| top);
                let is_reserved = search::word("localhost local internal lan test", top).is_some();
                !search::has(name, b'.') || is_reserved
            }
        }
    }

    /// Whether the host is a cloud's metadata service, which gives out a machine's credentials. No gateway is there; a
    /// request to one is an attempt to steal the credentials.
    pub(crate) fn is_metadata_service(&self) -> bool {
        match self {
            Self::V4(address) => address.is_link_local() || METADATA_ADDRESSES.contains(address),
            Self::LoopbackV6 => false,
            Self::Domain(name) => {
                let (first, rest) = split_before(name, b".");
                let is_own = rest.is_empty() || ends_with(rest, ".internal");
                is_own && search::word(METADATA_LABELS, first).is_some()
                    || search::word(METADATA_NAMES, name).is_some()
            }
        }
    }
}

/// Whether a text ends with `end`, ignoring ASCII case.
fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|start| text.get(start..)).is_some_and(|found| found.eq_ignore_ascii_case(end))
}

fn read_scheme(scheme: &str) -> Result<Scheme, UrlError> {
    let mut bytes = scheme.bytes();
    let starts_well = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic());
    if !starts_well || !bytes.all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) {
        return Err(UrlError::Format);
    }
    if scheme.eq_ignore_ascii_case("https") {
        Ok(Scheme::Https)
    } else if scheme.eq_ignore_ascii_case("http") {
        Ok(Scheme::Http)
    } else {
        Err(UrlError::Scheme)
    }
}

fn read_authority(authority: &str) -> Result<Host<'_>, UrlError> {
    if let Some(port) = authority.strip_prefix("[::1]") {
        check_port(port)?;
        return Ok(Host::LoopbackV6);
    }
    let (name, port) = split_before(authority, b":");
    check_port(port)?;
    read_name(name)
}

/// Checks a port: nothing, or a colon and 1 to 65535 without leading zeros.
fn check_port(port: &str) -> Result<(), UrlError> {
    match port.strip_prefix(':') {
        None if port.is_empty() => Ok(()),
        Some(number) if canonical::<u16>(number).is_some_and(|port| port > 0) => Ok(()),
        _ => Err(UrlError::Format),
    }
}

/// Reads a domain of LDH labels (RFC 1123 section 2.1) or a dotted IPv4 address. Names of private hosts may contain
/// underscores, because names of containers do.
fn read_name(name: &str) -> Result<Host<'_>, UrlError> {
    let may_have_underscore = Host::Domain(name).is_private();
    let labels_fit = search::split(name, b".").all(|label| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| {
                byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' && may_have_underscore
            })
            && !label.starts_with('-')
            && !label.ends_with('-')
    });
    if name.len() > 253 || !labels_fit {
        return Err(UrlError::Format);
    }
    // Browsers take every name that ends in a number for an IPv4 address, however it is written.
    let last = search::split_at_last(name, b".").map_or(name, |(_, last)| last);
    if is_number(last) {
        return read_v4(name).map(Host::V4).ok_or(UrlError::Format);
    }
    Ok(Host::Domain(name))
}

/// Four decimal numbers up to 255, without leading zeros.
fn read_v4(name: &str) -> Option<Ipv4Addr> {
    let mut parts = search::split(name, b".");
    let mut part = || parts.next().and_then(canonical);
    let address = Ipv4Addr::new(part()?, part()?, part()?, part()?);
    parts.next().is_none().then_some(address)
}

fn is_number(label: &str) -> bool {
    let hexadecimal = label.strip_prefix("0x").or_else(|| label.strip_prefix("0X"));
    search::all_digits(label)
        || hexadecimal.is_some_and(|digits| search::all(digits, |byte| byte.is_ascii_hexdigit()))
}

/// Reads decimal digits without leading zeros.
fn canonical<T: TryFrom<i64>>(digits: &str) -> Option<T> {
    if digits.len() > 1 && digits.starts_with('0') { None } else { decimal(digits) }
}

/// The bytes that a URL may contain. Looking up a bit is faster than searching a list.
const URL_BYTES: Bytes = Bytes::new(b"?#[]").and(&PATH_BYTES);
const PATH_BYTES: Bytes = Bytes::new(b"-._~!$&'()*+,;=:@/%")
    .and(&Bytes::new(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"));

/// A set of ASCII bytes, with one bit each: the first number for those below 64, the second for the others. WebAssembly
/// has no larger numbers.
struct Bytes(u64, u64);

impl Bytes {
    const fn new(bytes: &[u8]) -> Self {
        let mut set = Self(0, 0);
        let mut rest = bytes;
        while let [first, after @ ..] = rest {
            let half = if *first < 64 { &mut set.0 } else { &mut set.1 };
            *half |= 1_u64.wrapping_shl(*first as u32);
            rest = after;
        }
        set
    }

    const fn and(self, other: &Self) -> Self {
        Self(self.0 | other.0, self.1 | other.1)
    }

    fn has(&self, byte: u8) -> bool {
        let half = if byte < 64 { self.0 } else { self.1 };
        byte.is_ascii() && half.wrapping_shr(byte.into()) & 1 == 1
    }
}

fn is_url_byte(byte: u8) -> bool {
    URL_BYTES.has(byte)
}

fn is_path_byte(byte: u8) -> bool {
    PATH_BYTES.has(byte)
}

/// Queries and fragments consist of path characters and question marks. One `#` separates them.
fn suffix_is_clean(suffix: &str) -> bool {
    let (query, fragment) = split_before(suffix, b"#");
    let fits = |part: &str| part.bytes().skip(1).all(|byte| is_path_byte(byte) || byte == b'?');
    fits(query) && fits(fragment)
}

/// Whether each `%` is followed by two hexadecimal digits.
fn escapes_are_complete(text: &str) -> bool {
    !search::has(text, b'%')
        || search::split(text, b"%").skip(1).all(|after| {
            let mut digits = after.bytes();
            let mut is_digit = || digits.next().is_some_and(|digit| digit.is_ascii_hexdigit());
            is_digit() && is_digit()
        })
}

/// Whether a path has a segment `.` or `..`, perhaps with dots written as `%2e`. Browsers remove these.
fn has_dot_segment(path: &str) -> bool {
    search::split(path, b"/").any(|segment| {
        let is_short = segment.len() <= "%2e%2e".len();
        let plain = || search::replace(&segment.to_ascii_lowercase(), "%2e", ".");
        is_short
            && matches!(segment.as_bytes(), [b'.' | b'%', ..])
            && matches!(plain().as_str(), "." | "..")
    })
}
