//! Reads the fields of a target.

use super::place::Place;
use crate::{
    gateway::{
        base_url::base_url,
        description::{Kind, Operations, TargetField},
    },
    input::{EventInput, OptionsInput},
    issue::{Fault, IssueCode as Code, Report},
    url::is_segment,
};

/// The most fields of a target. The built-in gateways have at most five.
const MOST: usize = 32;

/// The longest name of a field.
const NAME_LENGTH: usize = 32;

pub(super) fn read(place: &Place<'_, '_>, report: &mut Report) -> Vec<TargetField> {
    let mut fields: Vec<TargetField> = Vec::new();
    place.each(report, |field, report| {
        let name = field.name();
        if !is_field_name(name) {
            field.unfit("a name such as apiKey", report);
        } else if is_taken(name) {
            field.unfit("a name that nothing else in a call has", report);
        }
        let Some(kind) = Kind::read(field, report) else { return };
        let is_name = matches!(kind, Kind::Segment | Kind::Label(_));
        let is_account = is_name && field.at("account").flag(report);
        // Requests go to one server, and from one account.
        let is_second = match kind {
            Kind::BaseUrl(_) => fields.iter().any(|other| matches!(other.kind, Kind::BaseUrl(_))),
            _ => is_account && fields.iter().any(|other| other.is_account),
        };
        if is_second {
            field.fault(Code::RepeatedField, report);
        }
        fields.push(TargetField { name: name.to_owned(), kind, is_account, is_in_path: false });
    });
    if fields.len() > MOST {
        place.too_much("parts", MOST, fields.len(), report);
    }
    fields
}

/// Reports required names and secrets that no request uses. Only the name of the account may be unused, because
/// fingerprints contain it. Does nothing after other faults, because faulty requests are missing in the list.
pub(super) fn expect_use(
    place: &Place<'_, '_>,
    fields: &[TargetField],
    requests: &[(u32, Operations)],
    report: &mut Report,
) {
    if !report.is_clean() {
        return;
    }
    let all = requests.iter().flat_map(|(_, operations)| operations.all());
    let named: Vec<usize> = all.flat_map(|request| &request.named).copied().collect();
    for (at, field) in fields.iter().enumerate() {
        let is_needed = match field.kind {
            Kind::Secret => true,
            Kind::Segment => !field.is_account,
            _ => false,
        };
        if is_needed && !named.contains(&at) {
            place.at(&field.name).unfit("a field that stands in a request", report);
        }
    }
}

/// Whether a name has the form of names in the API.
fn is_field_name(name: &str) -> bool {
    name.len() <= NAME_LENGTH
        && name.starts_with(|character: char| character.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether something else in a call, or in a target, has this name. An issue identifies a field only by its name.
fn is_taken(name: &str) -> bool {
    ["gateway", "messageId"].contains(&name)
        || EventInput::NAMES.contains(&name)
        || OptionsInput::NAMES.contains(&name)
}

impl Kind {
    fn read(field: &Place<'_, '_>, report: &mut Report) -> Option<Self> {
        let is = field.at("is");
        let (kind, own): (_, &[&str]) = match is.needed(report)? {
            "segment" => (Self::Segment, &["account"]),
            "label" => {
                (Self::Label(read_label(&field.at("default"), report)), &["account", "default"])
            }
            "secret" => (Self::Secret, &[]),
            "baseUrl" => (Self::BaseUrl(read_default(&field.at("default"), report)), &["default"]),
            "choice" => (Self::Choice(read_words(&field.at("of"), report)), &["of"]),
            _ => {
                let kinds: &[&str] = &["segment", "label", "secret", "baseUrl", "choice"];
                is.fault(Fault::new(Code::InvalidOption).with("expected", kinds), report);
                return None;
            }
        };
        // Except for the first, these are for people and for tools.
        let names: &[&str] = &["is", "about", "example", "label", "optional"];
        field.only(&[names, own].concat(), report);
        Some(kind)
    }
}

/// Reads the name that means the same as leaving the label out.
fn read_label(place: &Place<'_, '_>, report: &mut Report) -> Option<String> {
    let name = place.text(report)?;
    if !is_segment(name) {
        place.fault(Code::TargetSegment, report);
    }
    Some(name.to_owned())
}

/// Reads the default base URL.
fn read_default(place: &Place<'_, '_>, report: &mut Report) -> Option<String> {
    match base_url(place.text(report)?) {
        Ok(url) => Some(url),
        Err(fault) => {
            place.fault(fault, report);
            None
        }
    }
}

/// Reads the words of a choice. The first is the default.
fn read_words(place: &Place<'_, '_>, report: &mut Report) -> Vec<String> {
    let words = place.texts(report);
    let mut others = words.iter().enumerate();
    let is_faulty = others
        .any(|(at, word)| word.is_empty() || words.iter().take(at).any(|other| other == word));
    if is_faulty || words.len() < 2 {
        place.unfit("two different words or more", report);
    }
    words
}
