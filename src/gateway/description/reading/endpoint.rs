//! Where a request goes: its URL and its headers.

use super::{Kind, TargetField, place::Place};
use crate::{
    gateway::description::template::{Piece, Template},
    issue::Report,
    request::is_header_value,
    search,
    text::concat,
    url::HttpUrl,
};

/// Headers that the sender of a request sets, or that waevent sets itself.
const OTHERS: &[&str] = &[
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "host",
    "transfer-encoding",
];

/// A URL below the base URL, whatever the target says: between its slashes stand texts of the description and names.
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
    let names = |kind: &Kind| matches!(kind, Kind::Segment | Kind::Label | Kind::Secret);
    let mut path = String::new();
    let mut fits = begins;
    for piece in pieces {
        fits &= match piece {
            Piece::Literal(text) => {
                path.push_str(text);
                true
            }
            Piece::Field(_) => {
                // A name is a whole segment, so that a slot can be found again in a draft.
                let is_segment = path.ends_with('/');
                path.push('x');
                is_segment && is_of(piece, names)
            }
        };
    }
    let is_whole = template.0.windows(2).skip(1).all(|pair| match pair {
        [Piece::Field(_), Piece::Literal(text)] => text.starts_with('/'),
        [Piece::Field(_), Piece::Field(_)] => false,
        _ => true,
    });
    let url = concat(&["https://example.com", &path]);
    let is_url = HttpUrl::parse(&url).is_ok_and(|url| !url.has_suffix);
    if !(fits && is_whole && is_url && path.starts_with('/') && search::find(&path, "//").is_none())
    {
        place
            .unfit("{baseUrl}, and a path whose segments are texts or names of the target", report);
        return None;
    }
    for at in template.fields().collect::<Vec<_>>() {
        if let Some(field) = target.get_mut(at) {
            field.is_in_path = true;
        }
    }
    Some(template)
}

/// What stands for the event's fingerprint.
const FINGERPRINT: &str = "$fingerprint";

/// A header holds text, a name of the target, or a secret behind its scheme. One, which comes last, may hold the event's
/// fingerprint.
pub(super) fn read_headers(
    place: &Place<'_, '_>,
    target: &[TargetField],
    report: &mut Report,
) -> (Vec<(String, Template)>, Option<String>) {
    let mut headers = Vec::new();
    let mut key_header = None;
    place.each(report, |value, report| {
        let name = value.name();
        let is_name = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-';
        let is_other = OTHERS.iter().any(|other| name.eq_ignore_ascii_case(other));
        if name.is_empty() || is_other || !name.bytes().all(is_name) {
            value.unfit("a header of the gateway's own", report);
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
                !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_alphanumeric())
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
