//! Reads where a request goes: its URL, query and headers.

use super::{Kind, TargetField, place::Place};
use crate::{
    gateway::description::template::{Piece, Template},
    issue::{IssueCode as Code, Report},
    request::is_header_value,
    search,
    text::concat,
    url::HttpUrl,
};

/// Headers that a description may not set: those that browsers do not let scripts set, which are the [forbidden
/// request-headers](https://fetch.spec.whatwg.org/#forbidden-request-header) of the Fetch Standard, read November 2026;
/// those that waevent sets itself; and those that would turn it into a different request.
const FORBIDDEN: &[&str] = &[
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "access-control-request-private-network",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
    "x-http-method",
    "x-http-method-override",
    "x-method-override",
];

/// The beginnings of more names that may not be set.
const FORBIDDEN_STARTS: &[&str] = &["proxy-", "sec-"];

/// Reads a URL that stays below the base URL, whatever the target contains: its segments are texts of the description
/// or names.
pub(super) fn read_url(
    place: &Place<'_, '_>,
    target: &mut [TargetField],
    report: &mut Report,
) -> Option<Template> {
    let template = Template::read(place, target, report)?;
    let mut pieces = template.0.iter();
    let is_of = |piece: &Piece, fits: fn(&Kind) -> bool| matches!(piece, Piece::Field(at) if target.get(*at).is_some_and(|field| fits(&field.kind)));
    let begins =
        pieces.next().is_some_and(|piece| is_of(piece, |kind| matches!(kind, Kind::BaseUrl(_))));
    let names = |kind: &Kind| matches!(kind, Kind::Segment | Kind::Label(_) | Kind::Secret);
    let mut path = String::new();
    let mut fits = begins;
    for piece in pieces {
        fits &= match piece {
            Piece::Literal(text) => {
                path.push_str(text);
                true
            }
            Piece::Field(_) => {
                // A name must be a whole segment, so that a slot can be found again in a draft.
                let is_segment = path.ends_with('/');
                path.push('x');
                is_segment && is_of(piece, names)
            }
        };
    }
    let is_whole = template.0.windows(2).all(|pair| match pair {
        [Piece::Field(_), Piece::Literal(text)] => text.starts_with('/'),
        _ => true,
    });
    let url = concat(&["https://example.com", &path]);
    let is_url = HttpUrl::parse(&url).is_ok_and(|url| !url.has_suffix);
    if !(fits && is_whole && is_url && !path.is_empty() && search::find(&path, "//").is_none()) {
        place
            .unfit("the baseUrl in braces, and a path whose segments are texts or names of the target in braces", report);
        return None;
    }
    for at in template.fields().collect::<Vec<_>>() {
        if let Some(field) = target.get_mut(at) {
            field.is_in_path = true;
        }
    }
    Some(template)
}

/// The placeholder for the event's fingerprint.
const FINGERPRINT: &str = "$fingerprint";

/// Reads headers. Each is a text, or a field of the target, alone or after a scheme such as `Bearer`. One of them,
/// which is sent last, may be the event's fingerprint.
pub(super) fn read_headers(
    place: &Place<'_, '_>,
    target: &[TargetField],
    report: &mut Report,
) -> (Vec<(String, Template)>, Option<String>) {
    let mut headers: Vec<(String, Template)> = Vec::new();
    let mut key_header = None;
    place.each(report, |value, report| {
        let name = value.name();
        if !may_be_set(&name.to_ascii_lowercase()) {
            value.unfit("a header of the gateway's own", report);
        }
        let is_same = |(other, _): &(String, Template)| name.eq_ignore_ascii_case(other);
        if headers.iter().any(is_same) {
            value.fault(Code::RepeatedField, report);
        }
        if value.text(report) == Some(FINGERPRINT) {
            if key_header.is_some() {
                value.unfit("a fingerprint in one header alone", report);
            }
            key_header = Some(name.to_owned());
            return;
        }
        let Some(template) = Template::read(value, target, report) else { return };
        let is_scheme = |text: &str| {
            text.strip_suffix(' ').is_some_and(|word| {
                !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
            })
        };
        let fits = match template.0.as_slice() {
            [Piece::Literal(text)] => is_header_value(text),
            [Piece::Field(_)] => true,
            [Piece::Literal(scheme), Piece::Field(_)] => is_scheme(scheme),
            _ => false,
        };
        if !fits {
            value.unfit("a text, or a field of the target, alone or behind a word", report);
        }
        headers.push((name.to_owned(), template));
    });
    (headers, key_header)
}

/// Whether a description may set a header, whose name is in lower case.
fn may_be_set(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    !name.is_empty()
        && name.bytes().all(is_part)
        && !FORBIDDEN.contains(&name)
        && !FORBIDDEN_STARTS.iter().any(|start| name.starts_with(start))
}

/// Reads the parameters of a query. Each is a text, or a field of the target.
pub(super) fn read_query(
    place: &Place<'_, '_>,
    target: &[TargetField],
    report: &mut Report,
) -> Vec<(String, Template)> {
    let mut query = Vec::new();
    place.each(report, |value, report| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if value.name().is_empty() || !value.name().bytes().all(is_part) {
            value.unfit("a name of letters, digits, - . _ and ~", report);
        }
        let Some(template) = Template::read(value, target, report) else { return };
        if template.fields().next().is_some() && template.alone().is_none() {
            value.unfit("a text, or a field of the target alone", report);
        }
        query.push((value.name().to_owned(), template));
    });
    query
}
